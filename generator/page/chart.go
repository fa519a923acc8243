package page

import (
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Chart is a chart as data: what is drawn, and also its table.
type Chart struct {
	ID          string // unique on its page
	Kind        ChartKind
	Word        string // key of the words for its title
	Of          string // whose figures, for the title: a name
	Ranked      string // 合计 or 平均: what the figures are; "" where they are neither
	Axis        string // key of the words for what the labels are; "": periods, or figures of Ranked
	Provisional bool   // all its figures may still change
	Labels      []Label
	Series      []Series // the ones in the background first
}

// ChartKind is how a chart is drawn.
type ChartKind string

const (
	Bars  ChartKind = "bars"  // the first series, from zero; the others stand in the table
	Lines ChartKind = "lines" // over periods
)

// Label is a place on the axis: a period, or else a part of the village, a range of figures.
type Label struct {
	Period      ledger.Period  // the zero Period: it is none
	Name        gazette.Phrase // of what is no period
	Provisional bool           // its figures may still change
}

// named is a place on the axis by a name that data give it.
func named(name string) Label { return Label{Name: gazette.Phrase{Text: name}} }

// Series is one row of figures. One that has Upper is a band from Values to Upper.
type Series struct {
	Word     string // key of the words for its name
	Decimals int
	Values   []Value // beside Chart.Labels
	Upper    []Value
	Quiet    bool // in the background: the village, beside the household's own
	Bound    bool // what the bars reach at most: full marks
}

// Value is one figure; the zero Value is a gap.
type Value struct {
	Points    ledger.Points
	OK        bool
	Published Figure // where it is a household's
}

// Text is the figure, "" for a gap.
func (s *Series) Text(i int) string { return s.text(s.Values[i]) }

// UpperText is the upper edge of a band.
func (s *Series) UpperText(i int) string { return s.text(s.Upper[i]) }

// Columns are the series as the table has them: what matters most comes first.
func (c *Chart) Columns() []Series {
	if c.Kind == Bars {
		return c.Series
	}
	columns := slices.Clone(c.Series)
	slices.Reverse(columns)
	return columns
}

// Bound is the series that bounds the bars, nil if there is none.
func (c *Chart) Bound() *Series {
	for i := range c.Series {
		if c.Series[i].Bound {
			return &c.Series[i]
		}
	}
	return nil
}

func (s *Series) text(v Value) string {
	switch {
	case !v.OK:
		return ""
	case v.Published.Key != "":
		return v.Published.Text
	}
	return v.Points.Text(s.Decimals)
}

// width is the smallest of 1, 2, 5, 10 … that cuts span into at most n classes and is
// no finer than unit.
func width(span, unit ledger.Points, n int) ledger.Points {
	for scale := unit; ; scale *= 10 {
		for _, s := range [...]ledger.Points{1, 2, 5} {
			if w := s * scale; span/w < ledger.Points(n) {
				return w
			}
		}
	}
}

// add appends a figure, with the decimals that it needs.
func (s *Series) add(p ledger.Points) {
	s.Values = append(s.Values, Value{Points: p, OK: true})
	switch {
	case p%ledger.Point == 0:
	case p%(ledger.Point/10) == 0:
		s.Decimals = max(s.Decimals, 1)
	default:
		s.Decimals = 2
	}
}

// addMean appends the mean of a set of figures, with its own decimals.
func (s *Series) addMean(st gazette.Stats) {
	s.Values = append(s.Values, Value{Points: st.Mean, OK: st.N > 0})
	s.Decimals = max(s.Decimals, st.Decimals)
}

// gap appends a figure that is not known.
func (s *Series) gap() { s.Values = append(s.Values, Value{}) }

// distribution counts values in classes of equal width, the highest first.
func distribution(values []ledger.Points, decimals int) *Chart {
	if len(values) == 0 {
		return nil
	}
	st := gazette.StatsOf(values, decimals)
	unit := ledger.Point
	for range decimals {
		unit /= 10
	}
	w := width(st.Largest-st.Smallest, unit, 10)
	from := floor(st.Smallest, w)
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

// floor is the largest multiple of w that is not above p.
func floor(p, w ledger.Points) ledger.Points {
	q := p / w
	if p < 0 && p%w != 0 {
		q--
	}
	return q * w
}
