// Package oracle computes the published figures a second time. It is used by tests
// alone: what the pipeline shows and what this package returns must be the same text.
//
// In: a Book and a day. Out: the figures of every data/<period>.csv, and the levels
// of honours. It imports no room but ledger, and of ledger only the nouns and the
// calendar of periods: the look-ups that ledger has beside them are written out here
// again. It is slow and plain on purpose, with maps, and math/big where points are divided, so that
// each file can be read beside its section of formats.md: days.go beside notices,
// table.go beside households and sheets, deeds.go beside events, sums.go beside Sums,
// ranks.go beside Ranks and honours, parts.go beside distributions.
//
// RandomSite makes the sites on which the two are compared. Evaluate works out the formulas that pages
// print.
//
// # Where formats.md leaves a doubt
//
// The comments marked "Reading" with a number tell what this package chose.
package oracle

import (
	"cmp"
	"maps"
	"math/big"
	"slices"

	"gongshi/generator/ledger"
)

// Figures are what each data/<period>.csv of each place must have, keyed
// place path → period → 户号 → column heading → text.
type Figures map[string]map[string]map[string]map[string]string

// Levels are the names of the levels of honours, keyed place path → period → 户号.
// A period is there if its scheme has honours of that cycle; a household, if it has one.
type Levels map[string]map[string]map[string]string

// Score is every published figure as of a day, and the levels that published periods award, final
// or not. A household is in it whether its row is withheld for want of consent or not: that is
// the renderer's affair.
func Score(book *ledger.Book, day ledger.Date) (Figures, Levels) {
	figures, levels := Figures{}, Levels{}
	for _, place := range book.Places {
		v := newVillage(book, place, day)
		tables, awarded := map[string]map[string]map[string]string{}, map[string]map[string]string{}
		for _, period := range v.published() {
			rows := map[string]map[string]string{}
			standings := v.standings(period)
			for _, s := range standings {
				rows[s.row.household.ID] = s.columns
			}
			tables[period.String()] = rows
			if h := v.scheme(period).Honours; h != nil && h.Cycle == period.Cycle {
				awarded[period.String()] = v.honours(period, standings)
			}
		}
		figures[place.Path], levels[place.Path] = tables, awarded
	}
	return figures, levels
}

// village is one place as of one day, with what was worked out already.
type village struct {
	book   *ledger.Book
	place  *ledger.Place
	day    ledger.Date
	deeds  []*deed
	tables map[ledger.Period]map[string]*row
	final  map[ledger.Period]bool // whether it counts
}

func newVillage(book *ledger.Book, place *ledger.Place, day ledger.Date) *village {
	v := &village{
		book: book, place: place, day: day,
		tables: map[ledger.Period]map[string]*row{},
		final:  map[ledger.Period]bool{},
	}
	v.deeds = v.allDeeds()
	return v
}

// noticed are the periods with a notice of any state, in order of time.
func (v *village) noticed() []ledger.Period {
	return slices.SortedFunc(maps.Keys(v.place.Notices), ledger.Period.Compare)
}

// published are the periods that the site shows on the day.
func (v *village) published() []ledger.Period {
	return slices.DeleteFunc(v.noticed(), func(p ledger.Period) bool { return v.state(p, v.day) == draft })
}

// scheme is the version in force for a period: of the nearest folder that has one
// effective on the period's first day, the latest; else the first version of the
// nearest folder that takes effect within the period.
func (v *village) scheme(p ledger.Period) *ledger.Scheme {
	earlier := func(a, b *ledger.Scheme) int { return cmp.Compare(a.Effective, b.Effective) }
	for at := v.place; at != nil; at = at.Parent {
		if known := effectiveBy(at.Schemes, p.First()); len(known) > 0 {
			return slices.MaxFunc(known, earlier)
		}
	}
	for at := v.place; at != nil; at = at.Parent {
		if known := effectiveBy(at.Schemes, p.Last()); len(known) > 0 {
			return slices.MinFunc(known, earlier)
		}
	}
	return nil
}

// effectiveBy are the versions that took effect by a day.
func effectiveBy(versions []*ledger.Scheme, day ledger.Date) []*ledger.Scheme {
	return slices.DeleteFunc(slices.Clone(versions), func(s *ledger.Scheme) bool { return s.Effective > day })
}

// exact is a number of points as a rational.
func exact(p ledger.Points) *big.Rat { return big.NewRat(int64(p), 100) }

func zero() *big.Rat { return new(big.Rat) }

func plus(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }

func minus(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }

func divide(a *big.Rat, n int) *big.Rat { return new(big.Rat).Quo(a, big.NewRat(int64(n), 1)) }
