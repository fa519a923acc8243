package page

import (
	"strings"
	"unicode/utf8"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// grounds is what may be told of an event's grounds: of a sensitive one nothing, of a
// deduction only where the site has chosen so.
func grounds(privacy ledger.Privacy, e *score.Entry) string {
	if e.Kind.Sensitive || e.Deducts() && privacy.Deductions != ledger.DeductionsGrounds {
		return ""
	}
	return e.Grounds
}

// Target is what a correction or an objection is about, as far as it may be told.
type Target struct {
	Name   string
	Hidden bool // figures, reasons and answers are withheld with it
	Item   bool // a cell of the sheet, not an event
}

// phrase is the target on a page.
func (t Target) phrase() score.Phrase {
	if t.Hidden && !t.Item {
		return score.Phrase{Key: "phrase.other"}
	}
	return score.Phrase{Text: t.Name}
}

// CorrectionTarget is what a correction in t changes. A sensitive item shows as its
// category, a sensitive event as 其他, and so does what is not known.
func CorrectionTarget(t *score.Table, c *ledger.Correction) Target {
	items := t.Scheme.ItemsOf(t.Period.Cycle)
	if item, _ := ledger.FindItem(items, c.Target); item != nil {
		return itemTarget(items, item)
	}
	for _, e := range entriesOf(t, c.Household) {
		if e.No == c.Target && !e.Kind.Sensitive {
			return Target{Name: e.No}
		}
	}
	return Target{Name: score.Other, Hidden: true}
}

// ObjectionTarget is what an objection in t is about. That is free text: where it names
// a sensitive item, kind of event or event in any way, it shows as the category or as
// 其他.
func ObjectionTarget(t *score.Table, o *ledger.Objection) Target {
	for _, c := range t.Scheme.Categories {
		for _, i := range c.Items {
			if score.Hidden(i) && (names(o.About, i.Name) || o.About == i.ID) {
				return Target{Name: c.Name, Hidden: true, Item: true}
			}
		}
	}
	for _, k := range t.Scheme.Events {
		if k.Sensitive && (names(o.About, k.Name) || o.About == k.ID) {
			return Target{Name: score.Other, Hidden: true}
		}
	}
	for _, e := range entriesOf(t, o.Household) {
		if e.Kind.Sensitive && (names(o.About, e.No) || names(o.About, e.Kind.Name)) {
			return Target{Name: score.Other, Hidden: true}
		}
	}
	return Target{Name: o.About}
}

// entriesOf are the events in t of the household with that key.
func entriesOf(t *score.Table, key string) []*score.Entry {
	if r := t.Row(t.Place.Household(key)); r != nil {
		return t.Entries(r)
	}
	return nil
}

// names reports whether a text holds a name; one of a single character must be all of it.
func names(text, name string) bool {
	if utf8.RuneCountInString(name) < 2 {
		return text == name
	}
	return strings.Contains(text, name)
}

func itemTarget(items []*ledger.Item, item *ledger.Item) Target {
	if score.Hidden(item) {
		return Target{Name: item.Category.Name, Hidden: true, Item: true}
	}
	if _, twice := ledger.FindItem(items, item.Name); twice {
		return Target{Name: item.Category.Name + "/" + item.Name, Item: true}
	}
	return Target{Name: item.Name, Item: true}
}
