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
	t.State, t.hidden = g.State, g.Hidden
	t.own = make(map[*ledger.Household]*Row, len(g.Rows))
	t.entries, t.published = make(map[*ledger.Household][]*Entry), make(map[*ledger.Household]int)
	for _, r := range g.Rows {
		t.entries[r.Household], t.published[r.Household] = r.Entries, r.Rank
		own := &Row{Household: r.Household, Span: r.Span, Members: max(r.Members, 1), Figures: Figures{Categories: r.Categories}}
		t.addUp(own)
		t.own[r.Household] = own
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
