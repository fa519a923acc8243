package score

import (
	"gongshi/generator/diag"
)

// Name returns what the public reads of a mark: its item; for several, or for a sensitive one,
// only how many they are.
func (m *Mark) Name() Phrase {
	if m.Merged() || m.Items[0].Sensitive {
		return phrase("items", len(m.Items))
	}
	return Phrase{Text: m.Items[0].Name}
}

// Source returns where the mark was entered; for a household without a row there is none.
func (m *Mark) Source() diag.Position {
	if m.Row == nil {
		return diag.Position{}
	}
	if m.Merged() {
		return m.Row.Col(0)
	}
	return m.Row.Col(int(m.Raw.Column))
}

// Other replaces the kind of a sensitive event (formats.md, "Sensitive things").
const Other = "其他"

// Name returns what the public reads of an event: its kind, unless that is sensitive.
func (e *Entry) Name() Phrase {
	if e.Kind.Sensitive {
		return phrase("other")
	}
	return Phrase{Text: e.Kind.Name}
}

// Heading returns the public form of an event's heading.
func (e *Entry) Heading() Phrase {
	if e.Kind.Sensitive {
		return phrase("other")
	}
	return Phrase{Text: e.Kind.Heading(e.Scheme)}
}
