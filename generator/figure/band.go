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
	Product    string // N × percent, before rounding
	Places     int    // up to this level; -1 for a level by score
	FloorBase  bool   // not below the base
	Floor      string // not below a number
	Reward     string
	Households []Ranked
	Omitted    int
}

// Bands returns the levels of a table, each with its households by rank.
func Bands(here string, t *gazette.Table) []Band {
	bands := make([]Band, len(t.Places))
	for i, l := range t.Scheme.Honours.Levels {
		bands[i] = BandOf(l, t.Places[i], t.Boards[0].All)
		for _, r := range t.Boards[0].Ranked {
			if r.Level == l {
				bands[i].Households = append(bands[i].Households, RankedOf(here, t, nil, r))
			}
		}
		bands[i].Omitted = t.Holders[i] - len(bands[i].Households)
	}
	return bands
}

// BandOf returns the rule of a level, with its places among n ranked.
func BandOf(l *ledger.Level, places, n int) Band {
	b := Band{Name: l.Name, Places: places, Reward: l.Reward, FloorBase: l.FloorBase}
	switch {
	case l.HasTop:
		b.Top = l.Top.String()
		b.Product = l.Top.Exact().MulDiv(int64(n), 100).String()
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
