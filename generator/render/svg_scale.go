package render

import (
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
func lineScale(c *chart.Chart) scale { return scaleFor(extent(c)) }

// scaleFor returns a scale of at most n steps from low to high, with a point on either side of a
// single figure.
func scaleFor(low, high ledger.Points, n int) scale {
	if low == high {
		low, high = low-ledger.Point, high+ledger.Point
	}
	for unit := ledger.Points(1); ; unit *= 10 {
		for _, m := range []ledger.Points{1, 2, 5} {
			step := m * unit
			from, to := low.Down(step), -(-high).Down(step)
			if (to-from)/step <= ledger.Points(n) {
				return scale{from: from, to: to, step: step}
			}
		}
	}
}
