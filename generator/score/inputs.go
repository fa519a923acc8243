package score

import (
	"iter"
	"slices"

	"gongshi/generator/ledger"
)

// Input is the content of the clerk's own rows for one household in one period: before caps,
// which also depend on other periods, and before anything is summed. It is what a seal covers,
// since only a change of these rows changes it.
type Input struct {
	Household *ledger.Household
	Span      *ledger.Span // the row of households.csv that the period reads
	Members   int          // by which an average divides; 0 if the rules take none
	Sheet     Sheet
	Entries   []*Entry            // approved, by date, then 编号; Counted is not worked out
	From      []*ledger.Household // whose points are merged into it by the period's last day (并入)
}

// Inputs reads the inputs of one place's periods as of any day.
type Inputs struct {
	place   *ledger.Place
	entries map[ledger.Period]map[*ledger.Household][]*Entry
	fixes   []*ledger.Correction // all, by date, then line
	from    map[*ledger.Household][]*ledger.Household
}

// InputsOf resolves a place's events once, for all of its periods.
func InputsOf(p *ledger.Place) *Inputs {
	in := &Inputs{place: p, fixes: ledger.InOrder(p.Corrections), from: predecessors(p)}
	var approved []*Entry
	for _, ev := range p.Events {
		if p.Household(ev.Household) == nil {
			continue
		}
		if e, ok := entryOf(p, ev, max(ev.Date, ev.Reviewed)); ok && e.Review == ledger.Approved {
			e.Fixed = e.Worth
			approved = append(approved, &e)
		}
	}
	inOrderOfPeriods(approved)
	in.entries = byPeriod(p, approved)
	return in
}

// Corrections returns those of a period up to a day, by date, then line.
func (in *Inputs) Corrections(of ledger.Period, day ledger.Date) []*ledger.Correction {
	return slices.DeleteFunc(slices.Clone(in.fixes), func(c *ledger.Correction) bool { return c.Period != of || c.Date > day })
}

// Of yields the inputs of a period as of a day with the given corrections, by 户号: one for each
// household in its table. In a year without categories of its own, and in a summary quarter,
// these are all who were in any of its periods posted by then, even in one that does not count.
// An input is valid until the next one.
func (in *Inputs) Of(of ledger.Period, day ledger.Date, corrections []*ledger.Correction) iter.Seq[*Input] {
	return func(yield func(*Input) bool) {
		t := in.table(of, day, corrections)
		if t == nil {
			return
		}
		stood := in.stood(t, day)
		marks := make([]Mark, len(t.items))
		for _, h := range in.place.Households {
			span, own := t.spanOf(h)
			if !own && !stood[h] {
				continue
			}
			input := Input{Household: h, Span: span, Entries: t.entries[h], From: in.goneInto(h, of.Last())}
			if t.Scheme.RankBy == ledger.ByAverage {
				input.Members = h.MembersOn(in.place, span, of.Last())
			}
			if own {
				input.Sheet = t.read(marks, h)
			}
			if !yield(&input) {
				return
			}
		}
	}
}

// table returns the table of a period, with the entries that were approved by a day and with some
// corrections, before anybody is assessed in it. It is nil if no rules govern it, or the place had
// not begun.
func (in *Inputs) table(of ledger.Period, day ledger.Date, corrections []*ledger.Correction) *Table {
	fixed := fixesFrom(in.place, corrections)
	known := make(map[*ledger.Household][]*Entry, len(in.entries[of]))
	for h, list := range in.entries[of] {
		for _, e := range list {
			if e.Date <= day && e.Reviewed <= day {
				known[h] = append(known[h], corrected(e, fixed))
			}
		}
	}
	return blank(in.place, of, fixed, known)
}

// stood returns those who are in a year's or summary quarter's table because of other periods.
func (in *Inputs) stood(sum *Table, day ledger.Date) map[*ledger.Household]bool {
	at := sum.Period
	if !sum.Sums || len(sum.categories) > 0 {
		return nil
	}
	stood := make(map[*ledger.Household]bool)
	for of, n := range in.place.Notices {
		if of == at || !at.Contains(of) || n.Posted == 0 || n.Posted > day {
			continue
		}
		t := in.table(of, day, in.Corrections(of, day))
		for _, h := range in.place.Households {
			if t != nil && !stood[h] && h.SpanFor(at) != nil {
				_, stood[h] = t.spanOf(h)
			}
		}
	}
	return stood
}

// goneInto returns the households merged into h by a day, in order of 户号.
func (in *Inputs) goneInto(h *ledger.Household, last ledger.Date) []*ledger.Household {
	return slices.DeleteFunc(slices.Clone(in.from[h]), func(from *ledger.Household) bool { return endedBefore(from, last).Into != h.Key })
}

// corrected returns an entry with the result of some corrections.
func corrected(e *Entry, f fixes) *Entry {
	list := f.events[e.No]
	if len(list) == 0 {
		return e
	}
	with := *e
	with.Fixes, with.Fixed = list, list[len(list)-1].To.Points
	return &with
}
