// Package screen puts the latest period of a village on slides, for a projector in a meeting.
//
// In: what is published of the village, and how many ranks are to be shown. Out: a [Deck] of
// slides as data: honours, ranks, who rose, means of groups, and a distribution. Who sits ten
// metres away must read every row, so that rows have three columns only. Which period is open,
// and how the slides move, is not its matter: that is the page's around them, and screen.js's.
package screen

import (
	"slices"

	"gongshi/generator/chart"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Deck is the latest period of a village on slides; of those behind the first screen_top it
// tells a distribution.
type Deck struct {
	Reveal bool             // its honours are still to be awarded: it opens with them covered
	Groups []gazette.Phrase // among which the meeting may choose one; none where there is one alone
	Slides []Slide

	top int // the last rank that is shown; 0: all are
}

// Slide is one picture of the screen. What its kind does not have is empty. The rows of a
// list may be too many for one: how many a slide has room for is found where it shows, by screen.js.
type Slide struct {
	Kind string // opening, honours, ranks, organisations, risers, groups, distribution, course or close
	No   int    // from 1
	List bool

	Rows     []Row
	From, To int  // of ranks: the first and the last
	Tied     bool // … which all its rows share
	Omitted  int  // not listed, since they have not agreed to be

	Period   ledger.Period // of honours, and of risers the one they are compared with
	Band     *figure.Band  // of honours: its rule
	Proposed bool          // … still to be awarded
	RankedBy string        // 合计 or 平均
	Some     bool          // of risers: only those who rose most

	Households int // of ranks: on the whole board, as of organisations; of a distribution: in it
	Bars       []Bar
	Chart      *chart.Chart
	Address    string // of the village on the web, absolute; "" where it has none
}

// Bar is a class of a distribution.
type Bar struct {
	Label  string
	Count  string
	Length int // in percent of the longest
}

// Awarded is the latest table whose honours the screen may show: those that are final,
// and in a site of drafts also those that are still to be awarded. nil: none.
func Awarded(p *gazette.Place, drafts bool) *gazette.Table {
	for _, t := range slices.Backward(p.Tables) {
		if t.Honoured() || drafts && t.Places != nil {
			return t
		}
	}
	return nil
}

// Of puts the latest of the tables of p on slides. top is the last rank that they show, 0
// for all; address that of the village on the web, "" where it has none.
func Of(p *gazette.Place, top int, drafts bool, address string) Deck {
	i := len(p.Tables) - 1
	t, shown := p.Tables[i], Awarded(p, drafts)
	before, _ := figure.Neighbours(p.Tables, i)
	d := Deck{top: top}
	d.add(Slide{Kind: "opening"})
	if shown != nil && shown.Boards[0].All > 0 {
		d.Reveal = !shown.Honoured()
		d.honours(shown)
	}
	d.ranks(t)
	d.organisations(t)
	d.risers(t, before)
	d.groups(t)
	d.distribution(t)
	if chart := chart.Course(p); chart != nil {
		d.add(Slide{Kind: "course", Chart: chart})
	}
	d.add(Slide{Kind: "close", Address: address})
	return d
}

// add numbers a slide.
func (d *Deck) add(s Slide) {
	s.No = len(d.Slides) + 1
	d.Slides = append(d.Slides, s)
}
