package oracle

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/ledger"
)

// standing is one household in a published table, with its texts.
type standing struct {
	row        *row
	figure     *big.Rat // what ranks: 合计 or 平均 as shown
	cumulative *big.Rat // 累计 as shown
	rank       int
	columns    map[string]string
}

// organisation: organisations are ranked apart, and get no honours.
func (s *standing) organisation() bool { return s.row.span.Kind == ledger.Organisation }

// standings are a period's table with every column's text.
//
// Reading 12: 人数 is the number by which the average divides, so it is never 0; a
// year's is that of the year's last day, though its 平均 divides period by period.
func (v *village) standings(p ledger.Period) []*standing {
	scheme := v.scheme(p)
	var list []*standing
	for _, r := range v.table(p) {
		total := v.sum(v.own(p), r.household.Key, false)
		s := &standing{row: r, columns: map[string]string{}}
		cycle := p.Cycle
		if v.summary(p) {
			cycle = ledger.Month
		}
		for id, c := range v.categories(v.own(p)) {
			if p.Cycle == ledger.Year || c.Cycle == cycle {
				s.columns[c.Name] = shown(total.points[id], scheme.Decimals)
			}
		}
		s.columns["加分"] = shown(total.added, scheme.Decimals)
		s.columns["扣分"] = shown(total.taken, scheme.Decimals)
		s.columns["合计"] = shown(total.total, scheme.Decimals)
		s.columns["状态"] = v.state(p, v.day)
		figure, carried := "合计", scheme.Decimals
		if scheme.RankBy == ledger.ByAverage {
			figure, carried = "平均", 2
			s.columns["平均"] = shown(v.sum(v.own(p), r.household.Key, true).total, 2)
			s.columns["人数"] = strconv.Itoa(r.members)
		}
		s.columns["累计"] = shown(v.cumulated(p, r.household), carried)
		s.figure, s.cumulative = number(s.columns[figure]), number(s.columns["累计"])
		list = append(list, s)
	}
	for _, s := range list {
		s.rank = rank(list, s, func(s *standing) *big.Rat { return s.figure })
		s.columns["名次"] = strconv.Itoa(s.rank)
		s.columns["累计名次"] = strconv.Itoa(rank(list, s, func(s *standing) *big.Rat { return s.cumulative }))
	}
	return list
}

// rank is one more than the number of those on the same board who show more.
func rank(list []*standing, of *standing, figure func(*standing) *big.Rat) int {
	n := 1
	for _, s := range list {
		if s.organisation() == of.organisation() && figure(s).Cmp(figure(of)) > 0 {
			n++
		}
	}
	return n
}

// shown is the text of an exact figure: rounded once, half away from zero.
// FloatString rounds so; it leaves a minus before a zero.
func shown(x *big.Rat, decimals int) string {
	text := x.FloatString(decimals)
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-")
	}
	return text
}

// number is a text of shown as a number.
func number(text string) *big.Rat {
	x, _ := new(big.Rat).SetString(text)
	return x
}

// honours are the names of the levels that a period's scheme awards, by 户号.
func (v *village) honours(p ledger.Period, standings []*standing) map[string]string {
	scheme := v.scheme(p)
	ranked := slices.DeleteFunc(slices.Clone(standings), (*standing).organisation)
	levels := map[string]string{}
	for _, s := range ranked {
		for _, level := range scheme.Honours.Levels {
			if !reaches(scheme.Honours, level, s, ranked) {
				continue
			}
			if v.aboveFloor(p, scheme, level, s) && !v.vetoed(p, s) {
				levels[s.row.household.ID] = level.Name
			}
			break // a household that fails the floor does not move to another band
		}
	}
	return levels
}

// reaches: the household's rank, or its score, lies in the level's band or above it.
func reaches(h *ledger.Honours, level *ledger.Level, s *standing, ranked []*standing) bool {
	if level.HasMin {
		return s.figure.Cmp(exact(level.Min)) >= 0
	}
	places := level.Count
	if level.HasTop {
		places = placesOf(h.Rounding, len(ranked), level.Top)
	}
	lastOfTied := s.rank - 1
	for _, other := range ranked {
		if other.rank == s.rank {
			lastOfTied++
		}
	}
	if h.Ties == ledger.TiesOut {
		return lastOfTied <= places
	}
	return s.rank <= places
}

// placesOf is N × percent, rounded; nearest is half up.
func placesOf(how ledger.Rounding, n int, percent ledger.Points) int {
	places := 0
	for whole := n * int(percent); whole > 0; whole -= 10000 { // percent is in hundredths
		switch {
		case whole >= 10000, how == ledger.RoundUp, how == ledger.RoundNearest && whole >= 5000:
			places++
		}
	}
	return places
}

// aboveFloor compares the shown figure with the floor.
//
// Reading 13: a floor given as a number, like min, is compared as it is written; the
// base is rounded as it would be shown, so that a household that shows the full base has reached it.
func (v *village) aboveFloor(p ledger.Period, scheme *ledger.Scheme, level *ledger.Level, s *standing) bool {
	switch {
	case level.FloorBase:
		base := v.sum(v.own(p), s.row.household.Key, false).base
		return s.figure.Cmp(number(shown(base, scheme.Decimals))) >= 0
	case level.HasFloor:
		return s.figure.Cmp(exact(level.Floor)) >= 0
	}
	return true
}

// vetoed: an approved event with a veto, not voided by a correction, belongs to this
// period, or to one of the same calendar year that counts and does not end later
// (formats.md, "Veto").
//
// Reading 14: a period that does not count yet takes away no honours but its own. What
// caps cut off to nothing still withholds honours, and so does an event of a household
// that is not in the table of the period to which the event belongs.
func (v *village) vetoed(p ledger.Period, s *standing) bool {
	return slices.ContainsFunc(v.deeds, func(d *deed) bool {
		before := d.period.Year == p.Year && d.period.Last() <= p.Last() && v.counts(d.period)
		return d.event.Household == s.row.household.Key && d.kind.Veto && d.worth != 0 && (d.period == p || before)
	})
}
