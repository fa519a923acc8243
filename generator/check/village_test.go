package check

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// village is a Book of one village in which all is well, with what the cases change.
// It assesses by the month: 庭院 15 and 客厅 10, 读书 5 by the quarter, 好人好事 +2 for
// each time, 志愿服务 +1 to +5 and 乱倒垃圾 −2, approved. Its three households are 001,
// 002 and 003; October and November 2023 are posted.
type village struct {
	*ledger.Book
	at     *ledger.Place
	scheme *ledger.Scheme
	yard   *ledger.Item
	hall   *ledger.Item
	read   *ledger.Item
	oct    ledger.Period
	nov    ledger.Period
}

func newVillage() *village {
	v := &village{
		oct: ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 10},
		nov: ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 11},
	}
	v.at = &ledger.Place{
		Section: ledger.SectionAt(diag.At("place.toml", 1, 1)), Path: "village", Name: "中坪村", Kind: "village", Joined: day("2023-01-01"),
		Publicity: ledger.Publicity{Days: 3, RestDayEnd: ledger.Extend, Restart: true},
		Sheets:    map[ledger.Period]*ledger.Sheet{}, Declared: map[ledger.Period]*ledger.Sheet{}, Notices: map[ledger.Period]*ledger.Notice{},
	}
	v.Book = &ledger.Book{Places: []*ledger.Place{v.at}, Calendars: map[int]*ledger.Calendar{}}
	v.Config.Privacy.Names = ledger.NamesMasked
	v.scheme = v.newScheme("rules.toml", "2023-01-01")
	v.yard, v.hall = v.scheme.Categories[0].Items[0], v.scheme.Categories[0].Items[1]
	v.read = v.scheme.Categories[1].Items[0]
	v.at.Schemes = []*ledger.Scheme{v.scheme}
	v.households(v.household("001"), v.household("002"), v.household("003"))
	for _, period := range []ledger.Period{v.oct, v.nov} {
		v.sheet(period, "001 15 10", "002 12 10", "003 8 -")
		v.notice(period)
	}
	return v
}

// newScheme is a version of the rules, with keys at lines by which a case can be told.
func (v *village) newScheme(file, effective string) *ledger.Scheme {
	s := &ledger.Scheme{
		Section: ledger.Section{Position: diag.At(file, 1, 1), Keys: keys(file, 2, "effective", "cycle", "base")}, Place: v.at,
		Effective: day(effective), Cycle: ledger.Month, Missing: ledger.MissingError, NotApplicable: ledger.NotApplicableFull,
	}
	home := &ledger.Category{Section: ledger.Section{Position: diag.At(file, 10, 1), Keys: keys(file, 11, "id", "name", "cycle", "base")}, ID: "habitat", Name: "人居环境", Cycle: ledger.Month}
	home.Items = []*ledger.Item{item(home, file, 20, "yard", "庭院", 15), item(home, file, 30, "hall", "客厅", 10)}
	study := &ledger.Category{Section: ledger.Section{Position: diag.At(file, 40, 1), Keys: keys(file, 41, "id", "name", "cycle", "base")}, ID: "study", Name: "学生就学", Cycle: ledger.Quarter}
	study.Items = []*ledger.Item{item(study, file, 50, "read", "读书", 5)}
	s.Categories = []*ledger.Category{home, study}
	s.Events = []*ledger.EventKind{
		{ID: "good-deed", Name: "好人好事", Points: 2 * ledger.Point},
		{ID: "volunteer", Name: "志愿服务", Ranged: true, From: 1 * ledger.Point, To: 5 * ledger.Point},
		{ID: "litter", Name: "乱倒垃圾", Points: -2 * ledger.Point, Approval: true},
	}
	for i, k := range s.Events {
		k.Position = diag.At(file, 60+i*10, 1)
		k.Keys = keys(file, 61+i*10, "id", "name", "range", "max_per_month", "max_per_year")
		if !k.Ranged {
			delete(k.Keys, "range")
		}
	}
	return s
}

