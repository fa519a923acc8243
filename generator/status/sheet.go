package status

import "gongshi/generator/ledger"

// Sheet is how far a sheet in preparation is filled in.
type Sheet struct {
	Households int // that need a row
	Filled     int // of these, with a figure or 不适用 in each cell
	Cells      int // empty in the rows that are there, missing columns included
	entered    bool
}

// sheet counts the cells of a period's sheet. It returns nil if none is to be filled in, or if
// the rules or the sheet cannot be read.
func (r *reading) sheet(period ledger.Period) *Sheet {
	p := r.place
	s := p.SchemeFor(period)
	if s == nil || len(s.ItemsOf(period.Cycle)) == 0 || p.RulesUnread() || r.unread(period) {
		return nil
	}
	n := &Sheet{}
	from := p.Sheets[period]
	for _, h := range p.Households {
		span, row := h.SpanFor(period), from.Row(h.Key)
		if span == nil || !span.TakesPart || row == nil && !p.Throughout(h, period) {
			continue
		}
		n.Households++
		if row == nil {
			continue
		}
		empty := 0
		for _, c := range row.Cells {
			if c.Kind == ledger.Empty {
				empty++
			}
		}
		n.Cells += empty
		n.entered = n.entered || empty < len(row.Cells)
		if empty == 0 {
			n.Filled++
		}
	}
	return n
}

func (r *reading) unread(period ledger.Period) bool {
	return r.place.Unread.Has("scores/" + period.String() + ".csv")
}

// draft returns the state of a period that is not posted. Cells that the rules fill (missing) are
// not missing.
func (r *reading) draft(at *Period) State {
	file := r.place.Sheets[at.Period] != nil
	s := r.place.SchemeFor(at.Period)
	switch {
	case r.unread(at.Period) || r.place.Unread.Has("notices/"+at.Period.String()+".toml"):
		return Unreadable
	case at.Sheet != nil && !file, at.Sheet == nil && !file && !at.Notice && at.Period.Last() >= r.states.Day:
		return None
	case at.Sheet != nil && !at.Sheet.entered:
		return Empty
	case at.Sheet != nil && s.Missing == ledger.MissingError && at.Sheet.Filled < at.Sheet.Households:
		return Partial
	case at.Errors+r.wrong.shared(r.place) > 0:
		return Filled
	case at.Posted > r.states.Day:
		return Scheduled
	}
	return Checked
}

// Begun reports whether anything is entered in the sheet.
func (n *Sheet) Begun() bool { return n.entered }
