package ledger

import (
	"slices"
	"testing"
)

func period(t *testing.T, s string) Period {
	t.Helper()
	p, ok := ParsePeriod(s)
	if !ok {
		t.Fatalf("%q is no period", s)
	}
	return p
}

func TestPeriodDays(t *testing.T) {
	for _, c := range []struct{ p, first, last, next string }{
		{"2023-01", "2023-01-01", "2023-01-31", "2023-02"},
		{"2024-02", "2024-02-01", "2024-02-29", "2024-03"},
		{"2023-12", "2023-12-01", "2023-12-31", "2024-01"},
		{"2023-Q1", "2023-01-01", "2023-03-31", "2023-Q2"},
		{"2023-Q4", "2023-10-01", "2023-12-31", "2024-Q1"},
		{"2023", "2023-01-01", "2023-12-31", "2024"},
	} {
		p := period(t, c.p)
		if p.String() != c.p || p.First().String() != c.first || p.Last().String() != c.last || p.Next().String() != c.next {
			t.Errorf("%s: %s %s %s %s", c.p, p, p.First(), p.Last(), p.Next())
		}
		for _, d := range []Date{p.First(), p.Last()} {
			if PeriodOf(p.Cycle, d) != p {
				t.Errorf("%s lies in %s, not %s", d, PeriodOf(p.Cycle, d), p)
			}
		}
	}
}

func TestPeriodContains(t *testing.T) {
	for _, c := range []struct {
		p, q string
		want bool
	}{
		{"2023", "2023", true}, {"2023", "2023-Q4", true}, {"2023", "2023-12", true}, {"2023", "2024-01", false},
		{"2023-Q2", "2023-04", true}, {"2023-Q2", "2023-06", true}, {"2023-Q2", "2023-03", false}, {"2023-Q2", "2023-07", false},
		{"2023-Q2", "2024-Q2", false}, {"2023-Q2", "2023", false}, {"2023-06", "2023-Q2", false},
	} {
		if got := period(t, c.p).Contains(period(t, c.q)); got != c.want {
			t.Errorf("%s contains %s: %v", c.p, c.q, got)
		}
	}
}

func TestPeriodOrder(t *testing.T) {
	want := []string{"2023-01", "2023-02", "2023-03", "2023-Q1", "2023-11", "2023-12", "2023-Q4", "2023", "2024-01"}
	list := make([]Period, len(want))
	for i, s := range want {
		list[len(want)-1-i] = period(t, s)
	}
	slices.SortFunc(list, Period.Compare)
	for i, s := range want {
		if list[i].String() != s {
			t.Errorf("place %d: %s, want %s", i, list[i], s)
		}
	}
}

func TestNoPeriod(t *testing.T) {
	for _, s := range []string{"", "2023-13", "2023-1", "2023-Q5", "2023-q1", "23-01", "2023-01-01", "2023-00"} {
		if p, ok := ParsePeriod(s); ok {
			t.Errorf("%q was read as %s", s, p)
		}
	}
}

func TestSchemeFor(t *testing.T) {
	d := func(s string) Date {
		y, _ := ParsePeriod(s)
		return y.First()
	}
	mid := Day(2023, 3, 10)
	town := &Place{Schemes: []*Scheme{{Name: "t22", Effective: d("2022-01")}, {Name: "t24", Effective: d("2024-01")}}}
	village := &Place{Parent: town, Schemes: []*Scheme{{Name: "v23", Effective: mid}}}
	alone := &Place{Schemes: []*Scheme{{Name: "first", Effective: mid}, {Name: "second", Effective: d("2023-06")}}}
	for _, c := range []struct {
		p            *Place
		period, want string
	}{
		{town, "2023-03", "t22"},
		{town, "2021-12", ""},
		{village, "2023-02", "t22"},
		{village, "2023-03", "t22"}, // the village's version takes effect within: the town's is in force on the first day
		{village, "2023-04", "v23"},
		{village, "2024-01", "v23"}, // the nearest folder that has one in force
		{alone, "2023-02", ""},
		{alone, "2023-03", "first"}, // the first version takes effect in it
		{alone, "2023-Q1", "first"},
		{alone, "2023", "first"},
		{alone, "2023-06", "second"},
		{alone, "2022", ""},
	} {
		got := ""
		if s := c.p.SchemeFor(period(t, c.period)); s != nil {
			got = s.Name
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.period, got, c.want)
		}
	}
}

func TestSpans(t *testing.T) {
	h := &Household{Spans: []*Span{
		{Group: "1", Left: Day(2023, 3, 14)},
		{Group: "2", Joined: Day(2023, 3, 15), Left: Day(2023, 5, 31)},
		{Group: "3", Joined: Day(2023, 6, 2), Left: Day(2023, 8, 20)},
	}}
	for _, c := range []struct {
		period, group string
		whole         bool
	}{
		{"2023-02", "1", true},
		{"2023-03", "2", true},  // no gap: one stay
		{"2023-05", "2", true},  // left on the period's last day
		{"2023-06", "3", false}, // joined on the second
		{"2023-08", "3", false}, // left before the last
		{"2023-09", "", false},
		{"2023-Q1", "2", true},
		{"2023-Q2", "3", false}, // the gap of one day
		{"2023", "3", false},
	} {
		p := period(t, c.period)
		got := ""
		if s := h.SpanFor(p); s != nil {
			got = s.Group
		}
		if got != c.group || h.Whole(p) != c.whole {
			t.Errorf("%s: group %q whole %v, want %q %v", c.period, got, h.Whole(p), c.group, c.whole)
		}
	}
}
