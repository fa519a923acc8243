package score

import (
	"fmt"
	"strings"

	"gongshi/generator/ledger"
)

// year derives a year's categories from its periods, and its events period by period.
func (d *deriver) year() Derivation {
	var steps Derivation
	own := sumOf(d.t.period.summed)
	for _, col := range own.columns {
		steps = append(steps, d.combined(&own, col))
	}
	plus, minus := Step{Figure: Additions}, Step{Figure: Deductions}
	for _, p := range own.periods {
		if o := p.owns[d.r.Household]; o != nil {
			plus.Terms = appendFigure(plus.Terms, p, o.additions)
			minus.Terms = appendFigure(minus.Terms, p, o.deductions)
		}
	}
	return append(steps, d.events(plus), d.events(minus))
}

func appendFigure(terms []Term, p *period, e ledger.Exact) []Term {
	if e.IsZero() {
		return terms
	}
	return append(terms, Term{Label: p.state.Period.String(), Value: e})
}

// combined derives one category of a year: the sum or mean of its periods, or the last.
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
		s.Terms = append(s.Terms, Term{Label: p.state.Period.String(), Value: o.categories[col.at[i]]})
	}
	switch n := len(s.Terms); {
	case col.Combine == ledger.Mean && n > 1:
		s.Num, s.Den = ledger.Point, ledger.Points(n)*ledger.Point
		s.Note = fmt.Sprintf("取 %d 期的平均", n)
	case col.Combine == ledger.Last && n > 0:
		s.Note = "取最后一期"
	}
	return step(s, d.t.Scheme.Decimals)
}

// carried derives 累计: a term for each category combined so far, one for all events,
// one for former years, one for each household that went on in this one.
func (d *deriver) carried() Step {
	scheme := d.t.Scheme
	year := sumOf(d.t.period.carried)
	s := Step{Figure: Carried, Rule: scheme.Position, Note: d.carriedNote(year.periods)}
	if scheme.ByAverage {
		s.Terms = d.shares(&year)
	} else {
		s.Terms = d.parts(&year, d.r.Household, "")
	}
	if scheme.Lifetime {
		y := d.t.Period.Year
		if before := d.tally.before(d.r.Household, y, scheme.ByAverage); !before.IsZero() {
			s.Terms = append(s.Terms, Term{Label: "以往各年", Value: before})
		}
		for _, from := range d.tally.goneInto(d.r.Household, d.t.Period.Last(), d.t, nil) {
			value := year.of(from, scheme.ByAverage)
			s.Terms = append(s.Terms, Term{
				Label: Merged + from.ID, From: from,
				Value: value.total().Add(d.tally.before(from, y, scheme.ByAverage)),
			})
		}
	}
	return step(s, d.t.CarryDecimals())
}

func (d *deriver) carriedNote(periods []*period) string {
	names := make([]string, len(periods))
	for i, p := range periods {
		names[i] = p.state.Period.String()
	}
	return "本年计入：" + strings.Join(names, "、")
}

// parts are a household's categories and events in a sum, one term each.
func (d *deriver) parts(of *sum, h *ledger.Household, suffix string) []Term {
	f := of.of(h, false)
	var terms []Term
	for i, col := range of.columns {
		terms = append(terms, Term{Label: col.Name + suffix, Value: f.categories[i]})
	}
	if events := f.additions.Add(f.deductions); !events.IsZero() || len(terms) == 0 {
		terms = append(terms, Term{Label: "加减分" + suffix, Value: events})
	}
	return terms
}

// shares are the terms of an average over several periods: each category combined
// after each period was divided by its members, and each period's events divided so.
func (d *deriver) shares(of *sum) []Term {
	f := of.of(d.r.Household, true)
	var terms []Term
	for i, col := range of.columns {
		terms = append(terms, Term{Label: col.Name + "（人均）", Value: f.categories[i]})
	}
	for _, p := range of.periods {
		o := p.owns[d.r.Household]
		if o == nil {
			continue
		}
		events := o.additions.Add(o.deductions)
		if !events.IsZero() {
			terms = append(terms, Term{
				Label: fmt.Sprintf("%s 加减分 %s ÷ %d 人", p.state.Period, events, o.members),
				Value: events.Div(o.members),
			})
		}
	}
	return terms
}
