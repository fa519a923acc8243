package verify

import (
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
)

// sealed compares the seals with every period's records: a period's last seal with its records,
// an earlier one with what they were before they were corrected.
func (p *place) sealed() {
	unsealed, former, held := 0, 0, 0
	last := make(map[ledger.Period]*seal)
	for _, s := range p.seals {
		last[s.Period] = s
	}
	for _, q := range p.periods { // a hostile list may have one twice
		q.sealedBy = last[q.Period]
		if q.sealedBy == nil {
			if unsealed++; q.hidden() > 0 {
				p.not("%s %s：未公布 %d 户，没有封存可对", p.path, q.Period, q.hidden())
			}
			continue
		}
		if q.Kept {
			held++
		}
		if q.sealedBy.version() == 1 {
			former++
		}
	}
	for _, s := range p.seals {
		if q := p.period(s.Period); q != nil {
			p.hold(q, s)
		} else {
			p.differ(s.at, sealedCode, "%s 封存过（第 %d 号），网站上却没有这一期", s.Period, s.No)
		}
	}
	if unsealed > 0 {
		p.not("%s：%d 期没有封存", p.path, unsealed)
	}
	if former > 0 {
		p.not("%s：%d 期按以前的格式封存，异议和答复、更正的原因、公示期的起止不在封存里", p.path, former)
	}
	if held > 0 {
		p.done("%s：%d 期的明细、张贴日期和积分办法，与封存的对照", p.path, held)
	}
}

// hold compares one seal with the records of its period. A year without categories of its own, or
// a summary quarter, is sealed with all who were in its periods; those who do not count yet are
// not in its table.
func (p *place) hold(q *period, s *seal) {
	last := s == q.sealedBy
	if s.lines == nil {
		return // the lines are missing, which is reported
	}
	if p.posted(q, s); s.version() > 1 {
		p.facts(q, s)
	}
	if rules := s.lines[proof.RulesName(s.version())]; !slices.Equal(rules.fields, proof.Fields(proof.RulesText(s.version(), q.Scheme.Scheme))) {
		p.differ(q.at, sealedCode, "%s 封存时的积分办法与现在公布的 scheme-%s.json 不同（%s）", s.Period, q.Scheme.Effective, s.File())
	}
	gathered := q.gathers()
	p.bare(q, s, last && !gathered)
	if !q.Kept {
		return
	}
	for _, h := range q.rows {
		line, ok := s.lines[h.Is.ID]
		switch {
		case h.Broken:
		case ok:
			p.line(q, h, s, line, last)
		case gathered || !last:
		case h.filledSince(s.Date):
			p.not("%s %s 户号 %s：更正补上了评分，还没有封存", p.path, q.Period, h.Is.ID)
		default:
			p.differ(h.At, sealedCode, "户号“%s”不在第 %d 号封存里", h.Is.ID, s.No)
		}
	}
	for id, line := range s.lines {
		if line.fields[0] == proof.HouseholdLine && q.byID[id] == nil && !gathered {
			p.differ(line.at, sealedCode, "封存的户号“%s”不在 %s 里", id, p.data(q.file()))
		}
	}
}

// posted checks that the notice was posted as recorded, and that its days of publicity are those
// of the seal, unless a correction has restarted them.
func (p *place) posted(q *period, s *seal) {
	st := q.State
	name := proof.NoticeFact
	if s.version() == 1 {
		name = proof.NoticeLine
	}
	got := s.lines[name].fields
	if len(got) < 3 || !slices.Equal(got[:3], []string{name, q.Period.String(), st.Posted.String()}) {
		p.differ(q.at, sealedCode, "%s 封存时的张贴日期与现在公布的“%s”不同（%s）", s.Period, st.Posted, s.File())
		return
	}
	if len(got) == 5 && got[3] != "" && (got[3] != st.FirstDay.String() || got[4] != st.LastDay.String()) && !p.correctedSince(q, s.Date) {
		p.differ(q.at, sealedCode, "%s 封存时的公示期是“%s”到“%s”，现在公布的是“%s”到“%s”（%s）", s.Period, got[3], got[4], st.FirstDay, st.LastDay, s.File())
	}
}

// correctedSince reports whether a period was, or may have been, corrected on a day or after it.
func (p *place) correctedSince(q *period, day ledger.Date) bool {
	since := func(c fix) bool { return c.Is.Period == q.Period && c.Is.Date >= day }
	return slices.ContainsFunc(p.corrections, since) || q.State.Corrected && p.withheld("corrections.csv") > 0
}

