package ledger

import "gongshi/generator/diag"

// Household is all that belongs to one 户号.
type Household struct {
	ID      string  // as published: narrow forms, NFC, the case of households.csv
	Key     string  // as compared: ID in lower case
	Spans   []*Span // by date of joining
	Members []*Member
}

// Organisation is the kind 单位, which is ranked apart and gets no honours.
const Organisation = "单位"

// Span is one row of households.csv: a household from one day to another.
type Span struct {
	diag.Record
	Head      string
	Group     string
	Kind      string // 农户, 老年户, 外来户, 单位
	TakesPart bool
	Consent   Date
	Joined    Date // 0 from the beginning
	Left      Date // last day that it belongs; 0 if it still does
	Members   int  // 参与人数; 0 if not given
	Shares    Points
	Into      string // key of the household that it is merged into, or empty
}

// Member is one row of members.csv. Members are never named on the site.
type Member struct {
	diag.Record
	Household string // key
	ID        string
	Key       string
	TakesPart bool
	Joined    Date
	Left      Date
}

// Unowned is a row of members.csv whose household is not in households.csv.
type Unowned struct {
	diag.Position        // of the 户号
	Household     string // key
	ID            string // 户号 as typed
}

// Covers reports whether the span applies on that day.
func (s *Span) Covers(d Date) bool { return s.touches(d, d) }

// touches reports whether the span and the days from first to last share a day.
func (s *Span) touches(first, last Date) bool {
	return s.Joined <= last && (s.Left == 0 || first <= s.Left)
}

// SpanFor returns the row that a period reads: the one that covers its last day, or else the last
// one within it, or nil if the household's spans do not touch the period.
func (h *Household) SpanFor(p Period) *Span {
	first, last := p.First(), p.Last()
	var found *Span
	for _, s := range h.Spans {
		if s.touches(first, last) {
			found = s
		}
	}
	return found
}

// SpanOn returns the row that applies on a day, or else the last before it, or the first.
func (h *Household) SpanOn(day Date) *Span {
	found := h.Spans[0]
	for _, s := range h.Spans {
		if s.Joined <= day {
			found = s
		}
	}
	return found
}

// Whole reports whether the household belonged to its place on every day of the period: spans
// without a gap are one stay, a gap is leaving and joining.
func (h *Household) Whole(p Period) bool {
	first, last := p.First(), p.Last()
	next := first // the first day not yet known to be covered
	for _, s := range h.Spans {
		if s.Joined <= next && (s.Left == 0 || s.Left >= next) {
			if s.Left == 0 || s.Left >= last {
				return true
			}
			next = s.Left + 1
		}
	}
	return next > last
}

// Throughout reports whether a household belonged to the place on every day of a period in all of
// which the place itself took part.
func (p *Place) Throughout(h *Household, period Period) bool {
	return p.Joined <= period.First() && h.Whole(period)
}

// MembersOn returns the number by which an average divides on a period's last day, at least 1:
// participating members if the place has a members.csv, otherwise 参与人数.
func (h *Household) MembersOn(place *Place, s *Span, last Date) int {
	n := s.Members
	if place.HasMembers {
		n = 0
		for _, m := range h.Members {
			if m.Counts(last) {
				n++
			}
		}
	}
	return max(n, 1)
}

// Counts reports whether the member takes part on a day.
func (m *Member) Counts(day Date) bool {
	return m.TakesPart && m.Joined <= day && (m.Left == 0 || day <= m.Left)
}
