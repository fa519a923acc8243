package oracle

import (
	"math/big"
	"strings"
	"testing"
)

// Evaluate works out a formula as pages print it, with + − × ÷ and brackets, exactly.
func Evaluate(t *testing.T, name, text string) *big.Rat {
	t.Helper()
	p := &formula{rest: strings.ReplaceAll(text, " ", "")}
	v := p.sum()
	if p.rest != "" || p.bad {
		t.Fatalf("%s: %q cannot be read from %q on", name, text, p.rest)
	}
	return v
}

type formula struct {
	rest string
	bad  bool
}

func (f *formula) take(s string) bool {
	rest, ok := strings.CutPrefix(f.rest, s)
	f.rest = rest
	return ok
}

func (f *formula) sum() *big.Rat {
	v := f.product()
	for {
		switch {
		case f.take("+"):
			v.Add(v, f.product())
		case f.take("−"):
			v.Sub(v, f.product())
		default:
			return v
		}
	}
}

func (f *formula) product() *big.Rat {
	if f.take("−") {
		v := f.product()
		return v.Neg(v)
	}
	v := f.atom()
	for {
		switch {
		case f.take("×"):
			v.Mul(v, f.atom())
		case f.take("÷"):
			v.Quo(v, f.atom())
		default:
			return v
		}
	}
}

func (f *formula) atom() *big.Rat {
	if f.take("(") {
		v := f.sum()
		f.bad = f.bad || !f.take(")")
		return v
	}
	end := strings.IndexFunc(f.rest, func(c rune) bool { return (c < '0' || '9' < c) && c != '.' })
	if end < 0 {
		end = len(f.rest)
	}
	v, ok := new(big.Rat).SetString(f.rest[:end])
	f.rest = f.rest[end:]
	if !ok {
		f.bad = true
		return new(big.Rat).SetInt64(1)
	}
	return v
}
