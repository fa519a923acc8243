package write

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gongshi/generator/ledger"
)

// Texts are a book's TOML files, by their paths. What has its default is left out.
func Texts(book *ledger.Book) map[string]string {
	all := map[string]string{"config.toml": config(book.Config)}
	for year, c := range book.Calendars {
		all[fmt.Sprintf("data/calendar/%d.toml", year)] = calendar(c)
	}
	for _, p := range book.Places {
		dir := "data/" + p.Path + "/"
		all[dir+"place.toml"] = place(p)
		for _, s := range p.Schemes {
			all[dir+"scheme/"+s.Name+".toml"] = scheme(s)
		}
		for period, n := range p.Notices {
			all[dir+"notices/"+period.String()+".toml"] = notice(n)
		}
		for year, d := range p.Distributions {
			all[fmt.Sprintf("%sdistributions/%d.toml", dir, year)] = distribution(d)
		}
	}
	return all
}

func config(c ledger.Config) string {
	var t toml
	t.table("", "title", c.Title, "base_url", c.BaseURL, "language", c.Language, "theme", c.Theme, "timezone", c.Timezone,
		"date", c.Date, "screen_top", says(c.ScreenTop))
	p := c.Privacy
	t.table("[privacy]", "names", p.Names, "consent", p.Consent, "deductions", p.Deductions, "index", p.Index, "keep", says(p.Keep), "names_for", says(p.NamesFor), "names_file", p.NamesFile, "contact", p.Contact)
	t.table("[source]", "url", c.SourceURL)
	return t.String()
}

func calendar(c *ledger.Calendar) string {
	of := func(days map[ledger.Date]bool) []ledger.Date {
		return slices.DeleteFunc(slices.Sorted(maps.Keys(days)), func(d ledger.Date) bool { return d.Year() != c.Year })
	}
	var t toml
	t.table("", "rest", of(c.Rest), "work", of(c.Work))
	return t.String()
}

// place writes a place's own keys; the others are those of the place above.
func place(p *ledger.Place) string {
	var t toml
	own := func(header, prefix string, pairs ...any) {
		for i := 0; i < len(pairs); i += 2 {
			if _, is := p.Keys[prefix+pairs[i].(string)]; !is {
				pairs[i+1] = nil
			}
		}
		t.table(header, pairs...)
	}
	t.table("", "name", p.Name, "kind", p.Kind)
	own("", "", "joined", p.Joined, "stage", p.Stage)
	c, q := p.Contact, p.Publicity
	own("[contact]", "contact.", "office", says(c.Office), "phone", says(c.Phone), "supervisor", says(c.Supervisor), "supervisor_phone", says(c.SupervisorPhone))
	own("[publicity]", "publicity.", append(counting(q), "due_day", q.DueDay, "display_days", says(q.DisplayDays), "from", q.From)...)
	if _, is := p.Keys["publicity.before"]; is {
		t.table("[publicity.before]", counting(*q.Before)...)
	}
	for _, g := range p.Groups {
		t.table("[[group]]", "id", g.ID, "name", g.Name, "panel", g.Panel, "assesses", g.Assesses)
	}
	if e := p.Example; e != nil {
		t.table("[example]", "household", e.ID, "period", e.Period.String())
	}
	return t.String()
}

// counting is how the days of a notice are counted.
func counting(q ledger.Publicity) []any {
	return []any{"days", q.Days, "count", map[bool]string{true: "working", false: "calendar"}[q.Working],
		"first_day", map[bool]string{true: "same", false: "next"}[q.SameDay], "rest_day_end", q.RestDayEnd,
		"restart", says(q.Restart), "answer_days", says(q.AnswerDays)}
}

func notice(n *ledger.Notice) string {
	var t toml
	t.table("", "posted", n.Posted, "visited", n.Visited, "title", n.Title)
	t.table("[meeting]", "date", n.Meeting.Date, "present", n.Meeting.Present, "supervised_by", n.Meeting.SupervisedBy)
	for _, p := range n.Panels {
		t.table("[[panel]]", "group", p.Group, "members", p.Members)
	}
	t.table("[report]", "date", n.Reported)
	for _, o := range n.Objections {
		t.table("[[objection]]", "no", o.No, "received", o.Received, "household", o.ID, "about", o.About,
			"decided", o.Decided, "outcome", o.Outcome, "answer", o.Answer)
	}
	return t.String()
}

