package chart

import (
	"cmp"
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// tally counts the tasks under one heading (类别).
type tally struct {
	name              string
	done, overdue, of int
}

// tallies counts p's tasks by heading, in the order of the file, and returns whether the state of
// any is known.
func tallies(p *gazette.Place, day ledger.Date) (list []tally, stated bool) {
	for _, t := range p.Tasks {
		i := slices.IndexFunc(list, func(c tally) bool { return c.name == t.Category })
		if i < 0 {
			i, list = len(list), append(list, tally{name: t.Category})
		}
		list[i].of++
		switch {
		case t.State == ledger.Done:
			list[i].done++
		case t.Overdue(day):
			list[i].overdue++
		}
		stated = stated || t.State != ""
	}
	return list, stated
}

// Progress returns the chart of how many of a place's tasks are done under each heading, out of
// all.
func Progress(p *gazette.Place, day ledger.Date) *Chart {
	list, stated := tallies(p, day)
	if len(list) < 2 || !stated {
		return nil
	}
	c := &Chart{ID: "progress", Kind: Bars, Word: "chart.progress", Of: p.Name, Axis: "chart.heading"}
	done, late := Series{Word: "tasks.state.done"}, Series{Word: "tasks.overdue"}
	all := Series{Word: "chart.all", Bound: true}
	for _, n := range list {
		c.Labels = append(c.Labels, named(cmp.Or(n.name, "—")))
		done.add(ledger.Points(n.done) * ledger.Point)
		late.add(ledger.Points(n.overdue) * ledger.Point)
		all.add(ledger.Points(n.of) * ledger.Point)
	}
	c.Series = []Series{done, late, all}
	return c
}
