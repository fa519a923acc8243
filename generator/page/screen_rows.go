package page

import (
	"slices"

	"gongshi/generator/gazette"
)

// SlideRow is one line of a list on the screen: a household, or a group with its mean.
type SlideRow struct {
	ID, Name   string
	Group      gazette.Phrase
	Rank       Figure
	Points     Figure // by which it is ranked
	Was        string // what it was before a correction, "" if it was the same
	Tie        int    // rows with the same number stand together: their rank, or their rise
	Tied       bool   // it shares its rank
	Up         int
	Households string // of a group: how many
	Mean       string
}

// slideRows are rows of one of t's boards, which stand by rank.
func (v *village) slideRows(h *Head, t, before *gazette.Table, board int, list []*gazette.Row) []SlideRow {
	rows := make([]SlideRow, len(list))
	for i, r := range list {
		m := rankedRow(h, t, before, r)
		rows[i] = SlideRow{
			ID: m.ID, Name: m.Name, Group: v.groupName(r.Group),
			Rank: m.Figures.Rank, Points: m.Figures.Ranking(),
			Tie: r.Rank, Tied: r.Tied, Up: m.Up,
		}
		if !t.Scheme.ByAverage {
			rows[i].Was = m.Was
		}
	}
	return rows
}

// tieOf are the rows at the head of rows that are tied.
func tieOf(rows []SlideRow) []SlideRow {
	n := 1
	for n < len(rows) && rows[n].Tie == rows[0].Tie {
		n++
	}
	return rows[:n]
}

// leading are the ties at the head of rows of which so many rows are not exceeded; the
// first one in any case.
func leading(rows []SlideRow, most int) []SlideRow {
	n := len(tieOf(rows))
	for n < len(rows) {
		next := len(tieOf(rows[n:]))
		if n+next > most {
			break
		}
		n += next
	}
	return rows[:n]
}

// groupsIn are the names of the groups of rows, in the order of place.toml; none where
// they are fewer than two.
func (v *village) groupsIn(rows []SlideRow) []gazette.Phrase {
	var order, names []gazette.Phrase
	for _, g := range v.place.Groups {
		order = append(order, v.groupName(g.ID))
	}
	for _, r := range rows {
		order = append(order, r.Group)
	}
	for _, name := range order {
		same := func(p gazette.Phrase) bool { return p.Key == name.Key && p.Text == name.Text }
		holds := func(r SlideRow) bool { return same(r.Group) }
		if !slices.ContainsFunc(names, same) && slices.ContainsFunc(rows, holds) {
			names = append(names, name)
		}
	}
	if len(names) < 2 {
		return nil
	}
	return names
}
