package page

import (
	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/screen"
)

// Honours is <place>/honours/<period>.html, once the period is final.
type Honours struct {
	PeriodHead
	Rests      []PeriodState // as Period has them
	RankedBy   string
	Rounding   string // down, nearest, up
	Ties       ledger.Ties
	Bands      []figure.Band
	BelowFloor int  // how many places gave no level, since the score is below the floor
	Vetoed     int  // … or an event of the year forbids it
	Unnamed    bool // names are published no more
	Omitted    int  // hold a level, and are not listed
	Benefits   []string
	PeriodPage string
	CSV        string
	Screen     string // "" where the screen shows other honours
}

// TiesOut is what layouts ask that a theme of its own has from before they were given the word.
func (h *Honours) TiesOut() bool { return h.Ties == ledger.TiesOut }

// honours is the page of the honours of a table that is final.
func (v *village) honours(t *gazette.Table) *Honours {
	h := t.Scheme.Honours
	m := &Honours{
		PeriodHead: v.headOfPeriod(t, address.Honours(t), "honours"),
		RankedBy:   figure.RankedBy(t), Unnamed: t.Unnamed,
		Rounding: string(h.Rounding), Ties: h.Ties,
		BelowFloor: t.BelowFloor, Vetoed: t.Vetoed, Benefits: t.Scheme.Benefits,
	}
	m.PeriodPage = m.Head.Href(address.Period(t))
	m.CSV = m.Head.Href(address.HonoursCSV(t))
	m.Screen = m.hrefIf(t == screen.Awarded(v.place, v.public.Drafts), address.Screen(v.place))
	m.Rests = v.rests(&m.Head, t)
	m.Bands = figure.Bands(m.Here, t)
	return m
}

// honoursLink leads to the honours of a table that is final.
func honoursLink(h *Head, t *gazette.Table) HonoursLink {
	m := HonoursLink{Period: t.Period, Href: h.Href(address.Honours(t))}
	for i, l := range t.Scheme.Honours.Levels {
		m.Levels = append(m.Levels, LevelCount{l.Name, t.Holders[i]})
	}
	return m
}
