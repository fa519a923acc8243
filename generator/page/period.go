package page

import (
	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Period is <place>/<period>.html: one period's ranking and what can be seen from it.
type Period struct {
	Head
	Place        string
	Period       ledger.Period
	State        State
	Rests        []PeriodState // other periods that its figures rest on while they are not final
	Summed       *Summed       // nil: it sums no other periods
	Governed     []RuleLink    // the versions of the rules that made its figures
	Before       *PeriodLink   // the period with which it is compared; nil: none
	After        *PeriodLink
	Boards       []Board // by rank: households, then organisations; those without anyone are left out
	Groups       *Chart  // nil: fewer than two
	Categories   *Chart  // nil: none
	Distribution *Chart
	Coverage     Coverage
	Mean, Median string // of the households' board
	Notice       string
	Honours      string // "" while there are none, or they are not final
	CSV          string
	Screen       string // "" where the screen shows another period
}

// PeriodLink leads to another period of the same place.
type PeriodLink struct {
	Period ledger.Period
	Href   string
}

// Board is a table of households, or of organisations.
type Board struct {
	Organisations bool
	Columns       Columns
	Provisional   bool        // the period is not final
	Compared      *PeriodLink // the period with which ranks are compared; nil: none
	Rests         bool        // some row rests on a period that is not final, though this one is
	Rows          []Ranked
	Omitted       int    // not listed, since they have not agreed to be
	Corrected     bool   // some row was
	Rounded       bool   // in some row the parts, as shown, do not add up to the total
	Why           string // where the corrections stand
	Block         int    // on paper its rows stand side by side in blocks so many ems wide; 0: they do not
}

// Ranked is one line of a board.
type Ranked struct {
	ID, Name, Href   string
	Figures          Figures
	Provisional      bool   // 合计 rests on a period that is not final
	CarryProvisional bool   // so does 累计
	Corrected        bool   // a figure of its own in this period was corrected
	Was              string // what 合计 was before; "" if it was the same, or cannot be told
	New              bool   // it does not stand in the period before
	Up, Down         int    // by how many ranks since the period before
}

// period is the page of the place's table at index i.
func (v *village) period(i int) *Period {
	t := v.place.Tables[i]
	st := t.Boards[0].Sum
	before, after := v.neighbours(i)
	m := &Period{
		Head:  v.following(v.personal(v.headOf(t.Place, t.Period.String()+".html", "period")), t.State),
		Place: v.place.Name, Period: t.Period, State: v.state(t.State),
		Coverage: coverage(t),
		Mean:     st.MeanText(), Median: st.MedianText(),
		Groups: v.groups(t), Categories: v.categories(t),
	}
	m.Governed, m.Changed = v.governing(&m.Head, t), changedAt(t)
	m.Before, m.After = periodLink(&m.Head, before), periodLink(&m.Head, after)
	m.Notice, m.CSV = m.Head.Href(address.Notice(t)), m.Head.Href(address.CSV(t))
	if t.Honoured() {
		m.Honours = m.Head.Href(address.Honours(t))
	}
	m.Screen = v.screenHref(&m.Head, t, v.place.Latest())
	m.Rests, m.Summed = v.rests(&m.Head, t.Rests), v.summedIn(&m.Head, t)
	m.Boards = v.boards(&m.Head, t, before)
	for i := range m.Boards {
		b := &m.Boards[i]
		b.Block = blockWidth(len(b.Rows), func(i int) []string { return b.Rows[i].onRanking(b.Columns, b.Compared != nil) })
	}
	listed := t.Boards[0].Ranked
	values := make([]ledger.Points, len(listed))
	for i, r := range listed {
		values[i], _ = t.Ranking(r)
	}
	if m.Distribution = distribution(values, t.Scheme.RankDecimals()); m.Distribution != nil {
		m.Distribution.Ranked, m.Distribution.Provisional = ranked(t), label(t).Provisional
	}
	return m
}

// neighbours are the tables of the same cycle before and after the one at i, or nil.
func (v *village) neighbours(i int) (before, after *gazette.Table) {
	tables := v.place.Tables
	for _, t := range tables[:i] {
		if t.Period.Cycle == tables[i].Period.Cycle {
			before = t
		}
	}
	for _, t := range tables[i+1:] {
		if t.Period.Cycle == tables[i].Period.Cycle {
			return before, t
		}
	}
	return before, nil
}

func periodLink(h *Head, t *gazette.Table) *PeriodLink {
	if t == nil {
		return nil
	}
	return &PeriodLink{Period: t.Period, Href: h.Href(address.Period(t))}
}

// boards are t's boards by rank; those without anyone are left out.
func (v *village) boards(h *Head, t, before *gazette.Table) []Board {
	var boards []Board
	for _, b := range t.Boards {
		if b.All > 0 {
			boards = append(boards, v.board(h, t, before, b.Organisations, b.Ranked))
		}
	}
	return boards
}

// board lists rows, in their order, as a board of t.
func (v *village) board(h *Head, t, before *gazette.Table, organisations bool, rows []*gazette.Row) Board {
	m := Board{
		Organisations: organisations, Columns: columnsOf(t), Compared: periodLink(h, before),
		Provisional: v.state(t.State).Provisional, Rows: make([]Ranked, 0, len(rows)),
		Why: h.Href(address.Notice(t)) + "#corrections",
	}
	for _, r := range rows {
		if r.Organisation != organisations {
			continue
		}
		m.Rows = append(m.Rows, rankedRow(h, t, before, r))
		m.Corrected = m.Corrected || r.Corrected
		m.Rounded = m.Rounded || unsummed(r)
		m.Rests = m.Rests || !m.Provisional && (r.Provisional || r.CarryProvisional)
	}
	if m.Omitted = t.Boards[0].All; organisations {
		m.Omitted = t.Boards[1].All
	}
	m.Omitted -= len(m.Rows)
	return m
}

func rankedRow(h *Head, t, before *gazette.Table, r *gazette.Row) Ranked {
	m := Ranked{
		ID: r.ID, Name: r.Name,
		Href:        h.Here + address.Escape(address.HouseholdFile(r.ID)),
		Figures:     figures(t, r),
		Provisional: r.Provisional, CarryProvisional: r.CarryProvisional,
	}
	m.Corrected, m.Was = r.Corrected, wasText(t, r)
	if before != nil {
		m.New, m.Up, m.Down = moved(before.Row(r.ID), r)
	}
	return m
}

// moved compares a row's rank with that of the same household in the period before.
func moved(was, is *gazette.Row) (isNew bool, up, down int) {
	if was == nil || was.Organisation != is.Organisation {
		return true, 0, 0
	}
	return false, max(was.Rank-is.Rank, 0), max(is.Rank-was.Rank, 0)
}
