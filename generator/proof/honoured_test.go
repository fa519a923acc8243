package proof

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
	"gongshi/generator/villagetest"
)

// against holds the seals against the data and the figures of a day.
func against(book *ledger.Book, on ledger.Date) Options {
	standings, _ := score.Of(book, notice.AsOf(book, on, false))
	return Options{Day: on, Standings: standings}
}

// honoursOnly are the lines of honours in a seal that is made on a day, by their texts.
func honoursOnly(t *testing.T, book *ledger.Book, on ledger.Date) string {
	t.Helper()
	p := book.Places[0]
	proofs, list := Of(book, against(book, on))
	wantFindings(t, list, nil)
	var err error
	if p.Seals, p.Salts, _, err = proofs.Of(p).Append(on, saltsInOrder()); err != nil {
		t.Fatal(err)
	}
	for i, s := range p.Seals {
		s.File, s.Line = home+"seals.csv", int32(i+2)
	}
	proofs, list = Of(book, against(book, on))
	wantFindings(t, list, nil)
	var texts []string
	for _, s := range proofs.Of(p).Seals {
		for l, salt := range proofs.Of(p).Lines(s) {
			if strings.HasPrefix(salt.Of, HonoursFact) {
				texts = append(texts, fmt.Sprint(s.No, " ", l.Text(salt)))
			}
		}
	}
	return strings.Join(texts, ", ")
}

// Honours are sealed once their month is final: January on 20 February, when the last objection in
// time is answered, February on 13 March. Only -4 has full marks in them.
func TestHonoursAreSealedWhenFinal(t *testing.T) {
	const january, february = "荣誉/2023-01|1, 1 荣誉/2023-01/-4|文明户", "荣誉/2023-02|1, 1 荣誉/2023-02/-4|文明户"
	for on, want := range map[ledger.Date]string{
		ledger.Day(2023, 2, 19): "",
		ledger.Day(2023, 2, 20): "1 " + january,
		ledger.Day(2023, 3, 12): "1 " + january,
		ledger.Day(2023, 3, 13): "1 " + january + ", 1 " + february,
	} {
		if got := honoursOnly(t, freshBook(), on); got != want {
			t.Errorf("%s: %s, want %s", on, got, want)
		}
	}
	book := freshBook()
	book.Places[0].Schemes[0].Honours = nil
	if got := honoursOnly(t, book, today); got != "" {
		t.Errorf("without honours: %s", got)
	}
}

// Honours that changed are told if nothing is that they follow from; a correction or a month that
// counts only since then may change them.
func TestChangedHonours(t *testing.T) {
	const forged = "户号 seal-changed: 第 1 号封存（2023-03-10）的“荣誉/2023-01/%s”不是当时封存的内容"
	byCorrection := func(p *ledger.Place, on ledger.Date) {
		addCorrection(p, on)
		c := p.Corrections[len(p.Corrections)-1]
		c.Household, c.ID, c.From, c.To = "-4", "-4", villagetest.Cell("15"), villagetest.Cell("1")
	}
	for _, c := range []struct {
		name   string
		change func(p *ledger.Place, salt *ledger.Salt)
		on     ledger.Date
		want   []string
	}{
		{"nothing", func(*ledger.Place, *ledger.Salt) {}, today, nil},
		{"another household", func(_ *ledger.Place, salt *ledger.Salt) { salt.Of = "荣誉/2023-01/001" }, today, []string{fmt.Sprintf(forged, "001")}},
		{"another level", func(_ *ledger.Place, salt *ledger.Salt) { salt.Salt = "" }, today, []string{fmt.Sprintf(forged, "-4")}},
		{"on a day before the seal", func(_ *ledger.Place, salt *ledger.Salt) { salt.Salt = "" }, today - 1, nil},
		{"a mark explains it", func(p *ledger.Place, salt *ledger.Salt) {
			salt.Salt = ""
			mark(p, villagetest.January, 4, 0).Points = 0
		}, today,
			[]string{"scores/2023-01.csv:6 户号 seal-changed: “s1”"}},
		{"a correction since", func(p *ledger.Place, _ *ledger.Salt) { byCorrection(p, today+1) }, today + 20, nil},
		{"a correction dated back", func(p *ledger.Place, _ *ledger.Salt) { byCorrection(p, today-1) }, today + 20,
			[]string{"scores/2023-01.csv:2 户号 seal-changed: “-4”"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := freshBook()
			p := book.Places[0]
			p.Corrections = p.Corrections[:6] // without one of a day to come
			honoursOnly(t, book, today)
			c.change(p, saltOf(p, 1, "荣誉/2023-01/-4"))
			_, list := Of(book, against(book, c.on))
			wantFindings(t, list, c.want)
		})
	}
}

