package score

import (
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// Given is a published period as in its open data, without the clerk's files.
type Given struct {
	State  *notice.State // Period, Status and Counts
	Scheme *ledger.Scheme
	// What each household has before anything is summed over periods: the household, whose Spans
	// only merge it into another (并入); the group and kind of its Span; Members, at least 1;
	// Categories, beside the scheme's of the period's cycle; and the Rank as published, which decides
	// honours if some are hidden.
	Rows    []*Row
	Entries map[*ledger.Household][]*Entry // with Counted
	Hidden  int                            // households that are ranked, and of which nothing is published
}

// Recompute works out the standings of periods, in order, from what is published of them.
func Recompute(place *ledger.Place, given []Given) *Place {
	p := &Place{Place: place, whole: make(map[int]*sum)}
	for i := range given {
		p.Tables = append(p.Tables, given[i].table(place))
	}
	p.link()
	p.standings()
	return p
}

func (g *Given) table(place *ledger.Place) *Table {
	t := tableOf(place, g.State.Period, g.Scheme)
	t.State, t.entries, t.hidden = g.State, g.Entries, g.Hidden
	t.own, t.published = make(map[*ledger.Household]*Row, len(g.Rows)), make(map[*ledger.Household]int, len(g.Rows))
	for _, r := range g.Rows {
		t.addUp(r)
		t.own[r.Household], t.published[r.Household] = r, r.Rank
	}
	return t
}

// rankAsPublished uses the published ranks of households if hidden ones are between them, so that
// honours go to the right ones.
func (t *Table) rankAsPublished() {
	if t.hidden == 0 {
		return
	}
	for _, r := range t.Boards[0].Ranked {
		r.Rank = t.published[r.Household]
	}
}

// YearPoints returns a household's points from the periods of a year that count, as a
// distribution uses them.
func (p *Place) YearPoints(h *ledger.Household, year int) ledger.Exact {
	return p.wholeYear(year).of(h, false).Total
}

// Earned returns the basis of a household's balance: its own points of the periods that count.
func (p *Place) Earned(h *ledger.Household) ledger.Exact {
	sum, _ := p.earned(h)
	return sum
}
