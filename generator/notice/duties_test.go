package notice

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

func period(t *testing.T, s string) ledger.Period {
	t.Helper()
	p, ok := ledger.ParsePeriod(s)
	if !ok {
		t.Fatalf("%q is no period", s)
	}
	return p
}

// Read off a wall calendar: 2023 has 28 days in February, 2024 has 29.
func TestDueDay(t *testing.T) {
	for _, c := range []struct {
		period string
		day    int
		want   string
	}{
		{"2023-11", 15, "2023-12-15"},
		{"2023-12", 15, "2024-01-15"},
		{"2023-01", 31, "2023-02-28"},
		{"2024-01", 31, "2024-02-29"},
		{"2024-01", 29, "2024-02-29"},
		{"2023-01", 29, "2023-02-28"},
		{"2023-03", 31, "2023-04-30"},
		{"2023-02", 31, "2023-03-31"},
		{"2023-06", 1, "2023-07-01"},
		{"2023-Q1", 15, "2023-04-15"},
		{"2023-Q1", 31, "2023-04-30"},
		{"2023-Q4", 15, "2024-01-15"},
		{"2023", 15, "2024-01-15"},
		{"2023", 31, "2024-01-31"},
	} {
		if got := dueDay(ledger.Publicity{DueDay: c.day}, period(t, c.period)); got.String() != c.want {
			t.Errorf("%s, due on %d: %s, want %s", c.period, c.day, got, c.want)
		}
	}
}

