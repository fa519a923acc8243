package page

import (
	"math/big"

	"gongshi/generator/ledger"
)

// Measure is a target against its present value.
type Measure struct {
	Kind    string // exact, least (≥), most (≤) or ratio: a key of the words
	Target  string // with its unit: 210 盏, 60%, 1:2
	Current string // likewise; "" where none is known
	Word    string // how far it is: a key of the words; "" where no value is known
	Share   string // of the target, in percent; "" where that tells nothing
	Bar     string // Share as a length of at most 100
}

var measureKinds = map[string]string{"": "exact", "≥": "least", "≤": "most", ":": "ratio"}

// standings are the words for a present value that is below, at and above its target, by kind.
var standings = map[string][3]string{
	"exact": {"short", "reached", "reached"},
	"least": {"short", "reached", "reached"},
	"most":  {"within", "within", "over"},
	"ratio": {"below", "same", "above"},
}

// measured is the target of a task, nil if it has none that can be measured.
func measured(t *ledger.Task) *Measure {
	target := t.Target
	if target.Sign == "" && target.Value.IsZero() {
		return nil
	}
	m := &Measure{Kind: measureKinds[target.Sign], Target: quantity(target.Value.String(), t.Unit)}
	of := target.Value
	if m.Kind == "ratio" {
		of = target.Per
		m.Target = quantity(ratioText(target.Value, target.Per), t.Unit)
	}
	if !t.HasCurrent {
		return m
	}
	m.Current, m.Word = quantity(t.Current.String(), t.Unit), standings[m.Kind][1+t.Current.Cmp(of)]
	switch m.Kind {
	case "ratio": // the value is the second part, beside the same first one
		m.Current = quantity(ratioText(target.Value, t.Current), t.Unit)
	case "exact", "least":
		m.Share, m.Bar = shareOf(t.Current, of)
	}
	return m
}

// shareOf is a ÷ b in percent with one decimal, and as the length of a bar from 0 to 100;
// both are "" where b is not above 0.
func shareOf(a, b ledger.Exact) (share, bar string) {
	if b.Cmp(ledger.Exact{}) <= 0 {
		return "", ""
	}
	p := ledger.ExactOf(new(big.Rat).Quo(a.Rat(), b.Rat())).MulDiv(100, 1).Round(1)
	return p.Text(1), max(0, min(p, 100*ledger.Point)).Text(1)
}

func ratioText(a, b ledger.Exact) string { return a.String() + ":" + b.String() }

// quantity is a number with its unit.
func quantity(number, unit string) string {
	switch unit {
	case "":
		return number
	case "%", "％":
		return number + "%"
	}
	return number + " " + unit
}
