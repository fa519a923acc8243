package score

import (
	"gongshi/generator/ledger"
)

// summed derives the categories of a year or summary quarter from its periods, and its
// events period by period.
func (d *deriver) summed() Derivation {
	var steps Derivation
	own := sumOf(d.t.period.summed)
	for _, col := range own.columns {
		steps = append(steps, d.combined(&own, col))
	}
	plus, minus := Step{Figure: Additions}, Step{Figure: Deductions}
	for _, p := range own.periods {
		if o := p.owns[d.r.Household]; o != nil {
			plus.Terms = d.appendFigure(plus.Terms, p, o.additions, 1)
			minus.Terms = d.appendFigure(minus.Terms, p, o.deductions, -1)
		}
	}
	return append(steps, d.events(plus), d.events(minus))
}

// appendFigure adds what the events of a period, of one sign, make together.
func (d *deriver) appendFigure(terms []Term, p *period, e ledger.Exact, sign ledger.Points) []Term {
	if e.IsZero() {
		return terms
	}
	t := Term{Label: phrase("periods", p.state.Period), Value: e}
	t.Source, t.Also = d.eventsIn(p, sign)
	return append(terms, t)
}

// combined derives one category of several periods: the sum or mean of its periods, or the last.
func (d *deriver) combined(own *sum, col column) Step {
	s := Step{Figure: col.Name, Rule: col.Position}
	for i, p := range own.periods {
		o := p.owns[d.r.Household]
		if col.at[i] < 0 || o == nil {
			continue
		}
		if col.Combine == ledger.Last {
			s.Terms = nil
		}
		t := Term{Label: phrase("periods", p.state.Period), Value: o.categories[col.at[i]], Source: d.rowIn(p)}
		t.Also = d.corrected(p, p.categories[col.at[i]])
		s.Terms = append(s.Terms, t)
	}
	switch n := len(s.Terms); {
	case col.Combine == ledger.Mean && n > 1:
		s.Num, s.Den = ledger.Point, ledger.Points(n)*ledger.Point
		s.Note, s.Also = phrase("mean", n), ruleOf(col.Keys, "combine")
	case col.Combine == ledger.Last && n > 0:
		s.Also = ruleOf(col.Keys, "combine")
		s.Note = phrase("last")
	}
	return step(s, d.t.Scheme.Decimals)
}

// carried derives 累计: a term for each category combined so far, one for all events,
// one for former years, one for each household that went on in this one.
func (d *deriver) carried() Step {
	scheme := d.t.Scheme
	year := sumOf(d.t.period.carried)
	s := Step{
		Figure: Carried, Rule: scheme.Position, Also: ruleOf(scheme.Keys, "carry"),
		Rows: d.rows(&year), Note: phrase("counted", periodsOf(year.periods)),
	}
	if scheme.ByAverage {
		s.Terms = d.shares(&year)
	} else {
		s.Terms = d.parts(&year)
	}
	if scheme.Lifetime {
		y := d.t.Period.Year
		if before := d.tally.before(d.r.Household, y, scheme.ByAverage); !before.IsZero() {
			s.Terms = append(s.Terms, Term{Label: phrase("former"), Value: before, Note: phrase("periods", d.tally.yearsBefore(y))})
		}
		for _, from := range d.tally.goneInto(d.r.Household, d.t.Period.Last(), d.t, nil) {
			value := year.of(from, scheme.ByAverage)
			s.Terms = append(s.Terms, Term{
				Label: phrase("from", from.ID), From: from, Source: wentOn(from, d.t.Period.Last()),
				Value: value.total().Add(d.tally.before(from, y, scheme.ByAverage)),
			})
		}
	}
	return step(s, d.t.CarryDecimals())
}

// periodsOf are the periods that give a sum its points.
func periodsOf(periods []*period) Periods {
	var list Periods
	for _, p := range periods {
		if !p.summary {
			list = append(list, p.state.Period)
		}
	}
	return list
}

// parts are the household's categories and events in a sum, one term each.
func (d *deriver) parts(of *sum) []Term {
	f := of.of(d.r.Household, false)
	var terms []Term
	for i, col := range of.columns {
		terms = append(terms, Term{Label: Phrase{Text: col.Name}, Value: f.categories[i]})
	}
	if events := f.additions.Add(f.deductions); !events.IsZero() || len(terms) == 0 {
		t := Term{Label: phrase("events"), Value: events}
		t.Source, t.Also = d.deeds(of)
		terms = append(terms, t)
	}
	return terms
}

// shares are the terms of an average over several periods: each category combined
// after each period was divided by its members, and each period's events divided so.
func (d *deriver) shares(of *sum) []Term {
	f := of.of(d.r.Household, true)
	var terms []Term
	for i, col := range of.columns {
		terms = append(terms, Term{Label: phrase("each", col.Name), Value: f.categories[i]})
	}
	for _, p := range of.periods {
		o := p.owns[d.r.Household]
		if o == nil {
			continue
		}
		events := o.additions.Add(o.deductions)
		if !events.IsZero() {
			t := Term{
				Label: phrase("eventseach", p.state.Period, events, o.members),
				Value: events.Div(o.members),
			}
			t.Source, t.Also = d.eventsIn(p, 0)
			terms = append(terms, t)
		}
	}
	return terms
}
