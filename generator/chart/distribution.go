package chart

import (
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Distribution returns how many of the listed households of t have how many points, or nil if
// none is listed.
func Distribution(t *gazette.Table) *Chart {
	c := distributionOf(t.Rankings(t.Boards[0].Ranked), t.Scheme.RankDecimals())
	if c != nil {
		c.Ranked, c.Provisional = figure.RankedBy(t), label(t).Provisional
	}
	return c
}

// distributionOf counts values in classes of equal width, the highest first.
func distributionOf(values []ledger.Points, decimals int) *Chart {
	if len(values) == 0 {
		return nil
	}
	st := gazette.StatsOf(values, decimals)
	unit := ledger.Point
	for range decimals {
		unit /= 10
	}
	w := width(st.Largest-st.Smallest, unit, 10)
	from := st.Smallest.Down(w)
	classes := int((st.Largest-from)/w) + 1
	c := &Chart{ID: "distribution", Kind: Bars, Word: "chart.distribution"}
	counts := make([]Value, classes)
	for i := range counts {
		low := from + ledger.Points(classes-1-i)*w
		c.Labels = append(c.Labels, named(classLabel(low, low+w-unit, decimals)))
		counts[i].OK = true
	}
	for _, v := range values {
		counts[classes-1-int((v-from)/w)].Points += ledger.Point
	}
	c.Series = []Series{{Word: "chart.households", Values: counts}}
	return c
}

// classLabel names the figures from low to high, both included.
func classLabel(low, high ledger.Points, decimals int) string {
	if low == high {
		return low.Text(decimals)
	}
	return low.Text(decimals) + "~" + high.Text(decimals)
}

// width returns the smallest of 1, 2, 5, 10 … that cuts span into at most n classes and is no
// finer than unit.
func width(span, unit ledger.Points, n int) ledger.Points {
	for scale := unit; ; scale *= 10 {
		for _, s := range [...]ledger.Points{1, 2, 5} {
			if w := s * scale; span/w < ledger.Points(n) {
				return w
			}
		}
	}
}
