package rules

import (
	"slices"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Change is one thing that differs.
type Change struct {
	Name    string // of what differs; "" for a setting of the whole
	Heading string // under which it stands
	Field   string // a key of the words: points, cap, …; "" where it was added or dropped
	Added   bool
	Dropped bool
	Was, Is Value
}

// Value is one of: a text, a key of the words, a band of honours. All empty: none.
type Value struct {
	Text, Word string
	Band       *figure.Band
}

// Changes are what differs between two versions. Categories, items and events are matched by
// id, levels by name.
func Changes(was, is *gazette.Scheme) []Change {
	d := &difference{was: was, is: is}
	d.categories()
	d.events()
	d.settings()
	d.honours()
	return d.rows
}

type difference struct {
	was, is       *gazette.Scheme
	name, heading string // what is compared now
	rows          []Change
}

func (d *difference) field(field string, was, is Value) {
	if was != is {
		d.rows = append(d.rows, Change{Name: d.name, Heading: d.heading, Field: field, Was: was, Is: is})
	}
}

func (d *difference) text(field, was, is string) {
	d.field(field, Value{Text: was}, Value{Text: is})
}
func (d *difference) word(field, was, is string) {
	d.field(field, Value{Word: was}, Value{Word: is})
}
func (d *difference) yesNo(field string, was, is bool) {
	d.word(field, yesNo[was], yesNo[is])
}

// part compares one kind of thing that a version lists.
type part[T any] struct {
	key   func(T) string // by which those of two versions are the same
	name  func(T, *gazette.Scheme) (name, heading string)
	worth func(T, *gazette.Scheme) Value
	both  func(was, is T) // notes what differs in one that both versions have
}

// compare notes what was added, what differs and what was dropped.
func compare[T any](d *difference, was, is []T, p part[T]) {
	in := func(list []T, one T) int {
		return slices.IndexFunc(list, func(other T) bool { return p.key(other) == p.key(one) })
	}
	for _, one := range is {
		d.name, d.heading = p.name(one, d.is)
		if i := in(was, one); i >= 0 {
			p.both(was[i], one)
		} else {
			d.rows = append(d.rows, Change{Name: d.name, Heading: d.heading, Added: true, Is: p.worth(one, d.is)})
		}
	}
	for _, one := range was {
		if in(is, one) < 0 {
			d.name, d.heading = p.name(one, d.was)
			d.rows = append(d.rows, Change{Name: d.name, Heading: d.heading, Dropped: true, Was: p.worth(one, d.was)})
		}
	}
}

func (d *difference) categories() {
	compare(d, d.was.Categories, d.is.Categories, part[*ledger.Category]{
		key:   func(c *ledger.Category) string { return c.ID },
		name:  func(c *ledger.Category, _ *gazette.Scheme) (string, string) { return c.Name, "" },
		worth: func(c *ledger.Category, _ *gazette.Scheme) Value { return Value{Text: c.FullMarks().String()} },
		both: func(was, is *ledger.Category) {
			d.text("name", was.Name, is.Name)
			d.text("full", was.FullMarks().String(), is.FullMarks().String())
			d.word("cycle", "rules.cycle."+was.Cycle.String(), "rules.cycle."+is.Cycle.String())
			d.word("combine", "rules.combine."+string(was.Combine), "rules.combine."+string(is.Combine))
			d.items(was, is)
		},
	})
}

func (d *difference) items(was, is *ledger.Category) {
	compare(d, was.Items, is.Items, part[*ledger.Item]{
		key:   func(i *ledger.Item) string { return i.ID },
		name:  func(i *ledger.Item, _ *gazette.Scheme) (string, string) { return i.Name, is.Name },
		worth: func(i *ledger.Item, _ *gazette.Scheme) Value { return Value{Text: i.Points.String()} },
		both: func(was, is *ledger.Item) {
			d.text("name", was.Name, is.Name)
			d.text("points", was.Points.String(), is.Points.String())
			d.text("standard", was.Standard, is.Standard)
			d.yesNo("merged", gazette.Hidden(was), gazette.Hidden(is))
		},
	})
}

func (d *difference) events() {
	compare(d, d.was.Events, d.is.Events, part[*ledger.EventKind]{
		key:   func(k *ledger.EventKind) string { return k.ID },
		name:  func(k *ledger.EventKind, s *gazette.Scheme) (string, string) { return k.Name, k.Heading(s.Scheme) },
		worth: func(k *ledger.EventKind, s *gazette.Scheme) Value { return Value{Text: worth(event(s, k))} },
		both:  func(was, is *ledger.EventKind) { d.event(event(d.was, was), event(d.is, is)) },
	})
}

func (d *difference) event(was, is Event) {
	d.text("name", was.Name, is.Name)
	d.text("heading", was.Heading, is.Heading)
	d.text("worth", worth(was), worth(is))
	d.text("maxmonth", was.MaxMonth, is.MaxMonth)
	d.text("maxyear", was.MaxYear, is.MaxYear)
	d.yesNo("approval", was.Approval, is.Approval)
	d.yesNo("sensitive", was.Sensitive, is.Sensitive)
	d.yesNo("veto", was.Veto, is.Veto)
}

// worth returns what an event gives: 2/次.
func worth(e Event) string {
	if e.Per == "" {
		return e.Points
	}
	return e.Points + "/" + e.Per
}
