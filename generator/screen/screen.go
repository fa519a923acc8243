// Package screen puts the latest period of a village on slides, for a projector in a meeting.
//
// In: what is published of the village, and how many ranks to show. Out: a [Deck] of slides as
// data: honours, ranks, who rose, means of groups, and a distribution. Somebody ten metres away
// must be able to read every row, so rows have only three columns. The page around the slides
// tells which period is open, and screen.js moves them.
package screen

import (
	"slices"

	"gongshi/generator/chart"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Deck is the latest period of a village on slides; below the first screen_top it shows only a
// distribution.
type Deck struct {
	Reveal bool             // its honours must still be awarded: it opens with them covered
	Groups []gazette.Phrase // from which the meeting may choose one; none if there is only one
	Slides []Slide

	top int // the last rank that is shown; 0 for all
}

// Slide is one picture of the screen. What its kind does not have is empty. A list may have too
// many rows for one slide: screen.js finds how many fit where it is shown.
type Slide struct {
	Kind string // opening, honours, ranks, organisations, risers, groups, distribution, course, objecting or close
	No   int    // from 1
	List bool

	Rows     []Row
	From, To int  // of ranks: the first and the last
	Tied     bool // … which all its rows share
	Omitted  int  // not listed, since they have not agreed to be
	Beyond   int  // of ranks: the first that is on no slide; 0: all are

	Period   ledger.Period // of honours, and of risers the one they are compared with
	Skipped  ledger.Period // of risers: the one between, which may still change; none: zero
	Band     *figure.Band  // of honours: its rule
	Proposed bool          // … still to be awarded
	Former   bool          // … of a period before the one on the other slides
	RankedBy string        // 合计 or 平均
	Some     bool          // of risers: only those who rose most

	Provisional bool // of ranks, risers, means and a distribution: they may still change

	Households int // of ranks: on the whole board, as of organisations; of a distribution: in it
	Bars       []Bar
	Chart      *chart.Chart
	Address    string // of the village on the web, absolute, or ""
}

// Bar is a class of a distribution.
type Bar struct {
	Label  string
	Count  string
	Length int // in percent of the longest
}

// Awarded returns the latest table whose honours the screen may show: final ones, and in a site
// of drafts also those that must still be awarded; or nil.
func Awarded(p *gazette.Place, drafts bool) *gazette.Table {
	for _, t := range slices.Backward(p.Tables) {
		if t.Honoured() || drafts && t.Places != nil {
			return t
		}
	}
	return nil
}

// Of puts the latest of the tables of p on slides. top is the last rank that they show, 0 for
// all; address is that of the village on the web, or "".
func Of(p *gazette.Place, top int, drafts bool, address string) Deck {
	i := len(p.Tables) - 1
	t, shown := p.Tables[i], Awarded(p, drafts)
	d := Deck{top: top}
	d.add(Slide{Kind: "opening"})
	if shown != nil && shown.Boards[0].All == 0 {
		shown = nil
	}
	d.Reveal = shown != nil && !shown.Honoured()
	if shown == t || d.Reveal {
		d.honours(shown, false)
	}
	d.ranks(t)
	d.list(d.board("organisations", t, 1))
	d.risers(p.Tables)
	if shown != nil && shown != t && !d.Reveal { // of a former period: they are not taken for those of this one
		d.honours(shown, true)
	}
	d.groups(t)
	d.distribution(t)
	if chart := chart.Course(p); chart != nil {
		chart.Series = chart.Series[len(chart.Series)-1:] // a hall has nobody to ask what a median is
		d.add(Slide{Kind: "course", Chart: chart})
	}
	d.add(Slide{Kind: "objecting"})
	d.add(Slide{Kind: "close", Address: address})
	return d
}

// add numbers a slide.
func (d *Deck) add(s Slide) {
	s.No = len(d.Slides) + 1
	d.Slides = append(d.Slides, s)
}
