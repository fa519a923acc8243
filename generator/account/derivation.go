package account

import (
	"strings"

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
	Rules    []Line // file:line of the schemes for it; the first of each with its page of rules
	Rows     []Line // file:line of rows of terms that have none of their own
	Note     gazette.Phrase
}

// Term is one number that a step adds.
type Term struct {
	Label   gazette.Phrase
	Value   string
	Note    gazette.Phrase
	Sources []Line // file:line of its rows; Href is "" without links to the repository
	Rules   []Line // file:line in the scheme
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
			Rows:  sources(w.Line, d.Rows...),
			Rules: w.rulesOf(t.Place, append([]gazette.Source{d.Rule}, d.Also...)),
		}
		for _, term := range d.Terms {
			steps[i].Terms = append(steps[i].Terms, Term{
				Label: term.Label, Value: signed.Replace(term.Value.String()), Note: term.Note,
				Sources: sources(w.Line, append([]gazette.Source{term.Source}, term.Also...)...),
				Rules:   sources(unlinked, term.Rule),
			})
		}
	}
	return steps
}

// rulesOf returns lines of schemes, the first of each file with its page of rules.
func (w Ways) rulesOf(p *gazette.Place, lines []gazette.Source) []Line {
	file := ""
	return sources(func(at gazette.Source) string {
		if at.File == file {
			return ""
		}
		file = at.File
		return w.ruleHref(p, file)
	}, lines...)
}

func unlinked(gazette.Source) string { return "" }

// ruleHref leads to the version of the rules of p that is in a file.
func (w Ways) ruleHref(p *gazette.Place, file string) string {
	for _, s := range rules.Versions(p) {
		if s.File == file {
			return w.Rule(s).Href
		}
	}
	return ""
}

// signed writes a number as the formulas do: −2, 250 ÷ 3.
var signed = strings.NewReplacer("-", "−", "/", " ÷ ")
