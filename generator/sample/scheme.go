package main

import "fmt"

// A scheme is the rules of a place, as scheme/<name>.toml holds them.
type scheme struct {
	title, basis           string
	effective              day
	cycle, carry, rankBy   string
	decimals, base         int
	missing, notApplicable string
	benefits               []string
	adopted                adopted
	cross                  bool
	categories             []category
	kinds                  []kind
	honours                *honours
}

type adopted struct {
	date    day
	meeting string
	yes, no int
	filed   day
}

type category struct {
	id, name, cycle, combine string
	items                    []item
}

type item struct {
	id, name  string
	points    int
	standard  string
	sensitive bool
}

// A kind is an addition or a deduction, of fixed points or of a range.
type kind struct {
	id, name, category        string
	points, low, high         int
	per                       string
	perMonth, perYear         int
	approval, sensitive, veto bool
}

type honours struct {
	cycle, rounding, ties string
	levels                []level
}

type level struct {
	name       string
	top, count int
	floor      string
	reward     string
}

// items are those assessed in the cycle.
func (r scheme) items(cycle string) []item {
	var list []item
	for _, c := range r.categories {
		if c.cycle == cycle {
			list = append(list, c.items...)
		}
	}
	return list
}

// kind is an event's kind by its id.
func (r scheme) kind(id string) kind {
	for _, k := range r.kinds {
		if k.id == id {
			return k
		}
	}
	panic("no kind " + id)
}

func (r scheme) toml() string {
	var d doc
	d.set("title", r.title)
	d.set("basis", r.basis)
	d.set("effective", r.effective)
	d.opt("cycle", r.cycle)
	d.opt("carry", r.carry)
	d.opt("rank_by", r.rankBy)
	d.opt("decimals", r.decimals)
	d.opt("base", r.base)
	d.opt("missing", r.missing)
	d.opt("not_applicable", r.notApplicable)
	d.opt("benefits", r.benefits)
	d.head("[adopted]")
	d.set("date", r.adopted.date)
	d.set("meeting", r.adopted.meeting)
	d.set("for", r.adopted.yes)
	d.set("against", r.adopted.no)
	d.opt("filed", r.adopted.filed)
	d.head("[zone]")
	d.set("max_households", 100)
	d.set("min_panel", 5)
	d.set("cross", r.cross)
	for _, c := range r.categories {
		c.add(&d)
	}
	for _, k := range r.kinds {
		k.add(&d)
	}
	if r.honours != nil {
		r.honours.add(&d)
	}
	return d.String()
}

func (c category) add(d *doc) {
	d.head("[[category]]")
	d.set("id", c.id)
	d.set("name", c.name)
	d.set("cycle", c.cycle)
	d.opt("combine", c.combine)
	base := 0
	for _, it := range c.items {
		base += it.points
	}
	d.set("base", base)
	for _, it := range c.items {
		d.head("[[category.item]]")
		d.set("id", it.id)
		d.set("name", it.name)
		d.set("points", it.points)
		d.set("standard", it.standard)
		d.opt("sensitive", it.sensitive)
	}
}

func (k kind) add(d *doc) {
	d.head("[[event]]")
	d.set("id", k.id)
	d.set("name", k.name)
	d.opt("category", k.category)
	if k.points != 0 {
		d.set("points", k.points)
	} else {
		fmt.Fprintf(d, "range = [%d, %d]\n", k.low, k.high)
	}
	d.set("per", k.per)
	d.opt("max_per_month", k.perMonth)
	d.opt("max_per_year", k.perYear)
	d.opt("approval", k.approval)
	d.opt("sensitive", k.sensitive)
	d.opt("veto", k.veto)
}

func (h honours) add(d *doc) {
	d.head("[honours]")
	d.set("cycle", h.cycle)
	d.set("rounding", h.rounding)
	d.set("ties", h.ties)
	for _, l := range h.levels {
		d.head("[[honours.level]]")
		d.set("name", l.name)
		d.opt("top", l.top)
		d.opt("count", l.count)
		d.opt("floor", l.floor)
		d.opt("reward", l.reward)
	}
}
