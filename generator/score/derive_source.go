package score

import (
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Files are the files from which t's figures came: the sheets of its own period and of
// those that it sums, what was declared, the notices, the files of events and corrections
// that have a row for it, and the versions of the rules.
func (t *Table) Files() []string {
	var files []string
	add := func(p diag.Position) {
		if p.File != "" && !slices.Contains(files, p.File) {
			files = append(files, p.File)
		}
	}
	periods := append(slices.Clone(t.period.summed), t.period)
	for _, p := range periods {
		of := p.state.Period
		if s := t.Place.Sheets[of]; s != nil {
			add(s.Position)
		}
		if s := t.Place.Declared[of]; s != nil {
			add(s.Position)
		}
		if p.state.Notice != nil {
			add(p.state.Notice.Position)
		}
		for _, list := range p.entries {
			for _, e := range list {
				add(e.Position)
				add(e.Scheme.Position)
			}
		}
		add(p.scheme.Position)
	}
	for _, c := range t.Place.Corrections {
		if slices.ContainsFunc(periods, func(p *period) bool { return p.state.Period == c.Period }) {
			add(c.Position)
		}
	}
	slices.Sort(files)
	return files
}

// cite completes where the scheme says what a step does: how many decimals it shows. The
// scheme as a whole is cited only where none of its lines says more.
func (d *deriver) cite(s *Step) {
	if s.Rounded() && s.Figure != Average {
		s.Also = append(s.Also, ruleOf(d.t.Scheme.Keys, "decimals")...)
	}
	if s.Rule.Line == 0 && len(s.Also) > 0 {
		s.Rule, s.Also = s.Also[0], s.Also[1:]
	}
}

// ruleOf is where a key stands; none where it was left out, since then nothing is written.
func ruleOf(keys ledger.Keys, key string) []diag.Position {
	if p, ok := keys[key]; ok {
		return []diag.Position{p}
	}
	return nil
}

func linesOf(fixes []*ledger.Correction) []diag.Position {
	var list []diag.Position
	for _, c := range fixes {
		list = append(list, c.Position)
	}
	return list
}

// rowIn is the household's row in a period's sheet; zero where it has none.
func (d *deriver) rowIn(p *period) diag.Position {
	if row := p.grid.sheet.Row(d.r.Household.Key); row != nil {
		return row.Position
	}
	return diag.Position{}
}

// rows are the household's rows in the sheets that a sum rests on, and the corrections of
// their cells.
func (d *deriver) rows(of *sum) []diag.Position {
	var rows, fixes []diag.Position
	for _, p := range of.periods {
		if row := d.rowIn(p); row.File != "" && p.owns[d.r.Household] != nil {
			rows = append(rows, row)
		}
		fixes = append(fixes, d.corrected(p, nil)...)
	}
	return append(rows, fixes...)
}

// corrected are the corrections of a period's cells of one category, nil for all.
func (d *deriver) corrected(p *period, c *ledger.Category) []diag.Position {
	if !p.grid.fixes.rows[cellKey{p.state.Period, d.r.Household.Key, ""}] {
		return nil
	}
	var list []diag.Position
	for _, m := range p.grid.read(d.r.Household).Marks {
		if c == nil || m.Category == c {
			list = append(list, linesOf(m.Fixes)...)
		}
	}
	return list
}

// eventsIn are the rows of the household's events that count in a period, and of their
// corrections: those with points of a sign, or all for 0.
func (d *deriver) eventsIn(p *period, sign ledger.Points) (first diag.Position, others []diag.Position) {
	for _, e := range p.entries[d.r.Household] {
		if e.Counted == 0 || e.Counted*sign < 0 {
			continue
		}
		if first.File == "" {
			first = e.Position
		} else {
			others = append(others, e.Position)
		}
		others = append(others, linesOf(e.Fixes)...)
	}
	return first, others
}

// deeds are the same over all periods of a sum.
func (d *deriver) deeds(of *sum) (first diag.Position, others []diag.Position) {
	for _, p := range of.periods {
		one, more := d.eventsIn(p, 0)
		if first.File == "" {
			first = one
		} else if one.File != "" {
			others = append(others, one)
		}
		others = append(others, more...)
	}
	return first, others
}

// members are the rows that give the number by which an average divides.
func (d *deriver) members() []diag.Position {
	if !d.t.Place.HasMembers {
		return []diag.Position{d.r.Span.Position}
	}
	var list []diag.Position
	for _, m := range d.r.Household.Members {
		if m.Counts(d.t.Period.Last()) {
			list = append(list, m.Position)
		}
	}
	return list
}

// yearsBefore are the years with published periods before the given one, latest first.
func (t *tally) yearsBefore(year int) Periods {
	var list Periods
	for y := t.yearBefore(year); y != 0; y = t.yearBefore(y) {
		list = append(list, ledger.Period{Cycle: ledger.Year, Year: y})
	}
	return list
}

// wentOn is the row of households.csv by which a household went on in another.
func wentOn(h *ledger.Household, last ledger.Date) diag.Position {
	if s := endedBefore(h, last); s != nil {
		return s.Position
	}
	return diag.Position{}
}
