package proof

import (
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// filling is what the lines of a seal's households have in common.
type filling struct {
	edition
	shared bool // shares decided a figure
	scheme *ledger.Scheme
	fixes  map[string][]*ledger.Correction // by household
}

func (c *Chain) filling(e edition, corrections []*ledger.Correction) *filling {
	f := &filling{edition: e, shared: c.shared(e), scheme: c.Place.SchemeFor(e.Period), fixes: make(map[string][]*ledger.Correction)}
	for _, fix := range corrections {
		f.fixes[fix.Household] = append(f.fixes[fix.Household], fix)
	}
	return f
}

// fill writes the line of a household.
func (f *filling) fill(l *Line, in *score.Input) {
	members := ""
	if in.Members > 0 {
		members = strconv.Itoa(in.Members)
	}
	l.text.add(HouseholdLine, in.Household.ID, in.Span.Group, in.Span.Kind, members)
	l.private.span(in, f.Period, f.shared)
	public := score.Public(in.Sheet.Marks)
	for i := range public {
		m := &public[i]
		l.text.add(partMark, m.Category.Name, m.Name().String(), m.Full.String(), m.Raw.String(), fixedText(m),
			m.Points.String(), applies(&in.Sheet, m).String())
	}
	for i := range in.Sheet.Marks {
		m := &in.Sheet.Marks[i]
		if item := m.Items[0]; score.Hidden(item) { // published only inside a sum
			l.private.add(partMark, item.Category.ID, item.ID, m.Raw.String(), fixedText(m))
		}
	}
	for _, e := range in.Entries {
		f.entry(l, e)
	}
	if f.version > 1 {
		for _, fix := range f.fixes[in.Household.Key] {
			f.fix(l, in, fix)
		}
	}
}

// entry adds an event. Its grounds are public except those of deductions and sensitive events,
// which some sites do not show.
func (f *filling) entry(l *Line, e *score.Entry) {
	l.text.add(partEntry, e.No, e.Date.String(), e.Name().String(), strconv.Itoa(e.Times), e.Worth.String(),
		pointsIf(len(e.Fixes) > 0, e.Fixed))
	if e.Kind.Sensitive {
		l.private.add(partEntry, e.No, e.Kind.ID)
	}
	switch {
	case f.version == 1:
	case !e.Kind.Sensitive && !e.Deducts():
		l.text.addFree(e.Grounds)
	default:
		l.text.add("")
		l.private.addFree(partGrounds, e.No, e.Grounds)
	}
}

// fix adds a correction, with its reason. One of something sensitive goes to what is not public.
func (f *filling) fix(l *Line, in *score.Input, c *ledger.Correction) {
	items := f.scheme.ItemsOf(f.Period.Cycle)
	name, public := c.Target, false
	if item, _ := ledger.FindItem(items, c.Target); item != nil {
		name, public = ledger.ItemName(items, item), !score.Hidden(item)
	} else {
		for _, e := range in.Entries {
			public = public || e.No == c.Target && !e.Kind.Sensitive
		}
	}
	to := &l.private
	if public {
		to = &l.text
	}
	to.addFree(partFix, c.Date.String(), name, c.From.String(), c.To.String(), c.Reason, c.Objection)
}

// span adds the fields of households.csv that determine a figure and are not public.
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
