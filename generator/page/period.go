package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/chart"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/rules"
)

// Period is <place>/<period>.html: one period's ranking and what can be seen from it.
type Period struct {
	PeriodHead
	Rests        []PeriodState // other periods that its figures rest on while they are not final
	Summed       *Summed       // nil: it sums no other periods
	Governed     []rules.Link  // the versions of the rules that made its figures
	Before       *PeriodLink   // the period with which it is compared; nil: none
	After        *PeriodLink
	Boards       []Board      // by rank: households, then organisations; those without anyone are left out
	Groups       *chart.Chart // nil: fewer than two
	Categories   *chart.Chart // nil: none
	Distribution *chart.Chart
	Stats        gazette.Stats // of the households' board
	Coverage     Coverage
	Unnamed      bool // it names nobody any more
	Notice       string
	Honours      string // "" while there are none, or they are not final
	CSV          string
	Screen       string // "" where the screen shows another period
}

// PeriodLink leads to a page about a period of the same place.
type PeriodLink struct {
	Period ledger.Period
	Href   string
}

// Board is a table of households, or of organisations.
type Board struct {
	Organisations bool
	Columns       figure.Columns
	Provisional   bool        // the period is not final
	Compared      *PeriodLink // the period with which ranks are compared; nil: none
	Skipped       *PeriodLink // the one between, which may still change; nil: none
	Rests         bool        // some row rests on a period that is not final, though this one is
	Rows          []figure.Ranked
	Omitted       int    // not listed, since they have not agreed to be
	Corrected     bool   // some row was
	Rounded       bool   // in some row the parts, as shown, do not add up to the total
	Why           string // where the corrections are
	Block         int    // on paper its rows are side by side in blocks so many ems wide; 0: they are not
}

// period is the page of the place's table at index i.
func (v *village) period(i int) *Period {
	t := v.place.Tables[i]
	before, after := figure.Neighbours(v.place.Tables, i)
	m := &Period{
		PeriodHead: v.headOfPeriod(t, address.Period(t), "period"),
		Stats:      t.Boards[0].Sum.Stats, Coverage: coverage(t), Unnamed: t.Unnamed,
		Groups: chart.Groups(t), Categories: chart.Categories(t), Distribution: chart.Distribution(t),
	}
	m.Governed = governing(&m.Head, t)
	m.Before, m.After = periodLink(&m.Head, before), periodLink(&m.Head, after)
	m.Notice, m.CSV = m.Head.Href(address.Notice(t)), m.Head.Href(address.CSV(t))
	m.Honours = m.hrefIf(t.Honoured(), address.Honours(t))
	m.Screen = m.hrefIf(t == v.place.Latest(), address.Screen(v.place))
	m.Rests, m.Summed = v.rests(&m.Head, t), v.summedIn(&m.Head, t)
	compared, skipped := figure.Compared(v.place.Tables, i)
	for _, b := range t.Boards {
		if b.All > 0 {
			m.Boards = append(m.Boards, ranking(&m.Head, t, &b, compared, skipped))
		}
	}
	return m
}

func periodLink(h *Head, t *gazette.Table) *PeriodLink {
	if t == nil {
		return nil
	}
	return &PeriodLink{Period: t.Period, Href: h.Href(address.Period(t))}
}

// ranking is a board of t by rank.
func ranking(h *Head, t *gazette.Table, b *gazette.Board, compared, skipped *gazette.Table) Board {
	m := board(h, t, compared, b.Organisations, b.Ranked)
	m.Skipped = periodLink(h, skipped)
	m.Block = figure.BlockWidth(len(m.Rows), func(i int) []string { return m.Rows[i].OnRanking(m.Columns, compared != nil) })
	return m
}

// board lists rows, in their order, as a board of t.
func board(h *Head, t, before *gazette.Table, organisations bool, rows []*gazette.Row) Board {
	m := Board{
		Organisations: organisations, Columns: figure.ColumnsOf(t), Compared: periodLink(h, before),
		Provisional: t.State.Status != gazette.Final, Rows: make([]figure.Ranked, 0, len(rows)),
		Why: h.Href(address.Notice(t)) + "#corrections",
	}
	past := !inFull(t)
	for _, r := range rows {
		if r.Organisation != organisations {
			continue
		}
		row := figure.RankedOf(h.Here, t, before, r)
		if past {
			row.Href = h.Href(address.HouseholdYear(t.Place, t.Period.Year, r.ID)) + "#" + address.PeriodAnchor(t.Period)
		}
		m.Rows = append(m.Rows, row)
		m.Corrected = m.Corrected || r.Corrected
		m.Rounded = m.Rounded || figure.Unsummed(r)
		m.Rests = m.Rests || !m.Provisional && (r.Provisional || r.CarryProvisional)
	}
	m.Omitted = t.Board(organisations).All - len(m.Rows)
	return m
}

// inFull reports whether the pages of all households of t tell it in full; else its items are
// on the pages of their years.
func inFull(t *gazette.Table) bool {
	return moving(t) || !slices.ContainsFunc(t.Place.Tables, func(of *gazette.Table) bool {
		return of.Period.Cycle == t.Period.Cycle && of.Period.Last() > t.Period.Last()
	})
}
