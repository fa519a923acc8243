package figure

import (
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Band is one level and the households that have it.
type Band struct {
	Name       string
	Top        string // cumulative percent from the top, or "" for another rule
	Count      int    // cumulative number of places, 0 likewise
	Min        string // score to reach, "" likewise
	Ranked     int    // N: households that are ranked
	Village    int    // all households of the village
	Apart      int    // … that take no part, which are all that are not ranked; 0: none, or others too
	Product    string // N × percent, before rounding
	Cut        string // down or up, as its fraction was rounded; "" where it has none
	Places     int    // up to this level; -1 for a level by score
	FloorBase  bool   // not below the base
	Floor      string // not below a number
	Tie        *Tie   // nil: nobody is tied at the edge of its places
	Counted    int    // households that have this level or a higher one
	Within     int    // households within its places, once all who are tied at their edge are in, or out
	Short      int    // … of whom so many were given none
	Why        string // … low, veto or both: the reasons in the period
	Further    bool   // a level is above it, in whose places its own begin
	Reward     string
	Households []Ranked
	Omitted    int
}

// Bands returns the levels of a table, each with its households by rank.
func Bands(here string, t *gazette.Table) []Band {
	bands := make([]Band, len(t.Places))
	for i, l := range t.Scheme.Honours.Levels {
		bands[i] = BandOf(l, t.Places[i], t.Boards[0].All)
		bands[i].Ranked, bands[i].Village = t.Boards[0].All, t.Counts.Households
		if t.Counts.Taking == t.Boards[0].All {
			bands[i].Apart = t.Counts.Households - t.Counts.Taking
		}
		for _, r := range t.Boards[0].Ranked {
			if r.Level == l {
				bands[i].Households = append(bands[i].Households, RankedOf(here, t, nil, r))
			}
		}
		bands[i].Omitted = t.Holders[i] - len(bands[i].Households)
		for _, n := range t.Holders[:i+1] {
			bands[i].Counted += n
		}
		bands[i].Further = i > 0
		bands[i].sum(t)
	}
	return bands
}

// sum tells how the places of a level became the number that has it or a higher one: which households are tied
// across their edge, all in or all out, and how many of those then within them were given none. A tie that adds
// one and a veto that takes one are both told. Neither is where it would not make the number, or where some are
// not listed.
func (b *Band) sum(t *gazette.Table) {
	ranked := t.Boards[0].Ranked
	if b.Places < 0 || len(ranked) != t.Boards[0].All {
		return
	}
	within, tie := edge(ranked, b.Places, t.Scheme.Honours.Ties != ledger.TiesOut)
	short := 0
	for _, r := range ranked[:within] {
		if r.Level == nil {
			short++
		}
	}
	if within-short == b.Counted && short <= t.BelowFloor+t.Vetoed {
		b.Within, b.Tie, b.Short = within, tie, short
		b.Why = why(t)
	}
}

// edge is how many of the ranked are within a number of places, and the tie across their edge, or nil.
func edge(ranked []*gazette.Row, places int, in bool) (within int, tie *Tie) {
	if places == 0 || places >= len(ranked) || ranked[places-1].Rank != ranked[places].Rank {
		return min(places, len(ranked)), nil
	}
	tie = &Tie{Rank: ranked[places].Rank, In: in}
	for _, r := range ranked {
		switch {
		case r.Rank < tie.Rank:
			within++
		case r.Rank == tie.Rank:
			tie.Count++
		}
	}
	if in {
		within += tie.Count
	}
	return within, tie
}

// why some in the places of a period were given no level: too few points, a veto, or one or the other.
func why(t *gazette.Table) string {
	switch {
	case t.Vetoed == 0:
		return "low"
	case t.BelowFloor == 0:
		return "veto"
	}
	return "both"
}

// Tie are the households that share the last rank of a level's places.
type Tie struct {
	Rank, Count int
	In          bool // all of them are within; otherwise none
}

// BandOf returns the rule of a level, with its places among n ranked.
func BandOf(l *ledger.Level, places, n int) Band {
	b := Band{Name: l.Name, Places: places, Reward: l.Reward, FloorBase: l.FloorBase}
	switch {
	case l.HasTop:
		b.Top = l.Top.String()
		product := l.Top.Exact().MulDiv(int64(n), 100)
		b.Product = product.String()
		b.Cut = [...]string{"up", "", "down"}[product.Cmp((ledger.Points(places)*ledger.Point).Exact())+1]
	case l.HasCount:
		b.Count = l.Count
	case l.HasMin:
		b.Min = l.Min.String()
	}
	if l.HasFloor {
		b.Floor = l.Floor.String()
	}
	return b
}
