// Package score works out every figure: points, sums, ranks, honours, balances, parts.
//
// In: the Book and every period's state on a day. Out: [Standings], and diagnostics for errors
// that only a figure can show. It prints nothing, knows nothing of pages, and never uses binary
// floats: a figure is exact until it is shown, is rounded once, and ranks and honours compare the
// shown figures.
//
// The rules are those of formats.md, "Sums", and formats.md, "Ranks". A table shows a period as
// its own page does: the period itself counts there even while it is provisional, others only if
// they count.
package score

import (
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// Standings are the figures of every place's published periods.
type Standings struct {
	States *notice.States
	byKey  map[*ledger.Place]*Place
}

// Of returns a place's figures; never nil for a place of the book.
func (s *Standings) Of(p *ledger.Place) *Place { return s.byKey[p] }

// Place is one place's figures.
type Place struct {
	*ledger.Place
	Tables []*Table // of the published periods, in order of Period.Compare

	Balances      []*Balance           // by 户号; none if there are neither rewards nor redemptions
	Redeemed      []*ledger.Redemption // up to the day, by date, then line
	Distributions []*Distribution      // up to the day, by year

	balanceOf  map[*ledger.Household]*Balance
	redeemedBy map[*ledger.Household][]*ledger.Redemption
	given      map[*ledger.Reward]int // how many of each were redeemed

	former map[formerKey]ledger.Exact // cache of lifetimes before a year
	whole  map[int]*sum               // each year's counting periods
	from   map[*ledger.Household][]*ledger.Household
}

// Table returns a period's table, or nil if it is not published.
func (p *Place) Table(period ledger.Period) *Table {
	for _, t := range p.Tables {
		if t.Period == period {
			return t
		}
	}
	return nil
}

// Latest returns the last table of p, or nil.
func (p *Place) Latest() *Table {
	if len(p.Tables) == 0 {
		return nil
	}
	return p.Tables[len(p.Tables)-1]
}

// Table is one period of one place.
type Table struct {
	Place      *ledger.Place
	Period     ledger.Period
	State      *notice.State
	Scheme     *ledger.Scheme     // in force for the period
	Categories []*ledger.Category // the table's columns; for a year also those that only an older version has
	Rows       []*Row             // by 户号
	Boards     [2]Board           // households, organisations
	Eligible   int                // households and organisations that take part and touch the period
	Places     []int              // beside Scheme.Honours.Levels: how many places up to each; nil if this period has no honours; -1 for a level by score
	Summary    bool               // a quarter that only sums its months
	Sums       bool               // its figures are those of other periods: of a year, or of a summary quarter
	Others     Periods            // … those that count and are summed, in order
	Carries    Periods            // those of its year that 累计 includes, in order, its own among them
	Rests      Periods            // other periods that 合计 or 累计 depends on and that are not final, in order

	rows map[*ledger.Household]*Row

	// What is of the period itself, before anything is summed over periods.
	own        map[*ledger.Household]*Row // the lines of those who are in it
	categories []*ledger.Category         // of its cycle
	items      []*ledger.Item             // of its sheet
	sheet      *ledger.Sheet              // nil if missing
	fixes      fixes
	entries    map[*ledger.Household][]*Entry
	summed     []*Table                  // what 合计 sums
	carried    []*Table                  // what 累计 sums, of its year
	hidden     int                       // households that are ranked with the others but unknown
	published  map[*ledger.Household]int // if so: 名次 as published
}

// Sheet returns a row's own assessment in t's period. It has no marks if there was nothing to
// enter in the period.
func (t *Table) Sheet(r *Row) Sheet { return t.read(make([]Mark, len(t.items)), r.Household) }

// Entries returns the events of a row that belong to t's period, counted or not, by date, then
// 编号.
func (t *Table) Entries(r *Row) []*Entry { return t.entries[r.Household] }

// Row returns a household's row, or nil if it is not in the table.
func (t *Table) Row(h *ledger.Household) *Row { return t.rows[h] }

// Board ranks like with like.
type Board struct {
	Organisations bool
	Ranked        []*Row // by rank, then 户号
	Carried       []*Row // by rank of 累计, then 户号
}

// Row is one household's line in a table.
type Row struct {
	Household *ledger.Household
	Span      *ledger.Span // the row of households.csv that the period reads
	Figures
	Members int         // 人数
	From    []Inherited // the part of 累计 from the households merged into this one

	Corrected bool   // one of its own figures in this period was corrected
	Was       *Shown // what it showed before the period's corrections; nil if not corrected, or not in the table then

	Withheld Withheld // the reason for which a place with a level gives none
}

// Figures are those of a row that are public as they are, and how they came about.
type Figures struct {
	Organisation     bool `json:"organisation,omitzero"`
	Filled           bool `json:"filled,omitzero"`            // it has no row in the sheet; `missing` gave its points
	Provisional      bool `json:"provisional,omitzero"`       // 合计 depends on a period that is not final
	CarryProvisional bool `json:"carry_provisional,omitzero"` // so does 累计

	Categories []ledger.Exact `json:"categories,omitzero"` // beside Table.Categories
	Additions  ledger.Exact   `json:"additions,omitzero"`  // 加分
	Deductions ledger.Exact   `json:"deductions,omitzero"` // 扣分, not above 0
	Total      ledger.Exact   `json:"total,omitzero"`      // 合计
	Average    ledger.Exact   `json:"average,omitzero"`    // 平均, if the scheme ranks by it
	Carried    ledger.Exact   `json:"carried,omitzero"`    // 累计
	Before     ledger.Exact   `json:"before,omitzero"`     // … of it, from former years (carry = "lifetime")
	Base       ledger.Exact   `json:"base,omitzero"`       // full marks: the value of floor = "base" for it

	Shown     Shown         `json:"shown,omitzero"`
	Rank      int           `json:"rank,omitzero"`       // 名次 on its board
	CarryRank int           `json:"carry_rank,omitzero"` // 累计名次
	Level     *ledger.Level `json:"-"`                   // nil if none
}

// Inherited is the lifetime of a household that was merged into another (并入).
type Inherited struct {
	Household *ledger.Household
	Points    ledger.Exact
	Span      *ledger.Span // the row that merged it
}

// Shown are a row's figures rounded as published; ranks and honours compare these.
type Shown struct {
	Categories []ledger.Points `json:"categories,omitzero"`
	Additions  ledger.Points   `json:"additions,omitzero"`
	Deductions ledger.Points   `json:"deductions,omitzero"`
	Total      ledger.Points   `json:"total,omitzero"`
	Average    ledger.Points   `json:"average,omitzero"`
	Carried    ledger.Points   `json:"carried,omitzero"`
}

// Ranking is the figure by which some rules rank.
func (s *Shown) Ranking(rules *ledger.Scheme) ledger.Points {
	if rules.RankBy == ledger.ByAverage {
		return s.Average
	}
	return s.Total
}

// Withheld is what took a level away.
type Withheld uint8

const (
	NotWithheld Withheld = iota
	BelowFloor
	Vetoed
)

// Ranking returns the figure by which the row is ranked.
func (t *Table) Ranking(r *Row) ledger.Points { return r.Shown.Ranking(t.Scheme) }
