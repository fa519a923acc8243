package page

import (
	"slices"

	"gongshi/generator/account"
	"gongshi/generator/address"
	"gongshi/generator/chart"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/rules"
)

// Household is <place>/h/<户号>.html.
type Household struct {
	Head
	ID, Name    string
	Group       gazette.Phrase // nothing: the village has no groups
	Kind        string
	Unit        bool              // an organisation
	Leads       []HouseholdPeriod // open or disputed, the latest first; else the latest in whose table it is
	Open        bool              // objections are received for one of them
	Others      []HouseholdPeriod // the latest of each other cycle of which there is something to tell
	Chart       *chart.Chart      // nil: fewer than two periods
	Honours     []Honour          // latest first
	Held        []Honour          // the latest of them, as many as the card has room for
	MoreHonours int               // how many there are, where Held is not all
	Objections  []Objection       // that question its points, latest period first
	Corrections []Correction      // of its points, likewise
	Corrected   []ledger.Period   // the periods that these corrected
	Members     []MemberCount     // how many members took part, from when on; none where no average is taken
	Purse       *Purse            // nil where the place's points cannot be exchanged
	Parts       []DistributionPart
	Years       []YearLink
	Address     string // of this page on the web, absolute; "" where it has none
}

// Standing is the place of a household in one period.
type Standing struct {
	figure.Standing
	PeriodState      // with its page
	Unit        bool // of an organisation
	Rules       rules.Link
	Of          int // how many are ranked on its board
}

// MemberCount is how many members of a household took part, by which its 合计 is divided,
// from a period on.
type MemberCount struct {
	From  ledger.Period
	Count int
}

// Change is the difference to the latest final period of the same cycle, or to the one before where
// none is final.
type Change struct {
	Period     ledger.Period
	Unsettled  bool           // that period is not final
	Skipped    ledger.Period  // the one between, which may still change; none: zero
	More, Less string         // points; both are "" where the two are not ranked by the same figure
	Same       bool           // as many points
	Up, Down   int            // ranks
	Moves      []account.Move // what made the difference, the most first, as many as a sentence bears
	Others     int            // how many more there are
	Rest       account.Move   // … and what they make together
}

// Honour is a level that a household holds.
type Honour struct {
	Period ledger.Period
	Level  string
	Reward string
	Href   string
}

func (v *village) household(h gazette.Household) *Household {
	id := h.ID
	t, r := v.place.LatestOf(id)
	m := &Household{
		Head: v.personal(v.headOf(t.Place, address.Household(t.Place, id), "household")),
		ID:   id, Name: r.Name, Group: figure.Group(v.place, r.Group), Kind: r.Kind, Unit: r.Organisation,
	}
	if m.Unit {
		m.Head.Crumbs = append(m.Head.Crumbs, Crumb{Word: "board.organisations", Href: m.Head.Href(address.Organisations(t.Place))})
	}
	if t.State.Status != gazette.Draft {
		m.Address = v.absolute(m.Path)
	}
	m.Honours = v.honoursOf(&m.Head, id)
	m.Held = m.Honours
	if n := len(m.Honours); n > onCard {
		m.Held, m.MoreHonours = m.Honours[:onCard], n
	}
	m.Honours = m.Honours[:min(len(m.Honours), listed)]
	m.Years = v.yearLinks(&m.Head, id, 0)
	v.periodsOf(m, id)
	addFormer(m, v.place.Tables)
	m.Members = memberCounts(v.place, id)
	m.Chart = chart.Household(id, t, r)
	v.lead(m.Chart, &m.Head, id)
	m.Objections, m.Corrections = v.disputesIn(&m.Head, id, v.recent(t))
	for _, c := range m.Corrections {
		if !slices.Contains(m.Corrected, c.Period) {
			m.Corrected = append(m.Corrected, c.Period)
		}
	}
	m.Purse, m.Parts = purse(&m.Head, v.place, h), parts(&m.Head, v.place, id)
	if m.Purse != nil {
		lead := v.place.Table(m.Leads[0].Period)
		m.Purse.Waiting = v.waiting(id, lead)
		if m.Purse.Balance != nil {
			m.Purse.Sum = v.purseSum(lead, id, v.place.Balance(id), m.Purse.Waiting)
		}
		m.Purse.Redeemed = m.Purse.Redeemed[max(0, len(m.Purse.Redeemed)-listed):]
	}
	m.Parts = m.Parts[:min(len(m.Parts), onCard)]
	return m
}

