package chart

import (
	"cmp"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Progress returns the chart of how many of a place's tasks are done under each heading (类别), in
// the order of the file, out of all. There is none if the state of no task is known.
func Progress(p *gazette.Place, day ledger.Date) *Chart {
	c := &Chart{ID: "progress", Kind: Bars, Word: "chart.progress", Of: p.Name, Axis: "chart.heading"}
	done, late := Series{Word: "tasks.state.done"}, Series{Word: "tasks.overdue"}
	all := Series{Word: "chart.all", Bound: true}
	at, stated := make(map[string]int), false
	for _, t := range p.Tasks {
		i, known := at[t.Category]
		if !known {
			i = len(at)
			at[t.Category] = i
			c.Labels = append(c.Labels, named(cmp.Or(t.Category, "—")))
			for _, s := range []*Series{&done, &late, &all} {
				s.add(0)
			}
		}
		all.Values[i].Points += ledger.Point
		switch {
		case t.State == ledger.Done:
			done.Values[i].Points += ledger.Point
		case t.Overdue(day):
			late.Values[i].Points += ledger.Point
		}
		stated = stated || t.State != ""
	}
	if len(at) < 2 || !stated {
		return nil
	}
	c.Series = []Series{done, late, all}
	return c
}
