package gazette

import (
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

func phrase(key string, args ...any) Phrase { return Phrase{Key: "phrase." + key, Args: args} }

// both is two phrases, either of which may be empty.
func both(a, b Phrase) Phrase {
	switch {
	case a.IsZero():
		return b
	case b.IsZero():
		return a
	}
	return phrase("both", a, b)
}

// Name returns what the public reads of a mark: its item; for several, or for a sensitive one,
// only how many they are.
func (m *Mark) Name() Phrase {
	if m.Item == nil {
		return phrase("items", m.Count)
	}
	return Phrase{Text: m.Item.Name}
}

// readings explain why a mark counts differently from what was entered.
var readings = [...]Phrase{
	score.MissingFull:  phrase("missing.full"),
	score.MissingZero:  phrase("missing.zero"),
	score.Unassessed:   phrase("unassessed"),
	score.NotAppliFull: phrase("na.full"),
	score.NotAppliZero: phrase("na.zero"),
	score.NotAppliOut:  phrase("na.out"),
}

// Explain returns why a mark counts differently from what was entered, or nothing if it does not.
// The scale of its sheet is explained separately.
func (m *Mark) Explain() Phrase {
	if m.Item == nil {
		return both(phrase("merged"), readings[m.Reading])
	}
	return readings[m.Reading]
}

// Explain returns the same for a mark of s, and by what it is scaled.
func (s *Sheet) Explain(m *Mark) Phrase {
	if !s.Scaled() || m.Reading == score.NotAppliOut {
		return m.Explain()
	}
	return both(m.Explain(), phrase("rescaled", s.Num, s.Den))
}

// Cut returns what the caps took off, as a positive number.
func (e *Entry) Cut() ledger.Points {
	if e.Review != ledger.Approved {
		return 0
	}
	return max(e.Fixed-e.Counted, e.Counted-e.Fixed)
}

// Explain returns why an event counts differently, or elsewhere, than as written, or nothing. Its
// review is explained separately.
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
