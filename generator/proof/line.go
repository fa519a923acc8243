package proof

import (
	"iter"
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Line is one line of a seal.
type Line struct {
	Of        string            // 户号 as published, or 公示, 办法
	Household *ledger.Household // nil of the other two
	text      text              // without what is not public: the digest of that is still to be added
	private   text              // what is not public; empty of the other two
	buffer    []byte
}

// whole is the line as it is sealed, with the digest of what is not public.
func (l *Line) whole(privateSalt string) []byte {
	if l.Household == nil {
		return l.text
	}
	private := salted(l.buffer, privateSalt, l.private)
	return append(append(l.text, "|"+partPrivate+"|"...), private[:]...)
}

// digest is the digest of a line under its salts.
func (l *Line) digest(salt, privateSalt string) [64]byte {
	return salted(l.buffer, salt, l.whole(privateSalt))
}

// lines yields the lines of a period as of a day with some corrections: 公示, 办法, then the
// households by 户号. A line is good until the next one.
func (c *Chain) lines(of ledger.Period, day ledger.Date, corrections []*ledger.Correction) iter.Seq[*Line] {
	return func(yield func(*Line) bool) {
		s := c.Place.SchemeFor(of)
		if !yield(&Line{Of: NoticeLine, text: text(noticeText(c.Place.Notices[of]))}) ||
			s != nil && !yield(&Line{Of: RulesLine, text: text(RulesText(s))}) {
			return
		}
		shared := c.shared(of.Year, day)
		l := &Line{buffer: make([]byte, 0, 1024)}
		for in := range c.read().Of(of, day, corrections) {
			l.Of, l.Household, l.text, l.private = in.Household.ID, in.Household, l.text[:0], l.private[:0]
			l.fill(in, of, shared)
			if !yield(l) {
				return
			}
		}
	}
}

// shared reports whether shares of a year decided a figure by a day.
func (c *Chain) shared(year int, day ledger.Date) bool {
	d := c.Place.Distributions[year]
	return d != nil && d.Date <= day
}

// fill writes the line of a household.
func (l *Line) fill(in *score.Input, of ledger.Period, shared bool) {
	members := ""
	if in.Members > 0 {
		members = strconv.Itoa(in.Members)
	}
	l.text.add(HouseholdLine, in.Household.ID, in.Span.Group, in.Span.Kind, members)
	l.private.span(in, of, shared)
	public := score.Public(in.Sheet.Marks)
	for i := range public {
		m := &public[i]
		l.text.add(partMark, m.Category.Name, m.Name().String(), m.Full.String(), cell(m.Raw), fixedText(m),
			m.Points.String(), applies(&in.Sheet, m).String())
	}
	for i := range in.Sheet.Marks {
		l.private.mark(&in.Sheet.Marks[i])
	}
	for _, e := range in.Entries {
		fixed := ""
		if len(e.Fixes) > 0 {
			fixed = e.Fixed.String()
		}
		l.text.add(partEntry, e.No, e.Date.String(), e.Name().String(), strconv.Itoa(e.Times), e.Worth.String(), fixed)
		if e.Kind.Sensitive {
			l.private.add(partEntry, e.No, e.Kind.ID)
		}
	}
}

// fixedText is what corrections made of a mark; empty where there are none.
func fixedText(m *score.Mark) string {
	if len(m.Fixes) == 0 {
		return ""
	}
	return cell(m.Fixed)
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
		t.add(partMark, item.Category.ID, item.ID, cell(m.Raw), fixedText(m))
	}
}
