package gazette

import (
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Table is one published period of one place.
type Table struct {
	Place      *Place
	Period     ledger.Period
	State      *State
	Scheme     *Scheme
	Categories []*ledger.Category // the columns
	Rows       []*Row             // that may be shown, by 户号
	Boards     [2]Board           // households, organisations
	Coverage   Coverage
	Touching   int        // households and organisations whose rows touch the period, whether they take part or not
	Places     []int      // beside the levels of the scheme: how many places up to each; nil: no honours; -1 for a level by score
	Holders    []int      // likewise: how many hold it, those that are not listed included
	BelowFloor int        // how many places gave no level, since the figure is below the floor
	Vetoed     int        // … or an event of the year forbids it
	Summary    bool       // a quarter that only sums its months
	Sums       bool       // its figures are those of other periods
	Others     Periods    // … those, in order
	Carries    Periods    // whose points 累计 takes of its year, in order, its own included
	Rests      Periods    // that 合计 or 累计 rests on and that are not final
	Kept       bool       // the details are still on the site (config.toml, keep)
	Listed     int        // how many records are published
	Records    Records    // how many are not
	Corrected  []DayCount // on which days how many figures of it were corrected
	Notice     Notice
	Codes      []string // the check codes of its seals, the latest first
	Declared   bool     // households could declare their own points
	Changed    Change   // of the files that its figures came from

	rows    map[string]*Row
	sheet   func(*Row) Sheet
	entries func(*Row) []Entry
}

// Periods are periods to be listed.
type Periods = score.Periods

// DayCount is how often something happened on a day.
type DayCount struct {
	Day   ledger.Date
	Count int
}

// Records counts by board, households first, the rows and the records that are not published.
type Records struct {
	Households, Records [2]int
	Corrections         int
	Objections          int
}

// Coverage tells how many of those who take part were assessed.
type Coverage struct {
	Eligible int
	Assessed int // they stand in the table (formats.md, "Ranks")
	Filled   int // … of them by the rule for what is missing, without an entry of their own
	Omitted  int // … of them not listed
}

// Board ranks like with like.
type Board struct {
	Organisations bool
	Ranked        []*Row // that may be shown, by rank, then 户号
	All           int    // ranked, those that are not listed included
}

// Row is one household's line in a table.
type Row struct {
	ID           string // 户号
	At           Source // its row in the sheet; zero where it has none
	Name         string // as published; "" where 户号 stands alone
	Group, Kind  string
	Organisation bool
	Filled       bool // it has no row in the sheet: `missing` gave its points

	Provisional      bool // 合计 rests on a period that is not final
	CarryProvisional bool // so does 累计

	Categories                   []ledger.Exact // beside Table.Categories
	Additions, Deductions, Total ledger.Exact
	Average, Carried             ledger.Exact
	Base                         ledger.Exact // full marks
	Members                      int          // 人数, by which this table's average divides, or that of one that sums it; else 0
	MembersAt                    []Source     // where it is registered; none where the table only sums others
	Before                       ledger.Exact // 累计 of former years, where it is a lifetime's
	From                         []Inherited  // what 累计 has from households that went on in this one, likewise
	Shown                        score.Shown
	Rank, CarryRank              int
	Tied                         bool           // it shares its rank
	Level                        *ledger.Level  // nil: none
	Corrected                    bool           // a figure of its own in this period was corrected
	Was                          *ledger.Points // what 合计 showed before, where that was another
}

// Inherited is the lifetime of a household that went on in another.
type Inherited struct {
	ID     string // "" where it may not be named, and then At is zero
	Points ledger.Exact
	At     Source // the row of households.csv by which it went on
}

// Row finds a household's row by its 户号; nil if it does not stand in the table.
func (t *Table) Row(id string) *Row { return t.rows[id] }

// Sheet is a row's own assessment; it has no marks where there are none, or where they have
// left the site.
func (t *Table) Sheet(r *Row) Sheet { return t.sheet(r) }

// Entries are the events of a row that belong to t's period, by date, then 编号; none where
// they have left the site.
func (t *Table) Entries(r *Row) []Entry { return t.entries(r) }

// CarryDecimals are the fraction digits of 累计; an average always shows two.
func (t *Table) CarryDecimals() int {
	if t.Scheme.ByAverage {
		return 2
	}
	return t.Scheme.Decimals
}

// Ranking is the figure by which the row is ranked, with its fraction digits.
func (t *Table) Ranking(r *Row) (ledger.Points, int) {
	if t.Scheme.ByAverage {
		return r.Shown.Average, 2
	}
	return r.Shown.Total, t.Scheme.Decimals
}
