package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/chart"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/publicity"
	"gongshi/generator/rules"
)

// Household is <place>/h/<户号>.html.
type Household struct {
	Head
	Place       string
	ID, Name    string
	Group       gazette.Phrase // nothing: the village has no groups
	Kind        string
	Unit        bool              // an organisation
	Leads       []HouseholdPeriod // open or disputed, the latest first; else the latest in whose table it stands
	Open        bool              // objections are received for one of them
	Others      []HouseholdPeriod // the latest of each other cycle of which there is something to tell
	Columns     figure.Columns    // of History
	Chart       *chart.Chart      // nil: fewer than two periods
	Honours     []Honour          // latest first
	Held        []Honour          // the latest of them, as many as the card has room for
	MoreHonours int               // how many there are, where Held is not all
	Objections  []Objection       // that question its points, latest period first
	Corrections []Correction      // of its points, likewise
	History     []Standing        // all its periods, latest first
	Versions    bool              // the periods of History were not all governed by one version
	Members     []MemberCount     // how many members took part, from when on; none where no average is taken
	Purse       *Purse            // nil where the place's points cannot be exchanged
	Parts       []DistributionPart
	CSV         string // of the first of Leads
	Address     string // of this page on the web, absolute; "" where it has none
}

// Standing is where a household stands in one period.
type Standing struct {
	Period           ledger.Period
	State            publicity.State
	Href             string
	Unit             bool // of an organisation
	Rules            rules.Link
	Figures          figure.Figures
	Of               int  // how many are ranked on its board
	Provisional      bool // 合计 rests on a period that is not final
	CarryProvisional bool // so does 累计
	Corrected        bool
	Was              string // as Ranked has them
	Before           *Change
}

// MemberCount is how many members of a household took part, by which its 合计 is divided,
// from a period on.
type MemberCount struct {
	From  ledger.Period
	Count int
}

// Change is the difference to the period before of the same cycle.
type Change struct {
	Period   ledger.Period
	Points   string // with its sign; "" where the two are not ranked by the same figure
	Up, Down int    // ranks
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
		Head:  v.personal(v.headOf(t.Place, address.Household(t.Place, id), "household")),
		Place: v.place.Name, ID: id, Name: r.Name,
		Group: figure.Group(v.place, r.Group), Kind: r.Kind,
		Unit: r.Organisation, Columns: figure.ColumnsOf(t),
	}
	if m.Unit {
		m.Head.Crumbs = append(m.Head.Crumbs, Crumb{Word: "board.organisations", Href: m.Head.Href(address.Organisations(t.Place))})
	} else {
		m.Head.Crumbs = append(m.Head.Crumbs, Crumb{Word: "households.title", Href: "index.html"})
	}
	if t.State.Status != gazette.Draft {
		m.Address = v.absolute(m.Path)
	}
	m.History, m.Honours = v.history(&m.Head, id)
	m.Held = m.Honours
	if n := len(m.Honours); n > onCard {
		m.Held, m.MoreHonours = m.Honours[:onCard], n
	}
	m.Versions = slices.ContainsFunc(m.History, func(s Standing) bool { return s.Rules != m.History[0].Rules })
	v.periodsOf(m, id)
	m.CSV = m.Head.Href(address.CSV(v.place.Table(m.Leads[0].Period)))
	m.Members = memberCounts(v.place, id)
	m.Chart = chart.Household(id, t, r)
	v.disputesOf(m)
	m.Purse, m.Parts = purse(&m.Head, v.place, h), parts(&m.Head, v.place, id)
	return m
}

// onCard is how many honours the printed card has room for.
const onCard = 3

// history is where h stands in each of its periods, latest first, and its honours.
func (v *village) history(head *Head, id string) ([]Standing, []Honour) {
	list := make([]Standing, 0, len(v.place.Tables))
	var honours []Honour
	for i, t := range slices.Backward(v.place.Tables) {
		r := t.Row(id)
		if r == nil {
			continue
		}
		list = append(list, v.standing(head, i, r))
		*head = v.following(*head, t.State)
		if t.Honoured() && r.Level != nil {
			honours = append(honours, Honour{t.Period, r.Level.Name, r.Level.Reward, head.Href(address.Honours(t))})
		}
	}
	return list, honours
}

func (v *village) standing(head *Head, i int, r *gazette.Row) Standing {
	t := v.place.Tables[i]
	m := Standing{
		Period: t.Period, State: v.state(t.State), Href: head.Href(address.Period(t)),
		Figures: figure.Of(t, r), Of: t.Boards[0].All,
		Unit: r.Organisation, Rules: ruleLink(head, t.Place, t.Scheme),
		Provisional: r.Provisional, CarryProvisional: r.CarryProvisional,
	}
	m.Corrected, m.Was = r.Corrected, figure.Was(t, r)
	if r.Organisation {
		m.Of = t.Boards[1].All
	}
	before, _ := figure.Neighbours(v.place.Tables, i)
	if before == nil {
		return m
	}
	if was := before.Row(r.ID); was != nil && was.Organisation == r.Organisation {
		m.Before = change(before, was, t, r)
	}
	return m
}

func change(before *gazette.Table, was *gazette.Row, t *gazette.Table, r *gazette.Row) *Change {
	c := &Change{Period: before.Period}
	_, c.Up, c.Down = figure.Moved(was, r)
	if before.Scheme.RankBy == t.Scheme.RankBy {
		old, _ := before.Ranking(was)
		now, d := t.Ranking(r)
		c.Points = (now - old).Text(max(d, before.Scheme.RankDecimals()))
		if now > old {
			c.Points = "+" + c.Points
		}
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
