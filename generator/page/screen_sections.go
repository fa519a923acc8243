package page

import (
	"cmp"
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// list adds the slide of a list, if there is anything on it.
func (m *Screen) list(s Slide, rows []SlideRow) {
	if len(rows) == 0 {
		return
	}
	s.List, s.Rows = true, rows
	m.add(s)
}

// honours adds the bands of t. A band that nobody is in says so.
func (m *Screen) honours(v *village, t *gazette.Table) {
	bands := v.bands(&m.Head, t)
	for i := range bands {
		b := &bands[i]
		holders := slices.DeleteFunc(slices.Clone(t.Boards[0].Ranked), func(r *gazette.Row) bool {
			return r.Level != t.Scheme.Honours.Levels[i]
		})
		s := Slide{
			Kind: "honours", Period: t.Period, Band: b, Proposed: !t.Honoured(), Omitted: b.Omitted, RankedBy: ranked(t),
		}
		if len(holders) == 0 {
			m.add(s)
			continue
		}
		m.list(s, v.slideRows(&m.Head, t, nil, 0, holders))
	}
}

// ranks adds the board of households down to the rank that config.toml names.
func (m *Screen) ranks(v *village, t *gazette.Table) {
	s, rows := m.board(v, t, 0)
	m.Groups = v.groupsIn(rows)
	if s.Kind = "ranks"; len(rows) > 0 {
		s.From, s.To = rows[0].Tie, rows[len(rows)-1].Tie
		s.Tied = s.From == s.To && rows[0].Tied
	}
	m.list(s, rows)
}

// organisations adds their board, likewise.
func (m *Screen) organisations(v *village, t *gazette.Table) {
	s, rows := m.board(v, t, 1)
	s.Kind = "organisations"
	m.list(s, rows)
}

// board is a slide of one of t's boards, with its rows.
func (m *Screen) board(v *village, t *gazette.Table, board int) (Slide, []SlideRow) {
	all, listed := t.Boards[board].All, t.Boards[board].Ranked
	rows := v.slideRows(&m.Head, t, nil, board, listed)
	if top := v.public.Config.ScreenTop; top > 0 {
		rows = slices.DeleteFunc(rows, func(r SlideRow) bool { return r.Tie > top })
	}
	return Slide{RankedBy: ranked(t), Households: all, Omitted: all - len(listed)}, rows
}

// risers adds those who rose since the period before, the greatest rise first: as many as
// ranks are shown, of those who rose alike all or none.
func (m *Screen) risers(v *village, t, before *gazette.Table) {
	if before == nil {
		return
	}
	rows := slices.DeleteFunc(v.slideRows(&m.Head, t, before, 0, t.Boards[0].Ranked), func(r SlideRow) bool { return r.Up == 0 })
	slices.SortStableFunc(rows, func(a, b SlideRow) int { return cmp.Compare(b.Up, a.Up) })
	for i := range rows {
		rows[i].Tie = rows[i].Up
	}
	s := Slide{Kind: "risers", Period: before.Period}
	if top := v.public.Config.ScreenTop; top > 0 && len(rows) > top {
		rows, s.Some = leading(rows, top), true
	}
	m.list(s, rows)
}

// groups adds the means of the groups.
func (m *Screen) groups(v *village, t *gazette.Table) {
	chart := v.groups(t)
	if chart == nil {
		return
	}
	means, households := &chart.Series[0], &chart.Series[1]
	rows := make([]SlideRow, len(chart.Labels))
	for i, group := range chart.Labels {
		rows[i] = SlideRow{Group: group.Name, Households: households.Text(i), Mean: means.Text(i), Tie: i}
	}
	m.list(Slide{Kind: "groups"}, rows)
}

// distribution adds how many households have how many points: all that are listed, so
// that each finds itself and nobody is last.
func (m *Screen) distribution(v *village, t *gazette.Table) {
	listed := t.Boards[0].Ranked
	values := make([]ledger.Points, len(listed))
	for i, r := range listed {
		values[i], _ = t.Ranking(r)
	}
	chart := distribution(values, t.Scheme.RankDecimals())
	if chart == nil {
		return
	}
	s := Slide{Kind: "distribution", Households: len(listed), RankedBy: ranked(t)}
	counts, most := chart.Series[0].Values, ledger.Points(0)
	for _, c := range counts {
		most = max(most, c.Points)
	}
	for i, c := range counts {
		s.Bars = append(s.Bars, SlideBar{chart.Labels[i].Name.Text, c.Points.Text(0), int(100 * c.Points / most)})
	}
	m.add(s)
}
