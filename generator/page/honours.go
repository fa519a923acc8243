package page

import (
	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Honours is <place>/honours/<period>.html, once the period is final.
type Honours struct {
	Head
	Place      string
	Period     ledger.Period
	State      State
	Rests      []PeriodState // as Period has them
	Ranked     int           // N: all households ranked, those without a level included
	RankedBy   string
	Rounding   string // down, nearest, up
	TiesOut    bool
	Bands      []Band
	BelowFloor int // how many places gave no level, since the score is below the floor
	Vetoed     int // … or an event of the year forbids it
	Omitted    int // hold a level, and are not listed
	Benefits   []string
	PeriodPage string
	CSV        string
	Screen     string // "" where the screen shows other honours
}

// Band is one level and who holds it.
type Band struct {
	Name       string
	Top        string // cumulative percent from the top, "" where it goes by another rule
	Count      int    // cumulative number of places, 0 likewise
	Min        string // score to reach, "" likewise
	Product    string // N × percent, before rounding
	Places     int    // up to this level; -1 where it goes by score
	FloorBase  bool   // not below the base
	Floor      string // not below a number
	Reward     string
	Households []Ranked
	Omitted    int
}

// honours is the page of the honours of a table that is final.
func (v *village) honours(t *gazette.Table) *Honours {
	h := t.Scheme.Honours
	m := &Honours{
		Head:  v.personal(v.headOf(t.Place, "honours/"+t.Period.String()+".html", "honours")),
		Place: v.place.Name, Period: t.Period, State: v.state(t.State),
		Ranked: t.Boards[0].All, RankedBy: ranked(t),
		Rounding: string(h.Rounding), TiesOut: h.TiesOut,
		Benefits: t.Scheme.Benefits,
	}
	m.Changed = changedAt(t)
	m.PeriodPage = m.Head.Href(address.Period(t))
	m.CSV = m.Head.Href(address.Data(t.Place, "honours-"+t.Period.String()+".csv"))
	m.Screen = v.screenHref(&m.Head, t, v.awarded())
	m.Rests = v.rests(&m.Head, t.Rests)
	m.Bands = v.bands(&m.Head, t)
	m.BelowFloor, m.Vetoed = t.BelowFloor, t.Vetoed
	return m
}

// bands are the levels of a table, each with its households by rank.
func (v *village) bands(h *Head, t *gazette.Table) []Band {
	bands := make([]Band, len(t.Places))
	for i, l := range t.Scheme.Honours.Levels {
		bands[i] = band(l, t.Places[i], t.Boards[0].All)
		for _, r := range t.Boards[0].Ranked {
			if r.Level == l {
				bands[i].Households = append(bands[i].Households, rankedRow(h, t, nil, r))
			}
		}
		bands[i].Omitted = t.Holders[i] - len(bands[i].Households)
	}
	return bands
}

// band is the rule of a level, with its places among n ranked.
func band(l *ledger.Level, places, n int) Band {
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

// honoursLink leads to the honours of a table that is final.
func (v *village) honoursLink(h *Head, t *gazette.Table) HonoursLink {
	m := HonoursLink{Period: t.Period, Href: h.Href(address.Honours(t))}
	for i, l := range t.Scheme.Honours.Levels {
		m.Levels = append(m.Levels, LevelCount{l.Name, t.Holders[i]})
	}
	return m
}
