package proof

import (
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// saidBy returns the lines of a seal by name: what is public, without the digest of what is not, then that.
func saidBy(t *testing.T, book *ledger.Book, on ledger.Date, seal int) (public, private map[string]string, order []string) {
	t.Helper()
	proofs, list := Of(book, Options{Day: on})
	wantFindings(t, list, nil)
	c := proofs.Of(book.Places[0])
	public, private = make(map[string]string), make(map[string]string)
	for l := range c.Lines(c.Seals[seal-1]) {
		public[l.Of], private[l.Of] = string(l.text), string(l.private)
		order = append(order, l.Of)
	}
	return public, private, order
}

// full are the marks of a household with 15, 10, 10 and 10 of as many.
const full = "评|人居环境|庭院|15|15||15|15|评|人居环境|客厅|10|10||10|10|评|学生就学|合并项目（2项）|10|10||10|10|评|团结友爱|合并项目（2项）|10|10||10|10"

// The lines of January, worked out by hand from the rows of the village.
func TestLinesOfJanuary(t *testing.T) {
	book, _ := sealedBook(t)
	public, private, order := saidBy(t, book, today, 1)
	wantOrder := strings.Fields("公示/张贴 办法/条文 -4 001 002 003 s1 公示/入户 公示/会议 公示/到会 公示/监督 异议/2 异议/1 异议/3 异议/4 异议/5 " +
		"兑换/2023-03-09|003|理发|1|2 兑换/2023-03-10|001|=肥皂|2|10 分配/2023")
	if !slices.Equal(order, wantOrder) {
		t.Errorf("in the order %q", order)
	}
	for of, want := range map[string][2]string{
		// corrected on the 12th, so that three days begin anew
		NoticeFact: {"公示/张贴|2023-01|2023-02-10|2023-02-13|2023-02-15"},
		"-4":       {"户|-4|@2|老年户||" + full, "私|||0|评|school|督促|5||评|school|读书|5||评|unity|孝老爱亲|5||评|unity|邻里和睦|5|"},
		"001": {
			"户|001|1|农户||评|人居环境|庭院|15|14|15|15|15|评|人居环境|客厅|10|||10|10|评|学生就学|合并项目（2项）|10|4|5|5|10|评|团结友爱|合并项目（2项）|10|5|6|6|10|" +
				"事|e2|2023-01-04|其他|1|-3|0||事|e1|2023-01-05|好人好事|2|4|2|=扶老人|事|e3|2023-01-06|乱扔垃圾|1|-1|||事|e4|2023-01-07|乱扔垃圾|1|0|||" +
				"改|2023-02-12|庭院|14|15|看错|1|改|2023-02-12|e1|4|2|重复|1",
			"私|||1|评|school|督促|0|1|评|school|读书|4||评|unity|孝老爱亲|1||评|unity|邻里和睦|4|5|事|e2|report|由|e2|邻居王五举报|由|e3|门前|由|e4|零分|" +
				"改|2023-02-12|邻里和睦|4|5|吵架不实|1|改|2023-02-12|督促|0|1|家长|1|改|2023-02-12|e2|-3|0|举报不实|1",
		},
		VisitFact: {"公示/入户|2023-02-01"}, MeetingFact: {"公示/会议|2023-02-02"}, PresentFact: {"公示/到会|23"}, SupervisorFact: {"公示/监督|村监委会"},
		"异议/2":                       {"异议/2|2023-02-11|001|庭院|2023-02-12|成立|答复2", "异议/|庭院|答复2"},
		"异议/3":                       {"异议/3|2023-02-12|001|其他|2023-02-13|成立|", "异议/|孝老爱亲一项|答复3"},
		"异议/4":                       {"异议/4|2023-02-12|001|其他|2023-02-13|成立|", "异议/|被举报|答复4"},
		"异议/5":                       {"异议/5|2023-02-27|001|客厅|||", "异议/|客厅|"},
		"兑换/2023-03-09|003|理发|1|2":   {"兑换/|2023-03-09|003|理发|1|2"},
		"兑换/2023-03-10|001|=肥皂|2|10": {"兑换/|2023-03-10|001|=肥皂|2|10"},
		"分配/2023":                    {"分配/2023|2023-03-10|1000.00|0.5"},
	} {
		if public[of] != want[0] || private[of] != want[1] {
			t.Errorf("%s:\n%s\n%s, want\n%s\n%s", of, public[of], private[of], want[0], want[1])
		}
	}
}

// What the lines of a household tell in February, and when more is known of it.
func TestLinesOfHouseholds(t *testing.T) {
	feb := villagetest.February
	for _, c := range []struct {
		name, of        string
		before          func(p *ledger.Place)
		public, private string // how they begin
	}{
		{"nothing more", "s1", func(*ledger.Place) {}, "户|s1|2|单位||评|人居环境|庭院|15|15||15|15|评|人居环境|客厅|10|9.5||9.5|10|", "私|||4|评"},
		{"不适用 is left out", "001", func(*ledger.Place) {}, "户|001|1|农户||评|人居环境|庭院|15|14||14|15|评|人居环境|客厅|10|不适用||0|0|", "私|||1|评"},
		{"nothing applies", "s1", func(p *ledger.Place) {
			for i := range 6 {
				*mark(p, feb, 4, i) = villagetest.Cell("n")
			}
		}, "户|s1|2|单位||评|人居环境|庭院|15|不适用||15|15|评|人居环境|客厅|10|不适用||10|10|评|学生就学|合并项目（2项）|10|不适用||10|10|", "私|||4|评"},
		{"half of a sum is left out", "s1", func(p *ledger.Place) { *mark(p, feb, 4, 2) = villagetest.Cell("n") },
			"户|s1|2|单位||评|人居环境|庭院|15|15||15|15|评|人居环境|客厅|10|9.5||9.5|10|评|学生就学|合并项目（2项）|10|5||5|5|", "私|||4|评|school|督促|不适用||"},
		{"members", "s1", func(p *ledger.Place) {
			p.Schemes[0].RankBy, p.Schemes[0].Honours, p.Household("s1").Spans[0].Members = ledger.ByAverage, nil, 3
		}, "户|s1|2|单位|3|评|", "私|||4|评"},
		{"joined and left within the month", "s1", func(p *ledger.Place) {
			p.Household("s1").Spans[0].Joined, p.Household("s1").Spans[0].Left = ledger.Day(2023, 2, 2), ledger.Day(2023, 2, 27)
		}, "户|s1|2|单位||评|", "私|2023-02-02|2023-02-27|4|评"},
		{"went on in it", "002", func(p *ledger.Place) {
			p.Household("003").Spans[0].Left, p.Household("003").Spans[0].Into = ledger.Day(2023, 2, 27), "002"
		}, "户|002|1|农户||评|", "私|||2|户|003|评"},
		{"no distribution, no shares", "s1", func(p *ledger.Place) { p.Distributions = nil }, "户|s1|2|单位||评|", "私||||评"},
		{"a distribution of another day", "s1", func(p *ledger.Place) { p.Distributions[2023].Date = today + 1 }, "户|s1|2|单位||评|", "私||||评"},
	} {
		book := freshBook()
		c.before(book.Places[0])
		seal(t, book, today)
		public, private, _ := saidBy(t, book, today, 2)
		if !strings.HasPrefix(public[c.of], c.public) || !strings.HasPrefix(private[c.of], c.private) {
			t.Errorf("%s:\n%s\n%s, want\n%s\n%s", c.name, public[c.of], private[c.of], c.public, c.private)
		}
	}
}

// The text of the rules in both versions.
func TestRulesText(t *testing.T) {
	s := villagetest.Scheme()
	s.Title, s.Basis, s.Benefits = "积分办法", "村规", []string{"优先|评优"}
	s.Carry, s.RankBy, s.Decimals, s.Zone = ledger.Lifetime, ledger.ByAverage, 1, ledger.Zone{MaxHouseholds: 50, MinPanel: 5, Cross: true}
	s.Categories, s.Events = s.Categories[:1], s.Events[:2]
	s.Categories[0].Items[0].Standard = "净"
	s.Events[0].Per, s.Events[1].HasMaxYear, s.Events[1].MaxPerYear, s.Events[1].Veto = "件", true, 6*ledger.Point, true
	s.Honours.Levels = append(s.Honours.Levels, &ledger.Level{Name: "示范户", HasTop: true, Top: 1050, HasMin: true, Min: ledger.Point, HasFloor: true, Floor: 9050, Reward: "锦旗"})
	for version, want := range []string{
		1: "办法|2023-01-01|month|lifetime|average|1|full|scale|类|habitat|人居环境|month|sum|项|庭院|庭院|15|0|项|客厅|客厅|10|0|" +
			"事|deed|好人好事|2|||3||0|0|0|事|litter|乱扔垃圾||-2|0||6|0|0|1|荣|month|down|in|级|文明户||4||base|级|示范户|10.5||1|90.5",
		2: `办法/条文|2023-01-01|month|lifetime|average|1|full|scale|积分办法|村规|50|5|1|惠|优先\|评优|类|habitat|人居环境|month|sum|项|庭院|庭院|15|0|净|项|客厅|客厅|10|0||` +
			"事|deed|好人好事|2|||3||0|0|0|habitat|件|事|litter|乱扔垃圾||-2|0||6|0|0|1|||荣|month|down|in|级|文明户||4||base||级|示范户|10.5||1|90.5|锦旗",
	} {
		if version > 0 && RulesText(version, s) != want {
			t.Errorf("version %d:\n%s, want\n%s", version, RulesText(version, s), want)
		}
	}
}
