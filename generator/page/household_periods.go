package page

import (
	"slices"

	"gongshi/generator/account"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/rules"
)

// HouseholdPeriod is what a household's page tells of one period in full.
type HouseholdPeriod struct {
	Standing
	Before     *Change // of those that lead; nil: nothing to compare with
	Columns    figure.Columns
	Summed     *Summed          // nil: it sums no other periods
	Sum        []SumPart        // of what 合计 is made up, where it sums other periods
	Disputed   bool             // an objection that holds it up is about this household
	Late       bool             // one that came too late for that is, and is open
	Uncounted  []PeriodState    // that 累计 has not taken yet
	Governed   []rules.Link     // the versions that made its figures
	Gone       bool             // its details have left the site (config.toml, keep)
	Ask        ledger.Contact   // who knows why something is not full
	Sheet      *account.Sheet   // nil: nothing of its own is assessed in it
	Events     *account.Entries // nil: none; of a year, of all its periods
	Added      string           // 加分 and 扣分 beside the sheet, with their signs; "" for none
	Taken      string
	Rounded    bool           // some figures of its sheet or events, as shown, do not add up
	Derivation []account.Step // of those that lead
}

// periodsOf fills in the periods that h's page tells in full: it leads with those that are
// open or disputed, or else with the latest, and goes on with the latest of each other
// cycle. So none that may be objected to is hidden by a newer one.
func (v *village) periodsOf(m *Household, id string) {
	leads, others := fullTables(v.place, id)
	for _, t := range leads {
		p := v.householdPeriod(&m.Head, t, id)
		p.Before = v.changeOf(t, id)
		p.Uncounted = v.uncounted(&m.Head, t, id)
		if !p.Gone {
			p.Derivation = account.Derivation(t, t.Row(id), v.ways(&m.Head))
		}
		m.Leads = append(m.Leads, p)
		m.Open = m.Open || t.State.Status == gazette.Open
	}
	for _, t := range others {
		if p := v.householdPeriod(&m.Head, t, id); p.Sheet != nil || p.Events != nil {
			m.Others = append(m.Others, p)
		}
	}
	m.Changed = changedFor(v.place, append(leads, others...))
}

// fullTables are the tables that h's page tells in full, the latest first. In a site of drafts
// the latest leads too if it is one, since it is what such a site is built for. A summary
// quarter that does not lead has nothing of its own to tell.
func fullTables(p *gazette.Place, id string) (leads, others []*gazette.Table) {
	latest := make(map[ledger.Cycle]bool)
	for _, t := range slices.Backward(p.Tables) {
		if t.Row(id) == nil {
			continue
		}
		newest := !latest[t.Period.Cycle]
		switch draft := len(latest) == 0 && t.State.Status == gazette.Draft; {
		case moving(t) || draft:
			leads = append(leads, t)
		case newest:
			others = append(others, t)
		}
		latest[t.Period.Cycle] = true
	}
	if len(leads) == 0 {
		leads, others = others[:1:1], others[1:]
	}
	return leads, slices.DeleteFunc(others, func(t *gazette.Table) bool { return t.Summary })
}

// uncounted are the posted periods of the household id up to the end of t's that its 累计 there
// has not taken.
func (v *village) uncounted(h *Head, t *gazette.Table, id string) []PeriodState {
	return v.states(h, func(of *gazette.Table) bool {
		switch {
		case of == t || of.Period.Last() > t.Period.Last() || !posted(of, id):
			return false
		case of.Period.Year == t.Period.Year:
			return !slices.Contains(t.Carries, of.Period)
		}
		return t.Scheme.Carry == ledger.Lifetime && of.Period.Year < t.Period.Year && !of.State.Counts
	})
}

// posted reports whether t is posted, and has points of its own of the household id.
func posted(t *gazette.Table, id string) bool {
	return t.Row(id) != nil && !t.Sums && t.State.Published()
}

func (v *village) householdPeriod(head *Head, t *gazette.Table, id string) HouseholdPeriod {
	r := t.Row(id)
	m := HouseholdPeriod{
		Standing: v.standing(head, t, r),
		Columns:  figure.ColumnsOf(t), Governed: governing(head, t), Gone: !t.Kept,
		Summed: v.summedIn(head, t), Ask: head.Contact,
	}
	if !m.Gone {
		m.Sheet, m.Events = account.SheetOf(t, r, v.ways(head)), account.EntriesOf(t, r, v.ways(head))
		m.Rounded = m.Sheet != nil && m.Sheet.Rounded || m.Events != nil && m.Events.Rounded ||
			(m.Sheet != nil || m.Events != nil) && figure.Unsummed(r)
	}
	if m.Summed != nil {
		m.Sum = sumParts(t, r)
	}
	if r.Shown.Additions != 0 {
		m.Added = "+" + r.Shown.Additions.Text(t.Scheme.Decimals)
	}
	if r.Shown.Deductions != 0 {
		m.Taken = r.Shown.Deductions.Text(t.Scheme.Decimals)
	}
	for _, o := range t.Notice.Objections {
		open := o.ID == id && o.Decided == 0
		m.Disputed = m.Disputed || open && o.Timely
		m.Late = m.Late || open && !o.Timely
	}
	return m
}

// unsettledBeside are the periods that are open or disputed, and satisfy keep, beside one
// that a page shows, the latest first.
func (v *village) unsettledBeside(h *Head, shown *gazette.Table, keep func(*gazette.Table) bool) []PeriodState {
	list := v.states(h, func(t *gazette.Table) bool { return t != shown && moving(t) && keep(t) })
	slices.Reverse(list)
	return list
}

func anyTable(*gazette.Table) bool { return true }