func item(c *ledger.Category, file string, line int, id, name string, points ledger.Points) *ledger.Item {
	return &ledger.Item{Section: ledger.Section{Position: diag.At(file, line, 1), Keys: keys(file, line+1, "id", "name", "points", "sensitive")},
		Category: c, ID: id, Name: name, Points: points * ledger.Point}
}

// keys stand one below the other from a line on.
func keys(file string, line int, names ...string) ledger.Keys {
	k := ledger.Keys{}
	for i, name := range names {
		k[name] = diag.At(file, line+i, 1)
	}
	return k
}

func day(s string) ledger.Date {
	if s == "" {
		return 0
	}
	var y, m, d int
	if _, err := fmt.Sscanf(s, "%d-%d-%d", &y, &m, &d); err != nil {
		panic(err)
	}
	return ledger.Day(y, time.Month(m), d)
}

// household is one that was always there, or from joined to left.
func (v *village) household(id string, joinedLeft ...string) *ledger.Household {
	h := &ledger.Household{ID: id, Key: strings.ToLower(id)}
	joinedLeft = append(joinedLeft, "", "")
	for len(joinedLeft) >= 2 && (len(h.Spans) == 0 || joinedLeft[0] != "") {
		h.Spans = append(h.Spans, &ledger.Span{
			Kind: "农户", TakesPart: true, Joined: day(joinedLeft[0]), Left: day(joinedLeft[1]),
		})
		joinedLeft = joinedLeft[2:]
	}
	return h
}

// households sets the village's households, on lines from 2.
func (v *village) households(hs ...*ledger.Household) {
	line := 1
	for _, h := range hs {
		for _, s := range h.Spans {
			line++
			s.Position = diag.At("households.csv", line, 0)
		}
	}
	v.at.SetHouseholds(hs)
}

// add adds a household to those there are.
func (v *village) add(h *ledger.Household) *ledger.Household {
	v.households(append(v.at.Households, h)...)
	return h
}

// sheet sets a period's sheet: 户号, then a figure for each item; "-" is 不适用, "_" empty.
func (v *village) sheet(period ledger.Period, rows ...string) *ledger.Sheet {
	s := v.table("scores/"+period.String()+".csv", period, rows)
	v.at.Sheets[period] = s
	return s
}

func (v *village) declared(period ledger.Period, rows ...string) {
	v.at.Declared[period] = v.table("declared/"+period.String()+".csv", period, rows)
}

func (v *village) table(file string, period ledger.Period, rows []string) *ledger.Sheet {
	s := &ledger.Sheet{Position: diag.At(file, 1, 0), Period: period, Scheme: v.at.SchemeFor(period)}
	if s.Scheme != nil {
		s.Items = s.Scheme.ItemsOf(period.Cycle)
	}
	for i := range s.Items {
		s.Columns = append(s.Columns, i+2)
	}
	for i, text := range rows {
		fields := strings.Fields(text)
		row := &ledger.SheetRow{Record: diag.RecordAt(file, i+2), Household: strings.ToLower(fields[0]), ID: fields[0]}
		for j, f := range fields[1:] {
			row.Cells = append(row.Cells, cell(f, j+2))
		}
		s.Rows = append(s.Rows, row)
	}
	s.Index()
	return s
}

func cell(s string, column int) ledger.Cell {
	c := ledger.Cell{Column: uint16(column)}
	switch s {
	case "_":
	case "-":
		c.Kind = ledger.NA
	default:
		c.Kind, c.Points = ledger.Entered, points(s)
	}
	return c
}

func points(s string) ledger.Points {
	p, ok := ledger.ParsePoints(s)
	if !ok {
		panic(s)
	}
	return p
}

// notice posts a period on the second day after its last.
func (v *village) notice(period ledger.Period) *ledger.Notice {
	file := "notices/" + period.String() + ".toml"
	n := &ledger.Notice{
		Section: ledger.Section{Position: diag.At(file, 1, 1), Keys: keys(file, 2, "posted", "visited", "meeting.date", "report.date")},
		Period:  period, Posted: period.Last() + 2,
	}
	v.at.Notices[period] = n
	return n
}

