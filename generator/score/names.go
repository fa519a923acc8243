package score

import (
	"gongshi/generator/diag"
)

// Name is what the public reads of a mark: its item; of several, or of a sensitive
// one, only how many they are.
func (m *Mark) Name() Phrase {
	if m.Merged() || m.Items[0].Sensitive {
		return phrase("items", len(m.Items))
	}
	return Phrase{Text: m.Items[0].Name}
}

// readings tell why a mark counts otherwise than as it was entered.
var readings = [...]Phrase{
	MissingFull:  phrase("missing.full"),
	MissingZero:  phrase("missing.zero"),
	Unassessed:   phrase("unassessed"),
	NotAppliFull: phrase("na.full"),
	NotAppliZero: phrase("na.zero"),
	NotAppliOut:  phrase("na.out"),
}

// Explain says why a mark counts otherwise than as it was entered; nothing where it does
// not. The scale of its sheet is told apart.
func (m *Mark) Explain() Phrase {
	if m.Merged() || m.Items[0].Sensitive {
		return both(phrase("merged"), readings[m.Reading])
	}
	return readings[m.Reading]
}

// Explain says the same of a mark of s, and by what it is scaled.
func (s *Sheet) Explain(m *Mark) Phrase {
	if !s.Scaled() || m.Reading == NotAppliOut {
		return m.Explain()
	}
	return both(m.Explain(), phrase("rescaled", s.Num, s.Den))
}

// Source is where the mark was entered; a household without a row has none.
func (m *Mark) Source() diag.Position {
	if m.Row == nil {
		return diag.Position{}
	}
	if m.Merged() {
		return m.Row.Col(0)
	}
	return m.Row.Col(int(m.Raw.Column))
}

// Other stands in place of what a sensitive event is (formats.md, "Sensitive things").
const Other = "其他"

// Name is what the public reads of an event: its kind, unless that is sensitive.
func (e *Entry) Name() Phrase {
	if e.Kind.Sensitive {
		return phrase("other")
	}
	return Phrase{Text: e.Kind.Name}
}

// Heading is what the public reads of the heading under which an event stands.
func (e *Entry) Heading() Phrase {
	if e.Kind.Sensitive {
		return phrase("other")
	}
	return Phrase{Text: e.Kind.Heading(e.Scheme)}
}

// Explain says why an event counts otherwise, or elsewhere, than as written; nothing where
// it does not. Its review is told apart.
func (e *Entry) Explain() Phrase {
	var why Phrase
	if cut := e.Cut(); cut != 0 {
		why = phrase("cut", cut)
	}
	if e.Deferred() {
		why = both(why, phrase("deferred", e.Origin))
	}
	return why
}
