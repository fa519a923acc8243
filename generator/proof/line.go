package proof

import (
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Line is one line of a seal.
type Line struct {
	Of        string            // 户号 as published, or 公示, 办法
	Household *ledger.Household // nil of the other two
	Text      string            // without what is not public: the digest of that is still to be added
	Private   string            // what is not public; empty of the other two
}

// whole is the line as it is sealed, with the digest of what is not public.
func (l *Line) whole(privateSalt string) string {
	if l.Household == nil {
		return l.Text
	}
	return l.Text + "|" + partPrivate + "|" + LineDigest(privateSalt, l.Private)
}

// digest is the digest of a line under its salts.
func (l *Line) digest(salt, privateSalt string) string { return LineDigest(salt, l.whole(privateSalt)) }

// lines are the lines of a period as of a day with some corrections: 公示, 办法, then the
// households by 户号.
func (c *Chain) lines(of ledger.Period, day ledger.Date, corrections []*ledger.Correction) []Line {
	list := []Line{{Of: NoticeLine, Text: noticeText(c.Place.Notices[of])}}
	if s := c.Place.SchemeFor(of); s != nil {
		list = append(list, Line{Of: RulesLine, Text: RulesText(s)})
	}
	shared := c.shared(of.Year, day)
	inputs := c.read().Of(of, day, corrections)
	for i := range inputs {
		list = append(list, householdLine(&inputs[i], of, shared))
	}
	return list
}

// shared reports whether shares of a year decided a figure by a day.
func (c *Chain) shared(year int, day ledger.Date) bool {
	d := c.Place.Distributions[year]
	return d != nil && d.Date <= day
}

func householdLine(in *score.Input, of ledger.Period, shared bool) Line {
	var t, hidden text
	members := ""
	if in.Members > 0 {
		members = strconv.Itoa(in.Members)
	}
	t.add(HouseholdLine, in.Household.ID, in.Span.Group, in.Span.Kind, members)
	hidden.span(in, of, shared)
	for _, m := range score.Public(in.Sheet.Marks) {
		fixed := ""
		if len(m.Fixes) > 0 {
			fixed = cell(m.Fixed)
		}
		t.add(partMark, m.Category.Name, m.Name(), m.Full.String(), cell(m.Raw), fixed,
			m.Points.String(), applies(&in.Sheet, &m).String())
	}
	for i := range in.Sheet.Marks {
		hidden.mark(&in.Sheet.Marks[i])
	}
	for _, e := range in.Entries {
		fixed := ""
		if len(e.Fixes) > 0 {
			fixed = e.Fixed.String()
		}
		t.add(partEntry, e.No, e.Date.String(), e.Name(), strconv.Itoa(e.Times), e.Worth.String(), fixed)
		if e.Kind.Sensitive {
			hidden.add(partEntry, e.No, e.Kind.ID)
		}
	}
	return Line{in.Household.ID, in.Household, t.String(), hidden.String()}
}

// applies are the full marks of a mark without those of its items that are left out.
func applies(s *score.Sheet, m *score.Mark) ledger.Points {
	full := m.Full
	for i := range s.Marks {
		if of := &s.Marks[i]; of.Reading == score.NotAppliOut {
			for _, item := range m.Items {
				if of.Items[0] == item {
					full -= of.Full
				}
			}
		}
	}
	return full
}

// span adds what households.csv says that decides a figure and is not public.
func (t *text) span(in *score.Input, of ledger.Period, shared bool) {
	joined, left, shares := "", "", ""
	if in.Span.Joined > of.First() {
		joined = in.Span.Joined.String()
	}
	if in.Span.Left != 0 && in.Span.Left < of.Last() {
		left = in.Span.Left.String()
	}
	if shared {
		shares = in.Span.Shares.String()
	}
	t.add(partPrivate, joined, left, shares)
	for _, from := range in.From {
		t.add(HouseholdLine, from.ID)
	}
}

// mark adds an item that is published inside a sum only.
func (t *text) mark(m *score.Mark) {
	if item := m.Items[0]; score.Hidden(item) {
		fixed := ""
		if len(m.Fixes) > 0 {
			fixed = cell(m.Fixed)
		}
		t.add(partMark, item.Category.ID, item.ID, cell(m.Raw), fixed)
	}
}
