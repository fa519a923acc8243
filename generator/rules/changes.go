package rules

import (
	"cmp"
	"reflect"
	"slices"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Change is one thing that differs.
type Change struct {
	Name    string // of what differs; "" for a setting of the whole
	Heading string // under which it is
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
	return slices.Concat(
		compare(categories(was), categories(is), ""), compare(events(was), events(is), ""),
		compare(settings(was), settings(is), ""), compare(levels(was), levels(is), ""),
	)
}

// thing is what a version has of one of the things that it lists.
type thing struct {
	key           string // by which those of two versions are the same
	name, heading string
	fields        []field // the first is what it is worth
	parts         []thing // which are under its name
}

// field is what a version has under a key of the words.
type field struct {
	key string
	Value
}

func text(key, s string) field         { return field{key, Value{Text: s}} }
func word(key, s string) field         { return field{key, Value{Word: s}} }
func yesNo(key string, yes bool) field { return word(key, answers[yes]) }

var answers = map[bool]string{false: "changes.no", true: "changes.yes"}

// compare notes what was added, what differs and what was dropped. Things without a heading are under the one given.
func compare(was, is []thing, heading string) (rows []Change) {
	for _, now := range is {
		change := Change{Name: now.name, Heading: cmp.Or(now.heading, heading)}
		if i := index(was, now); i >= 0 {
			rows = append(rows, change.fields(was[i].all(), now.all())...)
			rows = append(rows, compare(was[i].parts, now.parts, now.name)...)
			continue
		}
		change.Added, change.Is = true, now.fields[0].Value
		rows = append(rows, change)
	}
	for _, then := range was {
		if index(is, then) < 0 {
			rows = append(rows, Change{Name: then.name, Heading: cmp.Or(then.heading, heading), Dropped: true, Was: then.fields[0].Value})
		}
	}
	return rows
}

func index(list []thing, one thing) int {
	return slices.IndexFunc(list, func(other thing) bool { return other.key == one.key })
}

func (t thing) all() []field {
	return append([]field{text("name", t.name), text("heading", t.heading)}, t.fields...)
}

// fields are the changes of a thing's fields, as far as both versions have them.
func (c Change) fields(was, is []field) (rows []Change) {
	for _, now := range is {
		i := slices.IndexFunc(was, func(then field) bool { return then.key == now.key })
		if i >= 0 && !reflect.DeepEqual(was[i].Value, now.Value) {
			c.Field, c.Was, c.Is = now.key, was[i].Value, now.Value
			rows = append(rows, c)
		}
	}
	return rows
}

func categories(s *gazette.Scheme) (list []thing) {
	for _, c := range s.Categories {
		list = append(list, thing{key: c.ID, name: c.Name, parts: items(c), fields: []field{
			text("full", c.FullMarks().String()),
			word("cycle", "rules.cycle."+c.Cycle.String()),
			word("combine", "rules.combine."+string(c.Combine)),
		}})
	}
	return list
}

func items(c *ledger.Category) (list []thing) {
	for _, i := range c.Items {
		list = append(list, thing{key: i.ID, name: i.Name, fields: []field{
			text("points", i.Points.String()), text("standard", i.Standard), yesNo("merged", gazette.Hidden(i)),
		}})
	}
	return list
}

func events(s *gazette.Scheme) (list []thing) {
	for _, k := range s.Events {
		e := event(s, k)
		worth := e.Points
		if e.Per != "" {
			worth += "/" + e.Per
		}
		list = append(list, thing{key: k.ID, name: e.Name, heading: e.Heading, fields: []field{
			text("worth", worth), text("maxmonth", e.MaxMonth), text("maxyear", e.MaxYear),
			yesNo("approval", e.Approval), yesNo("sensitive", e.Sensitive), yesNo("veto", e.Veto),
		}})
	}
	return list
}
