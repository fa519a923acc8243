package account

import (
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/rules"
)

// Step is one step of how a figure came about: (the sum of Terms) scaled, rounded once. The
// result of Formula is Exact, and that rounded is Shown.
type Step struct {
	Key      string         // <period>/<户号>/<column>, of the figure that the step gives
	Name     gazette.Phrase // the column
	Terms    []Term
	Formula  string // 15 + 10 − 2, (15 + 10) × 100 ÷ 90
	Exact    string // a decimal, or a fraction such as 250 ÷ 3
	Shown    string // as published
	Rounded  bool
	Decimals int
	Plain    bool   // it only repeats what is in a sheet or among the events
	Rules    []Line // file:line of the schemes for it; the first of each with its page of rules
	Rows     []Line // file:line of the rows behind it; Href is "" where the repository is not linked to
	Note     gazette.Phrase
}

// Term is one number that a step adds.
type Term struct {
	Label gazette.Phrase
	Value string
	Note  gazette.Phrase
}

// Derivation returns how r's figures in t came about.
func Derivation(t *gazette.Table, r *gazette.Row, w Ways) []Step {
	row := t.Period.String() + "/" + r.ID + "/"
	derived := t.Derive(r)
	steps := make([]Step, len(derived))
	for i, d := range derived {
		steps[i] = Step{
			Key: row + d.Figure, Name: d.Name(),
			Formula: d.Formula(), Exact: d.Value(), Shown: d.Shown.Text(d.Decimals),
			Rounded: d.Rounded(), Decimals: d.Decimals, Note: d.Note,
			Plain: len(d.Terms) <= 1 && d.Note.IsZero() && !d.Rounded() && d.Formula() == d.Value(),
		}
		rules, rows := append([]gazette.Source{d.Rule}, d.Also...), slices.Clone(d.Rows)
		for _, term := range d.Terms {
			steps[i].Terms = append(steps[i].Terms, Term{term.Label, gazette.Number(term.Value), term.Note})
			rules, rows = append(rules, term.Rule), append(append(rows, term.Source), term.Also...)
		}
		steps[i].Rules, steps[i].Rows = w.rulesOf(t.Place, once(rules)), sources(w.line, once(rows)...)
	}
	return steps
}

// once returns the lines of files without those that are there already.
func once(lines []gazette.Source) []gazette.Source {
	var list []gazette.Source
	for _, at := range lines {
		if !slices.ContainsFunc(list, func(b gazette.Source) bool { return b.File == at.File && b.Line == at.Line }) {
			list = append(list, at)
		}
	}
	return list
}

// rulesOf returns lines of schemes, the first of each file with its page of rules.
func (w Ways) rulesOf(p *gazette.Place, lines []gazette.Source) []Line {
	file := ""
	return sources(func(at gazette.Source) string {
		if at.File == file {
			return ""
		}
		file = at.File
		for _, s := range rules.Versions(p) {
			if s.File == file {
				return w.rule(s).Href
			}
		}
		return ""
	}, lines...)
}
