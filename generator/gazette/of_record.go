package gazette

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// sheet returns a row's assessment as the public may read it.
func (m *Maker) sheet(gt *Table, t *score.Table, r *score.Row) Sheet {
	if !gt.Kept {
		return Sheet{Num: ledger.Point, Den: ledger.Point}
	}
	of := t.Sheet(r)
	declared := t.Place.Declared[t.Period]
	row := declared.Row(r.Household.Key)
	s := Sheet{Num: of.Num, Den: of.Den, AllOut: of.AllOut, Declared: row != nil}
	public := score.Public(of.Marks)
	s.Marks = slices.Grow(s.Marks, len(public))
	for _, mark := range public {
		p := m.mark(&mark)
		if row != nil {
			p.Claim = claim(row, declared, mark.Items, of.Marks)
		}
		s.Marks = append(s.Marks, p)
	}
	if row := gt.rows[r.Household.ID]; row != nil {
		s.At = row.At
	}
	return s
}

func (m *Maker) mark(mark *score.Mark) Mark {
	p := Mark{
		Category: mark.Category, Count: len(mark.Items), Raw: mark.Raw, Fixed: mark.Fixed, Reading: mark.Reading,
		Full: mark.Full, Points: mark.Points, Counted: mark.Counted, At: m.at(mark.Source()), FixedAt: sourcesOf(mark.Fixes),
	}
	p.Raw.Column, p.Fixed.Column = 0, 0
	if !mark.Merged() && !mark.Items[0].Sensitive {
		p.Item = mark.Items[0]
	}
	p.Old = oldOf(mark.Fixes, p.Item == nil)
	if mark.Merged() && len(mark.Fixes) > 0 {
		p.Old = mergedOld(mark)
	}
	return p
}

// mergedOld returns the sum before the corrections of items that are published only together: the
// single values are not public, nor the reasons for correcting them.
func mergedOld(mark *score.Mark) []Old {
	old := Old{Date: mark.Fixes[len(mark.Fixes)-1].Date}
	if mark.Raw.Kind == ledger.Entered {
		old.Was = ledger.Cell{Kind: ledger.Entered, Points: mark.Raw.Points}
	}
	return []Old{old}
}

// oldOf returns the figures that corrections replaced.
func oldOf(fixes []*ledger.Correction, hidden bool) []Old {
	var list []Old
	for _, fix := range fixes {
		old := Old{Was: ledger.Cell{Kind: fix.From.Kind, Points: fix.From.Points}, Date: fix.Date}
		if !hidden {
			old.Reason = fix.Reason
		}
		list = append(list, old)
	}
	return list
}

func sourcesOf(fixes []*ledger.Correction) []Source {
	var list []Source
	for _, c := range fixes {
		list = append(list, sourceOf(c.Position))
	}
	return list
}

// claim returns what a household declared for items that are published as one mark.
func claim(row *ledger.SheetRow, declared *ledger.Sheet, items []*ledger.Item, marks []score.Mark) Claim {
	c := Claim{Entered: true, Counts: true}
	for _, item := range items {
		var cell ledger.Cell
		if i := slices.Index(declared.Items, item); i >= 0 && i < len(row.Cells) {
			cell = row.Cells[i]
		}
		mark := marks[slices.IndexFunc(marks, func(m score.Mark) bool { return m.Items[0] == item })]
		switch {
		case cell.Kind == ledger.Entered:
			c.Points += cell.Points
		case cell.Kind == ledger.NA && mark.Fixed.Kind == ledger.NA:
			c.Entered = false
			c.Points += mark.Points
		default:
			return Claim{}
		}
	}
	return c
}

// entriesOf appends the events of a row as the public may read them.
func (m *Maker) entriesOf(list []Entry, gt *Table, t *score.Table, r *score.Row) []Entry {
	if !gt.Kept {
		return list
	}
	given := t.Entries(r)
	list = slices.Grow(list, len(given))
	for _, e := range given {
		list = append(list, m.entry(e))
	}
	return list
}

func (m *Maker) entry(e *score.Entry) Entry {
	p := Entry{
		No: e.No, Date: e.Date, Name: e.Name(), Heading: e.Heading(), Hidden: e.Kind.Sensitive, Deducts: e.Deducts(),
		Times: e.Times, Scheme: m.schemes[e.Scheme], Origin: e.Origin, Deferred: e.Deferred(), Review: e.Review,
		Old:   oldOf(e.Fixes, e.Kind.Sensitive),
		Worth: e.Worth, Fixed: e.Fixed, Counted: e.Counted, Grounds: m.grounds(e),
		At: sourceOf(e.Position), Rule: m.at(e.Kind.Position), FixedAt: sourcesOf(e.Fixes),
	}
	if p.Hidden && !m.own { // the line would reveal its kind
		p.Rule = Source{File: e.Kind.File}
	}
	return p
}

// grounds returns the public part of an event's grounds: nothing for a sensitive one, and for a
// deduction only if the site has chosen so.
func (m *Maker) grounds(e *score.Entry) string {
	if e.Kind.Sensitive || e.Deducts() && m.Config.Privacy.Deductions != ledger.DeductionsGrounds {
		return ""
	}
	return e.Grounds
}
