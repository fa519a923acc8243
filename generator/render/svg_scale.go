package render

import (
	"math"

	"gongshi/generator/chart"
	"gongshi/generator/ledger"
)

// scale maps figures onto positions; from and to are round figures step apart.
type scale struct {
	from, to, step ledger.Points
	at, length     int // position of from, and distance to that of to; negative means upwards
}

func (s scale) pos(p ledger.Points) int {
	return s.at + int(ledger.Points(s.length)*(p-s.from)/(s.to-s.from))
}

// lineScale returns a scale with all figures of a line chart; it need not begin at zero.
func lineScale(c *chart.Chart) scale {
	low, high := ledger.Points(math.MaxInt64), ledger.Points(math.MinInt64)
	for _, s := range c.Series {
		for _, list := range [2][]chart.Value{s.Values, s.Upper} {
			for _, v := range list {
				if v.OK {
					low, high = min(low, v.Points), max(high, v.Points)
				}
			}
		}
	}
	if low > high { // there is none
		low, high = 0, 0
	}
	return scaleFor(low, high)
}

// scaleFor returns a scale of at most four steps from low to high, with a point on either side of a
// single figure.
func scaleFor(low, high ledger.Points) scale {
	if low == high {
		low, high = low-ledger.Point, high+ledger.Point
	}
	for unit := ledger.Points(1); ; unit *= 10 {
		for _, m := range []ledger.Points{1, 2, 5} {
			step := m * unit
			from, to := low.Down(step), -(-high).Down(step)
			if (to-from)/step <= 4 {
				return scale{from: from, to: to, step: step}
			}
		}
	}
}