func (v *village) objection(n *ledger.Notice, no, household string) *ledger.Objection {
	line := 10 * (len(n.Objections) + 1)
	o := &ledger.Objection{
		Section: ledger.Section{Position: diag.At(n.File, line, 1), Keys: keys(n.File, line+1, "no", "received", "household", "decided", "outcome", "answer")},
		No:      no, Received: n.Posted + 1, Household: household, ID: household,
	}
	n.Objections = append(n.Objections, o)
	return o
}

// event adds an event: 编号 日期 户号 项目.
func (v *village) event(text string) *ledger.Event {
	f := strings.Fields(text)
	e := &ledger.Event{
		Record: diag.RecordAt("events/2023.csv", len(v.at.Events)+2),
		No:     f[0], Date: day(f[1]), Household: f[2], ID: f[2], Kind: f[3], Times: 1,
	}
	v.at.Events = append(v.at.Events, e)
	return e
}

// correct adds a correction: 日期 周期 户号 对象 原分 现分.
func (v *village) correct(text string) *ledger.Correction {
	f := strings.Fields(text)
	period, _ := ledger.ParsePeriod(f[1])
	c := &ledger.Correction{
		Record: diag.RecordAt("corrections.csv", len(v.at.Corrections)+2),
		Date:   day(f[0]), Period: period, Household: f[2], ID: f[2], Target: f[3], From: cell(f[4], 5), To: cell(f[5], 6),
	}
	v.at.Corrections = append(v.at.Corrections, c)
	return c
}

// unpost makes a period's notice a draft.
func (v *village) unpost(period ledger.Period) {
	v.at.Notices[period].Posted = 0
	delete(v.at.Notices[period].Keys, "posted")
}

// group adds a group with a panel of so many.
func (v *village) group(id, assesses string, panel int) *ledger.Group {
	line := 20 + 10*len(v.at.Groups)
	g := &ledger.Group{Section: ledger.Section{Position: diag.At("place.toml", line, 1), Keys: keys("place.toml", line+1, "id", "name", "panel", "assesses")},
		ID: id, Name: "第" + id + "组", Assesses: assesses, Panel: make([]string, panel)}
	v.at.Groups = append(v.at.Groups, g)
	for _, h := range v.at.Households {
		for _, s := range h.Spans {
			if s.Group == "" {
				s.Group = id
			}
		}
	}
	return g
}

func (v *village) member(h *ledger.Household, id, joined, left string) *ledger.Member {
	v.at.HasMembers = true
	m := &ledger.Member{Record: diag.RecordAt("members.csv", len(h.Members)+2), Household: h.Key, ID: id, Key: id,
		TakesPart: true, Joined: day(joined), Left: day(left)}
	h.Members = append(h.Members, m)
	return m
}

// ruleCase is one way to break a rule, with what is to be said of it, and one way to
// come near and keep it.
type ruleCase struct {
	name  string
	trips func(v *village)
	want  []string // severity code position heading
	keeps func(v *village)
}

func runCases(t *testing.T, cases []ruleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := newVillage()
			c.trips(v)
			expect(t, Book(v.Book), c.want)
			if c.keeps != nil {
				v = newVillage()
				c.keeps(v)
				expect(t, Book(v.Book), nil)
			}
		})
	}
}

func expect(t *testing.T, got diag.List, want []string) {
	t.Helper()
	var lines []string
	for _, d := range got {
		lines = append(lines, fmt.Sprintf("%s %s %s %s", d.Severity, d.Code, d.Position, d.Heading))
		if d.Message == "" || d.Hint == "" || strings.Contains(d.Message+d.Hint, "%!") {
			t.Errorf("badly worded: %+v", d)
		}
		t.Logf("%s: %s\n  hint: %s", d.Position, d.Message, d.Hint)
	}
	if a, b := strings.Join(lines, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got:\n%s\nwant:\n%s", a, b)
	}
}
