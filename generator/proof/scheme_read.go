package proof

import (
	"bytes"
	"cmp"
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
	s := &ledger.Scheme{
		Section: ledger.Section{Position: diag.Position{File: shape.Source}},
		Title:   shape.Title, Basis: shape.Basis, Benefits: shape.Benefits,
		Effective: shape.Effective, Cycle: shape.Cycle,
		Carry:    ledger.Carry(second(r, "carry", shape.Carry, ledger.CarryWords)),
		RankBy:   ledger.RankBy(second(r, "rank_by", shape.RankBy, ledger.RankByWords)),
		Decimals: shape.Decimals, Missing: shape.Missing, NotApplicable: shape.NotApplicable,
		Adopted: ledger.Adopted(shape.Adopted), Zone: ledger.Zone(shape.Zone), Honours: r.honours(shape.Honours),
	}
	for _, c := range shape.Categories {
		s.Categories = append(s.Categories, r.category(c))
	}
	for _, e := range shape.Events {
		s.Events = append(s.Events, r.event(e))
	}
	r.must("effective", s.Effective, s.Effective != 0)
	r.must("cycle", s.Cycle, s.Cycle != 0)
	r.must("decimals", s.Decimals, 0 <= s.Decimals && s.Decimals <= 2)
	oneOf(r, "missing", s.Missing, ledger.MissingError, ledger.MissingFull, ledger.MissingZero)
	oneOf(r, "not_applicable", s.NotApplicable,
		ledger.NotApplicableFull, ledger.NotApplicableZero, ledger.NotApplicableScale)
	return s, r.err
}

// schemeReader keeps the first error.
type schemeReader struct{ err error }

func (r *schemeReader) must(key string, value any, holds bool) {
	if !holds {
		r.err = cmp.Or(r.err, fmt.Errorf("认不出 %s = %v", key, value))
	}
}

// oneOf refuses a word that the rules do not know.
func oneOf[W ~string](r *schemeReader, key string, word W, known ...W) {
	r.must(key, word, slices.Contains(known, word))
}

// second reports whether a word is the second of two.
func second(r *schemeReader, key, word string, words [2]string) bool {
	oneOf(r, key, word, words[:]...)
	return word == words[1]
}

// points reads a number that cannot be left out.
func (r *schemeReader) points(n number) ledger.Points {
	r.must("points", n, n.given)
	return n.Points
}

func (r *schemeReader) category(shape categoryShape) *ledger.Category {
	r.must("cycle", shape.Cycle, shape.Cycle != 0)
	oneOf(r, "combine", shape.Combine, ledger.Sum, ledger.Mean, ledger.Last)
	c := &ledger.Category{ID: shape.ID, Name: shape.Name, Cycle: shape.Cycle, Combine: shape.Combine}
	for _, i := range shape.Items {
		c.Items = append(c.Items, &ledger.Item{
			Category: c, ID: i.ID, Name: i.Name, Points: r.points(i.Points), Standard: i.Standard, Sensitive: i.Sensitive,
		})
	}
	return c
}

func (r *schemeReader) event(shape eventShape) *ledger.EventKind {
	k := &ledger.EventKind{
		ID: shape.ID, Name: shape.Name, Category: shape.Category, Points: shape.Points.Points, Per: shape.Per,
		HasMaxMonth: shape.MaxPerMonth.given, MaxPerMonth: shape.MaxPerMonth.Points,
		HasMaxYear: shape.MaxPerYear.given, MaxPerYear: shape.MaxPerYear.Points,
		Approval: shape.Approval, Sensitive: shape.Sensitive, Veto: shape.Veto,
	}
	if k.Ranged = len(shape.Range) == 2; k.Ranged {
		k.From, k.To = r.points(shape.Range[0]), r.points(shape.Range[1])
	}
	return k
}

func (r *schemeReader) honours(shape *honoursShape) *ledger.Honours {
	if shape == nil {
		return nil
	}
	r.must("cycle", shape.Cycle, shape.Cycle != 0)
	oneOf(r, "rounding", shape.Rounding, ledger.RoundDown, ledger.RoundNearest, ledger.RoundUp)
	h := &ledger.Honours{
		Cycle: shape.Cycle, Rounding: shape.Rounding,
		Ties: ledger.Ties(second(r, "ties", shape.Ties, ledger.TiesWords)),
	}
	for _, l := range shape.Levels {
		level := &ledger.Level{
			Name: l.Name, Reward: l.Reward,
			HasTop: l.Top.given, Top: l.Top.Points, HasMin: l.Min.given, Min: l.Min.Points,
		}
		if l.Count != nil {
			level.Count, level.HasCount = *l.Count, true
		}
		switch floor := l.Floor.(type) {
		case string:
			level.FloorBase = floor == "base"
		case json.Number:
			level.Floor, level.HasFloor = ledger.ParsePoints(floor.String())
			r.must("floor", floor, level.HasFloor)
		}
		h.Levels = append(h.Levels, level)
	}
	return h
}
