package gazette

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// sum is what the household has in several periods that are summed like a year's (formats.md,
// "Sums"), in order, without those whose tables do not include it.
type sum struct {
	columns []*ledger.Category
	parts   []*part
}

// sum prepares that of d's own table and others.
func (d *deriver) sum(others Periods) *sum {
	periods := slices.Clone(others)
	if !slices.Contains(periods, d.t.Period) {
		periods = append(periods, d.t.Period)
		slices.SortFunc(periods, ledger.Period.Compare)
	}
	s := &sum{}
	var summed []score.Summed
	for _, of := range periods {
		t := d.t.Place.Table(of)
		summed = append(summed, score.Summed{Period: of, Scheme: t.Scheme.Scheme, Summary: t.Summary})
		if row := t.Row(d.r.ID); row != nil {
			p := &part{of: t, row: row, entries: t.Entries(row)}
			if t == d.t {
				p.sheet = d.sheet
			}
			s.parts = append(s.parts, p)
		}
	}
	s.columns = score.Columns(summed)
	return s
}

// combined derives one category of several periods: the sum or mean of its periods, or the last.
// With average each period's points are divided by that period's members first.
func (s *sum) combined(col *ledger.Category, average bool) Step {
	step := Step{Figure: col.Name, Rule: Source(col.Position)}
	for _, p := range s.parts {
		value, assessed := p.points(col.ID)
		if !assessed {
			continue
		}
		if average {
			value = value.Div(p.row.Members)
		}
		if col.Combine == ledger.Last {
			step.Terms = nil
		}
		step.Terms = append(step.Terms, Term{
			Label: phrase("periods", p.of.Period), Value: value, Source: p.row.At, Also: p.corrected(col.ID),
		})
	}
	switch n := len(step.Terms); {
	case col.Combine == ledger.Mean && n > 1:
		step.Num, step.Den = ledger.Point, ledger.Points(n)*ledger.Point
		step.Note, step.Also = phrase("mean", n), ruleOf(col.Keys, "combine")
	case col.Combine == ledger.Last && n > 0:
		step.Note, step.Also = phrase("last"), ruleOf(col.Keys, "combine")
	}
	return step
}

// terms returns the household's categories and events in a sum. All events are one term; of an
// average, for which the points of each period are divided by its members before they are
// combined, those of each period are one.
func (s *sum) terms(average bool) []Term {
	var terms []Term
	for _, col := range s.columns {
		label := Phrase{Text: col.Name}
		if average {
			label = phrase("each", col.Name)
		}
		terms = append(terms, Term{Label: label, Value: step(s.combined(col, average), 0).Exact})
	}
	var all ledger.Exact
	var at []Source
	for _, p := range s.parts {
		additions, deductions := p.deeds()
		events := additions.Add(deductions)
		switch {
		case additions.IsZero() && deductions.IsZero():
		case !average:
			all, at = all.Add(events), append(at, p.eventsAt(0)...)
		case !events.IsZero():
			label := phrase("eventseach", p.of.Period, events, p.row.Members)
			terms = append(terms, from(Term{Label: label, Value: events.Div(p.row.Members)}, p.eventsAt(0)))
		}
	}
	if !all.IsZero() || len(terms) == 0 && !average {
		terms = append(terms, from(Term{Label: phrase("events"), Value: all}, at))
	}
	return terms
}

// from returns a term with the rows that it comes from.
func from(t Term, rows []Source) Term {
	if len(rows) > 0 {
		t.Source, t.Also = rows[0], rows[1:]
	}
	return t
}

// rows returns the household's rows in the sheets that a sum depends on, and the corrections of
// their cells.
func (s *sum) rows() []Source {
	var rows, fixes []Source
	for _, p := range s.parts {
		if p.row.At.File != "" {
			rows = append(rows, p.row.At)
		}
		fixes = append(fixes, p.corrected("")...)
	}
	return append(rows, fixes...)
}

// summed derives the categories of a year or summary quarter from its periods, and its
// events period by period.
func (d *deriver) summed() Derivation {
	var steps Derivation
	for _, col := range d.own.columns {
		steps = append(steps, step(d.own.combined(col, false), d.t.Scheme.Decimals))
	}
	plus, minus := Step{Figure: ColumnAdditions}, Step{Figure: ColumnDeductions}
	for _, p := range d.own.parts {
		additions, deductions := p.deeds()
		plus.Terms = p.appendFigure(plus.Terms, additions, 1)
		minus.Terms = p.appendFigure(minus.Terms, deductions, -1)
	}
	return append(steps, d.events(plus), d.events(minus))
}

// appendFigure adds the sum of the events of a period, of one sign.
func (p *part) appendFigure(terms []Term, e ledger.Exact, sign ledger.Points) []Term {
	if e.IsZero() {
		return terms
	}
	return append(terms, from(Term{Label: phrase("periods", p.of.Period), Value: e}, p.eventsAt(sign)))
}

// carried derives 累计: a term for each category combined so far, one for all events, one for
// former years, one for each household merged into this one.
func (d *deriver) carried() Step {
	scheme := d.t.Scheme
	year := d.sum(d.t.Carries)
	s := Step{
		Figure: ColumnCarried, Rule: scheme.at(), Also: ruleOf(scheme.Keys, "carry"),
		Rows: year.rows(), Note: phrase("counted", d.t.Carries), Terms: year.terms(scheme.RankBy == ledger.ByAverage),
	}
	if !d.r.Before.IsZero() {
		s.Terms = append(s.Terms, Term{Label: phrase("former"), Value: d.r.Before, Note: phrase("periods", d.t.yearsBefore())})
	}
	for _, in := range d.r.From {
		label := phrase("from", in.ID)
		if in.ID == "" {
			label = score.FromHidden
		}
		s.Terms = append(s.Terms, Term{Label: label, Value: in.Points, Source: in.At})
	}
	return step(s, d.t.Scheme.RankDecimals())
}

// yearsBefore returns the years before t's that have published periods, latest first.
func (t *Table) yearsBefore() Periods {
	var list Periods
	last := t.Period.Year
	for _, of := range slices.Backward(t.Place.Tables) {
		if of.Period.Year < last {
			last = of.Period.Year
			list = append(list, ledger.Period{Cycle: ledger.Year, Year: last})
		}
	}
	return list
}
