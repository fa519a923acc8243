package page

import (
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Declaration is what one household declared of itself on a sheet, beside what it was
// granted there (element L6).
type Declaration struct {
	ID, Name, Href string
	Total
}

// declarations are those of t's period, by 户号; none where they have left the site.
func (v *village) declarations(h *Head, t *gazette.Table) []Declaration {
	if !t.Declared {
		return nil
	}
	var list []Declaration
	for _, r := range t.Rows {
		if sheet := t.Sheet(r); sheet.Declared {
			list = append(list, Declaration{ID: r.ID, Name: r.Name, Href: v.pageOf(h, r.ID), Total: declaredTotal(sheet.Marks)})
		}
	}
	return list
}

// declaredTotal sums marks as declared and as granted, before any scale. Where the
// declaration says 不适用, as the sheet does, both count the same.
func declaredTotal(marks []gazette.Mark) Total {
	var full, own, given ledger.Points
	complete := len(marks) > 0
	for _, m := range marks {
		full, given, own = full+m.Full, given+m.Points, own+m.Claim.Points
		complete = complete && m.Claim.Counts
	}
	total := Total{Full: full.String(), Given: given.String()}
	if complete {
		total.Declared = own.String()
	}
	return total
}

// marksOf are the marks of one category.
func marksOf(marks []gazette.Mark, c *ledger.Category) []gazette.Mark {
	return slices.DeleteFunc(slices.Clone(marks), func(m gazette.Mark) bool { return m.Category != c })
}
