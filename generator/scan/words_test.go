package scan

import (
	"testing"
	"unicode"

	"golang.org/x/text/width"
)

// Narrow looks for the bytes with which wide characters begin.
func TestNarrowEveryCharacter(t *testing.T) {
	for r := rune(-1); r <= unicode.MaxRune; r++ {
		s := string(r)
		if r < 0 {
			s = "1\xff一"
		}
		if Narrow(s) != width.Fold.String(s) {
			t.Errorf("%U: %q, want %q", r, Narrow(s), width.Fold.String(s))
		}
	}
}
