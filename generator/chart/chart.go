// Package chart draws charts as data: what is drawn, and also the table beside it.
//
// In: published tables, places and tasks. Out: a [Chart] of labels and series, or nil if there is
// too little to draw. It shows published figures, their means, and counts. It makes no SVG, and
// knows nothing of pages.
package chart

import (
	"slices"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Chart is a chart as data: what is drawn, and also its table.
type Chart struct {
	ID          string // unique on its page
	Kind        Kind
	Word        string        // key of the words for its title
	Of          string        // whose figures, for the title: a name
	Ranked      string        // 合计 or 平均, the kind of figures, or ""
	Axis        string        // key of the words for the labels; "" for periods, or figures of Ranked
	On          ledger.Period // of which all figures are; the zero Period: of several
	Provisional bool          // all its figures may still change
	Labels      []Label
	Series      []Series // the ones in the background first
}

// Kind is how a chart is drawn.
type Kind string

const (
	Bars  Kind = "bars"  // the first series, from zero; the others are only in the table
	Lines Kind = "lines" // over periods
)

// Label is a place on the axis: a period, or a part of the village, or a range of figures.
type Label struct {
	Period      ledger.Period  // the zero Period: it is none
	Name        gazette.Phrase // of what is no period
	Provisional bool           // its figures may still change
	Href        string         // what leads to its details, "" for nothing
}

// named returns a place on the axis with a name from the data.
func named(name string) Label { return Label{Name: gazette.Phrase{Text: name}} }

// Series is one row of figures. One that has Upper is a band from Values to Upper.
type Series struct {
	Word     string // key of the words for its name
	Decimals int
	Values   []Value // beside Chart.Labels
	Upper    []Value
	Quiet    bool // in the background: the village, beside the household's own
	Bound    bool // the most that the bars can reach: full marks
}

// Value is one figure; the zero Value is a gap.
type Value struct {
	Points    ledger.Points
	OK        bool
	Published figure.Figure // where it is a household's
}

// Text returns the figure, or "" for a gap.
func (s *Series) Text(i int) string { return s.text(s.Values[i]) }

// UpperText returns the upper edge of a band.
func (s *Series) UpperText(i int) string { return s.text(s.Upper[i]) }

// Settled returns the place before i with which its figures are compared: the latest whose figures
// do not change any more, or, if all of them may, the one before i; -1 for the first.
func (c *Chart) Settled(i int) int {
	for k := i - 1; k >= 0; k-- {
		if !c.Labels[k].Provisional {
			return k
		}
	}
	return i - 1
}

// Columns returns the series in the order of the table: the most important first.
func (c *Chart) Columns() []Series {
	if c.Kind == Bars {
		return c.Series
	}
	columns := slices.Clone(c.Series)
	slices.Reverse(columns)
	return columns
}

// Bound returns the series that bounds the bars, or nil.
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

// add appends a figure, with the decimals that it needs.
func (s *Series) add(p ledger.Points) {
	s.Values = append(s.Values, Value{Points: p, OK: true})
	s.Decimals = max(s.Decimals, p.Decimals())
}

// addMean appends the mean of a set of figures, with its own decimals.
func (s *Series) addMean(st gazette.Stats) {
	s.Values = append(s.Values, Value{Points: st.Mean, OK: st.N > 0})
	s.Decimals = max(s.Decimals, st.Decimals)
}

// gap appends a figure that is not known.
func (s *Series) gap() { s.Values = append(s.Values, Value{}) }
