package score

import (
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// Given is a published period as in its open data, without the clerk's files.
type Given struct {
	State  *notice.State // Period, Status and Counts
	Scheme *ledger.Scheme
	Rows   []GivenRow
	Hidden int // households that are ranked, and of which nothing is published
}

// GivenRow is one household's row: its own points, before anything is summed over periods.
type GivenRow struct {
	Household  *ledger.Household // its Spans have only the household into which it was merged (并入)
	Span       *ledger.Span      // Group and Kind
	Members    int
	Categories []ledger.Exact // beside the scheme's categories of the period's cycle
	Entries    []*Entry       // with Counted
	Rank       int            // 名次 as published, which decides honours if some are hidden
}

// Recompute works out the standings of periods, in order, from what is published of them.
func Recompute(place *ledger.Place, given []Given) *Place {
	t := &tally{place: place}
	for i := range given {
		t.periods = append(t.periods, given[i].period(place))
	}
	t.link()
	return t.standings()
}

func (g *Given) period(place *ledger.Place) *period {
	p := &period{
		state: g.State, scheme: g.Scheme, categories: g.Scheme.CategoriesOf(g.State.Period.Cycle),
		hidden: g.Hidden, summary: place.Summary(g.State.Period),
		owns:    make(map[*ledger.Household]*own, len(g.Rows)),
		entries: make(map[*ledger.Household][]*Entry),
		ranks:   make(map[*ledger.Household]int),
	}
	for _, r := range g.Rows {
		o := &own{span: r.Span, categories: r.Categories, members: max(r.Members, 1)}
		o.addEntries(r.Entries)
		p.owns[r.Household], p.entries[r.Household], p.ranks[r.Household] = o, r.Entries, r.Rank
	}
	return p
}

// rankAsPublished uses the published ranks of households if hidden ones are between them, so that
// honours go to the right ones.
func (p *period) rankAsPublished(t *Table) {
	if p.hidden == 0 {
		return
	}
	for _, r := range t.Boards[0].Ranked {
		r.Rank = p.ranks[r.Household]
	}
}

// YearPoints returns a household's points from the periods of a year that count, as a
// distribution uses them.
func (p *Place) YearPoints(h *ledger.Household, year int) ledger.Exact {
	return p.tally.wholeYear(year).of(h, false).total()
}

// Earned returns the basis of a household's balance: its own points of the periods that count.
func (p *Place) Earned(h *ledger.Household) ledger.Exact {
	sum, _ := p.tally.earned(h)
	return sum
}
