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
	Ends    int64        // of open ones: when the last of them ends; 0: where the site is still
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
			switch summary := v.summary(&m.Head, t); {
			case summary.State.Word != word:
			case word == "final" && len(g.Periods) > 0 && t.Period.Year != g.Periods[0].Period.Year:
				g.addFormer(summary)
			default:
				g.Periods = append(g.Periods, summary)
				g.Ends = max(g.Ends, summary.State.OpenUntil())
			}
		}
		if len(g.Periods) > 0 {
			m.States = append(m.States, g)
		}
	}
	return m
}

// addFormer adds a period of a year before the latest.
func (g *StateGroup) addFormer(p Summary) {
	last := len(g.Former) - 1
	if last < 0 || g.Former[last].Year != p.Period.Year {
		g.Former = append(g.Former, FormerYear{Year: p.Period.Year})
		last++
	}
	g.Former[last].Periods = append(g.Former[last].Periods, p)
}
