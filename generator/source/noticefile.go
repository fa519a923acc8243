package source

import (
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// readNotice reads notices/<period>.toml. One that is no TOML is a draft.
func readNotice(f *file, p *ledger.Place, name string) {
	period, _ := ledger.ParsePeriod(name) // no other name is read
	n := &ledger.Notice{Section: ledger.SectionAt(at(f.path)), Period: period}
	p.Notices[period] = n
	readTOML(f, n, (*section).notice)
}

func (s *section) notice(n *ledger.Notice) {
	n.Section = s.Section
	n.Posted = s.date("posted")
	n.Visited = s.date("visited")
	n.Title = s.text("title")
	m := s.sub("meeting")
	n.Meeting = ledger.Meeting{
		Date: m.date("date"), Present: m.whole("present", 0, 0, anyNumber), SupervisedBy: m.text("supervised_by"),
	}
	m.done()
	n.Panels = list(s, "panel", (*section).panel)
	report := s.sub("report")
	n.Reported = report.date("date")
	report.done()
	n.Objections = list(s, "objection", (*section).objection)
	s.done()
}

func (s *section) panel() ledger.Panel {
	p := ledger.Panel{Section: s.Section, Group: published(s.text("group")), Members: s.texts("members")}
	s.done("group")
	return p
}

func (s *section) objection() *ledger.Objection {
	o := &ledger.Objection{
		Section: s.Section,
		No:      s.text("no"), Received: s.date("received"), About: s.text("about"),
		Decided: s.date("decided"), Answer: s.text("answer"),
	}
	s.text("text") // never published, so it is not kept
	o.ID, o.Household = s.household()
	if v, given := s.values["outcome"]; given && v == "" {
		s.text("outcome") // left empty is left out
	} else if w, ok := s.wordOK("outcome", "upheld", "rejected"); !ok {
		delete(s.Keys, "outcome") // reported here, and not to be read as another word
	} else if given {
		o.Outcome = w
	}
	s.decision(o)
	s.done("no", "received")
	return o
}

// decision reports what a decided objection lacks: its outcome, and the answer that the villager
// waits for. Unreadable values are reported at their place.
func (s *section) decision(o *ledger.Objection) {
	var lacks, hints []string
	for _, k := range [...]struct{ key, name, hint string }{
		{"outcome", "结果 outcome", `outcome = "upheld"（成立）或 "rejected"（不成立）`},
		{"answer", "答复 answer", `answer = "…"（写怎样核实的、为什么这样定，会公布）`},
	} {
		v, given := s.values[k.key]
		if text, isText := v.(string); !given || isText && scan.Trim(text) == "" {
			lacks, hints = append(lacks, k.name), append(hints, k.hint)
		}
	}
	if o.Decided != 0 && len(lacks) > 0 {
		s.report(s.where("decided"), diag.Error, "decided", &trouble{"missing-key",
			"这件异议有答复日期 decided，却没有写" + strings.Join(lacks, " 和"), "写上 " + strings.Join(hints, "，再写上 ") + "；还没有答复，就删去 decided"})
	}
}
