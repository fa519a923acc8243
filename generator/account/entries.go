package account

import (
	"slices"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/rules"
)

// Entries are a household's additions and deductions in one period.
type Entries struct {
	Rows                  []Entry
	Additions, Deductions figure.Figure
	Rounded               bool // these sums are shown rounded
}

// Entry is one addition or deduction as the public may read it.
type Entry struct {
	No            string
	Name, Heading gazette.Phrase
	Date          ledger.Date
	Times         int
	Worth         string // before corrections and caps
	Counted       string
	Grounds       string         // "" if they are not public
	Waiting       bool           // 待审: does not count yet
	Refused       bool           // 未通过: does not count
	Note          gazette.Phrase // what became of it
	Rules         *rules.Link    // the version by which it is judged, if it is not the period's
	Old           []gazette.Old
	Source        string // address of its line in the repository, "" without links
}

// EntriesOf returns r's additions and deductions in t's period, or, if that sums others, in all
// of these, without those that the site no longer keeps; or nil.
func EntriesOf(t *gazette.Table, r *gazette.Row, w Ways) *Entries {
	f := figure.Of(t, r)
	m := &Entries{Additions: f.Additions, Deductions: f.Deductions}
	m.Rounded = figure.Cut(r.Additions, r.Shown.Additions) || figure.Cut(r.Deductions, r.Shown.Deductions)
	tables := append(figure.Summed(t), t)
	slices.SortFunc(tables, func(a, b *gazette.Table) int { return a.Period.Compare(b.Period) })
	for _, of := range tables {
		if at := of.Row(r.ID); at != nil && of.Kept {
			for _, e := range of.Entries(at) {
				entry := w.entry(&e)
				if e.Scheme != t.Scheme {
					link := w.rule(e.Scheme)
					entry.Rules = &link
				}
				m.Rows = append(m.Rows, entry)
			}
		}
	}
	if len(m.Rows) == 0 {
		return nil
	}
	return m
}

// OwnEntries returns r's additions and deductions in t's period alone.
func OwnEntries(t *gazette.Table, r *gazette.Row, w Ways) []Entry {
	entries := t.Entries(r)
	list := make([]Entry, len(entries))
	for i := range entries {
		list[i] = w.entry(&entries[i])
	}
	return list
}

func (w Ways) entry(e *gazette.Entry) Entry {
	m := Entry{
		No: e.No, Name: e.Name, Heading: e.Heading, Date: e.Date, Times: e.Times,
		Worth: e.Worth.String(), Counted: e.Counted.String(),
		Waiting: e.Review == ledger.Pending,
		Refused: e.Review == ledger.Refused,
		Grounds: e.Grounds, Source: w.line(e.At), Old: e.Old,
	}
	if e.Review == ledger.Approved {
		m.Note = e.Explain()
	}
	return m
}