// January 2024 as posted on Thursday 1 February: the first full day is the 2nd, the last
// of three the 4th, a working Sunday.
func TestHangsUntil(t *testing.T) {
	for _, c := range []struct {
		name      string
		days      int
		change    func(*ledger.Publicity)
		corrected []string
		want      string
	}{
		{"ten full days", 10, nil, nil, "2024-02-11"},
		{"the day of posting counted", 10, func(q *ledger.Publicity) { q.SameDay = true }, nil, "2024-02-10"},
		{"not below the last day for objections", 1, nil, nil, "2024-02-04"},
		{"rest days count, whatever publicity counts", 10, func(q *ledger.Publicity) { q.Working = true }, nil, "2024-02-11"},
		{"posted again after a correction", 10, nil, []string{"2024-02-06"}, "2024-02-16"},
		{"a correction that starts nothing anew", 10, func(q *ledger.Publicity) { q.Restart = false }, []string{"2024-02-06"}, "2024-02-11"},
	} {
		p := january(t, nil, c.corrected...)
		p.Publicity.DisplayDays = c.days
		if c.change != nil {
			c.change(&p.Publicity)
		}
		book := &ledger.Book{Places: []*ledger.Place{p}, Calendars: calendars(t)}
		st := AsOf(book, day(t, "2024-02-09"), false).Of(p, period(t, "2024-01"))
		if got := st.HangsUntil(p.Publicity); got.String() != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// working is a place whose rules assess by the month and the year, and count events by
// the quarter, from the day `effective`.
func working(t *testing.T, effective string, posted ...string) *ledger.Place {
	items := []*ledger.Item{{ID: "yard"}}
	p := &ledger.Place{
		Name: "石桥村", Section: ledger.SectionAt(diag.At("data/shiqiao/place.toml", 1, 1)),
		Publicity: ledger.Publicity{Days: 3, RestDayEnd: ledger.Extend, DueDay: 15, DisplayDays: 10, AnswerDays: 3},
		Schemes: []*ledger.Scheme{{
			Effective: day(t, effective), Cycle: ledger.Quarter, Events: []*ledger.EventKind{{ID: "good"}},
			Categories: []*ledger.Category{{Cycle: ledger.Month, Items: items}, {Cycle: ledger.Year, Items: items}},
		}},
		Notices: map[ledger.Period]*ledger.Notice{},
	}
	p.SetHouseholds([]*ledger.Household{{ID: "001", Key: "001", Spans: []*ledger.Span{{TakesPart: true}}}})
	for _, s := range posted {
		of := period(t, s)
		p.Notices[of] = &ledger.Notice{Period: of, Posted: of.Last() + 3}
	}
	return p
}

func TestWhatIsOwed(t *testing.T) {
	for _, c := range []struct {
		name, day string
		place     *ledger.Place
		change    func(*ledger.Place)
		overdue   string
		next      string
	}{
		{"the first month is not due yet", "2023-02-15", working(t, "2023-01-01"), nil,
			"", "2023-01 by 2023-02-15, 2023-02 by 2023-03-15, 2023-Q1 by 2023-04-15, 2023 by 2024-01-15"},
		{"the day after it is overdue", "2023-02-16", working(t, "2023-01-01"), nil,
			"2023-01 (1) since 2023-02-15", "2023-02 by 2023-03-15, 2023-Q1 by 2023-04-15, 2023 by 2024-01-15"},
		{"posted", "2023-02-16", working(t, "2023-01-01", "2023-01"), nil,
			"", "2023-02 by 2023-03-15, 2023-Q1 by 2023-04-15, 2023 by 2024-01-15"},
		{"a draft is not posted", "2023-02-16", working(t, "2023-01-01", "2023-01"),
			func(p *ledger.Place) { p.Notices[ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 1}].Posted = 0 },
			"2023-01 (1) since 2023-02-15", "2023-02 by 2023-03-15, 2023-Q1 by 2023-04-15, 2023 by 2024-01-15"},
		{"posted tomorrow is not posted", "2023-02-16", working(t, "2023-01-01", "2023-01"),
			func(p *ledger.Place) {
				p.Notices[ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 1}].Posted = ledger.Day(2023, 2, 17)
			}, "2023-01 (1) since 2023-02-15", "2023-02 by 2023-03-15, 2023-Q1 by 2023-04-15, 2023 by 2024-01-15"},
		{"gaps", "2023-08-01", working(t, "2023-01-01", "2023-01", "2023-04"), nil,
			"2023-02..2023-03 2023-05..2023-06 (4) since 2023-03-15, 2023-Q1..2023-Q2 (2) since 2023-04-15",
			"2023-07 by 2023-08-15, 2023-08 by 2023-09-15, 2023-Q3 by 2023-10-15, 2023 by 2024-01-15"},
		{"years of silence", "2043-01-20", working(t, "2023-01-01"), nil,
			"2023-01..2042-12 (240) since 2023-02-15, 2023-Q1..2042-Q4 (80) since 2023-04-15, 2023..2042 (20) since 2024-01-15",
			"2043-01 by 2043-02-15, 2043-Q1 by 2043-04-15, 2043 by 2044-01-15"},
		{"joined within a period: owed from the next", "2023-08-01", working(t, "2023-01-01"),
			func(p *ledger.Place) { p.Joined = ledger.Day(2023, 5, 2) },
			"2023-06 (1) since 2023-07-15", "2023-07 by 2023-08-15, 2023-08 by 2023-09-15, 2023-Q3 by 2023-10-15"},
		{"joins in the future", "2023-08-01", working(t, "2023-01-01"),
			func(p *ledger.Place) { p.Joined = ledger.Day(2023, 9, 1) }, "", ""},
		{"joined before the rules", "2023-02-16", working(t, "2023-01-01"),
			func(p *ledger.Place) { p.Joined = ledger.Day(2020, 1, 1) },
			"2023-01 (1) since 2023-02-15", "2023-02 by 2023-03-15, 2023-Q1 by 2023-04-15, 2023 by 2024-01-15"},
		{"the first rules take effect within a period, and govern it", "2023-02-16", working(t, "2023-01-20"), nil,
			"2023-01 (1) since 2023-02-15", "2023-02 by 2023-03-15, 2023-Q1 by 2023-04-15, 2023 by 2024-01-15"},
		{"rules of old, joined untold: from the first posted", "2023-08-01", working(t, "2020-01-01", "2023-04", "2023-06"), nil,
			"2023-05 (1) since 2023-06-15, 2023-Q2 (1) since 2023-07-15",
			"2023-07 by 2023-08-15, 2023-08 by 2023-09-15, 2023-Q3 by 2023-10-15"},
		{"nobody takes part", "2023-08-01", working(t, "2023-01-01"),
			func(p *ledger.Place) { p.Households[0].Spans[0].TakesPart = false }, "", ""},
		{"the last household left", "2023-08-01", working(t, "2023-01-01", "2023-01"),
			func(p *ledger.Place) { p.Households[0].Spans[0].Left = ledger.Day(2023, 2, 3) },
			"2023-02 (1) since 2023-03-15, 2023-Q1 (1) since 2023-04-15", "2023 by 2024-01-15"},
		{"no households", "2023-08-01", working(t, "2023-01-01"), func(p *ledger.Place) { p.SetHouseholds(nil) }, "", ""},
		{"no rules", "2023-08-01", working(t, "2023-01-01"), func(p *ledger.Place) { p.Schemes = nil }, "", ""},
		{"the rules of the place above", "2023-02-16", working(t, "2023-01-01"),
			func(p *ledger.Place) { p.Parent = &ledger.Place{Schemes: p.Schemes}; p.Schemes = nil },
			"2023-01 (1) since 2023-02-15", "2023-02 by 2023-03-15, 2023-Q1 by 2023-04-15, 2023 by 2024-01-15"},
	} {
		if c.change != nil {
			c.change(c.place)
		}
		d := AsOf(&ledger.Book{Places: []*ledger.Place{c.place}}, day(t, c.day), true).Duties(c.place)
		var late, next []string
		for _, o := range d.Overdue {
			text := ""
			for _, r := range o.Runs {
				text += r.From.String()
				if r.Count > 1 {
					text += ".." + r.To.String()
				}
				text += " "
			}
			late = append(late, fmt.Sprintf("%s(%d) since %s", text, o.Count(), o.Since()))
		}
		for _, due := range d.Next {
			next = append(next, fmt.Sprintf("%s by %s", due.Period, due.Day))
		}
		if got := strings.Join(late, ", "); got != c.overdue {
			t.Errorf("%s: overdue %q, want %q", c.name, got, c.overdue)
		}
		if got := strings.Join(next, ", "); got != c.next {
			t.Errorf("%s: next %q, want %q", c.name, got, c.next)
		}
	}
}

