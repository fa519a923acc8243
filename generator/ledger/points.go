package ledger

import (
	"cmp"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Points are hundredths of a point, exact. One point is Point.
type Points int64

// Point is one whole point.
const Point Points = 100

// MaxPoints bounds what one cell, event or rule may give. It is far above any real scheme and
// keeps every sum of whole hundredths within 64 bits.
const MaxPoints = 1_000_000 * Point

// Text returns p with exactly so many fraction digits, which must represent p without loss (as
// after Exact.Round), and a hyphen for minus, as in data files.
func (p Points) Text(decimals int) string {
	sign, n := "", p
	if n < 0 {
		sign, n = "-", -n
	}
	whole := sign + strconv.FormatInt(int64(n/Point), 10)
	if decimals == 0 {
		return whole
	}
	return whole + "." + fmt.Sprintf("%02d", n%Point)[:min(decimals, 2)]
}

// Down returns the largest multiple of a step that is not above p.
func (p Points) Down(step Points) Points {
	q := p / step
	if p < 0 && p%step != 0 {
		q--
	}
	return q * step
}

// Decimals returns how many fraction digits represent p at least.
func (p Points) Decimals() int {
	switch {
	case p%Point == 0:
		return 0
	case p%10 == 0:
		return 1
	default:
		return 2
	}
}

// String returns p with as few fraction digits as represent it: 3, 2.5, 0.25.
func (p Points) String() string { return p.Text(p.Decimals()) }

// Exact returns p as a rational.
func (p Points) Exact() Exact { return Exact{n: p} }

// Exact is an exact figure in points. Almost all are whole hundredths and stay in one machine
// word; only the result of a mean, a scale or an average becomes a rational. The zero Exact is 0.
// Values are never changed in place.
type Exact struct {
	n Points
	r *big.Rat // in points; if not nil it is the value, which is not a whole number of hundredths
}

var hundred = big.NewRat(int64(Point), 1)

// ExactOf returns a rational number of points; it does not keep r.
func ExactOf(r *big.Rat) Exact { return fromRat(new(big.Rat).Set(r)) }

func fromRat(r *big.Rat) Exact {
	h := new(big.Rat).Mul(r, hundred)
	if h.IsInt() && h.Num().IsInt64() {
		return Exact{n: Points(h.Num().Int64())}
	}
	return Exact{r: r}
}

// Rat returns e as a rational number of points; the caller owns it.
func (e Exact) Rat() *big.Rat {
	if e.r != nil {
		return new(big.Rat).Set(e.r)
	}
	return big.NewRat(int64(e.n), int64(Point))
}

// Points returns e in hundredths, if it is a whole number of them.
func (e Exact) Points() (Points, bool) { return e.n, e.r == nil }

// Add returns e + f.
func (e Exact) Add(f Exact) Exact {
	if e.r == nil && f.r == nil {
		return Exact{n: e.n + f.n}
	}
	a := e.Rat()
	return fromRat(a.Add(a, f.Rat()))
}

// MulDiv returns e × num ÷ den; den is not 0.
func (e Exact) MulDiv(num, den int64) Exact {
	const small = 1 << 31
	if e.r == nil && -small < e.n && e.n < small && -small < num && num < small {
		if p := int64(e.n) * num; p%den == 0 {
			return Exact{n: Points(p / den)}
		}
	}
	a := e.Rat()
	return fromRat(a.Mul(a, big.NewRat(num, den)))
}

// Div returns e ÷ n; n is not 0.
func (e Exact) Div(n int) Exact { return e.MulDiv(1, int64(n)) }

// Cmp compares e with f: -1, 0 or +1.
func (e Exact) Cmp(f Exact) int {
	if e.r == nil && f.r == nil {
		return cmp.Compare(e.n, f.n)
	}
	return e.Rat().Cmp(f.Rat())
}

// IsZero reports whether e is 0.
func (e Exact) IsZero() bool { return e.r == nil && e.n == 0 }

// NotBelowZero returns e, or 0 if it is negative.
func (e Exact) NotBelowZero() Exact {
	if e.Cmp(Exact{}) < 0 {
		return Exact{}
	}
	return e
}

// Round rounds once to so many fraction digits (0 to 2), half away from zero
// (formats.md, "Reading rules, for every file").
func (e Exact) Round(decimals int) Points {
	unit := [3]Points{Point, 10, 1}[decimals]
	if e.r == nil {
		return roundHalfAway(e.n, unit)
	}
	text := e.r.FloatString(decimals) // which rounds so
	n, _ := strconv.ParseInt(strings.Replace(text, ".", "", 1), 10, 64)
	return Points(n) * unit
}

func roundHalfAway(n, unit Points) Points {
	if n < 0 {
		return -roundHalfAway(-n, unit)
	}
	return (n + unit/2) / unit * unit
}

// String prints e without loss: as a decimal if six fraction digits suffice, otherwise as a
// fraction, 250/3.
func (e Exact) String() string {
	if e.r == nil {
		return e.n.String()
	}
	if digits, all := e.r.FloatPrec(); all && digits <= 6 {
		return e.r.FloatString(max(digits, 3)) // fewer are only enough for what is beyond 64 bits
	}
	return e.r.String()
}