// line compares one sealed line with a household's records.
func (p *place) line(q *period, h *household, s *seal, line sealedLine, last bool) {
	same, covered := h.says(line.fields, s.version(), s.Date)
	switch {
	case !same:
		p.differ(h.At, sealedCode, "户号“%s”的明细与第 %d 号封存的不同，也没有更正（%s 第 %d 行）", h.Is.ID, s.No, s.File(), line.at.Line)
	case last && !covered:
		p.not("%s %s 户号 %s：更正以后还没有封存", p.path, q.Period, h.Is.ID)
	}
}

// filledSince reports whether a correction on or after a day filled a missing cell, which brought
// a household into the table.
func (h *household) filledSince(day ledger.Date) bool {
	return slices.ContainsFunc(h.marks, func(m *record) bool {
		return len(m.fixes) > 0 && m.fixes[0].Is.From.Kind == ledger.Empty && m.fixes[0].Is.Date >= day
	})
}

// bare checks that as many lines are closed as households are withheld; in an earlier seal, or in
// one of a sum, not more.
func (p *place) bare(q *period, s *seal, exactly bool) {
	hidden := q.hidden()
	if q.Sums && !exactly {
		for _, o := range p.periods {
			if q.Period.Contains(o.Period) && o != q {
				hidden += o.hidden() // each may hide another one
			}
		}
	}
	if !q.Kept {
		hidden += len(q.rows)
	}
	if exactly && s.bare != hidden || s.bare > hidden && !(!q.Kept && !exactly) {
		p.differ(s.at, sealedCode, "%s 里只有摘要的有 %d 行，按 datapackage.json 应有 %d 行", s.File(), s.bare, hidden)
	}
}

// says reports whether a household's records agree with a line, except for what corrections of
// its day or later may have changed since; and whether there were no such corrections.
func (h *household) says(fields []string, version int, day ledger.Date) (same, covered bool) {
	members := ""
	if h.Is.Members > 0 {
		members = strconv.Itoa(h.Is.Members)
	}
	if !slices.Equal(fields[1:min(5, len(fields))], []string{h.Is.ID, h.Is.Group, h.Is.Kind, members}) {
		return false, false
	}
	of := make(map[string][][]string)
	for _, part := range parts(fields, version) {
		of[part[0]] = append(of[part[0]], part)
	}
	approved := slices.DeleteFunc(slices.Clone(h.entries), func(e *record) bool { return e.event.Review != ledger.Approved })
	if len(of["评"]) != len(h.marks) || len(of["事"]) != len(approved) || version > 1 && !h.reasoned(of["改"], day) {
		return false, false
	}
	covered, records := true, slices.Concat(h.marks, approved)
	for i, part := range append(of["评"], of["事"]...) {
		r := records[i]
		now := r.sealed()
		n := 1 + len(now)
		same := slices.Equal(part[1:n], now) && r.fixedOn(day, part[n])
		if e := r.Is.Entry; e != nil && version > 1 {
			same = same && (part[7] == "" && e.Deducts || part[7] == free(e.Grounds))
		}
		if !same {
			return false, false
		}
		covered = covered && part[n] == r.Is.Corrected()
	}
	return true, covered
}

// sealed returns a record as a seal has it, as far as no correction changes it.
func (r *record) sealed() []string {
	if m := r.Is.Mark; m != nil {
		return []string{m.Category.Name, m.Name().String(), m.Full.String(), m.Raw.String()}
	}
	e := r.Is.Entry
	return []string{e.No, e.Date.String(), e.Name.String(), strconv.Itoa(e.Times), e.Worth.String()}
}

// reasoned reports whether corrections and their reasons were sealed as corrections.csv has them:
// all before the day, and the first few of that day.
func (h *household) reasoned(sealed [][]string, day ledger.Date) bool {
	for i, f := range h.told {
		if i == len(sealed) {
			return f.Is.Date >= day
		}
		c := &f.Is
		now := []string{c.Date.String(), c.Target.Name, c.From.String(), c.To.String(), free(c.Reason), free(c.Objection)}
		if !slices.Equal(sealed[i][1:], now) || c.Date > day {
			return false
		}
	}
	return len(sealed) == len(h.told)
}

// free returns text that people wrote as a seal has it.
func free(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// parts are the parts of a household's line after its facts: 评…, 事…, 改…, 私….
func parts(fields []string, version int) [][]string {
	lengths := map[string]int{"评": 8, "事": 7, "私": 2}
	if version > 1 {
		lengths["事"], lengths["改"] = 8, 7
	}
	var list [][]string
	for at := 5; at < len(fields); {
		n := lengths[fields[at]]
		if n == 0 || at+n > len(fields) {
			return nil
		}
		list = append(list, fields[at:at+n])
		at += n
	}
	return list
}