func TestAnswersDueAndHanging(t *testing.T) {
	p := january(t, []*ledger.Objection{
		{No: "1", Received: day(t, "2024-02-02"), Decided: day(t, "2024-02-03")},
		{No: "2", Received: day(t, "2024-02-03")},
		{No: "3", Received: day(t, "2024-02-03"), Decided: day(t, "2024-02-09")},
		{No: "4", Received: day(t, "2024-02-04")},
	})
	p.Publicity.DisplayDays = 10
	for _, c := range []struct{ day, answers, hanging string }{
		{"2024-01-31", "[]", "[]"},
		{"2024-02-03", "[{2024-01 2024-02-03 2024-02-06 2 false}]", "[{2024-01 2024-02-11}]"},
		{"2024-02-06", "[{2024-01 2024-02-03 2024-02-06 2 false} {2024-01 2024-02-04 2024-02-07 1 false}]", "[{2024-01 2024-02-11}]"},
		{"2024-02-07", "[{2024-01 2024-02-03 2024-02-06 2 true} {2024-01 2024-02-04 2024-02-07 1 false}]", "[{2024-01 2024-02-11}]"},
		{"2024-02-11", "[{2024-01 2024-02-03 2024-02-06 1 true} {2024-01 2024-02-04 2024-02-07 1 true}]", "[{2024-01 2024-02-11}]"},
		{"2024-02-12", "[{2024-01 2024-02-03 2024-02-06 1 true} {2024-01 2024-02-04 2024-02-07 1 true}]", "[]"},
	} {
		d := AsOf(&ledger.Book{Places: []*ledger.Place{p}, Calendars: calendars(t)}, day(t, c.day), false).Duties(p)
		if got := fmt.Sprint(d.Answers); got != c.answers {
			t.Errorf("%s: answers %s, want %s", c.day, got, c.answers)
		}
		if got := fmt.Sprint(d.Hanging); got != c.hanging {
			t.Errorf("%s: hanging %s, want %s", c.day, got, c.hanging)
		}
	}
}

