package gazette

import (
	"cmp"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// figure is the name of a figure: a column that every table has, or a category.
func figure(name string) Phrase {
	if key := "column." + name; score.Chinese[key] != "" {
		return Phrase{Key: key}
	}
	return Phrase{Text: name}
}

func (m *Mark) term(s *Scheme) Term {
	t := Term{Label: m.Name(), Value: m.Points.Exact(), Note: m.Explain(), Source: m.At, Also: m.FixedAt}
	if len(m.FixedAt) > 0 {
		t.Note = both(was(m.Raw), t.Note)
	}
	switch m.Reading {
	case score.MissingFull, score.MissingZero, score.Unassessed:
		t.Rule = Source(s.At("missing").Position)
	case score.NotAppliFull, score.NotAppliZero, score.NotAppliOut:
		t.Rule = Source(s.At("not_applicable").Position)
	}
	return t
}

// was tells what was in a cell before it was corrected.
func was(c ledger.Cell) Phrase {
	switch c.Kind {
	case ledger.Entered:
		return phrase("was", Number(c.Points.Exact()))
	case ledger.NA:
		return phrase("wasna")
	}
	return phrase("wasempty")
}

// tells reports whether a derivation names e: it counts, or would without a cap or a correction.
func (e *Entry) tells() bool {
	return e.Counted != 0 || e.Cut() != 0 || e.Review == ledger.Approved && len(e.FixedAt) > 0
}

func (e *Entry) term() Term {
	note := e.Explain()
	if len(e.FixedAt) > 0 {
		note = both(phrase("was", Number(e.Worth.Exact())), note)
	}
	return Term{
		Label: phrase("event", e.Name, e.No), Value: e.Counted.Exact(), Note: note,
		Source: e.At, Also: e.FixedAt, Rule: e.Rule,
	}
}

// Formula prints the right-hand side exactly, such as (15 + 10 − 2) × 100 ÷ 90.
func (s Step) Formula() string {
	var b strings.Builder
	for i, t := range s.Terms {
		writeTerm(&b, t.Value, i == 0)
	}
	sum := cmp.Or(b.String(), "0")
	if s.Num == s.Den {
		return sum
	}
	if len(s.Terms) > 1 {
		sum = "(" + sum + ")"
	}
	if s.Num != ledger.Point {
		sum += " × " + s.Num.String()
	}
	return sum + " ÷ " + s.Den.String()
}

// writeTerm writes a term with the sign that joins it to the ones before.
func writeTerm(b *strings.Builder, v ledger.Exact, first bool) {
	text, negative := strings.CutPrefix(v.String(), "-")
	switch {
	case negative && first:
		b.WriteString("−")
	case negative:
		b.WriteString(" − ")
	case !first:
		b.WriteString(" + ")
	}
	if num, den, ok := strings.Cut(text, "/"); ok {
		text = "(" + num + " ÷ " + den + ")"
	}
	b.WriteString(text)
}

// Value prints the exact result, as Number does.
func (s Step) Value() string { return Number(s.Exact) }

// Number prints an exact figure: a decimal, or a fraction such as 250 ÷ 3.
func Number(e ledger.Exact) string {
	text := strings.Replace(e.String(), "-", "−", 1)
	return strings.Replace(text, "/", " ÷ ", 1)
}

// Rounded reports whether what is shown differs from the exact result.
func (s Step) Rounded() bool { return s.Exact.Cmp(s.Shown.Exact()) != 0 }
