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
	Counted    int    // who have this level or a higher one
	Short      int    // … fewer than its places, since some in them were given none
	Why        string // … low, veto or both: the reasons in the period
	Further    bool   // a level stands above it, in whose places its own begin
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
		bands[i].Short, bands[i].Why = shortOf(t, bands[i].Places, bands[i].Counted)
		bands[i].Further = i > 0
		bands[i].Tie = tieAt(t, bands[i].Places, bands[i].Counted)
	}
	return bands
}

// shortOf is how many households within a level's places were given none, and why: with too few points,
// by a veto, or one or the other. It is 0 where that does not make the places the number that have it.
func shortOf(t *gazette.Table, places, counted int) (left int, why string) {
	ranked := t.Boards[0].Ranked
	if places < 0 || len(ranked) != t.Boards[0].All {
		return 0, ""
	}
	for _, r := range ranked[:min(places, len(ranked))] {
		tied := places < len(ranked) && ranked[places].Rank == r.Rank // with the first outside
		if r.Level == nil && !tied {
			left++
		}
	}
	switch {
	case left == 0 || left != places-counted || left > t.BelowFloor+t.Vetoed:
		return 0, ""
	case t.Vetoed == 0:
		return left, "low"
	case t.BelowFloor == 0:
		return left, "veto"
	}
	return left, "both"
}

// Tie are the households that share the last rank of a level's places.
type Tie struct {
	Rank, Count int
	In          bool // all of them have the level; otherwise none
}

// tieAt is what makes counted another number than places: a tie at their edge. It is nil where
// it cannot be told: with households that are not listed, and places that gave no level.
func tieAt(t *gazette.Table, places, counted int) *Tie {
	ranked := t.Boards[0].Ranked
	told := len(ranked) == t.Boards[0].All && t.BelowFloor+t.Vetoed == 0
	edge := counted - 1 // the last who has it, or the first who has not
	if counted < places {
		edge = counted
	}
	if !told || places < 0 || counted == places || edge >= len(ranked) {
		return nil
	}
	tie := &Tie{Rank: ranked[edge].Rank, In: counted > places}
	for _, r := range ranked {
		if r.Rank == tie.Rank {
			tie.Count++
		}
	}
	return tie
}

// cut is the way in which a product became a number of places.
func cut(product ledger.Exact, places int) string {
	switch product.Cmp((ledger.Points(places) * ledger.Point).Exact()) {
	case 1:
		return "down"
	case -1:
		return "up"
	}
	return ""
}

// BandOf returns the rule of a level, with its places among n ranked.
func BandOf(l *ledger.Level, places, n int) Band {
	b := Band{Name: l.Name, Places: places, Reward: l.Reward, FloorBase: l.FloorBase}
	switch {
	case l.HasTop:
		b.Top = l.Top.String()
		product := l.Top.Exact().MulDiv(int64(n), 100)
		b.Product, b.Cut = product.String(), cut(product, places)
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
