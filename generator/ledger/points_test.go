package ledger

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

// Worked by hand: rounding is half away from zero, once, from the exact value.
func TestRound(t *testing.T) {
	third := (1 * Point).Exact().Div(3)
	for _, c := range []struct {
		e        Exact
		decimals int
		want     string
	}{
		{Points(250).Exact(), 0, "3"},             // 2.5
		{Points(-250).Exact(), 0, "-3"},           // −2.5
		{Points(249).Exact(), 0, "2"},             // 2.49: not first to 2.5 and then to 3
		{Points(245).Exact(), 1, "2.5"},           // 2.45
		{Points(-245).Exact(), 1, "-2.5"},         //
		{Points(5).Exact(), 1, "0.1"},             // 0.05
		{Points(-4).Exact(), 1, "0.0"},            // −0.04: no minus before a nought
		{third, 2, "0.33"},                        // 1/3
		{third.MulDiv(2, 1), 2, "0.67"},           // 2/3
		{third.MulDiv(-2, 1), 0, "-1"},            // −2/3
		{Points(100).Exact().Div(200), 2, "0.01"}, // 0.005
		{Points(-100).Exact().Div(200), 2, "-0.01"},
		{(11e12 * Point).Exact().Div(3), 2, "3666666666666.67"}, // more than a cell may hold
		{(-11e12 * Point).Exact().Div(3), 0, "-3666666666667"},
		{Points(8500).Exact().MulDiv(10000, 9000), 0, "94"}, // 85 × 100 ÷ 90 = 94.44…
	} {
		if got := c.e.Round(c.decimals).Text(c.decimals); got != c.want {
			t.Errorf("%s to %d digits: %s, want %s", c.e, c.decimals, got, c.want)
		}
	}
}

// Every sum, product and quotient agrees with math/big.
func TestExactIsExact(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		a, b := Points(r.IntN(20000)-10000), Points(r.IntN(20000)-10000)
		num, den := int64(r.IntN(400)-200), int64(r.IntN(40)+1)
		got := a.Exact().MulDiv(num, den).Add(b.Exact())
		want := big.NewRat(int64(a), 100)
		want.Mul(want, big.NewRat(num, den)).Add(want, big.NewRat(int64(b), 100))
		if got.Rat().Cmp(want) != 0 {
			t.Fatalf("%s × %d ÷ %d + %s = %s, want %s", a, num, den, b, got, want)
		}
		if p, whole := got.Points(); whole != new(big.Rat).Mul(want, big.NewRat(100, 1)).IsInt() || whole && p.Exact().Cmp(got) != 0 {
			t.Fatalf("%s: whole hundredths told wrongly", got)
		}
		back, ok := new(big.Rat).SetString(got.String())
		if !ok || back.Cmp(want) != 0 {
			t.Fatalf("%s printed as %s", want, got)
		}
	}
}

func TestMulDivLarge(t *testing.T) {
	big1 := MaxPoints.Exact()
	if got := big1.MulDiv(int64(MaxPoints), int64(MaxPoints)); got.Cmp(big1) != 0 {
		t.Errorf("%s", got)
	}
}

func TestPointsText(t *testing.T) {
	for _, c := range []struct {
		p    Points
		s    string
		text [3]string
	}{
		{0, "0", [3]string{"0", "0.0", "0.00"}},
		{8500, "85", [3]string{"85", "85.0", "85.00"}},
		{250, "2.5", [3]string{"", "2.5", "2.50"}},
		{-25, "-0.25", [3]string{"", "", "-0.25"}},
		{-100, "-1", [3]string{"-1", "-1.0", "-1.00"}},
	} {
		if got := c.p.String(); got != c.s {
			t.Errorf("%d: %s, want %s", c.p, got, c.s)
		}
		for d, want := range c.text {
			if got := c.p.Text(d); want != "" && got != want {
				t.Errorf("%d with %d digits: %s, want %s", c.p, d, got, want)
			}
		}
	}
}

func TestParseExact(t *testing.T) {
	for text, ok := range map[string]bool{
		"85/3": true, "-0.125": true, "1/010": true, strings.Repeat("9", longestExact): true,
		"": false, "1/0": false, "1/00": false, "1.": false, "1.1234567": false, "1e9": false, "--1": false,
		strings.Repeat("9", longestExact+1): false,
	} {
		e, got := ParseExact(text)
		if got != ok {
			t.Errorf("%q is read: %v", text, got)
		}
		if again, back := ParseExact(e.String()); got && len(text) < longestExact && (!back || again.String() != e.String()) {
			t.Errorf("%q comes back as %s", text, again)
		}
	}
}

func TestDown(t *testing.T) {
	for p, want := range map[Points]Points{0: 0, 7: 5, 10: 10, -1: -5, -5: -5, -7: -10} {
		if got := p.Down(5); got != want {
			t.Errorf("%d: %d, want %d", p, got, want)
		}
	}
}
