package gazette

import (
	"math/big"
	"slices"

	"gongshi/generator/ledger"
)

// Stats are statistics of a set of figures, made from the shown figures, so that anyone can work
// them out again from the open data.
type Stats struct {
	N        int           `json:"n,omitzero"`
	Decimals int           `json:"decimals,omitzero"` // of mean and median: one more than of the figures, at most two
	Mean     ledger.Points `json:"mean,omitzero"`
	Median   ledger.Points `json:"median,omitzero"`
	Lower    ledger.Points `json:"lower,omitzero"` // the quartiles: the middle half is between them
	Upper    ledger.Points `json:"upper,omitzero"`
	Smallest ledger.Points `json:"smallest,omitzero"`
	Largest  ledger.Points `json:"largest,omitzero"`
}

// StatsOf returns those of values with so many decimals. Quartiles are by the nearest rank: the
// value at place n÷4, and at 3n÷4, rounded up.
func StatsOf(values []ledger.Points, decimals int) Stats {
	n := len(values)
	if n == 0 {
		return Stats{}
	}
	v := slices.Sorted(slices.Values(values))
	var sum ledger.Exact
	for _, p := range v {
		sum = sum.Add(p.Exact())
	}
	s := Stats{N: n, Decimals: min(decimals+1, 2)}
	s.Mean = sum.Div(n).Round(s.Decimals)
	s.Median = v[(n-1)/2].Exact().Add(v[n/2].Exact()).Div(2).Round(s.Decimals)
	s.Lower, s.Upper = v[(n+3)/4-1], v[(3*n+3)/4-1]
	s.Smallest, s.Largest = v[0], v[n-1]
	return s
}

// MeanText returns the mean as it is shown.
func (s Stats) MeanText() string { return s.text(s.Mean) }

// MedianText returns the median as it is shown.
func (s Stats) MedianText() string { return s.text(s.Median) }

func (s Stats) text(p ledger.Points) string {
	if s.N == 0 {
		return ""
	}
	return p.Text(s.Decimals)
}

// BoardSum is the sum of a board's rows.
type BoardSum struct {
	Stats              // of the figures by which it is ranked
	Base  ledger.Exact `json:"base,omitzero"`  // full marks. In a year rows may differ: each has those of the periods in which it was assessed
	Total ledger.Exact `json:"total,omitzero"` // of the 合计 that are shown
}

// sum sums up only the rows of a board that may be shown: with the others, a figure that may not
// be published could be found by subtraction, and nobody could work out the sum again.
func (t *Table) sum(rows []*Row) BoardSum {
	s := BoardSum{Stats: StatsOf(t.Rankings(rows), t.Scheme.RankDecimals())}
	for _, r := range rows {
		s.Base, s.Total = s.Base.Add(r.Base), s.Total.Add(r.Shown.Total.Exact())
	}
	return s
}

// Share returns the total ÷ the base, in percent with one decimal.
func (s BoardSum) Share() ledger.Points {
	return ledger.ExactOf(new(big.Rat).Quo(s.Total.Rat(), s.Base.Rat())).MulDiv(100, 1).Round(1)
}
