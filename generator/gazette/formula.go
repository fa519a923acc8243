package gazette

import (
	"cmp"
	"strings"

	"gongshi/generator/ledger"
)

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