// What happened to January: posted on the 1st, its last day the 4th; corrected on the
// 6th, a Tuesday, which starts the days anew until Friday the 9th.
func TestCourse(t *testing.T) {
	p := january(t, []*ledger.Objection{
		{No: "1", Received: day(t, "2024-02-04"), Decided: day(t, "2024-02-06")},
		{No: "2", Received: day(t, "2024-02-03"), Decided: day(t, "2024-02-06")},
	}, "2024-02-06", "2024-02-06")
	want := map[string]string{
		"2024-02-05": "[2024-02-01 posted 1 2024-02-04]",
		"2024-02-06": "[2024-02-01 posted 1 2024-02-04; 2024-02-06 corrected 2 2024-02-09; 2024-02-06 answered 2 ]",
		"2024-02-10": "[2024-02-01 posted 1 2024-02-04; 2024-02-06 corrected 2 2024-02-09; 2024-02-06 answered 2 ; 2024-02-10 final 1 ]",
	}
	check := func(name string, restart bool, want map[string]string) {
		p.Publicity.Restart = restart
		for on, text := range want {
			var got []string
			for _, turn := range AsOf(&ledger.Book{Places: []*ledger.Place{p}, Calendars: calendars(t)}, day(t, on), false).Of(p, period(t, "2024-01")).Course() {
				got = append(got, fmt.Sprintf("%s %s %d %s", turn.Day, turn.What, turn.Count, turn.LastDay))
			}
			if list := "[" + strings.Join(got, "; ") + "]"; list != text {
				t.Errorf("%s, %s: %s, want %s", name, on, list, text)
			}
		}
	}
	check("anew", true, want)
	check("not anew", false, map[string]string{
		"2024-02-06": "[2024-02-01 posted 1 2024-02-04; 2024-02-06 corrected 2 ; 2024-02-06 answered 2 ; 2024-02-06 final 1 ]",
	})
}

func TestReminders(t *testing.T) {
	p := working(t, "2023-01-01", "2023-04")
	p.Joined = ledger.Day(2023, 1, 1)
	p.Notices[period(t, "2023-04")].Objections = []*ledger.Objection{
		{Section: ledger.SectionAt(diag.At("data/shiqiao/notices/2023-04.toml", 4, 1)), No: "1", Received: ledger.Day(2023, 5, 4)},
	}
	book := &ledger.Book{Places: []*ledger.Place{p}, Calendars: ledger.PublishedCalendars()}
	var got []string
	for _, d := range AsOf(book, ledger.Day(2023, 5, 8), false).Reminders(book, false) {
		if d.Severity != diag.Note || d.Hint == "" {
			t.Errorf("%+v", d)
		}
		got = append(got, d.Position.String()+" "+d.Code+" "+d.Message)
	}
	want := []string{
		"data/shiqiao/place.toml:1:1 overdue-notice 石桥村 2023-01 至 2023-03 共 3 期未公示；最早的一期最迟应在 2023-02-15 公示",
		"data/shiqiao/place.toml:1:1 overdue-notice 石桥村 2023-Q1 未公示，最迟应在 2023-04-15 公示",
		"data/shiqiao/notices/2023-04.toml:4:1 overdue-answer 石桥村 2023-04 的异议“1”还没有答复：2023-05-04 收到，最迟应在 2023-05-07 答复，到 2023-05-08 已超过 1 天",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if list := AsOf(book, ledger.Day(2023, 5, 7), false).Reminders(book, false); len(list) != 2 {
		t.Errorf("on the last day for the answer: %v", list)
	}
}
