package page

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// What a slide holds where it is narrowest, at 4:3. The style sheet of the screen has the
// same measures; its script lays the rows out anew by the same rule where they are larger.
const (
	slideLines  = 10  // of rows, at 5 % of the height or more
	nameWidth   = 130 // of a household or group, in tenths of a row's em
	longWidth   = 145 // … in the smaller type of long names, which is still 5 % of the height
	brokenWidth = 120 // … on each of several lines
	rewardWidth = 280 // of what a band brings, in its own smaller type

	fewRows  = 5 // so many rows at most may be large …
	fewWidth = 60
)

// SlideRow is one line of a list on the screen: a household, or a group with its mean.
type SlideRow struct {
	ID, Name   string
	Group      string
	Rank       Figure
	Points     Figure // by which it is ranked
	Was        string // what it was before a correction, "" if it was the same
	Tie        int    // rows with the same number stand together: their rank, or their rise
	Tied       bool   // it shares its rank
	Up         int
	Households string // of a group: how many
	Mean       string

	Width int  // of ID and Name, in tenths of an em
	Long  bool // it takes the smaller type
	Lines int
}

// slideRows are rows of t, which stand by rank.
func (v *village) slideRows(h *Head, t, before *score.Table, list []*score.Row) []SlideRow {
	share := make(map[int]int)
	for _, r := range t.Boards[0].Ranked {
		share[r.Rank]++
	}
	rows := make([]SlideRow, len(list))
	for i, r := range list {
		m := v.rankedRow(h, t, before, r)
		rows[i] = SlideRow{
			ID: m.ID, Name: m.Name, Group: groupName(v.place.Place, r.Span.Group),
			Rank: m.Figures.Rank, Points: m.Figures.Ranking(),
			Tie: r.Rank, Tied: share[r.Rank] > 1, Up: m.Up,
		}
		if !t.Scheme.ByAverage {
			rows[i].Was = m.Was
		}
		rows[i] = rows[i].measured()
	}
	return rows
}

// measured tells how much room r takes.
func (r SlideRow) measured() SlideRow {
	r.Width = textWidth(r.Name)
	if r.ID != "" {
		r.Width += textWidth(r.ID + " ")
	}
	if r.Was != "" {
		r.Width += textWidth(r.Was + " ")
	}
	if r.Long, r.Lines = r.Width > nameWidth, 1; r.Width > longWidth {
		r.Lines = min(lineCount(r.Width, brokenWidth), slideLines)
	}
	return r
}

// lineCount is how many lines of a width a text takes.
func lineCount(width, of int) int { return (width + of - 1) / of }

// few reports whether all the rows of a list may be large, on a slide with so much room.
func few(rows []SlideRow, room int) bool {
	return len(rows) <= fewRows-(slideLines-room) &&
		!slices.ContainsFunc(rows, func(r SlideRow) bool { return r.Width > fewWidth })
}

// spread lays rows onto slides that have room for so many lines. Rows of one tie stand on
// one slide; a tie longer than that fills slides of its own.
func spread(rows []SlideRow, room int) [][]SlideRow {
	var slides [][]SlideRow
	var slide []SlideRow
	left := room
	turn := func() {
		if len(slide) > 0 {
			slides = append(slides, slide)
		}
		slide, left = nil, room
	}
	for len(rows) > 0 {
		tie := tieOf(rows)
		high := 0
		for _, r := range tie {
			high += r.Lines
		}
		if high > left {
			turn()
		}
		for _, r := range tie {
			if r.Lines > left {
				turn()
			}
			slide, left = append(slide, r), left-r.Lines
		}
		if high > room {
			turn()
		}
		rows = rows[len(tie):]
	}
	turn()
	return slides
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
func groupsIn(p *ledger.Place, rows []SlideRow) []string {
	var names []string
	for _, g := range p.Groups {
		name := groupName(p, g.ID)
		if slices.ContainsFunc(rows, func(r SlideRow) bool { return r.Group == name }) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, r := range rows {
		if r.Group != "" && !slices.Contains(names, r.Group) {
			names = append(names, r.Group)
		}
	}
	if len(names) < 2 {
		return nil
	}
	return names
}
