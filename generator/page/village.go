package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/chart"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Village is <place>/index.html of a place that keeps points itself.
type Village struct {
	Head
	Stage       string
	Joined      ledger.Date
	Now         []Summary    // the latest period, and every other that is not final
	Ranking     string       // of the latest period; "" while nothing is published
	Duties      *Duties      // nil: none
	Search      *Search      // nil: nothing is published yet
	Chart       *chart.Chart // nil: fewer than two periods
	Honours     []HonoursLink
	Periods     []Summary         // latest first
	Uses        []Use             // what points are used for
	Corrections []CorrectedPeriod // the latest ones, the last first
	Zones       string            // where its groups are, "" if it has none
	Units       string            // where its organisations are, likewise
	Tasks       TaskCount
	Articles    []Link
	Screen      string // for a projector; "" while nothing is published
	Handbook    *Link  // the villagers', where this is the site's first page; nil otherwise, or if there is none
	Papers      string // what the clerk prints and reads out; "" where no rules are in force
}

// Use leads to the rewards, or to the distribution of a year.
type Use struct {
	Year int // 0: the rewards
	Href string
}

// Summary is a period in one line.
type Summary struct {
	PeriodState  // Href is the period's page
	Notice       string
	Mean, Median string // of the households' board
	Coverage     Coverage
}

// HonoursLink leads to a period's honours.
type HonoursLink struct {
	Period ledger.Period
	Href   string
	Levels []LevelCount
}

// LevelCount is how many households hold a level.
type LevelCount struct {
	Name  string
	Count int
}

// village is what all pages of one place draw on.
type village struct {
	*site
	place *gazette.Place
}

func (s *site) village(p *gazette.Place) *village { return &village{s, p} }

// first is the front page of a site of one village: the village's own, with what is the site's.
func (v *village) first() *Village {
	m := v.front("index.html")
	m.Day, m.Build, m.Handbook = v.public.Day, &v.public.Build, v.articleLink(&m.Head, handbook)
	m.Articles = append(m.Articles, v.articlesOf(&m.Head, nil)...)
	return m
}

// front is the village's front page, at an address.
func (v *village) front(path string) *Village {
	p := v.place
	m := &Village{Head: v.headOf(p, path, "village"), Stage: p.Stage, Joined: p.Joined, Chart: chart.Course(p)}
	m.Articles, m.Tasks = v.articlesOf(&m.Head, p), v.countTasks(&m.Head, p)
	v.date(&m.Head, unfinished(p))
	m.Head = v.offering(m.Head, p)
	m.Duties = v.duties(&m.Head)
	m.Uses = uses(&m.Head, v.place)
	m.Papers = m.hrefIf(len(v.forms()) > 0, address.Papers(p))
	m.Search = v.search(&m.Head, p, []*gazette.Place{p})
	m.Zones = m.hrefIf(hasZones(p), address.Zones(p))
	m.Units = m.hrefIf(organised(p) != nil, address.Organisations(p))
	const most = 3
	m.Corrections = v.corrected(&m.Head, anyTable)
	m.Corrections = m.Corrections[:min(most, len(m.Corrections))]
	for _, t := range slices.Backward(p.Tables) {
		m.Periods = append(m.Periods, v.summary(&m.Head, t))
		if len(m.Now) == 0 || moving(t) {
			m.Now = append(m.Now, m.Periods[len(m.Periods)-1])
		}
		if t.Honoured() {
			m.Honours = append(m.Honours, honoursLink(&m.Head, t))
		}
	}
	if len(m.Periods) > 0 {
		m.Ranking = m.Periods[0].Href
		m.Screen = m.Head.Href(address.Screen(p))
	}
	return m
}

// uses leads to what points are used for, the latest distribution first.
func uses(h *Head, p *gazette.Place) []Use {
	var list []Use
	if p.Exchanges() {
		list = append(list, Use{0, h.Href(address.Rewards(p))})
	}
	for _, d := range slices.Backward(p.Distributions) {
		list = append(list, Use{d.Year, h.Href(address.Distribution(p, d.Year))})
	}
	return list
}

// summary is t in one line, with addresses as seen from h.
func (s *site) summary(h *Head, t *gazette.Table) Summary {
	board := t.Boards[0].Sum
	return Summary{
		PeriodState: s.periodState(h, t, address.Period(t)), Notice: h.Href(address.Notice(t)),
		Mean: board.MeanText(), Median: board.MedianText(), Coverage: coverage(t),
	}
}
