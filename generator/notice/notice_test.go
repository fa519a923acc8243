package notice

import (
	"testing"
	"time"

	"gongshi/generator/ledger"
)

func day(t *testing.T, s string) ledger.Date {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return ledger.Day(d.Date())
}

var usual = ledger.Publicity{Days: 3, RestDayEnd: ledger.Extend, Restart: true, AnswerDays: 3}

// The days of the Spring Festival and of New Year 2024 as announced.
func calendars(t *testing.T) Calendars {
	c := Calendars{2024: {Rest: map[ledger.Date]bool{}, Work: map[ledger.Date]bool{}}}
	for _, s := range []string{"2024-01-01", "2024-02-10", "2024-02-11", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-02-17"} {
		c[2024].Rest[day(t, s)] = true
	}
	for _, s := range []string{"2024-02-04", "2024-02-18"} {
		c[2024].Work[day(t, s)] = true
	}
	return c
}

// Counted on a wall calendar: 2 November 2023 is a Thursday, 10 January 2024 a Wednesday.
func TestCivilCodeCounting(t *testing.T) {
	for _, c := range []struct {
		name               string
		change             func(*ledger.Publicity)
		start              string
		first, last, moved string
	}{
		{"three days within a week", nil, "2024-01-08", "2024-01-09", "2024-01-11", ""},
		{"art. 203: a Sunday moves to Monday", nil, "2023-11-02", "2023-11-03", "2023-11-06", "2023-11-05"},
		{"art. 203: a Saturday moves to Monday", nil, "2024-01-10", "2024-01-11", "2024-01-15", "2024-01-13"},
		{"a make-up Sunday is a working day", nil, "2024-02-01", "2024-02-02", "2024-02-04", ""},
		{"a festival moves to its make-up Sunday", nil, "2024-02-08", "2024-02-09", "2024-02-18", "2024-02-11"},
		{"keep", func(p *ledger.Publicity) { p.RestDayEnd = ledger.Keep }, "2023-11-02", "2023-11-03", "2023-11-05", ""},
		{"holidays: a plain Sunday stays", func(p *ledger.Publicity) { p.RestDayEnd = ledger.Holidays }, "2023-11-02", "2023-11-03", "2023-11-05", ""},
		{"holidays: a listed day moves to the next working day", func(p *ledger.Publicity) { p.RestDayEnd = ledger.Holidays }, "2024-02-08", "2024-02-09", "2024-02-18", "2024-02-11"},
		{"the day of posting counted", func(p *ledger.Publicity) { p.SameDay = true }, "2024-01-08", "2024-01-08", "2024-01-10", ""},
		{"working days", func(p *ledger.Publicity) { p.Working = true }, "2023-11-02", "2023-11-03", "2023-11-07", ""},
		{"working days over a festival", func(p *ledger.Publicity) { p.Working = true }, "2024-02-08", "2024-02-09", "2024-02-19", ""},
		{"five days", func(p *ledger.Publicity) { p.Days = 5 }, "2024-01-03", "2024-01-04", "2024-01-08", ""},
	} {
		p := usual
		if c.change != nil {
			c.change(&p)
		}
		d := termOf(p, day(t, c.start), calendars(t))
		first, last, moved := d.FirstDay, d.LastDay, d.MovedFrom
		if first.String() != c.first || last.String() != c.last || moved.String() != c.moved {
			t.Errorf("%s: from %s: %s to %s (moved from %q), want %s to %s (%q)", c.name, c.start, first, last, moved, c.first, c.last, c.moved)
		}
	}
}

// january is a place with January's notice, posted on Thursday 1 February 2024: its
// days are the 2nd, 3rd and 4th (a working Sunday).
func january(t *testing.T, objections []*ledger.Objection, corrected ...string) *ledger.Place {
	p := &ledger.Place{Publicity: usual, Notices: map[ledger.Period]*ledger.Notice{}}
	jan, _ := ledger.ParsePeriod("2024-01")
	p.Notices[jan] = &ledger.Notice{Period: jan, Posted: day(t, "2024-02-01"), Objections: objections}
	for _, s := range corrected {
		p.Corrections = append(p.Corrections, &ledger.Correction{Period: jan, Date: day(t, s)})
	}
	return p
}

