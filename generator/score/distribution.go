package score

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// Distribution is a sum of money shared out by shares and points (formats.md,
// "distributions/<year>.toml"), as of its own date. Its parts add up to the amount exactly.
type Distribution struct {
	*ledger.Distribution
	Periods Periods       // whose points it uses, in order: those of the year that counted on its date
	Shares  ledger.Points // of all
	Points  ledger.Exact  // of all, none below 0
	Parts   []*Part       // by 户号: all that belonged to the place in that year
}

// Part is what one household gets.
type Part struct {
	Household *ledger.Household
	Span      *ledger.Span  // the row of households.csv that the year reads
	Shares    ledger.Points // in hundredths of a share
	Points    ledger.Exact  // the year's 合计; the formula uses 0 if it is negative
	Exact     ledger.Exact  // yuan, by the formula
	Amount    ledger.Points // yuan, in fen: the formula's, cut off or with one fen more
}

// Counts returns the points that the formula uses.
func (p *Part) Counts() ledger.Exact { return p.Points.NotBelowZero() }

// distributions works out what was shared out up to the day.
func (p *Place) distributions(states *notice.States) diag.List {
	var list diag.List
	for _, year := range slices.Sorted(maps.Keys(p.Place.Distributions)) {
		of := p.Place.Distributions[year]
		if of.Date > states.Day {
			continue
		}
		d := p.distribution(of, yearOn(p.Place, year, of.Date, states.Cals))
		if !d.Share() {
			list = append(list, d.zeroSums()...)
			continue
		}
		p.Distributions = append(p.Distributions, d)
		list = append(list, p.since(d, states.Day)...)
	}
	return list
}

// distribution collects the shares, and the points of the periods of one year.
func (p *Place) distribution(of *ledger.Distribution, year *sum) *Distribution {
	var parts []*Part
	for _, h := range p.Households {
		if span := h.SpanFor(ledger.Period{Cycle: ledger.Year, Year: of.Year}); span != nil {
			points := year.of(h, false).Total
			parts = append(parts, &Part{Household: h, Span: span, Shares: max(span.Shares, 0), Points: points})
		}
	}
	d := NewDistribution(of, parts)
	for _, q := range year.tables {
		d.Periods = append(d.Periods, q.Period)
	}
	return d
}

// NewDistribution sums up the shares and points of parts, which are by 户号.
func NewDistribution(of *ledger.Distribution, parts []*Part) *Distribution {
	d := &Distribution{Distribution: of, Parts: parts}
	for _, p := range parts {
		d.Shares += p.Shares
		d.Points = d.Points.Add(p.Counts())
	}
	return d
}

// zeroSums reports which sum to share by is zero, if the weight needs it.
func (d *Distribution) zeroSums() (list diag.List) {
	zero := func(what, sum, hint string) {
		list.Wrong(d.At("share_weight"), zeroSum,
			fmt.Sprintf("%d 年的分配有一部分按%s，而%s之和是 0，无法分配", d.Year, what, sum), hint)
	}
	if d.Shares == 0 && !d.ShareWeight.IsZero() {
		zero("股份", "各户股份", "在 households.csv 填“股份”，或把 share_weight 改为 0")
	}
	if d.Points.IsZero() && !d.PointsWeight().IsZero() {
		zero("积分", fmt.Sprintf("到分配日期 %s 为止各户已经生效的积分", d.Date),
			"等这一年的积分生效以后再分配，date 写那时的日期；或把 share_weight 改为 1")
	}
	return list
}

// Share gives each its part in fen, by the largest remainder: all parts are cut off to whole fen,
// and the rest goes, a fen each, to those that lost most; among equals to the lower 户号 first. It
// reports whether there is something to share by.
func (d *Distribution) Share() bool {
	if d.zeroSums() != nil {
		return false
	}
	amount := d.Amount.Exact().Rat()
	byShares := perUnit(amount, d.ShareWeight.Rat(), d.Shares.Exact())
	byPoints := perUnit(amount, d.PointsWeight().Rat(), d.Points)
	lost := make(map[*Part]*big.Rat, len(d.Parts))
	over := d.Amount
	for _, p := range d.Parts {
		part := new(big.Rat).Mul(byShares, p.Shares.Exact().Rat())
		part.Add(part, new(big.Rat).Mul(byPoints, p.Counts().Rat()))
		p.Exact = ledger.ExactOf(part)
		fen := part.Mul(part, big.NewRat(int64(ledger.Point), 1))
		whole := new(big.Int).Quo(fen.Num(), fen.Denom())
		p.Amount = ledger.Points(whole.Int64())
		over -= p.Amount
		lost[p] = fen.Sub(fen, new(big.Rat).SetInt(whole))
	}
	order := slices.Clone(d.Parts)
	slices.SortFunc(order, func(a, b *Part) int {
		return cmp.Or(lost[b].Cmp(lost[a]), strings.Compare(a.Household.ID, b.Household.ID))
	})
	for _, p := range order[:over] {
		p.Amount++
	}
	return true
}

// perUnit returns the money for one share, or one point: amount × weight ÷ all of them.
func perUnit(amount, weight *big.Rat, all ledger.Exact) *big.Rat {
	if all.IsZero() {
		return new(big.Rat)
	}
	each := new(big.Rat).Mul(amount, weight)
	return each.Quo(each, all.Rat())
}