// Assessed reports whether some period that the page leads with has a sheet of its own.
func (m *Household) Assessed() bool {
	return slices.ContainsFunc(m.Leads, func(p HouseholdPeriod) bool { return p.Sheet != nil })
}

// onCard is how many honours the printed card has room for.
const onCard = 3

// listed is how many honours and exchanges the page lists; earlier ones are on the pages of
// their years.
const listed = 12

// recent returns the tables of t's year, and former ones that are open or disputed.
func (v *village) recent(t *gazette.Table) []*gazette.Table {
	return slices.DeleteFunc(slices.Clone(v.place.Tables), func(of *gazette.Table) bool {
		return of.Period.Year != t.Period.Year && !moving(of)
	})
}

// lead lets each period in a chart's table lead to its items on the page of the year.
func (v *village) lead(c *chart.Chart, h *Head, id string) {
	if c == nil {
		return
	}
	for i := range c.Labels {
		if p := c.Labels[i].Period; v.place.Table(p).Row(id) != nil {
			c.Labels[i].Href = h.Href(address.HouseholdYear(v.place, p.Year, id)) + "#" + address.PeriodAnchor(p)
		}
	}
}

// honoursOf returns the honours of a household, latest first.
func (v *village) honoursOf(head *Head, id string) []Honour {
	var list []Honour
	for _, t := range slices.Backward(v.place.Tables) {
		if r := t.Row(id); r != nil && t.Honoured() && r.Level != nil {
			list = append(list, Honour{t.Period, r.Level.Name, r.Level.Reward, head.Href(address.Honours(t))})
		}
	}
	return list
}

func (v *village) standing(head *Head, t *gazette.Table, r *gazette.Row) Standing {
	m := Standing{
		Standing: figure.StandingOf(t, r), PeriodState: v.periodState(head, t, address.Period(t)),
		Unit: r.Organisation, Rules: ruleLink(head, t.Place, t.Scheme), Of: t.Board(r.Organisation).All,
	}
	m.State.Corrected = r.Corrected // of the period, other households may be
	return m
}

func change(before *gazette.Table, was *gazette.Row, t *gazette.Table, r *gazette.Row) *Change {
	c := &Change{Period: before.Period, Unsettled: moving(before)}
	_, c.Up, c.Down = figure.Moved(was, r)
	if before.Scheme.RankBy == t.Scheme.RankBy {
		old, now := before.Ranking(was), t.Ranking(r)
		by := (max(now, old) - min(now, old)).Text(max(t.Scheme.RankDecimals(), before.Scheme.RankDecimals()))
		switch {
		case now > old:
			c.More = by
		case now < old:
			c.Less = by
		default:
			c.Same = true
		}
	}
	return c
}

// inSentence is how many items the sentence about a change names.
const inSentence = 3

// changeOf returns how far the household id is in t from what it is compared with, and what made
// that; nil: there is nothing to compare with.
func (v *village) changeOf(t *gazette.Table, id string) *Change {
	before, skipped := figure.Compared(v.place.Tables, slices.Index(v.place.Tables, t))
	if before == nil {
		return nil
	}
	was, r := before.Row(id), t.Row(id)
	if was == nil || was.Organisation != r.Organisation {
		return nil
	}
	c := change(before, was, t, r)
	if skipped != nil {
		c.Skipped = skipped.Period
	}
	if t.Scheme.RankBy != ledger.ByAverage { // they are of 合计
		c.Moves = account.Moves(before, was, t, r)
	}
	if n := len(c.Moves); n > inSentence {
		c.Moves = account.BothWays(c.Moves, inSentence)
		c.Rest, c.Others, c.Moves = account.Rest(c.Moves[inSentence:]), n-inSentence, c.Moves[:inSentence]
	}
	return c
}

// memberCounts are the numbers of h's members in the periods of the main cycle that rank by
// average, each with the first period that has it. They are all that is told of members.
func memberCounts(p *gazette.Place, id string) []MemberCount {
	var list []MemberCount
	for _, t := range chart.MainCycle(p) {
		r := t.Row(id)
		if r == nil || t.Scheme.RankBy != ledger.ByAverage {
			continue
		}
		if n := len(list); n == 0 || list[n-1].Count != r.Members {
			list = append(list, MemberCount{t.Period, r.Members})
		}
	}
	return list
}
