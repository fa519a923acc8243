package page

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// list adds the slides of a list, each like s.
func (m *Screen) list(s Slide, rows []SlideRow) {
	s.List, s.Room = len(m.Slides)+1, cmp.Or(s.Room, slideLines)
	for i, rows := range spread(rows, s.Room) {
		s.Rows, s.Again = rows, i > 0
		m.add(s)
	}
}

// honours adds the bands of t. A band that nobody is in says so.
func (m *Screen) honours(v *village, t *score.Table) {
	bands := v.bands(&m.Head, t)
	for i := range bands {
		b := &bands[i]
		holders := slices.DeleteFunc(slices.Clone(v.listed(t, 0)), func(r *score.Row) bool {
			return r.Level != t.Scheme.Honours.Levels[i]
		})
		s := Slide{
			Kind: "honours", Period: t.Period, Band: b, Proposed: !honoured(t), Omitted: b.Omitted, RankedBy: ranked(t),
			Room: max(slideLines-lineCount(textWidth(b.Reward), rewardWidth), 1),
		}
		if len(holders) == 0 {
			m.add(s)
			continue
		}
		rows := v.slideRows(&m.Head, t, nil, holders)
		s.Few = few(rows, s.Room)
		m.list(s, rows)
	}
}

// ranks adds the board of households down to the rank that config.toml names.
func (m *Screen) ranks(v *village, t *score.Table) {
	listed := v.listed(t, 0)
	rows := v.slideRows(&m.Head, t, nil, listed)
	if top := v.book.Config.ScreenTop; top > 0 {
		rows = slices.DeleteFunc(rows, func(r SlideRow) bool { return r.Tie > top })
	}
	m.Groups = groupsIn(v.place.Place, rows)
	first := len(m.Slides)
	m.list(Slide{Kind: "ranks", RankedBy: ranked(t), Households: len(t.Boards[0].Ranked), Omitted: len(t.Boards[0].Ranked) - len(listed)}, rows)
	for i := first; i < len(m.Slides); i++ {
		s := &m.Slides[i]
		s.From, s.To = s.Rows[0].Tie, s.Rows[len(s.Rows)-1].Tie
		s.Tied = s.From == s.To && s.Rows[0].Tied
		s.Again = i > first && m.Slides[i-1].To == s.From
	}
}

// risers adds those who rose since the period before, the greatest rise first: as many as
// ranks are shown, of those who rose alike all or none.
func (m *Screen) risers(v *village, t, before *score.Table) {
	if before == nil {
		return
	}
	rows := slices.DeleteFunc(v.slideRows(&m.Head, t, before, v.listed(t, 0)), func(r SlideRow) bool { return r.Up == 0 })
	slices.SortStableFunc(rows, func(a, b SlideRow) int { return cmp.Compare(b.Up, a.Up) })
	for i := range rows {
		rows[i].Tie = rows[i].Up
	}
	s := Slide{Kind: "risers", Period: before.Period}
	if top := v.book.Config.ScreenTop; top > 0 && len(rows) > top {
		rows, s.Some = leading(rows, top), true
	}
	m.list(s, rows)
}

// groups adds the means of the groups.
func (m *Screen) groups(v *village, t *score.Table) {
	chart := v.groups(t)
	if chart == nil {
		return
	}
	means, households := &chart.Series[0], &chart.Series[1]
	rows := make([]SlideRow, len(chart.Labels))
	for i, group := range chart.Labels {
		rows[i] = SlideRow{Name: group.Text, Households: households.Text(i), Mean: means.Text(i), Tie: i}.measured()
	}
	m.list(Slide{Kind: "groups", Few: few(rows, slideLines)}, rows)
}

// distribution adds how many households have how many points: all that are listed, so
// that each finds itself and nobody is last.
func (m *Screen) distribution(v *village, t *score.Table) {
	listed := v.listed(t, 0)
	values := make([]ledger.Points, len(listed))
	for i, r := range listed {
		values[i], _ = t.Ranking(r)
	}
	chart := distribution(values, rankingDecimals(t))
	if chart == nil {
		return
	}
	s := Slide{Kind: "distribution", Households: len(listed), RankedBy: ranked(t)}
	counts, most := chart.Series[0].Values, ledger.Points(0)
	for _, c := range counts {
		most = max(most, c.Points)
	}
	for i, c := range counts {
		s.Bars = append(s.Bars, SlideBar{chart.Labels[i].Text, c.Points.Text(0), int(100 * c.Points / most)})
	}
	m.add(s)
}
