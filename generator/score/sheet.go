package score

import (
	"slices"

	"gongshi/generator/ledger"
)

// read returns a household's assessment: every mark, and the scale that applies to them. It puts
// them into marks, one for each item.
func (t *Table) read(marks []Mark, h *ledger.Household) Sheet {
	row := t.sheet.Row(h.Key)
	for i, item := range t.items {
		m := Mark{Category: item.Category, Items: t.items[i : i+1], Row: row, Full: item.Points}
		if row != nil && i < len(row.Cells) {
			m.Raw = row.Cells[i]
		}
		m.Fixed = m.Raw
		if len(t.fixes.cells) > 0 {
			m.Fixes = t.fixes.cells[cellKey{t.Period, h.Key, item.ID}]
		}
		for _, c := range m.Fixes {
			m.Fixed = c.To
		}
		m.Reading, m.Points = Read(t.Scheme, m.Fixed, item.Points)
		marks[i] = m
	}
	return Scaled(marks)
}

// Read returns how a cell with the given full marks counts (formats.md, "scores/<period>.csv").
func Read(s *ledger.Scheme, c ledger.Cell, full ledger.Points) (Reading, ledger.Points) {
	switch c.Kind {
	case ledger.Entered:
		return AsEntered, c.Points
	case ledger.NA:
		switch s.NotApplicable {
		case ledger.NotApplicableZero:
			return NotAppliZero, 0
		case ledger.NotApplicableScale:
			return NotAppliOut, 0
		}
		return NotAppliFull, full
	}
	switch s.Missing {
	case ledger.MissingFull:
		return MissingFull, full
	case ledger.MissingZero:
		return MissingZero, 0
	}
	return Unassessed, 0
}

// Scaled returns a sheet of marks with their points. If cells are left out it scales the points
// to its whole base: points × the sheet's base ÷ the base that applies. If nothing applies, it
// counts in full.
func Scaled(marks []Mark) Sheet {
	s := Sheet{Marks: marks, Num: ledger.Point, Den: ledger.Point}
	var base, applies ledger.Points
	for _, m := range marks {
		base += m.Full
		if m.Reading != NotAppliOut {
			applies += m.Full
		}
	}
	switch {
	case base == applies:
	case applies == 0:
		s.AllOut = true
		for i := range marks {
			marks[i].Reading, marks[i].Points = NotAppliFull, marks[i].Full
		}
	default:
		s.Num, s.Den = base, applies
	}
	for i := range marks {
		marks[i].Counted = marks[i].Points.Exact()
		if s.Scaled() {
			marks[i].Counted = marks[i].Counted.MulDiv(int64(s.Num), int64(s.Den))
		}
	}
	return s
}

// Public merges the marks, each of one item, that may be published only as a sum: the sensitive items of a category,
// or all its items if only one is sensitive, since that one could be found by subtraction
// (formats.md, "Sensitive things").
func Public(marks []Mark) []Mark {
	if !slices.ContainsFunc(marks, func(m Mark) bool { return Hidden(m.Items[0]) }) {
		return marks
	}
	public := make([]Mark, 0, len(marks))
	merged := make(map[*ledger.Category]int)
	for _, m := range marks {
		hidden := Hidden(m.Items[0])
		if at, seen := merged[m.Category]; seen && hidden {
			public[at] = mergeMarks(public[at], m)
			continue
		}
		if hidden {
			merged[m.Category] = len(public)
		}
		public = append(public, m)
	}
	return public
}

// Hidden reports whether an item is published only inside a sum.
func Hidden(item *ledger.Item) bool {
	sensitive := 0
	for _, i := range item.Category.Items {
		if i.Sensitive {
			sensitive++
		}
	}
	return item.Sensitive || sensitive == 1
}

func mergeMarks(a, b Mark) Mark {
	a.Items, a.Fixes = slices.Concat(a.Items, b.Items), slices.Concat(a.Fixes, b.Fixes)
	a.Raw, a.Fixed = mergeCells(a.Raw, b.Raw), mergeCells(a.Fixed, b.Fixed)
	if a.Reading != b.Reading {
		a.Reading = AsEntered
	}
	a.Full += b.Full
	a.Points += b.Points
	a.Counted = a.Counted.Add(b.Counted)
	return a
}

// mergeCells sums what was entered; 不适用 and empty cells count only if both are so.
func mergeCells(a, b ledger.Cell) ledger.Cell {
	switch {
	case a.Kind == ledger.Entered && b.Kind == ledger.Entered:
		a.Points += b.Points
	case b.Kind == ledger.Entered:
		return b
	case a.Kind == ledger.Empty:
		return b
	}
	return a
}
