package main

import (
	"bytes"
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongshi/generator/oracle"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// printed is one step of a derivation as a page prints it.
type printed struct {
	figure, formula, exact, shown string
	decimals                      string
	terms                         []printedTerm
	noted                         bool // it says how it was worked out
}

type printedTerm struct{ number, label string }

// Every household page's derivation reaches the published figure from the numbers that
// it prints alone, each step from its terms or from the results of earlier steps; and
// explain prints the same.
func TestEveryDerivationReachesItsFigure(t *testing.T) {
	t.Parallel()
	files := sitetest.Part(t, site.Options{Source: ".."}, func(path string) bool {
		return strings.Contains(path, "/h/") || strings.HasSuffix(path, ".csv")
	})
	explained := explainer(t)
	data := make(map[string]map[string]map[string]string)
	steps, several := 0, false
	for name, doc := range files.Pages(t) {
		place, id, isHousehold := strings.Cut(strings.TrimSuffix(name, ".html"), "/h/")
		if !isHousehold || id == "index" || strings.Contains(id, "/") { // nor has the page of a year any
			continue
		}
		derivations := derivationsOf(doc)
		if len(derivations) == 0 {
			t.Errorf("%s: no derivation", name)
		}
		several = several || len(derivations) > 1
		for period, derivation := range derivations {
			if last := derivation[len(derivation)-1]; last.figure != "累计" {
				t.Errorf("%s: the last step is %s", name, last.figure)
			}
			csv := place + "/data/" + period + ".csv"
			if data[csv] == nil {
				data[csv] = sitetest.Columns(t, csv, files[csv])
			}
			checkDerivation(t, name, derivation, data[csv][id])
			if got := explained(place, id, period); !sameSteps(got, derivation) {
				t.Errorf("%s: explain prints something else:\n%s", name, got)
			}
			steps += len(derivation)
		}
	}
	if steps < 3000 || !several {
		t.Errorf("%d steps were checked; a page with several derivations: %v", steps, several)
	}
}

// derivationsOf reads the lists of steps on a page, by their periods.
func derivationsOf(doc *html.Node) map[string][]printed {
	steps := make(map[string][]printed)
	for n := range doc.Descendants() {
		step, ok := sitetest.Attr(n, "data-step")
		if !ok {
			continue
		}
		parts := strings.Split(step, "/")
		s := printed{figure: parts[2]}
		s.decimals, _ = sitetest.Attr(n, "data-decimals")
		for d := range n.Descendants() {
			class, _ := sitetest.Attr(d, "class")
			switch {
			case class == "formula" && s.formula == "":
				s.formula = sitetest.Text(d)
			case class == "exact":
				s.exact = sitetest.Text(d)
			case d.Data == "p":
				s.noted = true
			case d.Data == "output":
				s.shown = sitetest.Text(d)
			case d.Data == "li":
				s.terms = append(s.terms, termOf(d))
			}
		}
		steps[parts[0]] = append(steps[parts[0]], s)
	}
	return steps
}

// onPages is how pages name the periods that explain calls 2023-01, 2023-Q1 and 2023.
var onPages = regexp.MustCompile(`(\d{4})年(?:第(\d)季度|(\d{1,2})月)?`)

func asExplained(period string) string {
	switch m := onPages.FindStringSubmatch(period); {
	case m[2] != "":
		return m[1] + "-Q" + m[2]
	case m[3] != "":
		return fmt.Sprintf("%s-%02s", m[1], m[3])
	default:
		return m[1]
	}
}

func termOf(li *html.Node) (term printedTerm) {
	for d := range li.ChildNodes() {
		switch {
		case d.Data == "b":
			term.number = sitetest.Text(d)
		case d.Type == html.TextNode && term.label == "":
			term.label = onPages.ReplaceAllStringFunc(strings.TrimSpace(d.Data), asExplained)
		}
	}
	return term
}

func checkDerivation(t *testing.T, name string, steps []printed, row map[string]string) {
	t.Helper()
	results := make(map[string]*big.Rat)
	for _, s := range steps {
		value := oracle.Evaluate(t, name, s.formula)
		exact := s.exact
		if exact == "" { // it is what is shown
			exact = strings.ReplaceAll(s.shown, "-", "−")
		}
		if value.Cmp(oracle.Evaluate(t, name, exact)) != 0 {
			t.Errorf("%s %s: %s is not %s", name, s.figure, s.formula, exact)
		}
		if len(s.terms) < 2 && !s.noted && s.exact == "" && exact == s.formula {
			t.Errorf("%s %s: %s = %s says nothing", name, s.figure, s.formula, exact)
		}
		if got := rounded(value, s.decimals); got != s.shown {
			t.Errorf("%s %s: %s shows as %s, not %s", name, s.figure, s.exact, got, s.shown)
		}
		if row[s.figure] != s.shown {
			t.Errorf("%s %s: the page has %s, the data file %q", name, s.figure, s.shown, row[s.figure])
		}
		for _, term := range s.terms {
			if !strings.Contains(s.formula, strings.TrimPrefix(term.number, "−")) {
				t.Errorf("%s %s: the term %s is not in %s", name, s.figure, term.number, s.formula)
			}
			earlier := results[term.label]
			if (s.figure == "合计" || s.figure == "平均") && earlier != nil && earlier.Cmp(oracle.Evaluate(t, name, term.number)) != 0 {
				t.Errorf("%s %s: %s was %s before", name, s.figure, term.label, earlier)
			}
		}
		results[s.figure] = value
	}
}

// rounded rounds once, half away from zero, as math/big prints a rational.
func rounded(v *big.Rat, decimals string) string {
	d := int(decimals[0] - '0')
	text := new(big.Rat).Abs(v).FloatString(d)
	if v.Sign() < 0 && strings.Trim(text, "0.") != "" {
		return "-" + text
	}
	return text
}

// explainer prints derivations as the explain command does.
func explainer(t *testing.T) func(place, id, period string) string {
	t.Helper()
	work, list, err := site.Read(site.Options{Source: ".."})
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	view := ownView(work)
	return func(place, id, period string) string {
		c := explainCommand{Place: place, Household: id, Period: period}
		table, row, err := c.find(work.Book, view)
		if err != nil {
			return err.Error()
		}
		var out bytes.Buffer
		explain(&out, table, row)
		return out.String()
	}
}

// sameSteps reports whether the text has each step's formula, result and shown figure.
func sameSteps(text string, steps []printed) bool {
	for _, s := range steps {
		line := "\n" + s.figure + " = " + s.formula
		if s.exact != "" && s.exact != s.formula {
			line += " = " + s.exact
		}
		at := strings.Index(text, line)
		if at < 0 {
			return false
		}
		rest, _, _ := strings.Cut(text[at+len(line):], "\n")
		if s.exact != "" && rest != " ≈ "+s.shown || s.exact == "" && strings.Contains(rest, "≈") {
			return false
		}
		for _, term := range s.terms {
			if !strings.Contains(text, "    "+term.number+"  "+term.label) {
				return false
			}
		}
	}
	return true
}
