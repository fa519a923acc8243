// Package figure makes published figures as pages show them, each with the cell of open data that
// has the same text.
//
// In: a published table and its rows. Out: a row's [Figures], the lines of a board ([Ranked]) and
// the bands of honours ([Band]) as text, and how wide such lines are on paper. Every figure is
// rounded already. It works out none, and does not know the pages.
package figure

import (
	"strconv"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Figure is a published figure. Key is <period>/<户号>/<column>, as in data-figure: the cell of
// <place>/data/<period>.csv with exactly the same text.
type Figure struct {
	Key, Text string
}

// Figures are a row's published figures. Those that the scheme does not have are empty.
type Figures struct {
	Categories               []Figure // beside Columns.Categories
	Additions, Deductions    Figure
	Total, Average, Members  Figure
	Rank, Carried, CarryRank Figure
}

// Of returns r's figures as in the data file of t's period.
func Of(t *gazette.Table, r *gazette.Row) Figures {
	row := t.Period.String() + "/" + r.ID + "/"
	d, s := t.Scheme.Decimals, r.Shown
	f := Figures{
		Categories: make([]Figure, len(t.Categories)),
		Additions:  Figure{row + gazette.ColumnAdditions, s.Additions.Text(d)},
		Deductions: Figure{row + gazette.ColumnDeductions, s.Deductions.Text(d)},
		Total:      Figure{row + gazette.ColumnTotal, s.Total.Text(d)},
		Rank:       Figure{row + gazette.ColumnRank, strconv.Itoa(r.Rank)},
		Carried:    Figure{row + gazette.ColumnCarried, s.Carried.Text(t.Scheme.RankDecimals())},
		CarryRank:  Figure{row + gazette.ColumnCarryRank, strconv.Itoa(r.CarryRank)},
	}
	for i, c := range t.Categories {
		f.Categories[i] = Figure{row + gazette.CategoryColumn(t.Categories, c), s.Categories[i].Text(d)}
	}
	if t.Scheme.RankBy == ledger.ByAverage {
		f.Average = Figure{row + gazette.ColumnAverage, s.Average.Text(2)}
		f.Members = Figure{row + gazette.ColumnMembers, strconv.Itoa(r.Members)}
	}
	return f
}

// Ranking returns the figure by which the row is ranked.
func (f *Figures) Ranking() Figure {
	if f.Average.Text != "" {
		return f.Average
	}
	return f.Total
}

// Columns are the columns that the tables of a period have.
type Columns struct {
	Categories []string
	Average    bool // ranked by 平均, which is beside 人数
	Events     bool // the scheme knows additions or deductions
	Lifetime   bool // 累计 sums all years, not one
}

// ColumnsOf are those of t.
func ColumnsOf(t *gazette.Table) Columns {
	c := Columns{
		Average:  t.Scheme.RankBy == ledger.ByAverage,
		Events:   len(t.Scheme.Events) > 0,
		Lifetime: t.Scheme.Carry == ledger.Lifetime,
	}
	for _, cat := range t.Categories {
		c.Categories = append(c.Categories, gazette.CategoryColumn(t.Categories, cat))
	}
	return c
}

// Unsummed reports whether r's parts, as shown, do not add up to its total: each is rounded by
// itself.
func Unsummed(r *gazette.Row) bool {
	sum := r.Shown.Additions + r.Shown.Deductions
	for _, c := range r.Shown.Categories {
		sum += c
	}
	return sum != r.Shown.Total
}

// Cut reports whether a figure is rounded when shown.
func Cut(exact ledger.Exact, shown ledger.Points) bool {
	p, ok := exact.Points()
	return !ok || p != shown
}

// Standing is how a household does in one period.
type Standing struct {
	Figures          Figures
	Tied             bool   // it shares its rank
	Provisional      bool   // 合计 depends on a period that is not final
	CarryProvisional bool   // so does 累计
	Corrected        bool   // one of its own figures in this period was corrected
	Was              string // the former 合计; "" if it was the same, or is not known
}

// StandingOf returns that of r in t.
func StandingOf(t *gazette.Table, r *gazette.Row) Standing {
	return Standing{Of(t, r), r.Tied, r.Provisional, r.CarryProvisional, r.Corrected, Was(t, r)}
}

// Ranked is one line of a board.
type Ranked struct {
	ID, Name, Href string
	Standing
	New      bool // it is not in the period before
	Up, Down int  // by how many ranks since the period before
}

// RankedOf returns the line of r on a page from which its place's folder is at here.
func RankedOf(here string, t, before *gazette.Table, r *gazette.Row) Ranked {
	m := Ranked{
		ID: r.ID, Name: r.Name, Href: here + address.Escape(address.HouseholdFile(r.ID)), Standing: StandingOf(t, r),
	}
	if before != nil {
		m.New, m.Up, m.Down = Moved(before.Row(r.ID), r)
	}
	return m
}

// Moved compares a row's rank with that of the same household in the period before.
func Moved(was, is *gazette.Row) (isNew bool, up, down int) {
	if was == nil || was.Organisation != is.Organisation {
		return true, 0, 0
	}
	return false, max(was.Rank-is.Rank, 0), max(is.Rank-was.Rank, 0)
}

// Was returns a row's 合计 before its own figures were corrected, or "" if that shows the same, is
// not known, or has left the site with the details.
func Was(t *gazette.Table, r *gazette.Row) string {
	if r.Was == nil {
		return ""
	}
	return r.Was.Text(t.Scheme.Decimals)
}
