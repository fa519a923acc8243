package screen

import (
	"slices"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Row is one line of a list on the screen: a household, or a group with its mean.
type Row struct {
	figure.Ranked // with Was only where it is ranked by 合计
	Group         gazette.Phrase
	Tie           int    // rows with the same number stay together: their rank, or their rise
	Households    string // for a group: how many
	Mean          string
}

// slideRows returns rows of one of t's boards, by rank.
func slideRows(t, before *gazette.Table, list []*gazette.Row) []Row {
	rows := make([]Row, len(list))
	for i, r := range list {
		rows[i] = Row{Ranked: figure.RankedOf("", t, before, r), Group: figure.Group(t.Place, r.Group), Tie: r.Rank}
		if t.Scheme.RankBy == ledger.ByAverage {
			rows[i].Was = ""
		}
	}
	return rows
}

// leading returns the ties at the head of rows that together are not more than so many rows, but
// at least the first one.
func leading(rows []Row, most int) []Row {
	n := 0
	for i := range rows {
		ends := i+1 == len(rows) || rows[i+1].Tie != rows[i].Tie
		if ends && (n == 0 || i < most) {
			n = i + 1
		}
	}
	return rows[:n]
}

// groupsIn returns the names of the groups of rows, in the order of place.toml; none if they are
// fewer than two.
func groupsIn(p *gazette.Place, rows []*gazette.Row) []gazette.Phrase {
	var names []gazette.Phrase
	for _, g := range figure.ByGroup(p, rows) {
		same := func(name gazette.Phrase) bool { return name.Key == g.Name.Key && name.Text == g.Name.Text }
		if !slices.ContainsFunc(names, same) {
			names = append(names, g.Name)
		}
	}
	if len(names) < 2 {
		return nil
	}
	return names
}
