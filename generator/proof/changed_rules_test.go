package proof

import (
	"slices"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// A correction is sealed with its reason. One that comes later changes no seal.
func TestChangedCorrections(t *testing.T) {
	at := func(line, id string) []string {
		return []string{"scores/2023-01.csv:" + line + " 户号 seal-changed: “" + id + "”"}
	}
	fix := func(p *ledger.Place, i int) *ledger.Correction { return p.Corrections[i] }
	changes(t, today+5, []changeOf{
		{"reason", func(p *ledger.Place) { fix(p, 0).Reason = "看错" }, at("4", "002")},
		{"reason of something sensitive", func(p *ledger.Place) { fix(p, 2).Reason = "和好了" }, at("3", "001")},
		{"its objection", func(p *ledger.Place) { fix(p, 0).Objection = "2" }, at("4", "002")},
		{"what it was", func(p *ledger.Place) { fix(p, 0).From = villagetest.Cell("8") }, at("4", "002")},
		{"what it became", func(p *ledger.Place) { fix(p, 0).To = villagetest.Cell("8") }, at("4", "002")},
		{"who decided", func(p *ledger.Place) { fix(p, 0).DecidedBy = "村民委员会" }, nil},
		{"an item by its category and name", func(p *ledger.Place) { fix(p, 0).Target = "人居环境/客厅" }, nil},
		{"one that is gone", func(p *ledger.Place) { p.Corrections = p.Corrections[1:] }, at("4", "002")},
		{"one dated back", func(p *ledger.Place) { addCorrection(p, today-1) }, at("5", "003")},
		{"one of the day of the seal", func(p *ledger.Place) { addCorrection(p, today) }, nil},
		{"one of the day after", func(p *ledger.Place) { addCorrection(p, today+1) }, nil},
		{"a day, though the others keep theirs", func(p *ledger.Place) { fix(p, 0).Date-- }, at("4", "002")},
		{"a future one", func(p *ledger.Place) { fix(p, 6).Reason = "" }, nil},
		{"one of a month that is not posted", func(p *ledger.Place) { fix(p, 7).Reason = "" }, nil},
	})
}

// addCorrection corrects a mark of 003 in January.
func addCorrection(p *ledger.Place, on ledger.Date) {
	c := &ledger.Correction{
		Date: on, Period: villagetest.January, Household: "003", ID: "003", Target: "庭院",
		From: villagetest.Cell("9"), To: villagetest.Cell("10"), Reason: "漏记",
	}
	c.Record = diag.RecordAt(home+"corrections.csv", 20)
	p.Corrections = append(p.Corrections, c)
}

// The finding names the other rows from which a household's figures follow.
func TestOtherRows(t *testing.T) {
	book, p := sealedBook(t)
	mark(p, villagetest.January, 1, 0).Points = 0
	_, list := Of(book, Options{Day: today})
	wantFindings(t, list, []string{"scores/2023-01.csv:3 户号 seal-changed: （还要看 data/zhen/cun/households.csv 第3行、data/zhen/cun/corrections.csv 第3行、"})
	var got []string
	for _, at := range list[0].Refs {
		got = append(got, at.File[len(home):]+" "+at.Row())
	}
	want := []string{
		"households.csv 第3行", "corrections.csv 第3行", "corrections.csv 第4行", "corrections.csv 第5行", "corrections.csv 第6行",
		"corrections.csv 第7行", "corrections.csv 第8行", "events/2023.csv 第2行", "events/2023.csv 第3行", "events/2023.csv 第4行", "events/2023.csv 第5行",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// The rules are one finding, however many seals rest on them.
func TestChangedRules(t *testing.T) {
	want := []string{"../scheme/2023.toml:1 seal-changed: 2023-01 已于 2023-03-10 封存（第 1 号），此后它所依据的积分办法变了；还有 1 次封存也依据它"}
	var table []changeOf
	for name, change := range map[string]func(s *ledger.Scheme){
		"title": func(s *ledger.Scheme) { s.Title = "办法" }, "basis": func(s *ledger.Scheme) { s.Basis = "决议" },
		"carry": func(s *ledger.Scheme) { s.Carry = ledger.Lifetime }, "decimals": func(s *ledger.Scheme) { s.Decimals = 1 },
		"effective": func(s *ledger.Scheme) { s.Effective-- }, "missing": func(s *ledger.Scheme) { s.Missing = ledger.MissingZero },
		"not applicable": func(s *ledger.Scheme) { s.NotApplicable = ledger.NotApplicableZero },
		"panel":          func(s *ledger.Scheme) { s.Zone.MinPanel = 5 }, "benefit": func(s *ledger.Scheme) { s.Benefits = []string{"优先"} },
		"name of a category": func(s *ledger.Scheme) { s.Categories[0].Name = "环境" },
		"points of an item":  func(s *ledger.Scheme) { s.Categories[0].Items[0].Points++ },
		"standard":           func(s *ledger.Scheme) { s.Categories[0].Items[0].Standard = "净" },
		"what is sensitive":  func(s *ledger.Scheme) { s.Categories[0].Items[0].Sensitive = true },
		"order of items":     func(s *ledger.Scheme) { slices.Reverse(s.Categories[0].Items) },
		"limit of an event":  func(s *ledger.Scheme) { s.Events[0].MaxPerMonth++ },
		"unit of an event":   func(s *ledger.Scheme) { s.Events[0].Per = "件" },
		"no honours":         func(s *ledger.Scheme) { s.Honours = nil },
		"ties":               func(s *ledger.Scheme) { s.Honours.Ties = !s.Honours.Ties },
		"reward of a level":  func(s *ledger.Scheme) { s.Honours.Levels[0].Reward = "锦旗" },
	} {
		table = append(table, changeOf{name, func(p *ledger.Place) { change(p.Schemes[0]) }, want})
	}
	later := func(p *ledger.Place) {
		s := villagetest.Scheme()
		s.Effective, s.Title, s.Place = ledger.Day(2023, 3, 1), "新办法", p
		p.Schemes = append(p.Schemes, s)
	}
	changes(t, today, append(table,
		changeOf{"a new version for the months after", later, nil},
		changeOf{"with the day of posting", func(p *ledger.Place) { p.Schemes[0].Title = ""; january(p).Posted-- },
			[]string{"notices/2023-01.toml:2 posted seal-changed: 当时的张贴日期是“2023-02-10”", want[0]}},
	))
}

// The days of publicity follow from place.toml, from the calendar and from when it was posted.
func TestChangedPublicity(t *testing.T) {
	const wider = "place.toml:5 days seal-changed: 2023-01 已于 2023-03-10 封存（第 1 号），当时的公示期是“2023-02-13”到“2023-02-15”，现在算出来是"
	posted := func(of, now string) []string {
		return []string{"notices/2023-01.toml:2 posted seal-changed: 当时的张贴日期是“" + of + "”，现在是“" + now + "”"}
	}
	const taken = "notices/2023-01.toml:2 posted seal-changed: 2023-01 已于 2023-03-10 封存，现在的公示却没有那天以前的张贴日期"
	// An event that was reviewed on 20 February counts in the first month that was not posted by then.
	const moved = "scores/2023-02.csv:4 户号 seal-changed: “002”"
	changes(t, today, []changeOf{
		{"more days", func(p *ledger.Place) { p.Publicity.Days = 5 }, []string{wider + "“2023-02-13”到“2023-02-17”；还有 1 次封存的也变了"}},
		{"the first day", func(p *ledger.Place) { p.Publicity.SameDay = true }, []string{wider + "“2023-02-12”到“2023-02-14”；还有 1 次"}},
		{"corrections do not begin anew: January alone", func(p *ledger.Place) { p.Publicity.Restart = false }, []string{wider + "“2023-02-11”到“2023-02-13”"}},
		{"more days from now on", func(p *ledger.Place) {
			before := p.Publicity
			p.Publicity.Days, p.Publicity.From, p.Publicity.Before = 5, today, &before
		}, nil},
		{"days to answer and to hang", func(p *ledger.Place) { p.Publicity.AnswerDays, p.Publicity.DisplayDays = 9, 9 }, nil},
		{"posted a day earlier", func(p *ledger.Place) { january(p).Posted-- }, posted("2023-02-10", "2023-02-09")},
		{"posted after the corrections", func(p *ledger.Place) { january(p).Posted += 9 }, posted("2023-02-10", "2023-02-19")},
		{"not posted", func(p *ledger.Place) { january(p).Posted = 0 }, []string{taken, moved}},
		{"posted after the seal", func(p *ledger.Place) { january(p).Posted = today + 1 }, []string{taken, moved}},
		{"without its notice", func(p *ledger.Place) { delete(p.Notices, villagetest.January) },
			[]string{"seals.csv:2 posted seal-changed: 2023-01 已于 2023-03-10 封存，现在的公示却没有", moved}},
		{"titles and names", func(p *ledger.Place) { january(p).Title, p.Name, p.Groups = "", "", nil }, nil},
	})
}

// A last day for objections that is moved to a working day follows from the calendar of its year.
// February's is a Sunday, 12 March, so that it moves to Monday; nothing else of the village does.
func TestChangedCalendar(t *testing.T) {
	known := func(rest ...ledger.Date) map[int]*ledger.Calendar {
		c := &ledger.Calendar{Year: 2023, Rest: map[ledger.Date]bool{}}
		for _, d := range rest {
			c.Rest[d] = true
		}
		return map[int]*ledger.Calendar{2023: c}
	}
	monday := ledger.Day(2023, 3, 13)
	moved := []string{"place.toml:5 days seal-changed: 2023-02 已于 2023-03-10 封存（第 2 号），当时的公示期是“2023-03-10”到“2023-03-13”，现在算出来是“2023-03-10”到“2023-03-14”"}
	for _, c := range []struct {
		name        string
		before, now map[int]*ledger.Calendar
		want        []string
	}{
		{"the same", known(), known(), nil},
		{"one more day of rest", known(), known(monday), moved},
		{"a day of rest that decides nothing", known(), known(monday + 1), nil},
		{"not known when it was sealed", nil, known(monday), nil},
		{"not known any more", known(), nil, nil},
	} {
		book := freshBook()
		book.Calendars, book.Places[0].Publicity.RestDayEnd = c.before, ledger.Extend
		seal(t, book, today)
		book.Calendars = c.now
		_, list := Of(book, Options{Day: today})
		t.Run(c.name, func(t *testing.T) { wantFindings(t, list, c.want) })
	}
}