// Honours of a year with January alone, sealed on 10 February 2024: -4 has them. If February
// counted too, -4 had them no more. It may count only if it was posted since.
func TestHonoursAfterALateMonth(t *testing.T) {
	on, year := ledger.Day(2024, 2, 10), ledger.Period{Cycle: ledger.Year, Year: 2023}
	told := []string{"notices/2023.toml:1 周期 seal-changed: 2023 的荣誉已于 2024-02-10 封存（第 1 号），此后变了"}
	none, fixed := func(*ledger.Place) {}, func(day ledger.Date) func(*ledger.Place) {
		return func(p *ledger.Place) { addCorrection(p, day) }
	}
	open := func(day ledger.Date) func(*ledger.Place) {
		return func(p *ledger.Place) { p.Notices[villagetest.February.Next()].Posted = day }
	}
	formerYear := func(p *ledger.Place) {
		addCorrection(p, on+1)
		p.Corrections[len(p.Corrections)-1].Period = ledger.Period{Cycle: ledger.Month, Year: 2022, Part: 12}
	}
	answered := func(p *ledger.Place) { february(p).Objections = []*ledger.Objection{{Received: on - 7, Decided: on}} }
	for name, c := range map[string]struct {
		posted ledger.Date
		also   func(*ledger.Place)
		want   []string
	}{
		"not posted":                              {0, none, nil},
		"posted before":                           {ledger.Day(2023, 3, 9), none, told},
		"final since the day of the seal":         {on - 4, none, told},
		"final since the day after it":            {on - 3, none, nil},
		"posted since":                            {on + 1, none, nil},
		"and a correction since":                  {ledger.Day(2023, 3, 9), fixed(on + 20), nil},
		"and a correction of a day to come":       {ledger.Day(2023, 3, 9), fixed(on + 21), told},
		"and a month that is not final yet":       {ledger.Day(2023, 3, 9), open(on + 18), told},
		"and one posted before the seal":          {ledger.Day(2023, 3, 9), open(on - 1), nil},
		"and a correction of the year before":     {ledger.Day(2023, 3, 9), formerYear, nil},
		"final since an answer of the seal's day": {on - 9, answered, nil},
		"and a correction before the seal's":      {ledger.Day(2023, 3, 9), fixed(on - 1), append(told[:0:0], "scores/2023-01.csv:5 户号 seal-changed: “003”")},
	} {
		book := freshBook()
		p := book.Places[0]
		p.Schemes[0].Honours.Cycle, p.Corrections, p.Events, p.Distributions = ledger.Year, p.Corrections[:1], nil, nil
		p.Notices[year] = &ledger.Notice{Section: section("notices/2023.toml", nil), Period: year, Posted: ledger.Day(2024, 1, 10)}
		february(p).Posted, *mark(p, villagetest.February, 0, 0) = 0, villagetest.Cell("1")
		if got := honoursOnly(t, book, on); got != "1 荣誉/2023|1, 1 荣誉/2023/-4|文明户" {
			t.Fatal(got)
		}
		february(p).Posted = c.posted
		c.also(p)
		_, list := Of(book, against(book, on+20))
		t.Run(name, func(t *testing.T) { wantFindings(t, list, c.want) })
	}
}

// What was sealed as something else is not hidden by calling it honours in salts.csv: of a period that has none, of
// one that had them, or of one whose honours may have changed since.
func TestNothingHidesAmongHonours(t *testing.T) {
	for _, of := range []string{"公示/到会", "公示/入户"} {
		for _, name := range []string{"荣誉/2099", "荣誉/2023-01", "荣誉/2023-01/002", "荣誉/2023-02/-4", "荣誉/", "荣誉/x/y"} {
			book := freshBook()
			p := book.Places[0]
			p.Corrections = p.Corrections[:6]
			honoursOnly(t, book, today)
			saltOf(p, 1, of).Of = name
			addCorrection(p, today+1)
			_, list := Of(book, against(book, today+20))
			t.Run(of+" "+name, func(t *testing.T) {
				if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
					return d.Message == "第 1 号封存（2023-03-10）的“"+name+"”不是当时封存的内容"
				}) {
					t.Error(list)
				}
			})
		}
	}
}

// Without figures of the day nothing is known of honours.
func TestHonoursAreNotKnown(t *testing.T) {
	book := freshBook()
	book.Places[0].Corrections = book.Places[0].Corrections[:6]
	honoursOnly(t, book, today)
	saltOf(book.Places[0], 1, "荣誉/2023-01/-4").Salt = ""
	_, list := Of(book, Options{Day: today})
	wantFindings(t, list, nil)
}
