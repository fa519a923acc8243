package proof

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// ParseScheme reads scheme-<effective>.json back: all of it that a seal covers, and which file it was.
func ParseScheme(text []byte) (*ledger.Scheme, error) {
	var shape schemeShape
	in := json.NewDecoder(bytes.NewReader(text))
	in.UseNumber()
	if err := in.Decode(&shape); err != nil {
		return nil, err
	}
	if _, err := in.Token(); err != io.EOF {
		return nil, errors.New("办法后面还有别的内容")
	}
	r := &schemeReader{}
	r.oneOf("missing", shape.Missing, "error", "full", "zero")
	r.oneOf("not_applicable", shape.NotApplicable, "full", "zero", "scale")
	s := &ledger.Scheme{
		Position: diag.Position{File: shape.Source},
		Title:    shape.Title, Basis: shape.Basis, Benefits: shape.Benefits, Zone: ledger.Zone(shape.Zone), Effective: r.date(shape.Effective), Cycle: r.cycle(shape.Cycle),
		Carry: ledger.Carry(r.second("carry", shape.Carry, ledger.CarryWords)), RankBy: ledger.RankBy(r.second("rank_by", shape.RankBy, ledger.RankByWords)),
		Decimals: shape.Decimals,
		Missing:  ledger.Missing(shape.Missing), NotApplicable: ledger.NotApplicable(shape.NotApplicable),
	}
	if a := shape.Adopted; a != nil {
		s.Adopted = ledger.Adopted{Date: r.dateIf(a.Date), Meeting: a.Meeting, For: a.For, Against: a.Against, Filed: r.dateIf(a.Filed)}
	}
	if s.Decimals < 0 || s.Decimals > 2 {
		r.fail("decimals %d", s.Decimals)
	}
	for _, c := range shape.Categories {
		s.Categories = append(s.Categories, r.category(c))
	}
	for _, e := range shape.Events {
		s.Events = append(s.Events, r.event(e))
	}
	s.Honours = r.honours(shape.Honours)
	return s, r.err
}

// schemeReader keeps the first error.
type schemeReader struct{ err error }

func (r *schemeReader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("认不出 "+format, args...)
	}
}

// oneOf refuses a word that the rules do not know.
func (r *schemeReader) oneOf(key, word string, known ...string) {
	if !slices.Contains(known, word) {
		r.fail("%s = %s", key, word)
	}
}

// second reports whether a word is the second of two.
func (r *schemeReader) second(key, word string, words [2]string) bool {
	r.oneOf(key, word, words[:]...)
	return word == words[1]
}

func (r *schemeReader) date(s string) ledger.Date {
	d, ok := ledger.ParseDate(s)
	if !ok {
		r.fail("日期 %s", s)
	}
	return d
}

// dateIf reads a date that may be left out.
func (r *schemeReader) dateIf(s string) ledger.Date {
	if s == "" {
		return 0
	}
	return r.date(s)
}

func (r *schemeReader) cycle(s string) ledger.Cycle {
	c, ok := ledger.ParseCycle(s)
	if !ok {
		r.fail("周期 %s", s)
	}
	return c
}

func (r *schemeReader) points(n json.Number) ledger.Points {
	p, ok := ledger.ParsePoints(n.String())
	if !ok {
		r.fail("分数 %s", n)
	}
	return p
}

// given reads points that may be left out.
func (r *schemeReader) given(n *json.Number) (ledger.Points, bool) {
	if n == nil {
		return 0, false
	}
	return r.points(*n), true
}

func (r *schemeReader) category(shape categoryShape) *ledger.Category {
	r.oneOf("combine", shape.Combine, "sum", "mean", "last")
	c := &ledger.Category{ID: shape.ID, Name: shape.Name, Cycle: r.cycle(shape.Cycle), Combine: ledger.Combine(shape.Combine)}
	for _, i := range shape.Items {
		c.Items = append(c.Items, &ledger.Item{
			Category: c, ID: i.ID, Name: i.Name, Points: r.points(i.Points), Standard: i.Standard, Sensitive: i.Sensitive,
		})
	}
	return c
}

func (r *schemeReader) event(shape eventShape) *ledger.EventKind {
	k := &ledger.EventKind{
		ID: shape.ID, Name: shape.Name, Category: shape.Category, Per: shape.Per,
		Approval: shape.Approval, Sensitive: shape.Sensitive, Veto: shape.Veto,
	}
	k.Points, _ = r.given(shape.Points)
	k.MaxPerMonth, k.HasMaxMonth = r.given(shape.MaxPerMonth)
	k.MaxPerYear, k.HasMaxYear = r.given(shape.MaxPerYear)
	if k.Ranged = len(shape.Range) == 2; k.Ranged {
		k.From, k.To = r.points(shape.Range[0]), r.points(shape.Range[1])
	}
	return k
}

func (r *schemeReader) honours(shape *honoursShape) *ledger.Honours {
	if shape == nil {
		return nil
	}
	r.oneOf("rounding", shape.Rounding, "down", "nearest", "up")
	h := &ledger.Honours{Cycle: r.cycle(shape.Cycle), Rounding: ledger.Rounding(shape.Rounding), Ties: ledger.Ties(r.second("ties", shape.Ties, ledger.TiesWords))}
	for _, l := range shape.Levels {
		level := &ledger.Level{Name: l.Name, Reward: l.Reward}
		level.Top, level.HasTop = r.given(l.Top)
		level.Min, level.HasMin = r.given(l.Min)
		if l.Count != nil {
			level.Count, level.HasCount = *l.Count, true
		}
		switch floor := l.Floor.(type) {
		case string:
			level.FloorBase = floor == "base"
		case json.Number:
			level.Floor, level.HasFloor = r.points(floor), true
		}
		h.Levels = append(h.Levels, level)
	}
	return h
}
