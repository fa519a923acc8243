package proof

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// Append seals, as of a day, every period that is due. It returns all rows of seals.csv and
// salts.csv with the new ones at their ends, and the number of new ones. The chain has no errors.
// chance makes the salts: random texts ([rand.Text]).
func (c *Chain) Append(day ledger.Date, chance func() string) (seals []*ledger.Seal, salts []*ledger.Salt, added int, err error) {
	due := c.Due(day)
	if c.last != nil && len(due) > 0 && day < c.last.Date {
		return nil, nil, 0, fmt.Errorf("%s：封存日期 %s 早于上一次封存的 %s；改用那天或以后的 --date", c.Place.Path, day, c.last.Date)
	}
	seals, salts = slices.Clone(c.Place.Seals), slices.Clone(c.Place.Salts)
	for _, period := range due {
		s, of := c.seal(period, day, len(seals)+1, chance)
		former := ""
		if len(seals) > 0 {
			former = seals[len(seals)-1].Digest
		}
		s.Digest = SealDigest(2, former, s, digestsOf(of))
		seals, salts = append(seals, s), append(salts, of...)
	}
	return seals, salts, len(due), nil
}

// seal salts the lines of a period, and whatever else of the place is not sealed yet.
func (c *Chain) seal(period ledger.Period, day ledger.Date, no int, chance func() string) (*ledger.Seal, []*ledger.Salt) {
	s := &ledger.Seal{No: no, Period: period, Date: day}
	var salts []*ledger.Salt
	facts := append(c.facts(period, day), c.unsealed(day)...)
	for _, l := range facts {
		if ofPlace(l.Of) {
			c.sealed[l.Of] = no
		}
	}
	for l := range c.lines(edition{2, s}, c.read().Corrections(period, day)) {
		salts = append(salts, salt(l, no, chance))
	}
	for _, l := range facts {
		salts = append(salts, salt(l, no, chance))
	}
	s.Households = countOf(salts, isHousehold)
	return s, salts
}

// salt salts a line.
func salt(l *Line, no int, chance func() string) *ledger.Salt {
	s := &ledger.Salt{No: no, Of: l.Of, Salt: strings.ToLower(chance())}
	if l.closed {
		s.Private = strings.ToLower(chance())
	}
	digest := l.digest(s.Salt, s.Private)
	s.Digest = string(digest[:])
	return s
}
