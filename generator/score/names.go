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
