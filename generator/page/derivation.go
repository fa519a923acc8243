package page

import (
	"strconv"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/rules"
)

// Step is one step of how a figure came about: (the sum of Terms) scaled, rounded once.
// What Formula prints gives what Exact prints, and that rounded gives Shown.
type Step struct {
	Key      string         // <period>/<户号>/<column>, of the figure that the step gives
	Name     gazette.Phrase // the column
	Terms    []Term
	Formula  string // 15 + 10 − 2, (15 + 10) × 100 ÷ 90
	Exact    string // a decimal, or a fraction as 250 ÷ 3
	Shown    string // as published
	Rounded  bool
	Decimals int
	Rules    []Link // file:line of the schemes that say so; the first of each with its page of rules
	Rows     []Link // file:line of rows behind terms that have none of their own
	Note     gazette.Phrase
}

// Term is one number that a step adds.
type Term struct {
	Label   gazette.Phrase
	Value   string
	Note    gazette.Phrase
	Sources []Link // file:line of its rows; Href is "" where the repository is not linked to
	Rules   []Link // file:line of what the scheme says of it
}

// derivation is how r's figures in t came about.
func (v *village) derivation(head *Head, t *gazette.Table, r *gazette.Row) []Step {
	row := t.Period.String() + "/" + r.ID + "/"
	derived := t.Derive(r)
	steps := make([]Step, len(derived))
	for i, d := range derived {
		steps[i] = Step{
			Key: row + d.Figure, Name: d.Name(),
			Formula: d.Formula(), Exact: d.Value(), Shown: d.Shown.Text(d.Decimals),
			Rounded: d.Rounded(), Decimals: d.Decimals, Note: d.Note,
			Rows:  sources(v.sourceHref, d.Rows...),
			Rules: v.rulesOf(head, append([]gazette.Source{d.Rule}, d.Also...)),
		}
		for _, term := range d.Terms {
			steps[i].Terms = append(steps[i].Terms, Term{
				Label: term.Label, Value: signed.Replace(term.Value.String()), Note: term.Note,
				Sources: sources(v.sourceHref, append([]gazette.Source{term.Source}, term.Also...)...),
				Rules:   sources(unlinked, term.Rule),
			})
		}
	}
	return steps
}

// rulesOf are lines of schemes, the first of each file with its page of rules.
func (v *village) rulesOf(head *Head, lines []gazette.Source) []Link {
	file := ""
	return sources(func(at gazette.Source) string {
		if at.File == file {
			return ""
		}
		file = at.File
		return v.ruleHref(head, file)
	}, lines...)
}

func unlinked(gazette.Source) string { return "" }

// ruleHref leads to the version of the village's rules that stands in a file.
func (v *village) ruleHref(head *Head, file string) string {
	for _, s := range rules.Versions(v.place) {
		if s.File == file {
			return ruleLink(head, v.place, s).Href
		}
	}
	return ""
}

// signed writes a number as the formulas do: −2, 250 ÷ 3.
var signed = strings.NewReplacer("-", "−", "/", " ÷ ")

// line names a line of a file, without its column.
func line(file string, n int32) string {
	if file == "" || n == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(int(n))
}
