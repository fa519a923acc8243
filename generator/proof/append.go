package proof

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"gongshi/generator/ledger"
)

// Append seals, as of a day, every period that is due. It returns all rows of seals.csv and
// salts.csv with the new ones at their ends, and the number of new ones. The chain has no errors.
// chance makes the salts.
func (c *Chain) Append(day ledger.Date, chance io.Reader) (seals []*ledger.Seal, salts []*ledger.Salt, added int, err error) {
	due := c.Due(day)
	if c.last != nil && len(due) > 0 && day < c.last.Date {
		return nil, nil, 0, fmt.Errorf("%s：封存日期 %s 早于上一次封存的 %s；改用那天或以后的 --date", c.Place.Path, day, c.last.Date)
	}
	seals, salts = slices.Clone(c.Place.Seals), slices.Clone(c.Place.Salts)
	for _, period := range due {
		s, of, err := c.seal(period, day, len(seals)+1, chance)
		if err != nil {
			return nil, nil, 0, err
		}
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
func (c *Chain) seal(period ledger.Period, day ledger.Date, no int, chance io.Reader) (*ledger.Seal, []*ledger.Salt, error) {
	s := &ledger.Seal{No: no, Period: period, Date: day}
	var salts []*ledger.Salt
	var err error
	add := func(l *Line) {
		salt, failed := salt(l, no, chance)
		salts, err = append(salts, salt), cmp.Or(err, failed)
	}
	facts := append(c.facts(period, day), c.unsealed(day)...)
	for _, l := range facts {
		if ofPlace(l.Of) {
			c.sealed[l.Of] = no
		}
	}
	for l := range c.lines(edition{2, s}, c.read().Corrections(period, day)) {
		add(l)
	}
	for _, l := range facts {
		add(l)
	}
	s.Households = countOf(salts, isHousehold)
	return s, salts, err
}

// salt salts a line.
func salt(l *Line, no int, chance io.Reader) (*ledger.Salt, error) {
	s := &ledger.Salt{No: no, Of: l.Of}
	var err, failed error
	s.Salt, err = newSalt(chance)
	if l.closed {
		s.Private, failed = newSalt(chance)
	}
	digest := l.digest(s.Salt, s.Private)
	s.Digest = string(digest[:])
	return s, cmp.Or(err, failed)
}
