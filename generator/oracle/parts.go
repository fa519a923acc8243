package oracle

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// Parts are what each data/distribution-<year>.csv of each place must have, keyed
// place path → year → 户号 → column heading → text.
type Parts map[string]map[int]map[string]map[string]string

// Shared are the distributions up to a day (formats.md, "distributions/<year>.toml").
func Shared(book *ledger.Book, day ledger.Date) Parts {
	parts := Parts{}
	for _, place := range book.Places {
		parts[place.Path] = map[int]map[string]map[string]string{}
		for year, d := range place.Distributions {
			if d.Date <= day {
				parts[place.Path][year] = newVillage(book, place, d.Date).sharedOut(d)
			}
		}
	}
	return parts
}

// part is one household's.
type part struct {
	id             string
	shares, points *big.Rat
	fen            *big.Int
	lost           *big.Rat // of a fen, by cutting off
}

// sharedOut works out a distribution on the day of v, which is its own.
//
// Reading 16: each household of which a row touches the year takes part, in a table or not,
// with the shares of the row that the year reads. Of its points those of the year's counting
// periods are as of the distribution's date, as everything is that v sees.
func (v *village) sharedOut(d *ledger.Distribution) map[string]map[string]string {
	var parts []*part
	for _, h := range v.place.Households {
		if span := spanFor(h, ledger.Period{Cycle: ledger.Year, Year: d.Year}); span != nil {
			total := v.sum(v.formerYear(d.Year), h.Key, false).total
			parts = append(parts, &part{id: h.ID, shares: exact(span.Shares), points: total})
		}
	}
	fill(d, parts)
	rows := map[string]map[string]string{}
	for _, p := range parts {
		rows[p.id] = map[string]string{
			"股份": short(p.shares), "积分": short(p.points), "金额元": shown(new(big.Rat).SetFrac(p.fen, big.NewInt(100)), 2),
		}
	}
	return rows
}

// short is a figure of at most two digits, in as few as hold it.
func short(x *big.Rat) string {
	return strings.TrimSuffix(strings.TrimRight(shown(x, 2), "0"), ".")
}

// fill works out the fen: amount × (w × shares ÷ all shares + (1 − w) × points ÷ all points),
// cut off; the fen that are over go one each to those who lost most, of equals to the lower 户号.
func fill(d *ledger.Distribution, parts []*part) {
	shares, points := zero(), zero()
	for _, p := range parts {
		shares, points = plus(shares, p.shares), plus(points, atLeastZero(p.points))
	}
	weight, over := d.ShareWeight.Rat(), big.NewInt(int64(d.Amount))
	for _, p := range parts {
		fen := zero()
		if weight.Sign() > 0 {
			fen.Mul(weight, new(big.Rat).Quo(p.shares, shares))
		}
		if rest := minus(big.NewRat(1, 1), weight); rest.Sign() > 0 {
			fen = plus(fen, rest.Mul(rest, new(big.Rat).Quo(atLeastZero(p.points), points)))
		}
		fen.Mul(fen, big.NewRat(int64(d.Amount), 1))
		p.fen = new(big.Int).Quo(fen.Num(), fen.Denom())
		p.lost = minus(fen, new(big.Rat).SetInt(p.fen))
		over.Sub(over, p.fen)
	}
	slices.SortFunc(parts, func(a, b *part) int { return cmp.Or(b.lost.Cmp(a.lost), strings.Compare(a.id, b.id)) })
	for _, p := range parts[:over.Int64()] {
		p.fen.Add(p.fen, big.NewInt(1))
	}
}

func atLeastZero(x *big.Rat) *big.Rat {
	if x.Sign() < 0 {
		return zero()
	}
	return x
}
