package gazette

import (
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

func phrase(key string, args ...any) Phrase { return Phrase{Key: "phrase." + key, Args: args} }

// both are two phrases, either of which may say nothing.
func both(a, b Phrase) Phrase {
	switch {
	case a.IsZero():
		return b
	case b.IsZero():
		return a
	}
	return phrase("both", a, b)
}

// Name is what the public reads of a mark: its item; of several, or of a sensitive one, only
// how many they are.
func (m *Mark) Name() Phrase {
	if m.Item == nil {
		return phrase("items", m.Count)
	}
	return Phrase{Text: m.Item.Name}
}

// readings tell why a mark counts otherwise than as it was entered.
var readings = [...]Phrase{
	score.MissingFull:  phrase("missing.full"),
	score.MissingZero:  phrase("missing.zero"),
	score.Unassessed:   phrase("unassessed"),
	score.NotAppliFull: phrase("na.full"),
	score.NotAppliZero: phrase("na.zero"),
	score.NotAppliOut:  phrase("na.out"),
}

// Explain says why a mark counts otherwise than as it was entered; nothing where it does
// not. The scale of its sheet is told apart.
func (m *Mark) Explain() Phrase {
	if m.Item == nil {
		return both(phrase("merged"), readings[m.Reading])
	}
	return readings[m.Reading]
}

// Explain says the same of a mark of s, and by what it is scaled.
func (s *Sheet) Explain(m *Mark) Phrase {
	if !s.Scaled() || m.Reading == score.NotAppliOut {
		return m.Explain()
	}
	return both(m.Explain(), phrase("rescaled", s.Num, s.Den))
}

// Cut is what the caps took off, as a positive number.
func (e *Entry) Cut() ledger.Points {
	if e.Review != ledger.Approved {
		return 0
	}
	return max(e.Fixed-e.Counted, e.Counted-e.Fixed)
}

// Explain says why an event counts otherwise, or elsewhere, than as written; nothing where it
// does not. Its review is told apart.
func (e *Entry) Explain() Phrase {
	var why Phrase
	if cut := e.Cut(); cut != 0 {
		why = phrase("cut", cut)
	}
	if e.Deferred {
		why = both(why, phrase("deferred", e.Origin))
	}
	return why
}
