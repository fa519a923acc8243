package proof

import (
	"encoding/json"
	"errors"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// ParseScheme reads scheme-<effective>.json back: all of it that a seal covers, and which file it was.
func ParseScheme(text []byte) (*ledger.Scheme, error) {
	var shape schemeShape
	if err := json.Unmarshal(text, &shape); err != nil {
		return nil, err
	}
	r := &schemeReader{known: true}
	s := &ledger.Scheme{
		Section: ledger.Section{Position: diag.Position{File: shape.Source}},
		Title:   shape.Title, Basis: shape.Basis, Benefits: shape.Benefits,
		Effective: shape.Effective, Cycle: shape.Cycle,
		Carry:    ledger.Carry(r.second(shape.Carry, ledger.CarryWords)),
		RankBy:   ledger.RankBy(r.second(shape.RankBy, ledger.RankByWords)),
		Decimals: shape.Decimals, Missing: shape.Missing, NotApplicable: shape.NotApplicable,
		Adopted: ledger.Adopted(shape.Adopted), Zone: ledger.Zone(shape.Zone), Honours: r.honours(shape.Honours),
	}
	s.Base, s.HasBase = r.points(shape.Base)
	for _, c := range shape.Categories {
		s.Categories = append(s.Categories, r.category(c))
	}
	for _, e := range shape.Events {
		s.Events = append(s.Events, r.event(e))
	}
	r.must(s.Effective != 0 && s.Cycle != 0 && 0 <= s.Decimals && s.Decimals <= 2 &&
		oneOf(s.Missing, ledger.MissingError, ledger.MissingFull, ledger.MissingZero) &&
		oneOf(s.NotApplicable, ledger.NotApplicableFull, ledger.NotApplicableZero, ledger.NotApplicableScale))
	if !r.known {
		return nil, errors.New("积分办法里有认不出的词或数")
	}
	return s, nil
}

// schemeReader notes whether all that it has read is known to the rules.
type schemeReader struct{ known bool }

func (r *schemeReader) must(hold bool) { r.known = r.known && hold }

func oneOf[W ~string](word W, known ...W) bool { return slices.Contains(known, word) }

// second reports whether a word is the second of two.
func (r *schemeReader) second(word string, words [2]string) bool {
	r.must(oneOf(word, words[:]...))
	return word == words[1]
}

// points reads a number, if there is one.
func (r *schemeReader) points(n json.Number) (ledger.Points, bool) {
	p, given := ledger.ParsePoints(n.String())
	r.must(given || n == "")
	return p, given
}

// given reads a number that cannot be left out.
func (r *schemeReader) given(n json.Number) ledger.Points {
	p, given := r.points(n)
	r.must(given)
	return p
}

func (r *schemeReader) category(shape categoryShape) *ledger.Category {
	r.must(shape.Cycle != 0 && oneOf(shape.Combine, ledger.Sum, ledger.Mean, ledger.Last))
	c := &ledger.Category{ID: shape.ID, Name: shape.Name, Cycle: shape.Cycle, Combine: shape.Combine}
	c.Base, c.HasBase = r.points(shape.Base)
	for _, i := range shape.Items {
		c.Items = append(c.Items, &ledger.Item{
			Category: c, ID: i.ID, Name: i.Name, Points: r.given(i.Points), Standard: i.Standard, Sensitive: i.Sensitive,
		})
	}
	return c
}

func (r *schemeReader) event(shape eventShape) *ledger.EventKind {
	k := &ledger.EventKind{
		ID: shape.ID, Name: shape.Name, Category: shape.Category, Per: shape.Per,
		Approval: shape.Approval, Sensitive: shape.Sensitive, Veto: shape.Veto,
	}
	k.Points, _ = r.points(shape.Points)
	k.MaxPerMonth, k.HasMaxMonth = r.points(shape.MaxPerMonth)
	k.MaxPerYear, k.HasMaxYear = r.points(shape.MaxPerYear)
	if k.Ranged = len(shape.Range) == 2; k.Ranged {
		k.From, k.To = r.given(shape.Range[0]), r.given(shape.Range[1])
	}
	return k
}

func (r *schemeReader) honours(shape *honoursShape) *ledger.Honours {
	if shape == nil {
		return nil
	}
	r.must(shape.Cycle != 0 && oneOf(shape.Rounding, ledger.RoundDown, ledger.RoundNearest, ledger.RoundUp))
	ties := ledger.Ties(r.second(shape.Ties, ledger.TiesWords))
	h := &ledger.Honours{Cycle: shape.Cycle, Rounding: shape.Rounding, Ties: ties}
	for _, l := range shape.Levels {
		level := &ledger.Level{Name: l.Name, HasCount: l.Count != 0, Count: l.Count, Reward: l.Reward}
		level.Top, level.HasTop = r.points(l.Top)
		level.Min, level.HasMin = r.points(l.Min)
		if level.FloorBase = string(l.Floor) == baseWord; !level.FloorBase {
			level.Floor, level.HasFloor = r.points(json.Number(l.Floor))
		}
		h.Levels = append(h.Levels, level)
	}
	return h
}
