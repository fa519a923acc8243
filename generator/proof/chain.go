package proof

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// Chain is the seals of a place.
type Chain struct {
	Place  *ledger.Place
	Seals  []*Sealed // up to the day, in order
	last   *ledger.Seal
	sound  bool // it has seals, and nothing is wrong with them
	salts  map[int][]*ledger.Salt
	sealed map[string]int // facts of the place by name: the seal with each
	signed string         // the signed checkpoint; empty without a key

	day       ledger.Date
	calendars notice.Calendars
	standing  *score.Place     // figures as of the day; nil if unknown
	input     *score.Inputs    // nil until needed
	lock      sync.Mutex       // of what is made when needed: several pages are printed at a time
	place     map[string]*Line // facts of the place, likewise
}

// Sealed is a seal that was compared with the data.
type Sealed struct {
	*ledger.Seal
	Lines       int // how many it has
	Corrections int // how many of its period's up to its day it covers
}

// Of returns the seals of a period up to the day, in order.
func (c *Chain) Of(period ledger.Period) []*Sealed {
	return slices.DeleteFunc(slices.Clone(c.Seals), func(s *Sealed) bool { return s.Period != period })
}

// read returns the reader of the place's inputs, made once.
func (c *Chain) read() *score.Inputs {
	if c.input == nil {
		c.input = score.InputsOf(c.Place)
	}
	return c.input
}

// chainOf checks a place's seals: first that the chain is complete, then that each line agrees
// with the data.
func chainOf(p *ledger.Place, calendars notice.Calendars, opt Options) (*Chain, diag.List) {
	c := &Chain{
		Place: p, salts: make(map[int][]*ledger.Salt), sealed: make(map[string]int),
		day: opt.Day, calendars: calendars,
	}
	if opt.Standings != nil {
		c.standing = opt.Standings.Of(p)
	}
	f := findings{Chain: c, built: opt.Built, told: make(map[string]*told)}
	if len(p.Seals) == 0 && len(p.Salts) == 0 {
		return c, nil
	}
	for _, s := range p.Salts {
		c.salts[s.No] = append(c.salts[s.No], s)
		if ofPlace(s.Of) {
			c.sealed[s.Of] = s.No
		}
	}
	former := &ledger.Seal{}
	for _, s := range p.Seals {
		if !f.follows(former, s) {
			return c, f.List
		}
		if sealed := f.holds(s); sealed != nil && s.Date <= opt.Day {
			c.Seals = append(c.Seals, sealed)
		}
		former, c.last = s, s
	}
	f.unfinished(former.No)
	f.tellHonours()
	c.sound = !f.List.HasErrors() && c.last != nil
	c.input, c.place = nil, nil // a county holds too many to keep them all
	return c, f.List
}

// holds finds the number of corrections on the seal's own day with which its lines agree with the
// data. It returns nil if there is none.
func (f *findings) holds(s *ledger.Seal) *Sealed {
	n := f.Place.Notices[s.Period]
	if n == nil || n.Posted == 0 || n.Posted > s.Date {
		f.unposted(s)
		return nil
	}
	all, salts := f.read().Corrections(s.Period, s.Date), f.saltsOf(s)
	before, _ := slices.BinarySearchFunc(all, s.Date, func(c *ledger.Correction, day ledger.Date) int {
		return cmp.Compare(c.Date, day)
	})
	facts := f.factsHold(s, salts)
	for covers := len(all); covers >= before; covers-- {
		if f.agree(s, salts, all[:covers]) {
			if !facts {
				return nil
			}
			return &Sealed{s, len(f.salts[s.No]), covers}
		}
	}
	f.differ(s, salts, all)
	return nil
}

// agree reports whether every line of a seal, except its facts, agrees with the data.
func (c *Chain) agree(s *ledger.Seal, salts saltsBy, corrections []*ledger.Correction) bool {
	n := 0
	for l := range c.lines(c.edition(s), corrections) {
		if !sealedAs(l, salts.of(l.Of)) {
			return false
		}
		n++
	}
	return n == countOf(c.salts[s.No], func(name string) bool { return !isFact(name) })
}

// saltsBy are the salts of a seal by what they salt.
type saltsBy map[string]*ledger.Salt

func (c *Chain) saltsOf(s *ledger.Seal) saltsBy {
	list := c.salts[s.No]
	by := make(saltsBy, len(list))
	for _, salt := range list {
		by[salt.Of] = salt
	}
	return by
}

// of returns the salt of a line. A spreadsheet that saved salts.csv has removed the zeros of 001;
// the digest ensures that nothing is mistaken for another.
func (by saltsBy) of(line string) *ledger.Salt {
	if salt := by[line]; salt != nil {
		return salt
	}
	return by[strings.TrimLeft(line, "0")]
}

// Due returns the periods that were posted by a day and are not sealed, or were corrected since,
// or whose shares have since decided a distribution, in the order in which they were posted.
func (c *Chain) Due(day ledger.Date) []ledger.Period {
	last := make(map[ledger.Period]*Sealed)
	for _, s := range c.Seals {
		last[s.Period] = s
	}
	var due []ledger.Period
	for period, n := range c.Place.Notices {
		if n.Posted == 0 || n.Posted > day {
			continue
		}
		s := last[period]
		if s == nil || s.Corrections < len(c.read().Corrections(period, day)) || c.sharedSince(s, day) {
			due = append(due, period)
		}
	}
	slices.SortFunc(due, func(a, b ledger.Period) int {
		return cmp.Or(cmp.Compare(c.Place.Notices[a].Posted, c.Place.Notices[b].Posted), a.Compare(b))
	})
	return due
}

// sharedSince reports whether a distribution was decided after a seal of the last period of its
// year that was posted by a day: that period is sealed again, with the shares.
func (c *Chain) sharedSince(s *Sealed, day ledger.Date) bool {
	e := c.edition(s.Seal)
	d := c.Place.Distributions[s.Period.Year]
	if d == nil || d.Date > day || c.shared(e) {
		return false
	}
	for period, n := range c.Place.Notices {
		if period.Year == s.Period.Year && period.Compare(s.Period) > 0 && n.Posted != 0 && n.Posted <= day {
			return false
		}
	}
	return true
}
