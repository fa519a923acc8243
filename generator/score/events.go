package score

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
)

// entriesOf resolves the events of a place as of a day: the kind and version by which each is
// judged, its period, review, corrections and caps. Events dated after the day, and those that
// package check refuses, are left out.
func entriesOf(p *ledger.Place, fix fixes, day ledger.Date) []*Entry {
	all := make([]Entry, 0, len(p.Events)) // one piece of memory for all of them
	entries := make([]*Entry, 0, len(p.Events))
	for _, ev := range p.Events {
		if ev.Date > day || p.Household(ev.Household) == nil {
			continue
		}
		if entry, ok := entryOf(p, ev, day); ok {
			all = append(all, entry)
			e := &all[len(all)-1]
			e.Fixes = fix.events[ev.No]
			e.Fixed = e.Worth
			for _, c := range e.Fixes {
				e.Fixed = c.To.Points
			}
			entries = append(entries, e)
		}
	}
	Cap(entries)
	return entries
}

// entryOf returns one event as of the day, without corrections and caps, or false if no rule has
// its kind. A review dated after the day does not exist yet.
func entryOf(p *ledger.Place, ev *ledger.Event, day ledger.Date) (e Entry, ok bool) {
	if ev.Reviewed > day {
		early := *ev
		early.Reviewed, early.Review = 0, ledger.Pending
		ev = &early
	}
	_, origin := p.EventScheme(ev.Date)
	period, scheme := p.PeriodOfEvent(ev)
	if scheme == nil {
		return e, false
	}
	kind := scheme.EventKind(ev.Kind)
	if kind == nil {
		return e, false
	}
	return Entry{
		Event: ev, Kind: kind, Scheme: scheme, Period: period,
		Origin: origin,
		Review: ev.ReviewUnder(kind),
		Worth:  ev.Worth(kind),
	}, true
}

// capKey is one household's running total of one kind in a month or a year (month 0).
type capKey struct {
	household, kind string
	year, month     int
}

// Cap sorts the entries of one place by their period, then date, then 编号, and sets what counts of
// each approved one: what came late gets what is left. Caps run through the month and the
// calendar year of the event's date, in absolute points (formats.md, "events/*.csv"); what
// counted under a version without a cap uses up the cap of a later one too.
func Cap(entries []*Entry) {
	inOrderOfPeriods(entries)
	used := make(map[capKey]ledger.Points)
	capped := slices.ContainsFunc(entries, func(e *Entry) bool { return e.Kind.HasMaxMonth || e.Kind.HasMaxYear })
	for _, e := range entries {
		if e.Review != ledger.Approved {
			continue
		}
		if !capped {
			e.Counted = e.Fixed
			continue
		}
		year, month, _ := e.Date.Civil()
		inMonth := capKey{e.Household, e.Kind.ID, year, int(month)}
		inYear := capKey{e.Household, e.Kind.ID, year, 0}
		size := max(e.Fixed, -e.Fixed)
		if e.Kind.HasMaxMonth {
			size = min(size, max(e.Kind.MaxPerMonth-used[inMonth], 0))
		}
		if e.Kind.HasMaxYear {
			size = min(size, max(e.Kind.MaxPerYear-used[inYear], 0))
		}
		used[inMonth] += size
		used[inYear] += size
		e.Counted = size
		if e.Fixed < 0 {
			e.Counted = -size
		}
	}
}

// inOrderOfPeriods sorts entries by their period, then date, then 编号 compared as text.
func inOrderOfPeriods(entries []*Entry) {
	slices.SortStableFunc(entries, func(a, b *Entry) int {
		return cmp.Or(a.Period.Compare(b.Period), cmp.Compare(a.Date, b.Date), cmp.Compare(a.No, b.No))
	})
}
