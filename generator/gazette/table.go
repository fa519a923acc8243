package gazette

import (
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Table is one published period of one place.
type Table struct {
	Place      *Place             `json:"-"`
	Period     ledger.Period      `json:"period,omitzero"`
	State      *State             `json:"state,omitzero"`
	Scheme     *Scheme            `json:"-"`
	Categories []*ledger.Category `json:"-"`               // the columns
	Rows       []*Row             `json:"-"`               // that may be shown, by 户号
	Boards     [2]Board           `json:"boards,omitzero"` // households, organisations
	Coverage   Coverage           `json:"coverage,omitzero"`
	Counts     Counts             `json:"counts,omitzero"`
	Places     []int              `json:"places,omitzero"`      // beside the levels of the scheme: how many places up to each; nil without honours; -1 for a level by score
	Holders    []int              `json:"holders,omitzero"`     // likewise: how many have it, those that are not listed included
	BelowFloor int                `json:"below_floor,omitzero"` // how many places gave no level, since the figure is below the floor
	Vetoed     int                `json:"vetoed,omitzero"`      // … or an event of the year forbids it
	Summary    bool               `json:"summary,omitzero"`     // a quarter that only sums its months
	Sums       bool               `json:"sums,omitzero"`        // its figures are those of other periods
	Others     Periods            `json:"others,omitzero"`      // … those, in order
	Carries    Periods            `json:"carries,omitzero"`     // whose points 累计 takes of its year, in order, its own included
	Rests      Periods            `json:"rests,omitzero"`       // that 合计 or 累计 depends on and that are not final
	Kept       bool               `json:"kept,omitzero"`        // the details are still on the site (config.toml, keep)
	Unnamed    bool               `json:"unnamed,omitzero"`     // it names nobody any more (config.toml, names_for)
	Listed     int                `json:"listed,omitzero"`      // how many records are published
	Records    Records            `json:"records,omitzero"`     // how many are not
	Corrected  []DayCount         `json:"corrected,omitzero"`   // on which days how many figures of it were corrected
	Notice     Notice             `json:"notice,omitzero"`
	Codes      []string           `json:"codes,omitzero"`    // the check codes of its seals, the latest first
	Declared   bool               `json:"declared,omitzero"` // households could declare their own points
	Changed    Change             `json:"changed,omitzero"`  // the files that its figures came from

	rows    map[string]*Row
	sheet   func(*Row) Sheet
	entries func([]Entry, *Row) []Entry // appends them
}

// Corrections returns how many figures of t were corrected.
func (t *Table) Corrections() (n int) {
	for _, d := range t.Corrected {
		n += d.Count
	}
	return n
}

// Periods are periods to be listed.
type Periods = score.Periods

// DayCount is how often something happened on a day.
type DayCount struct {
	Day   ledger.Date `json:"day,omitzero"`
	Count int         `json:"count,omitzero"`
}

// Records counts by board, households first, the rows and the records that are not published.
type Records struct {
	Households  [2]int `json:"households,omitzero"`
	Records     [2]int `json:"records,omitzero"`
	Corrections int    `json:"corrections,omitzero"`
	Objections  int    `json:"objections,omitzero"`
}

// Coverage is how many of those who take part were assessed.
type Coverage struct {
	Eligible int `json:"eligible,omitzero"`
	Assessed int `json:"assessed,omitzero"` // they are in the table (formats.md, "Ranks")
	Filled   int `json:"filled,omitzero"`   // … of them by the rule for what is missing, without an entry of their own
	Omitted  int `json:"omitted,omitzero"`  // … of them not listed
}

// Counts are those whose rows in the register touch a period.
type Counts struct {
	Households int `json:"households,omitzero"` // whether they take part or not
	Taking     int `json:"taking,omitzero"`     // … of them that take part
	Units      int `json:"units,omitzero"`      // organisations that take part
}

// Board ranks like with like.
type Board struct {
	Organisations bool   `json:"organisations,omitzero"`
	Ranked        []*Row `json:"-"`            // that may be shown, by rank, then 户号
	All           int    `json:"all,omitzero"` // ranked, those that are not listed included

	Sum BoardSum `json:"-"` // of Ranked
}

// Row is one household's line in a table.
type Row struct {
	ID    string `json:"id,omitzero"`   // 户号
	At    Source `json:"at,omitzero"`   // its row in the sheet; zero if it has none
	Name  string `json:"name,omitzero"` // as published; "" if only 户号 is shown
	Group string `json:"group,omitzero"`
	Kind  string `json:"kind,omitzero"`
	score.Figures
	Members   int            `json:"members,omitzero"`    // 人数, by which this table's average divides, or that of one that sums it; otherwise 0
	MembersAt []Source       `json:"members_at,omitzero"` // where it is registered; none if the table only sums others
	From      []Inherited    `json:"from,omitzero"`       // the part of 累计 from households merged into this one
	Tied      bool           `json:"tied,omitzero"`       // it shares its rank
	Corrected bool           `json:"corrected,omitzero"`  // one of its own figures in this period was corrected
	Was       *ledger.Points `json:"was,omitzero"`        // what 合计 showed before, if that was another
}

// Inherited is the lifetime of a household that was merged into another.
type Inherited struct {
	ID     string       `json:"id,omitzero"` // "" where it may not be named, and then At is zero
	Points ledger.Exact `json:"points,omitzero"`
	At     Source       `json:"at,omitzero"` // the row of households.csv that merged it
}

// Row returns a household's row by its 户号, or nil if it is not in the table.
func (t *Table) Row(id string) *Row { return t.rows[id] }

// Board returns the board of the households, or of the organisations.
func (t *Table) Board(organisations bool) *Board {
	if organisations {
		return &t.Boards[1]
	}
	return &t.Boards[0]
}

// Sheet returns a row's own assessment, without marks if there are none, or if they have left the
// site.
func (t *Table) Sheet(r *Row) Sheet { return t.sheet(r) }

// Entries returns the events of a row that belong to t's period, by date, then 编号; none if they
// have left the site.
func (t *Table) Entries(r *Row) []Entry { return t.entries(nil, r) }

// Ranking returns the figure by which the row is ranked.
func (t *Table) Ranking(r *Row) ledger.Points { return r.Shown.Ranking(t.Scheme.Scheme) }

// Rankings returns those figures of rows.
func (t *Table) Rankings(rows []*Row) []ledger.Points {
	values := make([]ledger.Points, len(rows))
	for i, r := range rows {
		values[i] = t.Ranking(r)
	}
	return values
}
