package gazette

import "gongshi/generator/ledger"

// Derivation is how a row's figures came about: steps in order, each of which uses only numbers
// that it prints, or that an earlier step printed as its exact result.
type Derivation []Step

// Step is one figure: (the sum of its terms) × Num ÷ Den, rounded once.
type Step struct {
	Figure   string // the column, as in the data files: 人居环境, 加分, 合计, 平均, 累计
	Terms    []Term
	Num, Den ledger.Points // in hundredths; equal if nothing is scaled or divided
	Exact    ledger.Exact
	Shown    ledger.Points
	Decimals int
	Rule     Source   // its place in the scheme
	Also     []Source // … and the place of how it is scaled, combined, carried or rounded
	Rows     []Source // the rows of terms that have none of their own, or of Den
	Note     Phrase   // the reason for scaling, dividing or leaving out
}

// Term is one number that a step adds.
type Term struct {
	Label  Phrase
	Value  ledger.Exact
	Source Source   // its row in a file; zero for a former figure
	Also   []Source // further rows: its corrections, or all events of a period
	Rule   Source   // the place in the scheme of its worth, or of what became of it; zero if it is the step's
	Note   Phrase   // what became of it: 更正, 超出上限, 不适用 …
}

// Name returns the name of the step's figure for people.
func (s Step) Name() Phrase { return figure(s.Figure) }

// Derive returns how the figures of a row of t came about, from published data only (formats.md,
// "What a derivation cites"). If the details of a period have left the site (Kept), there is
// nothing to tell.
func (t *Table) Derive(r *Row) Derivation {
	if !t.Kept {
		return nil
	}
	d := &deriver{t: t, r: r, sheet: t.Sheet(r)}
	var steps Derivation
	if t.Sums {
		d.own = d.sum(t.Others)
		steps = d.summed()
	} else {
		steps = d.assessed()
	}
	steps = append(steps, d.total(steps))
	if t.Scheme.RankBy == ledger.ByAverage {
		steps = append(steps, d.average())
	}
	steps = append(steps, d.carried())
	for i := range steps {
		d.cite(&steps[i])
	}
	return steps
}

// deriver is the state of one derivation.
type deriver struct {
	t     *Table
	r     *Row
	sheet Sheet // its own
	own   *sum  // of a table that sums others
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

// assessed derives the categories, additions and deductions of a month or quarter.
func (d *deriver) assessed() Derivation {
	var steps Derivation
	for _, c := range d.t.Categories {
		s := Step{Figure: c.Name, Num: d.sheet.Num, Den: d.sheet.Den, Rule: Source(c.Position)}
		for i := range d.sheet.Marks {
			if m := &d.sheet.Marks[i]; m.Category.ID == c.ID {
				s.Terms = append(s.Terms, m.term(d.t.Scheme))
			}
		}
		if d.sheet.Scaled() {
			s.Also = ruleOf(d.t.Scheme.Keys, "not_applicable")
			s.Note = phrase("scaled", d.sheet.Num, d.sheet.Den)
		}
		steps = append(steps, step(s, d.t.Scheme.Decimals))
	}
	plus, minus := Step{Figure: ColumnAdditions}, Step{Figure: ColumnDeductions}
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
		s.Rule = d.t.Scheme.at()
	}
	return step(s, d.t.Scheme.Decimals)
}

// total adds up the steps before it.
func (d *deriver) total(steps Derivation) Step {
	s := Step{Figure: ColumnTotal, Rule: d.t.Scheme.at()}
	for _, before := range steps {
		if deeds := before.Figure == ColumnAdditions || before.Figure == ColumnDeductions; deeds && before.Exact.IsZero() {
			continue // it adds nothing that is worth a word
		}
		s.Terms = append(s.Terms, Term{Label: before.Name(), Value: before.Exact})
	}
	return step(s, d.t.Scheme.Decimals)
}

// average divides a month's or quarter's total by its members; each period of a year or summary
// quarter is divided by its own members first.
func (d *deriver) average() Step {
	s := Step{Figure: ColumnAverage, Rule: d.t.Scheme.at(), Also: ruleOf(d.t.Scheme.Keys, "rank_by")}
	if d.t.Sums {
		s.Terms, s.Rows, s.Note = d.own.terms(true), d.own.rows(), phrase("average")
	} else {
		s.Terms = []Term{{Label: figure(ColumnTotal), Value: d.r.Total}}
		s.Num, s.Den = ledger.Point, ledger.Points(d.r.Members)*ledger.Point
		s.Rows, s.Note = d.r.MembersAt, phrase("divided", d.r.Members)
	}
	return step(s, 2)
}

// cite adds the place in the scheme of a step's decimals. It cites the scheme as a whole only if
// none of its lines is more specific.
func (d *deriver) cite(s *Step) {
	if s.Rounded() && s.Figure != ColumnAverage {
		s.Also = append(s.Also, ruleOf(d.t.Scheme.Keys, "decimals")...)
	}
	if s.Rule.Line == 0 && len(s.Also) > 0 {
		s.Rule, s.Also = s.Also[0], s.Also[1:]
	}
}

func (s *Scheme) at() Source { return Source(s.Position) }

// ruleOf returns the place of a key, or none if the key was left out.
func ruleOf(keys ledger.Keys, key string) []Source {
	if p, ok := keys[key]; ok {
		return []Source{Source(p)}
	}
	return nil
}
