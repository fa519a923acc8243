// Package account shows how the figures of a household in one period came about.
//
// In: a published table, a row of it, and the [Ways] by which a page leads to lines of files and
// to the rules. Out: its [Sheet] item by item, its [Entries], and the [Step]s that lead to each
// figure. All of it comes from package gazette: it works out no points, and knows nothing of the
// page around it.
package account

import (
	"cmp"
	"slices"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Sheet is a household's own assessment in one period, item by item.
type Sheet struct {
	Period     ledger.Period
	Categories []CategorySheet
	Lacking    []Item // those of all categories that lack something, the most first
	Short      string // what they lack together; "" where it is scaled
	Rounded    bool   // the sum of some category is shown rounded
	Declared   bool   // the household declared its own points, which are beside
	Total      Total  // of all categories, where it declared
	Scaled     bool   // points × Num ÷ Den, since some items do not apply
	Num, Den   string // in points
	AllOut     bool   // nothing applied: the sheet counts in full
	Source     string // address of its row in the repository, "" without links
}

// CategorySheet is one category of a sheet.
type CategorySheet struct {
	Name  string
	Full  string        // full marks of its items
	Sum   figure.Figure // as published; without a key if the period sums several sheets
	Items []Item

	Declared string // of all its items; "" where the household left one of them empty
}

// Total compares what a household declared on a sheet with what it was granted there, before any
// scale.
type Total struct {
	Full, Declared, Given string // Declared is "" where the household left an item empty
}

// Item is one assessed item, or several that are published only together.
type Item struct {
	Name     gazette.Phrase
	Full     string
	Given    string        // after corrections, before scale
	Old      []gazette.Old // the values before, oldest first
	Declared string
	Short    string         // points missing to full marks; "" if none
	Standard string         // what full marks would need, where something lacks
	Note     gazette.Phrase // the reason for which it counts so
	Merged   bool           // several items, or one that is not named

	lacks ledger.Points
}

// SheetOf returns a row's own assessment in t's period, or nil.
func SheetOf(t *gazette.Table, r *gazette.Row, w Ways) *Sheet {
	sheet := t.Sheet(r)
	if len(sheet.Marks) == 0 {
		return nil
	}
	m := &Sheet{
		Period: t.Period, Scaled: sheet.Scaled(), AllOut: sheet.AllOut, Declared: sheet.Declared,
		Num: sheet.Num.String(), Den: sheet.Den.String(), Source: w.line(sheet.At), Total: Declared(sheet.Marks),
	}
	figures, lacks := figure.Of(t, r), ledger.Points(0)
	for _, mark := range sheet.Marks {
		last := len(m.Categories) - 1
		if last < 0 || m.Categories[last].Name != mark.Category.Name {
			c, rounded := categorySheet(t, r, &mark, figures)
			c.Declared = Declared(marksOf(sheet.Marks, mark.Category)).Declared
			m.Categories, m.Rounded = append(m.Categories, c), m.Rounded || rounded
			last++
		}
		item := itemOf(&mark)
		m.Categories[last].Items = append(m.Categories[last].Items, item)
		if item.Short != "" {
			m.Lacking, lacks = append(m.Lacking, item), lacks+item.lacks
		}
	}
	slices.SortStableFunc(m.Lacking, func(a, b Item) int { return cmp.Compare(b.lacks, a.lacks) })
	if !m.Scaled {
		m.Short = lacks.String()
	}
	return m
}

// categorySheet returns the category of a mark, without items yet, and whether its sum is
// rounded.
func categorySheet(t *gazette.Table, r *gazette.Row, mark *gazette.Mark, f figure.Figures) (c CategorySheet, rounded bool) {
	c = CategorySheet{Name: mark.Category.Name, Full: mark.Category.FullMarks().String()}
	for i, col := range t.Categories {
		if col.ID == mark.Category.ID {
			c.Sum, rounded = f.Categories[i], figure.Cut(r.Categories[i], r.Shown.Categories[i])
		}
	}
	return c, rounded
}

func itemOf(mark *gazette.Mark) Item {
	item := Item{Name: mark.Name(), Full: mark.Full.String(), Given: mark.Points.String(), Note: mark.Explain(), Old: mark.Old}
	item.Merged = mark.Item == nil
	if mark.Claim.Entered {
		item.Declared = mark.Claim.Points.String()
	}
	if lacks := mark.Full - mark.Points; lacks > 0 {
		item.Short, item.lacks = lacks.String(), lacks
		if mark.Item != nil {
			item.Standard = mark.Item.Standard
		}
	}
	return item
}

// Declared sums marks as declared and as granted, before any scale. If the declaration has 不适用,
// like the sheet, both count the same.
func Declared(marks []gazette.Mark) Total {
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

// marksOf returns the marks of one category.
func marksOf(marks []gazette.Mark, c *ledger.Category) []gazette.Mark {
	return slices.DeleteFunc(slices.Clone(marks), func(m gazette.Mark) bool { return m.Category != c })
}