func TestStates(t *testing.T) {
	objection := func(received, decided string) []*ledger.Objection {
		return []*ledger.Objection{{No: "1", Received: day(t, received), Decided: day(t, decided)}}
	}
	for _, c := range []struct {
		name   string
		place  *ledger.Place
		day    string
		want   Status
		exists bool
		counts bool
	}{
		{"before posting", january(t, nil), "2024-01-31", Draft, false, false},
		{"on the day of posting", january(t, nil), "2024-02-01", Open, true, false},
		{"on the last day", january(t, nil), "2024-02-04", Open, true, false},
		{"the day after", january(t, nil), "2024-02-05", Final, true, true},
		{"a timely objection pending", january(t, objection("2024-02-04", "2024-02-07")), "2024-02-06", Disputed, true, false},
		{"a timely objection, open days still running", january(t, objection("2024-02-03", "")), "2024-02-04", Open, true, false},
		{"decided on the day", january(t, objection("2024-02-04", "2024-02-07")), "2024-02-07", Final, true, true},
		{"a late objection changes no state", january(t, objection("2024-02-05", "")), "2024-02-06", Final, true, true},
		{"an objection of tomorrow does not exist", january(t, objection("2024-02-06", "")), "2024-02-05", Final, true, true},
		{"a correction starts the days anew", january(t, nil, "2024-02-06"), "2024-02-06", Open, true, true},
		{"a correction while open: not yet counting", january(t, nil, "2024-02-03"), "2024-02-06", Open, true, false},
		{"a correction of tomorrow does not exist", january(t, nil, "2024-02-06"), "2024-02-05", Final, true, true},
		{"final again", january(t, nil, "2024-02-06"), "2024-02-20", Final, true, true},
		{"an objection in the second run is timely", january(t, objection("2024-02-07", ""), "2024-02-06"), "2024-02-20", Disputed, true, true},
		{"decided by a correction on the same day", january(t, objection("2024-02-04", "2024-02-06"), "2024-02-06"), "2024-02-07", Open, true, false},
	} {
		book := &ledger.Book{Places: []*ledger.Place{c.place}, Calendars: calendars(t)}
		jan, _ := ledger.ParsePeriod("2024-01")
		st := AsOf(book, day(t, c.day), false).Of(c.place, jan)
		if (st != nil) != c.exists {
			t.Errorf("%s: exists %v", c.name, st != nil)
			continue
		}
		if st != nil && (st.Status != c.want || st.Counts != c.counts) {
			t.Errorf("%s: %s counts=%v, want %s counts=%v", c.name, st.Status, st.Counts, c.want, c.counts)
		}
	}
}

func TestNoRestart(t *testing.T) {
	p := january(t, nil, "2024-02-06")
	p.Publicity.Restart = false
	jan, _ := ledger.ParsePeriod("2024-01")
	st := AsOf(&ledger.Book{Places: []*ledger.Place{p}}, day(t, "2024-02-06"), false).Of(p, jan)
	if st.Status != Final || !st.Corrected || st.Start != st.Posted {
		t.Errorf("%+v", st)
	}
}

func TestAnswers(t *testing.T) {
	p := january(t, []*ledger.Objection{
		{No: "2", Received: day(t, "2024-02-03"), Decided: day(t, "2024-02-07")},
		{No: "1", Received: day(t, "2024-02-03"), Decided: day(t, "2024-02-06")},
		{No: "3", Received: day(t, "2024-02-05")},
	})
	jan, _ := ledger.ParsePeriod("2024-01")
	st := AsOf(&ledger.Book{Places: []*ledger.Place{p}, Calendars: calendars(t)}, day(t, "2024-02-09"), false).Of(p, jan)
	got := st.Objections
	if len(got) != 3 || got[0].No != "1" || got[0].Late || got[0].Days != 3 || !got[1].Late || got[1].Days != 4 || got[2].Timely || got[2].Decided || !got[2].Late ||
		got[2].Days != 4 || got[2].Due != day(t, "2024-02-08") {
		t.Errorf("%+v", got)
	}
}

func TestDrafts(t *testing.T) {
	p := january(t, nil)
	feb, _ := ledger.ParsePeriod("2024-02")
	mar, _ := ledger.ParsePeriod("2024-03")
	p.Notices[feb] = &ledger.Notice{Period: feb}
	p.Sheets = map[ledger.Period]*ledger.Sheet{mar: {Period: mar}}
	book := &ledger.Book{Places: []*ledger.Place{p}}
	if got := AsOf(book, day(t, "2024-03-01"), false).Periods(p); len(got) != 1 {
		t.Errorf("drafts are published: %d periods", len(got))
	}
	got := AsOf(book, day(t, "2024-03-01"), true).Periods(p)
	if len(got) != 3 || got[1].Published() || got[2].Status != Draft || !got[0].Published() {
		t.Errorf("%+v", got)
	}
}
