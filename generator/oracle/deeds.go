package oracle

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
)

// deed is an approved event with what it gives.
type deed struct {
	event  *ledger.Event
	kind   *ledger.EventKind
	period ledger.Period // to which it belongs
	worth  ledger.Points // before caps, after corrections
	counts ledger.Points // what the caps leave
}

// allDeeds are the place's approved events of the day with what counts of each
// (formats.md, "events/*.csv").
func (v *village) allDeeds() []*deed {
	var deeds []*deed
	for _, e := range v.place.Events {
		scheme, period := v.eventScheme(e.Date)
		if scheme == nil || e.Date > v.day {
			continue
		}
		kind := kindNamed(scheme, e.Kind)
		if kind == nil || !v.approved(e, kind) {
			continue
		}
		deeds = append(deeds, &deed{event: e, kind: kind, period: v.belongsTo(e, period), worth: v.worth(e, kind)})
	}
	slices.SortFunc(deeds, func(a, b *deed) int {
		return cmp.Or(a.period.Compare(b.period), cmp.Compare(a.event.Date, b.event.Date), cmp.Compare(a.event.No, b.event.No))
	})
	capDeeds(deeds)
	return deeds
}

// eventScheme is the version that judges an event of that day, and the period in which
// the day lies (formats.md, "Which version judges an event").
func (v *village) eventScheme(day ledger.Date) (*ledger.Scheme, ledger.Period) {
	monthly := v.scheme(ledger.PeriodOf(ledger.Month, day))
	if monthly == nil {
		return nil, ledger.Period{}
	}
	period := ledger.PeriodOf(monthly.Cycle, day)
	return v.scheme(period), period
}

func kindNamed(scheme *ledger.Scheme, name string) *ledger.EventKind {
	for _, k := range scheme.Events {
		if k.ID == name || k.Name == name {
			return k
		}
	}
	return nil
}

// approved: 通过 on the day. An approval dated after it does not exist yet.
func (v *village) approved(e *ledger.Event, k *ledger.EventKind) bool {
	return e.Reviewed <= v.day && (e.Review == ledger.Approved || e.Review == "" && !k.Approval)
}

// belongsTo is the period to which an event belongs: the one in which its date lies,
// or the first later one that was not posted on or before the day of its review.
//
// Reading 15: where a new version counts events in another cycle, the later periods
// are those of the cycle in force as they begin.
func (v *village) belongsTo(e *ledger.Event, period ledger.Period) ledger.Period {
	known := cmp.Or(e.Reviewed, e.Date)
	for {
		n := v.place.Notices[period]
		if n == nil || n.Posted == 0 || n.Posted > known {
			return period
		}
		next := period.Next().First()
		_, period = v.eventScheme(next)
	}
}

// worth is an event's points before caps: 分值 if given, else points × times, as
// corrected up to the day.
func (v *village) worth(e *ledger.Event, k *ledger.EventKind) ledger.Points {
	worth := k.Points * ledger.Points(e.Times)
	if e.HasPoints {
		worth = e.Points
	}
	for _, c := range v.corrections() {
		if c.Target == e.No && c.Household == e.Household {
			worth = c.To.Points
		}
	}
	return worth
}

// capDeeds fills counts. The caps run through the month and the calendar year of the
// event's date, by kind and household, in order of the period to which the events belong,
// then date, then 编号 as text: what came late takes what is left.
//
// Reading 6: of a kind that two versions of the rules have, each event is held to the
// caps of the version that judges it, and what counted before under the other version
// has used them up as well. A kind is the same if its id is.
//
// Reading 7: periods come in the order of ledger.Period.Compare, also where a new version
// counts events in another cycle and months meet quarters.
func capDeeds(deeds []*deed) {
	used := map[string]ledger.Points{}
	for _, d := range deeds {
		month, year := d.in(ledger.Month), d.in(ledger.Year)
		size := max(d.worth, -d.worth)
		if d.kind.HasMaxMonth {
			size = min(size, d.kind.MaxPerMonth-used[month])
		}
		if d.kind.HasMaxYear {
			size = min(size, d.kind.MaxPerYear-used[year])
		}
		size = max(size, 0) // a later version's cap may be lower than what was used
		used[month] += size
		used[year] += size
		d.counts = size
		if d.worth < 0 {
			d.counts = -size
		}
	}
}

// in names the running total of the deed's kind in the month or the year of its event.
func (d *deed) in(c ledger.Cycle) string {
	return d.event.Household + " " + d.kind.ID + " " + ledger.PeriodOf(c, d.event.Date).String()
}

// counted sums what counts of a household's events that belong to a period.
func (v *village) counted(h *ledger.Household, p ledger.Period) (added, taken ledger.Points) {
	for _, d := range v.deeds {
		switch {
		case d.event.Household != h.Key || d.period != p:
		case d.counts > 0:
			added += d.counts
		default:
			taken += d.counts
		}
	}
	return added, taken
}
