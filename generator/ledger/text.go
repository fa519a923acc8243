package ledger

import (
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"

	"gongshi/generator/diag"
)

// The small nouns in files for programs: each is a text as it is printed, and is read strictly.

func (p Points) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

func (p *Points) UnmarshalText(text []byte) error { return readText(p, text, ParsePoints) }

func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

func (d *Date) UnmarshalText(text []byte) error { return readText(d, text, ParseDate) }

func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

func (p *Period) UnmarshalText(text []byte) error { return readText(p, text, ParsePeriod) }

func (c Cycle) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

func (c *Cycle) UnmarshalText(text []byte) error { return readText(c, text, ParseCycle) }

func (c Cell) MarshalText() ([]byte, error) {
	return []byte([...]string{"", c.Points.String(), notApplicable}[c.Kind]), nil
}

func (c *Cell) UnmarshalText(text []byte) error { return readText(c, text, parseCell) }

// IsZero reports whether c is empty.
func (c Cell) IsZero() bool { return c.Kind == Empty }

func (e Exact) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

func (e *Exact) UnmarshalText(text []byte) error { return readText(e, text, ParseExact) }

// readText sets the value of a text; an empty text means the zero value.
func readText[T any](to *T, text []byte, parse func(string) (T, bool)) error {
	var v T
	if len(text) > 0 {
		var ok bool
		if v, ok = parse(string(text)); !ok {
			return unread[T](text)
		}
	}
	*to = v
	return nil
}

// unread is an error to which package json adds the key.
func unread[T any](text []byte) error {
	return &json.UnmarshalTypeError{Value: fmt.Sprintf("%.60q", text), Type: reflect.TypeFor[T]()}
}

// ReadWord sets the number of a word in a list.
func ReadWord[T ~uint8](to *T, text []byte, words []string) error {
	i := slices.Index(words, string(text))
	if i < 0 {
		return unread[T](text)
	}
	*to = T(i)
	return nil
}

// ParseCycle reads the word that String has.
func ParseCycle(s string) (Cycle, bool) {
	for _, c := range []Cycle{Month, Quarter, Year} {
		if s == c.String() {
			return c, true
		}
	}
	return 0, false
}

const notApplicable = "not_applicable"

func parseCell(s string) (Cell, bool) {
	if s == notApplicable {
		return Cell{Kind: NA}, true
	}
	p, ok := ParsePoints(s)
	return Cell{Kind: Entered, Points: p}, ok
}

var exactForm = regexp.MustCompile(`^-?[0-9]+(\.[0-9]{1,6}|/[0-9]*[1-9][0-9]*)?$`)

// longestExact is far longer than any figure; a longer one would only waste time.
const longestExact = 600

// ParseExact reads what String prints: a decimal, or a fraction such as 85/3.
func ParseExact(s string) (Exact, bool) {
	if len(s) > longestExact || !exactForm.MatchString(s) {
		return Exact{}, false
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return Exact{}, false
	}
	return fromRat(r), true
}

// MarshalJSON writes the line of each key; they are all in the same file.
func (k Keys) MarshalJSON() ([]byte, error) {
	lines := make(map[string]int32, len(k))
	for key, at := range k {
		lines[key] = at.Line
	}
	return json.Marshal(lines)
}

// UnmarshalJSON reads the lines; the caller fills in the file.
func (k *Keys) UnmarshalJSON(text []byte) error {
	var lines map[string]int32
	if err := json.Unmarshal(text, &lines); err != nil {
		return err
	}
	*k = make(Keys, len(lines))
	for key, line := range lines {
		(*k)[key] = diag.Position{Line: line}
	}
	return nil
}

// ParsePoints reads points as String and Text write them, and nothing else.
func ParsePoints(s string) (Points, bool) {
	digits := strings.TrimPrefix(s, "-")
	p, whole := Points(0), len(digits)
	for i := 0; i < len(digits); i++ {
		switch c := digits[i]; {
		case '0' <= c && c <= '9':
			p = p*10 + Points(c-'0')
		case c == '.' && whole == len(digits):
			whole = i
		default:
			return 0, false
		}
	}
	switch fraction := len(digits) - whole - 1; {
	case whole < 1 || whole > 12 || fraction == 0 || fraction > 2:
		return 0, false
	case fraction < 0:
		p *= Point
	case fraction == 1:
		p *= 10
	}
	if len(digits) < len(s) {
		p = -p
	}
	return p, true
}

// ParseDate reads a date as String writes it, 2023-03-01, and nothing else.
func ParseDate(s string) (Date, bool) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, false
	}
	return Day(t.Date()), true
}
