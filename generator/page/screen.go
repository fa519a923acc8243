package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Screen is <place>/screen.html: the latest period on slides, for a projector in a
// meeting. Who sits ten metres away must read every row, so that rows have three columns
// only; of those behind the first screen_top it tells a distribution.
type Screen struct {
	Head
	Place  string
	Period ledger.Period
	State  State
	Also   []PeriodState    // other periods that are open or disputed
	Reveal bool             // its honours are still to be awarded: it opens with them covered
	Groups []gazette.Phrase // among which the meeting may choose one; none where there is one alone
	Slides []Slide
	Back   string // the village's front page
}

// Slide is one picture of the screen. What its kind does not have is empty. The rows of a
// list may be too many for one: how many a slide has room for is found where it shows, by screen.js.
type Slide struct {
	Kind string // opening, honours, ranks, organisations, risers, groups, distribution, course or close
	No   int    // from 1
	List bool

	Rows     []SlideRow
	From, To int  // of ranks: the first and the last
	Tied     bool // … which all its rows share
	Omitted  int  // not listed, since they have not agreed to be

	Period   ledger.Period // of honours, and of risers the one they are compared with
	Band     *Band         // of honours: its rule
	Proposed bool          // … still to be awarded
	RankedBy string        // 合计 or 平均
	Some     bool          // of risers: only those who rose most

	Households int // of ranks: on the whole board, as of organisations; of a distribution: in it
	Bars       []SlideBar
	Chart      *Chart
	Address    string // of the village on the web, absolute; "" where it has none
}

// SlideBar is a class of a distribution.
type SlideBar struct {
	Label  string
	Count  string
	Length int // in percent of the longest
}

// awarded is the latest table whose honours the screen may show: those that are final,
// and in a site of drafts also those that are still to be awarded. nil: none.
func (v *village) awarded() *gazette.Table {
	for _, t := range slices.Backward(v.place.Tables) {
		if t.Honoured() || v.public.Drafts && t.Places != nil {
			return t
		}
	}
	return nil
}

// screenHref leads to the screen from a page of t; "" where the screen shows another one.
func (v *village) screenHref(h *Head, t, shown *gazette.Table) string {
	if t != shown {
		return ""
	}
	return h.Href(address.Screen(t.Place))
}

func (v *village) screen() *Screen {
	i := len(v.place.Tables) - 1
	t, shown := v.place.Tables[i], v.awarded()
	m := &Screen{
		Head:  v.following(v.personal(v.headOf(t.Place, "screen.html", "screen")), t.State),
		Place: t.Place.Name, Period: t.Period, State: v.state(t.State),
		Back: "index.html",
	}
	m.Changed = changedAt(t)
	m.Also = v.unsettledBeside(&m.Head, t, anyTable)
	before, _ := v.neighbours(i)
	m.add(Slide{Kind: "opening"})
	if shown != nil && shown.Boards[0].All > 0 {
		m.Reveal = !shown.Honoured()
		m.honours(v, shown)
	}
	m.ranks(v, t)
	m.organisations(v, t)
	m.risers(v, t, before)
	m.groups(v, t)
	m.distribution(v, t)
	if chart := v.course(); chart != nil {
		m.add(Slide{Kind: "course", Chart: chart})
	}
	m.add(Slide{Kind: "close", Address: v.absolute(address.Place(t.Place))})
	return m
}

// add numbers a slide.
func (m *Screen) add(s Slide) {
	s.No = len(m.Slides) + 1
	m.Slides = append(m.Slides, s)
}
