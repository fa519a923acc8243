package page

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Declaration is what one household declared of itself on a sheet, beside what it was
// granted there (element L6).
type Declaration struct {
	ID, Name, Href string
	Total
}

// declarations are those of t's period, by 户号; none where they have left the site.
func (v *village) declarations(h *Head, t *score.Table) []Declaration {
	declared := t.Place.Declared[t.Period]
	if declared == nil || !v.people.Details(t.Period) {
		return nil
	}
	var list []Declaration
	for _, r := range t.Rows {
		row := declared.Row(r.Household.Key)
		if row == nil || v.people.Omitted(t.Place, r.Household) {
			continue
		}
		list = append(list, Declaration{
			ID: r.Household.ID, Name: v.people.Name(t.Place, r.Household, r.Span), Href: v.pageOf(h, r.Household),
			Total: declaredTotal(row, declared, t.Sheet(r).Marks),
		})
	}
	return list
}

// declaredTotal sums marks as declared and as granted, before any scale. Where the
// declaration says 不适用, as the sheet does, both count the same.
func declaredTotal(row *ledger.SheetRow, declared *ledger.Sheet, marks []score.Mark) Total {
	var full, own, given ledger.Points
	complete := row != nil && len(marks) > 0
	for _, m := range marks {
		full, given = full+m.Full, given+m.Points
		switch c := declaredCell(row, declared, m.Items[0]); {
		case c.Kind == ledger.Entered:
			own += c.Points
		case c.Kind == ledger.NA && m.Fixed.Kind == ledger.NA:
			own += m.Points
		default:
			complete = false
		}
	}
	total := Total{Full: full.String(), Given: given.String()}
	if complete {
		total.Declared = own.String()
	}
	return total
}

func declaredCell(row *ledger.SheetRow, declared *ledger.Sheet, item *ledger.Item) ledger.Cell {
	if row == nil {
		return ledger.Cell{}
	}
	if i := slices.Index(declared.Items, item); i >= 0 && i < len(row.Cells) {
		return row.Cells[i]
	}
	return ledger.Cell{}
}

// marksOf are the marks of one category.
func marksOf(marks []score.Mark, c *ledger.Category) []score.Mark {
	var list []score.Mark
	for _, m := range marks {
		if m.Category == c {
			list = append(list, m)
		}
	}
	return list
}
