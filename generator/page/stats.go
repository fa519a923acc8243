package page

import (
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// stats sum up a set of figures. They are made from the figures as shown, so that
// anyone can work them out again from the open data.
type stats struct {
	n                 int
	decimals          int // of mean and median: one more than of the figures, at most two
	mean, median      ledger.Points
	lower, upper      ledger.Points // the quartiles: the middle half lies between them
	smallest, largest ledger.Points
}

// statsOf sums up values, which have so many decimals. Quartiles are taken by the
// nearest rank: the value at place n÷4, and at 3n÷4, rounded up.
func statsOf(values []ledger.Points, decimals int) stats {
	n := len(values)
	if n == 0 {
		return stats{}
	}
	v := slices.Sorted(slices.Values(values))
	var sum ledger.Exact
	for _, p := range v {
		sum = sum.Add(p.Exact())
	}
	s := stats{n: n, decimals: min(decimals+1, 2)}
	s.mean = sum.Div(n).Round(s.decimals)
	s.median = v[(n-1)/2].Exact().Add(v[n/2].Exact()).Div(2).Round(s.decimals)
	s.lower, s.upper = v[(n+3)/4-1], v[(3*n+3)/4-1]
	s.smallest, s.largest = v[0], v[n-1]
	return s
}

// rankingStats sum up the figures by which a board is ranked. Averages are made of the rows that
// may be shown alone: with the others in, a figure that may not be published could be had by
// subtraction, and nobody could work the averages out again.
func rankingStats(t *gazette.Table, rows []*gazette.Row) stats {
	values := make([]ledger.Points, len(rows))
	decimals := 0
	for i, r := range rows {
		values[i], decimals = t.Ranking(r)
	}
	return statsOf(values, decimals)
}

func (s stats) meanText() string   { return s.text(s.mean) }
func (s stats) medianText() string { return s.text(s.median) }

func (s stats) text(p ledger.Points) string {
	if s.n == 0 {
		return ""
	}
	return p.Text(s.decimals)
}

// ratio is n ÷ of in percent with one decimal, "" where there is nothing to divide by.
func ratio(n, of int) string {
	if of == 0 {
		return ""
	}
	return ledger.Points(n*100).Exact().MulDiv(100, int64(of)).Round(1).Text(1)
}
