package gazette

import (
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
