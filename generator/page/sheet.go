package page

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Sheet is a household's own assessment in one period, item by item.
type Sheet struct {
	Period     ledger.Period
	Categories []CategorySheet
	Rounded    bool   // the sum of some category is shown rounded
	Declared   bool   // the household declared its own points, which stand beside
	Total      Total  // of all categories, where it declared
	Scaled     bool   // points × Num ÷ Den, since some items do not apply
	Num, Den   string // in points
	AllOut     bool   // nothing applied: the sheet counts in full
	Source     string // address of its row in the repository, "" where that is not linked to
}

// CategorySheet is one category of a sheet.
type CategorySheet struct {
	Name  string
	Full  string // full marks of its items
	Sum   Figure // as published; with no key where the period sums several sheets
	Items []Item

	Declared string // of all its items; "" where the household left one of them empty
}

// Total sets what a household declared on a sheet beside what it was granted there, before
// any scale.
type Total struct {
	Full, Declared, Given string // Declared is "" where the household left an item empty
}

// Item is one assessed item, or several that are published together only.
type Item struct {
	Name     score.Phrase
	Full     string
	Given    string // after corrections, before scale
	Old      []Old  // what stood there before, oldest first
	Declared string
	Short    string       // what full marks lack; "" if nothing
	Standard string       // what full marks would need, where something lacks
	Note     score.Phrase // why it counts as it does
}

// Old is a figure that was corrected.
type Old struct {
	Value  string // "" where nothing was entered
	Date   ledger.Date
	Reason string // "" where it is not public
	NA     bool   // it was 不适用
}

// sheet is h's assessment in t's period; nil where there is none.
func (v *village) sheet(t *score.Table, h *ledger.Household) *Sheet {
	r := t.Row(h)
	sheet := t.Sheet(r)
	m := &Sheet{
		Period: t.Period, Scaled: sheet.Scaled(), AllOut: sheet.AllOut,
		Num: sheet.Num.String(), Den: sheet.Den.String(),
	}
	if row := t.Place.Sheets[t.Period].Row(h.Key); row != nil {
		m.Source = v.sourceHref(row.Position)
	}
	declared := t.Place.Declared[t.Period]
	m.Declared = declared.Row(h.Key) != nil
	figures := figures(t, r)
	for _, mark := range score.Public(sheet.Marks) {
		last := len(m.Categories) - 1
		if last < 0 || m.Categories[last].Name != mark.Category.Name {
			c, rounded := categorySheet(t, r, &mark, figures)
			m.Categories, m.Rounded = append(m.Categories, c), m.Rounded || rounded
			last++
			m.Categories[last].Declared = declaredTotal(declared.Row(h.Key), declared, marksOf(sheet.Marks, mark.Category)).Declared
		}
		item := itemOf(&mark)
		item.Declared = declaredFor(declared, h.Key, mark.Items)
		m.Categories[last].Items = append(m.Categories[last].Items, item)
	}
	m.Total = declaredTotal(declared.Row(h.Key), declared, sheet.Marks)
	if len(m.Categories) == 0 {
		return nil
	}
	return m
}

// categorySheet is the category of a mark, still without items, and whether its sum is rounded.
func categorySheet(t *score.Table, r *score.Row, mark *score.Mark, f Figures) (c CategorySheet, rounded bool) {
	c = CategorySheet{Name: mark.Category.Name, Full: mark.Category.FullMarks().String()}
	for i, col := range t.Categories {
		if col.ID == mark.Category.ID {
			c.Sum, rounded = f.Categories[i], cut(r.Categories[i], r.Shown.Categories[i])
		}
	}
	return c, rounded
}

func itemOf(mark *score.Mark) Item {
	item := Item{Name: mark.Name(), Full: mark.Full.String(), Given: mark.Points.String(), Note: mark.Explain()}
	for _, fix := range mark.Fixes {
		old := Old{Date: fix.Date, NA: fix.From.Kind == ledger.NA}
		if fix.From.Kind == ledger.Entered {
			old.Value = fix.From.Points.String()
		}
		if public(mark) {
			old.Reason = fix.Reason
		}
		item.Old = append(item.Old, old)
	}
	if mark.Merged() {
		item.Old = mergedOld(mark)
	}
	if lacks := mark.Full - mark.Points; lacks > 0 {
		item.Short = lacks.String()
		if public(mark) {
			item.Standard = mark.Items[0].Standard
		}
	}
	return item
}

// mergedOld is the sum that stood before the corrections of items that are published
// together only: what each of them was is not public, nor why it was corrected.
func mergedOld(mark *score.Mark) []Old {
	if len(mark.Fixes) == 0 {
		return nil
	}
	old := Old{Date: mark.Fixes[len(mark.Fixes)-1].Date}
	if mark.Raw.Kind == ledger.Entered {
		old.Value = mark.Raw.Points.String()
	}
	return []Old{old}
}

// public reports whether a mark's standard and the reasons of its corrections may be told.
func public(mark *score.Mark) bool { return !mark.Merged() && !mark.Items[0].Sensitive }

// declaredFor is what the household declared for items, summed; "" where it declared
// nothing for one of them.
func declaredFor(sheet *ledger.Sheet, key string, items []*ledger.Item) string {
	row := sheet.Row(key)
	if row == nil {
		return ""
	}
	var sum ledger.Points
	for _, item := range items {
		i := slices.Index(sheet.Items, item)
		if i < 0 || row.Cells[i].Kind != ledger.Entered {
			return ""
		}
		sum += row.Cells[i].Points
	}
	return sum.String()
}
