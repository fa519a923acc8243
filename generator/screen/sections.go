package screen

import (
	"cmp"
	"slices"

	"gongshi/generator/chart"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// list adds the slide of a list, if it is not empty.
func (d *Deck) list(s Slide, rows []Row) {
	if len(rows) == 0 {
		return
	}
	s.List, s.Rows = true, rows
	d.add(s)
}

// honours adds the bands of t, also those without anybody.
func (d *Deck) honours(t *gazette.Table, former bool) {
	bands := figure.Bands("", t)
	for i := range bands {
		b := &bands[i]
		holders := slices.DeleteFunc(slices.Clone(t.Boards[0].Ranked), func(r *gazette.Row) bool {
			return r.Level != t.Scheme.Honours.Levels[i]
		})
		d.add(Slide{
			Kind: "honours", Period: t.Period, Band: b, Proposed: !t.Honoured(), Former: former, Omitted: b.Omitted, RankedBy: figure.RankedBy(t),
			List: len(holders) > 0, Rows: slideRows(t, nil, holders),
		})
	}
}

// ranks adds the board of households down to the rank that config.toml names.
func (d *Deck) ranks(t *gazette.Table) {
	s, rows := d.board("ranks", t, 0)
	d.Groups = groupsIn(t.Place, t.Boards[0].Ranked[:len(rows)])
	if len(rows) > 0 {
		s.From, s.To = rows[0].Tie, rows[len(rows)-1].Tie
		s.Tied = s.From == s.To && rows[0].Tied
		if !s.Tied {
			s.To = max(s.To, s.From+len(rows)-1) // of a tie the last place
		}
	}
	if listed := t.Boards[0].Ranked; len(rows) < len(listed) {
		s.Beyond = listed[len(rows)].Rank
	}
	d.list(s, rows)
}

// board is a slide of one of t's boards, with its rows.
func (d *Deck) board(kind string, t *gazette.Table, board int) (Slide, []Row) {
	all, listed := t.Boards[board].All, t.Boards[board].Ranked
	rows := slideRows(t, nil, listed)
	if top := d.top; top > 0 {
		rows = slices.DeleteFunc(rows, func(r Row) bool { return r.Tie > top })
	}
	return Slide{
		Kind: kind, RankedBy: figure.RankedBy(t), Provisional: t.State.Status != gazette.Final,
		Households: all, Omitted: all - len(listed),
	}, rows
}

// mostRisers is about what one slide has room for: a meeting praises a few.
const mostRisers = 9

// risers adds those who rose since the latest final period, the greatest rise first: some, no more than
// ranks are shown, and of those with the same rise all or none.
func (d *Deck) risers(tables []*gazette.Table) {
	t := tables[len(tables)-1]
	before, skipped := figure.Compared(tables, len(tables)-1)
	if before == nil || before.State.Status != gazette.Final { // a meeting is not told who rose against what may still change
		return
	}
	rows := slices.DeleteFunc(slideRows(t, before, t.Boards[0].Ranked), func(r Row) bool { return r.Up == 0 })
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(b.Up, a.Up) })
	for i := range rows {
		rows[i].Tie = rows[i].Up
	}
	s := Slide{Kind: "risers", Period: before.Period, Provisional: t.State.Status != gazette.Final}
	if skipped != nil {
		s.Skipped = skipped.Period
	}
	most := mostRisers
	if d.top > 0 {
		most = min(most, d.top)
	}
	if len(rows) > most {
		rows, s.Some = leading(rows, most), true
	}
	d.list(s, rows)
}

// groups adds the means of the groups.
func (d *Deck) groups(t *gazette.Table) {
	chart := chart.Groups(t)
	if chart == nil {
		return
	}
	means, households := &chart.Series[0], &chart.Series[1]
	rows := make([]Row, len(chart.Labels))
	for i, group := range chart.Labels {
		rows[i] = Row{Group: group.Name, Households: households.Text(i), Mean: means.Text(i), Tie: i}
	}
	d.list(Slide{Kind: "groups", Provisional: chart.Provisional}, rows)
}

// distribution adds how many households have how many points: all that are listed, so that each
// finds itself and nobody is last.
func (d *Deck) distribution(t *gazette.Table) {
	chart := chart.Distribution(t)
	if chart == nil {
		return
	}
	s := Slide{Kind: "distribution", Provisional: chart.Provisional, Households: len(t.Boards[0].Ranked), RankedBy: figure.RankedBy(t)}
	counts, most := chart.Series[0].Values, ledger.Points(0)
	for _, c := range counts {
		most = max(most, c.Points)
	}
	for i, c := range counts {
		s.Bars = append(s.Bars, Bar{chart.Labels[i].Name.Text, c.Points.Text(0), int(100 * c.Points / most)})
	}
	d.add(s)
}