func distribution(d *ledger.Distribution) string {
	var t toml
	t.table("", "title", d.Title, "amount", d.Amount, "share_weight", says(d.ShareWeight), "date", d.Date)
	t.adopted(d.Adopted)
	return t.String()
}

func (t *toml) adopted(a ledger.Adopted) {
	t.table("[adopted]", "date", a.Date, "meeting", a.Meeting, "for", a.For, "against", a.Against, "filed", a.Filed)
}

func scheme(s *ledger.Scheme) string {
	var t toml
	t.table("", "title", s.Title, "basis", s.Basis, "effective", s.Effective,
		"cycle", given(s.Cycle != ledger.Shortest(s.Categories), s.Cycle.String()), "carry", given(s.Carry == ledger.Lifetime, s.Carry.String()),
		"rank_by", given(s.RankBy == ledger.ByAverage, s.RankBy.String()), "decimals", s.Decimals, "base", given(s.HasBase, says(s.Base)),
		"missing", given(s.Missing != ledger.MissingError, s.Missing),
		"not_applicable", given(s.NotApplicable != ledger.NotApplicableFull, s.NotApplicable), "benefits", s.Benefits)
	t.adopted(s.Adopted)
	t.table("[zone]", "max_households", s.Zone.MaxHouseholds, "min_panel", s.Zone.MinPanel, "cross", s.Zone.Cross)
	for _, c := range s.Categories {
		t.table("[[category]]", "id", c.ID, "name", c.Name, "cycle", c.Cycle.String(),
			"combine", given(c.Combine != ledger.Sum, c.Combine), "base", given(c.HasBase, says(c.Base)))
		for _, i := range c.Items {
			t.table("[[category.item]]", "id", i.ID, "name", i.Name, "points", says(i.Points), "standard", i.Standard, "sensitive", i.Sensitive)
		}
	}
	for _, k := range s.Events {
		t.table("[[event]]", "id", k.ID, "name", k.Name, "category", k.Category, "points", given(!k.Ranged, says(k.Points)),
			"range", given(k.Ranged, []ledger.Points{k.From, k.To}), "per", k.Per, "max_per_month", given(k.HasMaxMonth, says(k.MaxPerMonth)),
			"max_per_year", given(k.HasMaxYear, says(k.MaxPerYear)), "approval", k.Approval, "sensitive", k.Sensitive, "veto", k.Veto)
	}
	if h := s.Honours; h != nil {
		t.table("[honours]", "cycle", h.Cycle.String(), "rounding", h.Rounding, "ties", given(h.Ties == ledger.TiesOut, h.Ties.String()))
		for _, l := range h.Levels {
			t.table("[[honours.level]]", "name", l.Name, "top", given(l.HasTop, says(l.Top)), "count", given(l.HasCount, l.Count),
				"min", given(l.HasMin, says(l.Min)), "floor", given(l.HasFloor, says(l.Floor)), "floor", given(l.FloorBase, "base"), "reward", l.Reward)
		}
	}
	return t.String()
}

// toml is a TOML file in the making.
type toml struct{ strings.Builder }

// table writes a table: its keys and values in pairs. A zero value is left out, and a table in which nothing is said.
func (t *toml) table(header string, pairs ...any) {
	text := ""
	for i := 0; i < len(pairs); i += 2 {
		if v := reflect.ValueOf(pairs[i+1]); v.IsValid() && !v.IsZero() {
			text += fmt.Sprintf("%s = %s\n", pairs[i], Value(pairs[i+1]))
		}
	}
	if header != "" && text != "" {
		text = "\n" + header + "\n" + text
	}
	t.WriteString(text)
}

// said is a value that is written though it be zero.
type said struct{ v *any }

func says(v any) any { return said{&v} }

// Value is a value as TOML has it; of a text what is no character is left out.
func Value(v any) string {
	if s, ok := v.(said); ok {
		return Value(*s.v)
	}
	switch v := reflect.ValueOf(v); v.Kind() {
	case reflect.String:
		return strconv.Quote(strings.Map(func(r rune) rune {
			if !unicode.IsPrint(r) {
				return -1
			}
			return r
		}, v.String()))
	case reflect.Slice:
		list := make([]string, v.Len())
		for i := range list {
			list[i] = Value(v.Index(i).Interface())
		}
		return "[" + strings.Join(list, ", ") + "]"
	}
	return fmt.Sprint(v)
}
