package score

import (
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Derivation is how a row's figures came about: steps in order, each of which uses
// only numbers that it prints, or that an earlier step printed as its exact result.
type Derivation []Step

// Step is one figure: (the sum of its terms) × Num ÷ Den, rounded once.
type Step struct {
	Figure   string // the column, as in the data files: 人居环境, 加分, 合计, 平均, 累计
	Terms    []Term
	Num, Den ledger.Points // in hundredths; equal where nothing is scaled or divided
	Exact    ledger.Exact
	Shown    ledger.Points
	Decimals int
	Rule     diag.Position   // where the scheme says so
	Also     []diag.Position // … and how it is scaled, combined, carried or rounded
	Rows     []diag.Position // the rows of files behind terms that have none of their own, or behind Den
	Note     Phrase          // why it is scaled, divided or left out
}

// Term is one number that a step adds.
type Term struct {
	Label  Phrase
	Value  ledger.Exact
	Source diag.Position   // the row of the file it comes from; zero for a former figure
	Also   []diag.Position // further rows: its corrections, or all events of a period
	Rule   diag.Position   // where the scheme says what it is worth, or what became of it; zero: as the step's
	Note   Phrase          // what became of it: 更正, 超出上限, 不适用 …

	From *ledger.Household // that went on in this one, and that Label names; nil: none
}

// The names of the steps that every row has, as in the data files' headings.
const (
	Additions  = "加分"
	Deductions = "扣分"
	Total      = "合计"
	Average    = "平均"
	Carried    = "累计"
)

// Name is the step's figure for people.
func (s Step) Name() Phrase { return figure(s.Figure) }

// Derive tells how the figures of a row of t came about.
func (p *Place) Derive(t *Table, r *Row) Derivation {
	d := deriver{p.tally, t, r}
	var steps Derivation
	if t.Sums {
		steps = d.summed()
	} else {
		steps = d.sheet()
	}
	steps = append(steps, d.total(steps))
	if t.Scheme.ByAverage {
		steps = append(steps, d.average())
	}
	steps = append(steps, d.carried())
	for i := range steps {
		d.cite(&steps[i])
	}
	return steps
}

// deriver holds what one derivation is about.
type deriver struct {
	tally *tally
	t     *Table
	r     *Row
}

// step finishes a step: its exact result from its terms, rounded once.
func step(s Step, decimals int) Step {
	if s.Den == 0 {
		s.Num, s.Den = ledger.Point, ledger.Point
	}
	for _, t := range s.Terms {
		s.Exact = s.Exact.Add(t.Value)
	}
	if s.Num != s.Den {
		s.Exact = s.Exact.MulDiv(int64(s.Num), int64(s.Den))
	}
	s.Decimals, s.Shown = decimals, s.Exact.Round(decimals)
	return s
}

// sheet derives the categories, additions and deductions of a month or quarter, or of
// a year's own assessment.
func (d *deriver) sheet() Derivation {
	var steps Derivation
	sheet := d.t.Sheet(d.r)
	marks := Public(sheet.Marks)
	for _, c := range d.t.period.categories {
		s := Step{Figure: c.Name, Num: sheet.Num, Den: sheet.Den, Rule: c.Position}
		for i := range marks {
			if marks[i].Category == c {
				s.Terms = append(s.Terms, marks[i].term(d.t.Scheme))
			}
		}
		if sheet.Scaled() {
			s.Also = ruleOf(d.t.Scheme.Keys, "not_applicable")
			s.Note = phrase("scaled", sheet.Num, sheet.Den)
		}
		steps = append(steps, step(s, d.t.Scheme.Decimals))
	}
	plus, minus := Step{Figure: Additions}, Step{Figure: Deductions}
	for _, e := range d.t.Entries(d.r) {
		switch {
		case !e.tells():
		case e.Worth > 0 || e.Counted > 0:
			plus.Terms = append(plus.Terms, e.term())
		default:
			minus.Terms = append(minus.Terms, e.term())
		}
	}
	return append(steps, d.events(plus), d.events(minus))
}

// events finishes the additions or deductions.
func (d *deriver) events(s Step) Step {
	if len(s.Terms) > 0 {
		s.Rule = d.t.Scheme.Position
	}
	return step(s, d.t.Scheme.Decimals)
}

// total adds up the steps before it.
func (d *deriver) total(steps Derivation) Step {
	s := Step{Figure: Total, Rule: d.t.Scheme.Position}
	for _, before := range steps {
		s.Terms = append(s.Terms, Term{Label: before.Name(), Value: before.Exact})
	}
	return step(s, d.t.Scheme.Decimals)
}

// average divides a month's or quarter's total by its members; the periods of a year or
// summary quarter are divided each by its own members first.
func (d *deriver) average() Step {
	if d.t.Sums {
		own := sumOf(d.t.period.summed)
		return step(Step{Figure: Average, Terms: d.shares(&own), Rule: d.t.Scheme.Position,
			Also: ruleOf(d.t.Scheme.Keys, "rank_by"), Rows: d.rows(&own),
			Note: phrase("average")}, 2)
	}
	return step(Step{
		Figure: Average,
		Terms:  []Term{{Label: figure(Total), Value: d.r.Total}},
		Num:    ledger.Point, Den: ledger.Points(d.r.Members) * ledger.Point,
		Rule: d.t.Scheme.Position, Also: ruleOf(d.t.Scheme.Keys, "rank_by"), Rows: d.members(),
		Note: phrase("divided", d.r.Members),
	}, 2)
}
