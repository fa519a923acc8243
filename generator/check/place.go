package check

import (
	"maps"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// place is one place being checked, with its findings and the look-ups that several rules share.
type place struct {
	*ledger.Place
	diag.List

	group      map[string]*ledger.Group
	event      map[string]*ledger.Event          // by 编号; the first of several with the same
	zeroed     map[string][]*ledger.Household    // by what Excel leaves of their ids
	filled     map[cellKey]bool                  // cells that a correction fills
	likelyRows map[ledger.Period]map[string]bool // see likely
	found      []stray                           // 户号 that households.csv does not have
	nearIDs    near                              // of households, made when first needed
	nearNos    near                              // of events, likewise
	deeds      map[deedKey]bool                  // whose counted events belong to which period, likewise
}

// deedKey is a household in a period.
type deedKey struct {
	period    ledger.Period
	household string
}

// cellKey is one household's cell of one period's sheet.
type cellKey struct {
	period    ledger.Period
	household string
	item      *ledger.Item
}

func openPlace(at *ledger.Place) *place {
	p := &place{
		Place:  at,
		group:  make(map[string]*ledger.Group, len(at.Groups)),
		event:  make(map[string]*ledger.Event, len(at.Events)),
		zeroed: make(map[string][]*ledger.Household),
		filled: make(map[cellKey]bool),

		likelyRows: make(map[ledger.Period]map[string]bool),
	}
	for _, g := range slices.Backward(at.Groups) { // of several the first stays
		p.group[g.ID] = g
	}
	for _, e := range slices.Backward(at.Events) {
		p.event[e.No] = e
	}
	for _, h := range at.Households {
		if bare, ok := withoutZeros(h.Key); ok {
			p.zeroed[bare] = append(p.zeroed[bare], h)
		}
	}
	p.fillFromCorrections()
	return p
}

// rules checks that a place that records anything has rules.
func (p *place) rules() {
	recorded := len(p.Notices) + len(p.Sheets) + len(p.Declared) + len(p.Events) + len(p.Corrections)
	if recorded > 0 && p.NearestSchemes() == nil && !p.RulesUnread() {
		p.Wrong(p.Position.As("scheme"), noScheme, p.Name+"有积分记录，而它和上级的 scheme/ 里都没有积分办法",
			"在 data/"+p.Path+"/scheme/ 里建立办法")
	}
}

// noRules reports that no scheme is in force, unless there is none at all, which is reported
// once, for the place, or one that cannot be read.
func (p *place) noRules(at diag.Field, message, hint string) {
	if p.NearestSchemes() != nil && !p.RulesUnread() {
		p.Wrong(at, noScheme, message, hint)
	}
}

// fillFromCorrections records the cells that a correction with an empty 原分 fills.
func (p *place) fillFromCorrections() {
	for _, c := range p.Corrections {
		if c.Period.Cycle == 0 || c.From.Kind != ledger.Empty || c.To.Kind == ledger.Empty {
			continue
		}
		s := p.SchemeFor(c.Period)
		if s == nil {
			continue
		}
		if item, _ := ledger.FindItem(s.ItemsOf(c.Period.Cycle), c.Target); item != nil {
			p.filled[cellKey{c.Period, c.Household, item}] = true
		}
	}
}

// posted returns the day on which a period's notice was posted, or 0.
func (p *place) posted(period ledger.Period) ledger.Date {
	if n := p.Notices[period]; n != nil {
		return n.Posted
	}
	return 0
}

// sheetUnread reports whether a period's sheet is there and cannot be read.
func (p *place) sheetUnread(period ledger.Period) bool {
	return p.Unread.Has("scores/" + period.String() + ".csv")
}

// noticeUnread reports whether a period may have been posted, by a notice or a day that cannot be
// read.
func (p *place) noticeUnread(period ledger.Period) bool {
	if n := p.Notices[period]; n != nil && n.Posted == 0 {
		if _, given := n.Keys["posted"]; given {
			return true
		}
	}
	return p.Unread.Has("notices/" + period.String() + ".toml")
}

func inOrder[V any](m map[ledger.Period]V) []ledger.Period {
	return slices.SortedFunc(maps.Keys(m), ledger.Period.Compare)
}
