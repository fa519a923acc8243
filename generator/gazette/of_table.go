package gazette

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// table returns what is published of one period.
func (m *Maker) table(g *Place, p *score.Place, t *score.Table, chain *proof.Chain) *Table {
	gt := &Table{
		Place: g, Period: t.Period, State: StateOf(p.Place, t.State), Scheme: m.schemes[t.Scheme], Categories: t.Categories,
		Coverage: Coverage{Eligible: t.Eligible, Assessed: len(t.Rows)},
		Places:   t.Places, Summary: t.Summary, Sums: t.Sums, Others: t.Others, Carries: t.Carries, Rests: t.Rests,
		Kept: m.people.Details(t.Period), Changed: m.history.Last(t.Files()...),
		Unnamed:   !m.people.Named(t.Period, t.State.Status),
		Declared:  p.Declared[t.Period] != nil,
		Corrected: m.correctedDays(p.Place, t.Period),
		rows:      make(map[string]*Row, len(t.Rows)),
	}
	for _, h := range p.Households {
		gt.Counts.add(h.SpanFor(t.Period))
	}
	of := make(map[*Row]*score.Row, len(t.Rows)) // the source of the rows
	m.rows(gt, t, of)
	m.members(gt, p, t, of)
	m.honours(gt, t)
	gt.sheet = func(r *Row) Sheet { return m.sheet(gt, t, of[r]) }
	gt.entries = func(list []Entry, r *Row) []Entry { return m.entriesOf(list, gt, t, of[r]) }
	m.notice(gt, p, t)
	for _, s := range slices.Backward(chain.Of(t.Period)) {
		gt.Codes = append(gt.Codes, proof.Code(s.Digest))
	}
	return gt
}

// add counts a row of the register, nil for none.
func (c *Counts) add(s *ledger.Span) {
	switch {
	case s == nil:
	case s.Kind == ledger.Organisation:
		if s.TakesPart {
			c.Units++
		}
	default:
		c.Households++
		if s.TakesPart {
			c.Taking++
		}
	}
}

// rows fills in the rows that may be shown, and counts the others.
func (m *Maker) rows(gt *Table, t *score.Table, of map[*Row]*score.Row) {
	marks := 0
	if len(t.Rows) > 0 { // the same for all
		marks = len(score.Public(t.Sheet(t.Rows[0]).Marks))
	}
	for _, r := range t.Rows {
		if r.Filled {
			gt.Coverage.Filled++
		}
		board := 0
		if r.Organisation {
			board = 1
		}
		omitted := m.people.Omitted(t.Place, r.Household)
		if omitted || !gt.Kept {
			gt.Records.Records[board] += marks + len(t.Entries(r))
		} else {
			gt.Listed += marks + len(t.Entries(r))
		}
		if omitted {
			gt.Coverage.Omitted++
			gt.Records.Households[board]++
			continue
		}
		row := m.row(gt, t, r)
		gt.Rows = append(gt.Rows, row)
		gt.rows[row.ID], of[row] = row, r
	}
	for b := range t.Boards {
		gt.Boards[b] = board(gt, &t.Boards[b])
	}
}

func (m *Maker) row(gt *Table, t *score.Table, r *score.Row) *Row {
	row := &Row{
		ID:    r.Household.ID,
		Name:  m.people.Name(t.Place, r.Household, r.Span, m.people.lastNamed(t.Period, gt.State.Status)),
		Group: r.Span.Group, Kind: r.Span.Kind,
		Figures: r.Figures, From: m.inherited(t, r), Corrected: r.Corrected && gt.Kept,
	}
	if own := t.Place.Sheets[t.Period].Row(r.Household.Key); own != nil {
		row.At = sourceOf(own.Position)
	}
	if row.Corrected && r.Was != nil && r.Was.Total != r.Shown.Total {
		row.Was = &r.Was.Total
	}
	return row
}

// members adds the numbers by which averages divide, and where each is registered.
func (m *Maker) members(gt *Table, p *score.Place, t *score.Table, of map[*Row]*score.Row) {
	divides := func(by *score.Table) bool {
		return by.Scheme.RankBy == ledger.ByAverage && slices.Contains(by.Carries, t.Period)
	}
	if t.Scheme.RankBy != ledger.ByAverage && !slices.ContainsFunc(p.Tables, divides) {
		return
	}
	for _, row := range gt.Rows {
		r := of[row]
		row.Members = r.Members
		if t.Scheme.RankBy == ledger.ByAverage && !t.Sums && gt.Kept {
			row.MembersAt = membersAt(t, r)
		}
	}
}

func membersAt(t *score.Table, r *score.Row) []Source {
	if !t.Place.HasMembers {
		return []Source{sourceOf(r.Span.Position)}
	}
	var list []Source
	for _, m := range r.Household.Members {
		if m.Counts(t.Period.Last()) {
			list = append(list, sourceOf(m.Position))
		}
	}
	return list
}

// inherited returns what a row has from others, who are named only if they may be.
func (m *Maker) inherited(t *score.Table, r *score.Row) []Inherited {
	var list []Inherited
	for _, from := range r.From {
		in := Inherited{Points: from.Points}
		if !m.people.Omitted(t.Place, from.Household) {
			in.ID, in.At = from.Household.ID, sourceOf(from.Span.Position)
		}
		list = append(list, in)
	}
	return list
}

// board returns the rows of a board that may be shown. It marks a rank as shared even if it is
// shared with a row that is not.
func board(gt *Table, b *score.Board) Board {
	share := make(map[int]int)
	for _, r := range b.Ranked {
		share[r.Rank]++
	}
	list := Board{Organisations: b.Organisations, All: len(b.Ranked)}
	for _, r := range b.Ranked {
		if row := gt.rows[r.Household.ID]; row != nil {
			row.Tied = share[r.Rank] > 1
			list.Ranked = append(list.Ranked, row)
		}
	}
	list.Sum = gt.sum(list.Ranked)
	return list
}

// honours counts who has each level, and those for whom its place gave none.
func (m *Maker) honours(gt *Table, t *score.Table) {
	if t.Places == nil {
		return
	}
	gt.Holders = make([]int, len(t.Places))
	for _, r := range t.Boards[0].Ranked {
		switch r.Withheld {
		case score.BelowFloor:
			gt.BelowFloor++
		case score.Vetoed:
			gt.Vetoed++
		}
		if r.Level != nil {
			gt.Holders[slices.Index(t.Scheme.Honours.Levels, r.Level)]++
		}
	}
}

// correctedDays counts a period's corrections up to the day.
func (m *Maker) correctedDays(p *ledger.Place, period ledger.Period) []DayCount {
	var list []DayCount
	for _, c := range ledger.InOrder(p.Corrections) {
		switch last := len(list) - 1; {
		case c.Period != period || c.Date > m.Day:
		case last >= 0 && list[last].Day == c.Date:
			list[last].Count++
		default:
			list = append(list, DayCount{c.Date, 1})
		}
	}
	return list
}
