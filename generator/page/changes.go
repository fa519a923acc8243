package page

import (
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// RuleLink leads to one version of the rules.
type RuleLink struct {
	Title     string
	Effective ledger.Date
	Href      string
}

// ruleID is the id of a version on a page of rules.
func ruleID(s *gazette.Scheme) string { return "v" + s.Effective.String() }

// ruleLink leads to a version on p's page of rules.
func ruleLink(h *Head, p *gazette.Place, s *gazette.Scheme) RuleLink {
	return RuleLink{s.Title, s.Effective, h.Href(address.Rules(p)) + "#" + ruleID(s)}
}

// governing are the versions that made t's figures: its own, then, of a year, those of
// the periods that it sums.
func (v *village) governing(h *Head, t *gazette.Table) []RuleLink {
	schemes := []*gazette.Scheme{t.Scheme}
	for _, of := range summed(t) {
		if !slices.Contains(schemes, of.Scheme) {
			schemes = append(schemes, of.Scheme)
		}
	}
	links := make([]RuleLink, len(schemes))
	for i, s := range schemes {
		links[i] = ruleLink(h, t.Place, s)
	}
	return links
}

// Changes is how a version of the rules differs from the one in force before it.
// Categories, items and events are matched by id, levels by name.
type Changes struct {
	ID     string // of its section
	Before RuleLink
	Rows   []RuleChange
}

// RuleChange is one thing that differs.
type RuleChange struct {
	Name    string // of what differs; "" for a setting of the whole
	Heading string // under which it stands
	Field   string // a key of the words: points, cap, …; "" where it was added or dropped
	Added   bool
	Dropped bool
	Was, Is RuleValue
}

// RuleValue is one of: a text, a key of the words, a band of honours. All empty: none.
type RuleValue struct {
	Text, Word string
	Band       *figure.Band
}

func changes(h *Head, p *gazette.Place, was, is *gazette.Scheme) *Changes {
	d := &difference{was: was, is: is}
	d.categories()
	d.events()
	d.settings()
	d.honours()
	return &Changes{ID: "changes-" + ruleID(is), Before: ruleLink(h, p, was), Rows: d.rows}
}

// difference gathers what differs between two versions.
type difference struct {
	was, is       *gazette.Scheme
	name, heading string // what is compared now
	rows          []RuleChange
}

func (d *difference) field(field string, was, is RuleValue) {
	if was != is {
		d.rows = append(d.rows, RuleChange{Name: d.name, Heading: d.heading, Field: field, Was: was, Is: is})
	}
}

func (d *difference) text(field, was, is string) {
	d.field(field, RuleValue{Text: was}, RuleValue{Text: is})
}
func (d *difference) word(field, was, is string) {
	d.field(field, RuleValue{Word: was}, RuleValue{Word: is})
}
func (d *difference) yesNo(field string, was, is bool) {
	words := map[bool]string{false: "changes.no", true: "changes.yes"}
	d.word(field, words[was], words[is])
}

func (d *difference) added(is RuleValue) {
	d.rows = append(d.rows, RuleChange{Name: d.name, Heading: d.heading, Added: true, Is: is})
}

func (d *difference) dropped(was RuleValue) {
	d.rows = append(d.rows, RuleChange{Name: d.name, Heading: d.heading, Dropped: true, Was: was})
}

func (d *difference) categories() {
	for _, c := range d.is.Categories {
		d.name, d.heading = c.Name, ""
		old := d.was.Category(c.ID)
		if old == nil {
			d.added(RuleValue{Text: c.FullMarks().String()})
			continue
		}
		d.text("name", old.Name, c.Name)
		d.text("full", old.FullMarks().String(), c.FullMarks().String())
		d.word("cycle", "rules.cycle."+old.Cycle.String(), "rules.cycle."+c.Cycle.String())
		d.word("combine", "rules.combine."+string(old.Combine), "rules.combine."+string(c.Combine))
		d.items(old, c)
	}
	for _, c := range d.was.Categories {
		if d.is.Category(c.ID) == nil {
			d.name, d.heading = c.Name, ""
			d.dropped(RuleValue{Text: c.FullMarks().String()})
		}
	}
}

func (d *difference) items(was, is *ledger.Category) {
	find := func(c *ledger.Category, id string) *ledger.Item {
		if i := slices.IndexFunc(c.Items, func(i *ledger.Item) bool { return i.ID == id }); i >= 0 {
			return c.Items[i]
		}
		return nil
	}
	for _, i := range is.Items {
		d.name, d.heading = i.Name, is.Name
		old := find(was, i.ID)
		if old == nil {
			d.added(RuleValue{Text: i.Points.String()})
			continue
		}
		d.text("name", old.Name, i.Name)
		d.text("points", old.Points.String(), i.Points.String())
		d.text("standard", old.Standard, i.Standard)
		d.yesNo("merged", gazette.Hidden(old), gazette.Hidden(i))
	}
	for _, i := range was.Items {
		if find(is, i.ID) == nil {
			d.name, d.heading = i.Name, is.Name
			d.dropped(RuleValue{Text: i.Points.String()})
		}
	}
}

func (d *difference) events() {
	find := func(s *gazette.Scheme, id string) *ledger.EventKind {
		if i := slices.IndexFunc(s.Events, func(k *ledger.EventKind) bool { return k.ID == id }); i >= 0 {
			return s.Events[i]
		}
		return nil
	}
	for _, k := range d.is.Events {
		d.name, d.heading = k.Name, k.Heading(d.is.Scheme)
		if old := find(d.was, k.ID); old == nil {
			d.added(RuleValue{Text: worth(ruleEvent(d.is, k))})
		} else {
			d.event(ruleEvent(d.was, old), ruleEvent(d.is, k))
		}
	}
	for _, k := range d.was.Events {
		if find(d.is, k.ID) == nil {
			d.name, d.heading = k.Name, k.Heading(d.was.Scheme)
			d.dropped(RuleValue{Text: worth(ruleEvent(d.was, k))})
		}
	}
}

func (d *difference) event(was, is RuleEvent) {
	d.text("name", was.Name, is.Name)
	d.text("heading", was.Heading, is.Heading)
	d.text("worth", worth(was), worth(is))
	d.text("maxmonth", was.MaxMonth, is.MaxMonth)
	d.text("maxyear", was.MaxYear, is.MaxYear)
	d.yesNo("approval", was.Approval, is.Approval)
	d.yesNo("sensitive", was.Sensitive, is.Sensitive)
	d.yesNo("veto", was.Veto, is.Veto)
}

// worth is what an event gives: 2/次.
func worth(e RuleEvent) string {
	if e.Per == "" {
		return e.Points
	}
	return e.Points + "/" + e.Per
}

func (d *difference) settings() {
	d.name, d.heading = "", ""
	was, is := d.was, d.is
	d.text("base", baseText(was), baseText(is))
	d.word("rankby", rankByWord(was), rankByWord(is))
	d.word("carry", carryWord(was), carryWord(is))
	d.word("eventcycle", "rules.eventcycle."+was.Cycle.String(), "rules.eventcycle."+is.Cycle.String())
	d.text("decimals", strconv.Itoa(was.Decimals), strconv.Itoa(is.Decimals))
	d.word("missing", "rules.missing."+string(was.Missing), "rules.missing."+string(is.Missing))
	d.word("notapplicable", "rules.notapplicable."+string(was.NotApplicable), "rules.notapplicable."+string(is.NotApplicable))
	d.text("zonemax", limit(was.Zone.MaxHouseholds), limit(is.Zone.MaxHouseholds))
	d.text("zonemin", limit(was.Zone.MinPanel), limit(is.Zone.MinPanel))
	d.yesNo("zonecross", was.Zone.Cross, is.Zone.Cross)
	d.text("benefits", strings.Join(was.Benefits, "；"), strings.Join(is.Benefits, "；"))
}

func baseText(s *gazette.Scheme) string {
	if !s.HasBase {
		return ""
	}
	return s.Base.String()
}

func rankByWord(s *gazette.Scheme) string {
	if s.ByAverage {
		return "rules.rankby.average"
	}
	return "rules.rankby.total"
}

func carryWord(s *gazette.Scheme) string {
	if s.Lifetime {
		return "rules.carry.lifetime"
	}
	return "rules.carry.year"
}

// limit is a limit as text, "" where there is none.
func limit(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (d *difference) honours() {
	was, is := d.was.Honours, d.is.Honours
	if was == nil {
		was = &ledger.Honours{}
	}
	if is == nil {
		is = &ledger.Honours{}
	}
	d.name, d.heading = "", ""
	if d.was.Honours != nil && d.is.Honours != nil {
		d.word("honourscycle", "rules.honours."+was.Cycle.String(), "rules.honours."+is.Cycle.String())
		d.word("rounding", "rules.rounding."+string(was.Rounding), "rules.rounding."+string(is.Rounding))
		d.word("ties", tiesWord(was), tiesWord(is))
	}
	for _, l := range is.Levels {
		d.name = l.Name
		if old := levelOf(was, l.Name); old == nil {
			d.added(bandValue(l))
		} else if a, b := bandValue(old), bandValue(l); !sameBand(a.Band, b.Band) {
			d.field("level", a, b)
		}
	}
	for _, l := range was.Levels {
		if levelOf(is, l.Name) == nil {
			d.name = l.Name
			d.dropped(bandValue(l))
		}
	}
}

func tiesWord(h *ledger.Honours) string {
	if h.TiesOut {
		return "rules.ties.out"
	}
	return "rules.ties.in"
}

func levelOf(h *ledger.Honours, name string) *ledger.Level {
	if i := slices.IndexFunc(h.Levels, func(l *ledger.Level) bool { return l.Name == name }); i >= 0 {
		return h.Levels[i]
	}
	return nil
}

func bandValue(l *ledger.Level) RuleValue {
	b := figure.BandOf(l, 0, 0)
	return RuleValue{Band: &b}
}

func sameBand(a, b *figure.Band) bool {
	return a.Top == b.Top && a.Count == b.Count && a.Min == b.Min && a.FloorBase == b.FloorBase &&
		a.Floor == b.Floor && a.Reward == b.Reward
}
