package score

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
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

// NamesSensitive reports whether a text names in any way a sensitive item or kind of event of the
// rules. The category is that of the item, nil for an event.
func NamesSensitive(s *ledger.Scheme, text string) (category *ledger.Category, yes bool) {
	for _, c := range s.Categories {
		for _, i := range c.Items {
			if Hidden(i) && (Names(text, i.Name) || text == i.ID) {
				return c, true
			}
		}
	}
	return nil, slices.ContainsFunc(s.Events, func(k *ledger.EventKind) bool {
		return k.Sensitive && (Names(text, k.Name) || text == k.ID)
	})
}

// Names reports whether a text contains a name; a name of a single character must be the whole
// text.
func Names(text, name string) bool {
	if utf8.RuneCountInString(name) < 2 {
		return text == name
	}
	return strings.Contains(text, name)
}
