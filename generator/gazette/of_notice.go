package gazette

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// StateOf returns what is published of the state of a period of p.
func StateOf(p *ledger.Place, st *notice.State) *State {
	s := &State{Days: st.Days, Received: len(st.Objections), Course: st.Course()}
	if st.Published() {
		s.Hangs = st.HangsUntil(p.Publicity)
	}
	for _, o := range st.Objections {
		if o.Timely && !o.Decided {
			s.Pending++
			s.Behind = max(s.Behind, int(o.Received-o.Due)+o.Days)
		}
	}
	return s
}

// Behind is by how many days the answer is overdue, 0 once it is given.
func (o *Objection) Behind() int {
	if o.Decided != 0 {
		return 0
	}
	return max(int(o.Received-o.Due)+o.Days, 0)
}

// notice adds the content of the notice, with the objections that may be shown.
func (m *Maker) notice(gt *Table, p *score.Place, t *score.Table) {
	if n := t.State.Notice; n != nil {
		gt.Notice = Notice{
			Title: n.Title, Visited: m.until(n.Visited), Reported: m.until(n.Reported),
			Panels: panels(gt.Place, p.Place, n, t.Scheme.Zone),
		}
		if m.until(n.Meeting.Date) == n.Meeting.Date { // not a meeting in the future
			gt.Notice.Meeting = n.Meeting
		}
	}
	for i, o := range t.State.Objections {
		if h := p.Household(o.Household); h != nil && gt.Kept && !m.people.Omitted(p.Place, h) {
			gt.Notice.Objections = append(gt.Notice.Objections, objection(t, o, i+1, h.ID))
		} else {
			gt.Records.Objections++
		}
	}
}

// until returns a date, or none if it is after the day: what is dated so does not exist yet.
func (m *Maker) until(d ledger.Date) ledger.Date {
	if d > m.Day {
		return 0
	}
	return d
}

// panels returns who assessed each group: by the notice, or else by place.toml.
func panels(of *Place, p *ledger.Place, n *ledger.Notice, z ledger.Zone) []Panel {
	var list []Panel
	for _, g := range p.Groups {
		members := p.CounterOf(g.ID).Panel
		if i := slices.IndexFunc(n.Panels, func(q ledger.Panel) bool { return q.Group == g.ID }); i >= 0 {
			members = n.Panels[i].Members
		}
		if len(members) > 0 {
			list = append(list, Panel{of.GroupName(g.ID), members, z.TooFew(members)})
		}
	}
	for _, q := range n.Panels {
		if p.Group(q.Group) == nil {
			list = append(list, Panel{q.Group, q.Members, z.TooFew(q.Members)})
		}
	}
	return list
}

func objection(t *score.Table, o notice.Objection, place int, id string) Objection {
	p := Objection{
		No: o.No, Place: place, ID: id, About: objectionTarget(t, o.Objection), Received: o.Received,
		Timely: o.Timely, Late: o.Late, Days: o.Days, Due: o.Due, At: sourceOf(o.Position),
	}
	if o.Decided {
		p.Decided, p.Upheld = o.Objection.Decided, o.Outcome == "upheld"
		if !p.About.Hidden {
			p.Answer = o.Answer
		}
	}
	return p
}

// corrections adds those of the published periods up to the day that may be shown.
func (m *Maker) corrections(g *Place, p *score.Place) {
	for _, c := range p.Corrections {
		t, gt := p.Table(c.Period), g.Table(c.Period)
		if t == nil || c.Date > m.Day {
			continue
		}
		if h := p.Household(c.Household); h != nil && gt.Kept && !m.people.Omitted(p.Place, h) {
			g.Corrections = append(g.Corrections, correction(t, c, h.ID))
		} else {
			gt.Records.Corrections++
		}
	}
}

// correction returns the public part of a correction. For a sensitive item that is only its
// category; for a sensitive event, whose points are public, all but the reason.
func correction(t *score.Table, c *ledger.Correction, id string) *Correction {
	p := &Correction{
		Date: c.Date, Period: c.Period, ID: id, Target: correctionTarget(t, c), Objection: c.Objection, DecidedBy: c.DecidedBy, At: sourceOf(c.Position),
	}
	if !p.Target.Hidden {
		p.Reason = c.Reason
	}
	if !p.HidesFigures() {
		p.From = ledger.Cell{Kind: c.From.Kind, Points: c.From.Points}
		p.To = ledger.Cell{Kind: c.To.Kind, Points: c.To.Points}
	}
	return p
}

// HidesFigures reports whether the figures of a correction are not public.
func (c *Correction) HidesFigures() bool { return c.Target.Hidden && c.Target.Item }

// correctionTarget returns what a correction in t changes. A sensitive item shows as its
// category, a sensitive event as 其他, and so does an unknown one.
func correctionTarget(t *score.Table, c *ledger.Correction) Target {
	items := t.Scheme.ItemsOf(t.Period.Cycle)
	if item, _ := ledger.FindItem(items, c.Target); item != nil {
		if score.Hidden(item) {
			return Target{Name: item.Category.Name, Hidden: true, Item: true}
		}
		return Target{Name: ledger.ItemName(items, item), Item: true}
	}
	for _, e := range entriesFor(t, c.Household) {
		if e.No == c.Target && !e.Kind.Sensitive {
			return Target{Name: e.No}
		}
	}
	return Target{Name: score.Other, Hidden: true}
}

// objectionTarget returns what an objection in t is about. That is free text: if it names a
// sensitive item, kind of event or event in any way, it shows as the category or as 其他.
func objectionTarget(t *score.Table, o *ledger.Objection) Target {
	category, hidden := score.NamesSensitive(t.Scheme, o.About)
	switch {
	case category != nil:
		return Target{Name: category.Name, Hidden: true, Item: true}
	case hidden || slices.ContainsFunc(entriesFor(t, o.Household), func(e *score.Entry) bool {
		return e.Kind.Sensitive && (score.Names(o.About, e.No) || score.Names(o.About, e.Kind.Name))
	}):
		return Target{Name: score.Other, Hidden: true}
	}
	return Target{Name: o.About}
}

// entriesFor returns the events in t of the household with that key.
func entriesFor(t *score.Table, key string) []*score.Entry {
	if r := t.Row(t.Place.Household(key)); r != nil {
		return t.Entries(r)
	}
	return nil
}
