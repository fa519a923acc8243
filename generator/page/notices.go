package page

import (
	"slices"

	"gongshi/generator/address"
)

// Notices is <place>/notices/index.html: all notices of a place, by state.
type Notices struct {
	Head
	States []StateGroup // open, disputed, final, draft; those without a notice are left out
}

// StateGroup are the periods in one state, latest first.
type StateGroup struct {
	Word    string
	Periods []Summary
	Former  []FormerYear // of those that are final, the years before the latest, which are folded
	Ends    int64        // of open ones: when the last of them ends; 0: where the site stands still
}

// FormerYear are the periods of a year, latest first.
type FormerYear struct {
	Year    int
	Periods []Summary
}

func (v *village) notices() *Notices {
	m := &Notices{Head: v.headOf(v.place, address.Notices(v.place), "notices")}
	m.Head = v.offering(m.Head, v.place)
	for _, word := range []string{"open", "disputed", "final", "draft"} {
		g := StateGroup{Word: word}
		for _, t := range slices.Backward(v.place.Tables) {
			if summary := v.summary(&m.Head, t); summary.State.Word == word {
				g.Periods = append(g.Periods, summary)
				g.Ends = max(g.Ends, summary.State.OpenUntil())
			}
		}
		if word == "final" {
			g.fold()
		}
		if len(g.Periods) > 0 {
			m.States = append(m.States, g)
		}
	}
	return m
}

// fold moves the periods of the years before the latest to Former.
func (g *StateGroup) fold() {
	all := g.Periods
	for i, p := range all {
		year := p.Period.Year
		switch last := len(g.Former) - 1; {
		case year == all[0].Period.Year:
			g.Periods = all[: i+1 : i+1]
		case last >= 0 && g.Former[last].Year == year:
			g.Former[last].Periods = append(g.Former[last].Periods, p)
		default:
			g.Former = append(g.Former, FormerYear{year, []Summary{p}})
		}
	}
}
