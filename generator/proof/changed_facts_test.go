package proof

import (
	"slices"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

const gone = "seals.csv:2 周期 seal-changed: "

// What a notice told on the day of the seal stays; what it did not tell may come later.
func TestChangedNotice(t *testing.T) {
	const file = "notices/2023-01.toml:"
	changes(t, today, []changeOf{
		{"visit", func(p *ledger.Place) { january(p).Visited++ }, []string{file + "3 visited seal-changed: 2023-01 的入户日期已于 2023-03-10 封存（第 1 号），此后变了"}},
		{"no visit", func(p *ledger.Place) { january(p).Visited = 0 }, []string{gone + "2023-01 的入户日期已于 2023-03-10 封存（第 1 号），现在没有了"}},
		{"a future visit", func(p *ledger.Place) { january(p).Visited = today + 1 }, []string{gone + "的入户日期"}},
		{"a first visit, told later", func(p *ledger.Place) { february(p).Visited = ledger.Day(2023, 3, 1) }, nil},
		{"meeting", func(p *ledger.Place) { january(p).Meeting.Date++ }, []string{file + "6 date seal-changed: 的会议日期已于"}},
		{"who came", func(p *ledger.Place) { january(p).Meeting.Present = 24 }, []string{file + "7 present seal-changed: 的到会人数已于"}},
		{"who supervised", func(p *ledger.Place) { january(p).Meeting.SupervisedBy = "监委会" }, []string{file + "8 supervised_by seal-changed: 的监督的人已于"}},
		{"no meeting", func(p *ledger.Place) { january(p).Meeting = ledger.Meeting{} },
			[]string{gone + "的会议日期已于", gone + "的到会人数已于", gone + "的监督的人已于"}},
		{"a meeting, told later", func(p *ledger.Place) { february(p).Meeting = january(p).Meeting }, nil},
		{"report, told later", func(p *ledger.Place) { january(p).Reported = ledger.Day(2023, 2, 20) }, nil},
		{"panel, told later", func(p *ledger.Place) { january(p).Panels = panels("张三") }, nil},
		{"adoption, told later", func(p *ledger.Place) { p.Schemes[0].Adopted = adoption() }, nil},
	})
}

func panels(members ...string) []ledger.Panel {
	return []ledger.Panel{{Section: ledger.SectionAt(diag.At(home+"notices/2023-01.toml", 90, 1)), Group: "1", Members: members}}
}

func adoption() ledger.Adopted {
	return ledger.Adopted{Date: ledger.Day(2022, 12, 1), Meeting: "村民会议", For: 30, Against: 2, Filed: ledger.Day(2022, 12, 9)}
}

// Facts that the village of the tests does not have by itself.
func TestChangedPanelsAndVotes(t *testing.T) {
	before := func(p *ledger.Place) {
		january(p).Panels, p.Schemes[0].Adopted = panels("张三", "李四"), adoption()
		p.Distributions[2023].Adopted = adoption()
		january(p).Reported = ledger.Day(2023, 2, 20)
	}
	const scheme, twice = "../scheme/2023.toml:1 ", "；还有 1 次封存也写着它"
	changesAfter(t, before, today, []changeOf{
		{"nothing", func(*ledger.Place) {}, nil},
		{"panel", func(p *ledger.Place) { january(p).Panels = panels("张三") }, []string{"notices/2023-01.toml:90 panel seal-changed: 的组“1”的评议小组已于"}},
		{"no panel", func(p *ledger.Place) { january(p).Panels = nil }, []string{gone + "组“1”的评议小组"}},
		{"report", func(p *ledger.Place) { january(p).Reported++ }, []string{"notices/2023-01.toml:4 date seal-changed: 的上报日期已于"}},
		{"votes", func(p *ledger.Place) { p.Schemes[0].Adopted.Against = 1 },
			[]string{scheme + "date seal-changed: 2023-01 的积分办法的表决已于 2023-03-10 封存（第 1 号），此后变了" + twice}},
		{"meeting that voted", func(p *ledger.Place) { p.Schemes[0].Adopted.Meeting = "" }, []string{scheme + "date seal-changed: 表决"}},
		{"filed", func(p *ledger.Place) { p.Schemes[0].Adopted.Filed++ }, []string{scheme + "filed seal-changed: 积分办法的备案日期已于"}},
		{"no votes", func(p *ledger.Place) { p.Schemes[0].Adopted = ledger.Adopted{} }, []string{gone + "积分办法的表决", gone + "积分办法的备案日期"}},
		{"votes of a distribution", func(p *ledger.Place) { p.Distributions[2023].Adopted.For++ },
			[]string{"distributions/2023.toml:1 date seal-changed: 2023 年的分配的表决已于 2023-03-10 封存（第 1 号），此后变了"}},
		{"a distribution filed", func(p *ledger.Place) { p.Distributions[2023].Adopted.Filed-- }, []string{"distributions/2023.toml:1 filed seal-changed: 2023 年的分配的备案日期"}},
	})
}

// Objections: 2 and 1 are answered, 3 and 4 too and about something sensitive, 5 waits on the day.
func TestChangedObjections(t *testing.T) {
	at := func(line, no string) []string {
		return []string{"notices/2023-01.toml:" + line + " objection seal-changed: 2023-01 的异议“" + no + "”已于 2023-03-10 封存（第 1 号），此后变了"}
	}
	o := func(p *ledger.Place, i int) *ledger.Objection { return january(p).Objections[i] }
	changes(t, today, []changeOf{
		{"subject", func(p *ledger.Place) { o(p, 0).About = "客厅" }, at("11", "2")},
		{"answer", func(p *ledger.Place) { o(p, 1).Answer = "" }, at("21", "1")},
		{"outcome", func(p *ledger.Place) { o(p, 1).Outcome = "rejected" }, at("21", "1")},
		{"received", func(p *ledger.Place) { o(p, 1).Received-- }, at("21", "1")},
		{"decided", func(p *ledger.Place) { o(p, 1).Decided-- }, at("21", "1")},
		{"not decided any more", func(p *ledger.Place) { o(p, 1).Decided = 0 }, at("21", "1")},
		{"household", func(p *ledger.Place) { o(p, 1).Household = "003" }, at("21", "1")},
		{"answer about something sensitive, which is not shown", func(p *ledger.Place) { o(p, 2).Answer = "答复" }, at("31", "3")},
		{"subject that is not shown", func(p *ledger.Place) { o(p, 3).About = "被举报一事" }, at("41", "4")},
		{"one that is gone", func(p *ledger.Place) { january(p).Objections = january(p).Objections[:4] }, []string{gone + "2023-01 的异议“5”"}},
		{"answer dated back", func(p *ledger.Place) { o(p, 4).Decided = today - 1 }, at("51", "5")},
		{"answer of the day of the seal", func(p *ledger.Place) { o(p, 4).Decided, o(p, 4).Answer = today, "属实" }, nil},
		{"answer after the seal", func(p *ledger.Place) { o(p, 4).Decided, o(p, 4).Answer = today+2, "属实" }, nil},
		{"another number", func(p *ledger.Place) { o(p, 4).No = "6" },
			[]string{gone + "异议“5”", "notices/2023-01.toml:51 objection seal-changed: 2023-01 已于 2023-03-10 封存（第 1 号），当时还没有登记异议“6”，收到日期却是“2023-02-27”"}},
		{"one of the day of the seal, told later", func(p *ledger.Place) { addObjection(p, today) }, nil},
		{"one of the day before, told later", func(p *ledger.Place) { addObjection(p, today-1) },
			[]string{"notices/2023-01.toml:61 objection seal-changed: 当时还没有登记异议“7”，收到日期却是“2023-03-09”"}},
	})
}

// An objection of the very day is sealed if it was there; a meeting to come is not.
func TestFactsOfTheDay(t *testing.T) {
	before := func(p *ledger.Place) { addObjection(p, today); january(p).Meeting.Date = today + 1 }
	changesAfter(t, before, today+1, []changeOf{
		{"the objection is gone", func(p *ledger.Place) { january(p).Objections = january(p).Objections[:5] }, []string{gone + "2023-01 的异议“7”"}},
		{"its subject", func(p *ledger.Place) { january(p).Objections[5].About = "" }, []string{"notices/2023-01.toml:61 objection seal-changed: 异议“7”"}},
		{"who came to the meeting", func(p *ledger.Place) { january(p).Meeting.Present = 24 }, nil},
	})
}

func addObjection(p *ledger.Place, received ledger.Date) {
	o := &ledger.Objection{No: "7", Household: "002", ID: "002", About: "庭院", Received: received}
	o.Section = ledger.SectionAt(diag.At(home+"notices/2023-01.toml", 61, 0))
	january(p).Objections = append(january(p).Objections, o)
}

// A subject becomes sensitive with an event of the household: the sealed text stays good.
func TestObjectionBecomesSensitive(t *testing.T) {
	const of = "异议/5"
	book, p := sealedBook(t)
	texts := func() (list []string) {
		proofs, findings := Of(book, Options{Day: today})
		wantFindings(t, findings, nil)
		for l, salt := range proofs.Of(p).Lines(proofs.Of(p).Seals[0]) {
			if salt.Of != of {
				continue
			}
			if l == nil {
				return append(list, "not public")
			}
			text := l.Text(salt)
			list = append(list, text[:strings.Index(text, "|私|")])
		}
		return list
	}
	if got := texts(); !slices.Equal(got, []string{"异议/5|2023-02-27|001|客厅|||"}) {
		t.Errorf("%q", got)
	}
	p.Events = append(p.Events, &ledger.Event{No: "客厅", Household: "001", ID: "001", Kind: "report", Times: 1, Date: today})
	if got := texts(); !slices.Equal(got, []string{"not public"}) {
		t.Errorf("sensitive: %q", got)
	}
}

// Redemptions: each is sealed once, with the first seal after it.
func TestChangedRedemptions(t *testing.T) {
	const of003 = "兑换“2023-03-09 户号 003 理发 1 件 2 分”已于 2023-03-10 封存（第 1 号），现在"
	r := func(p *ledger.Place, i int) *ledger.Redemption { return p.Redemptions[i] }
	changes(t, today+2, []changeOf{
		{"points", func(p *ledger.Place) { r(p, 1).Points += ledger.Point }, []string{"redemptions.csv:3 商品 seal-changed: " + of003 + "是“2023-03-09 户号 003 理发 1 件 3 分”"}},
		{"day", func(p *ledger.Place) { r(p, 1).Date-- }, []string{"redemptions.csv:3 商品 seal-changed: 现在是“2023-03-08 户号 003"}},
		{"count, with the points", func(p *ledger.Place) { r(p, 0).Count = 1 }, []string{"redemptions.csv:2 商品 seal-changed: =肥皂 2 件 10 分”已于 2023-03-10 封存（第 1 号），现在是“2023-03-10 户号 001 =肥皂 1 件 5 分”"}},
		{"day and household: nobody can tell", func(p *ledger.Place) { r(p, 1).Date--; r(p, 1).Household = "002" }, []string{gone + of003 + "没有了"}},
		{"one that is gone", func(p *ledger.Place) { p.Redemptions = slices.Delete(p.Redemptions, 1, 2) }, []string{gone + of003 + "没有了"}},
		{"order", func(p *ledger.Place) { slices.Reverse(p.Redemptions) }, nil},
		{"the goods by their number or name", func(p *ledger.Place) { r(p, 0).Reward = "=肥皂" }, nil},
		{"the name of the goods", func(p *ledger.Place) { p.Rewards[0].Name = "香皂" }, []string{"redemptions.csv:2 商品 seal-changed: 现在是“2023-03-10 户号 001 香皂 2 件"}},
		{"the price of goods whose points were not written", func(p *ledger.Place) { p.Rewards[0].Points++ }, []string{"redemptions.csv:2 商品 seal-changed: 现在是“2023-03-10 户号 001 =肥皂 2 件 10.02 分”"}},
		{"the price of goods whose points were", func(p *ledger.Place) { p.Rewards[1].Points++ }, nil},
		{"stock and source", func(p *ledger.Place) { p.Rewards[0].Stock, p.Rewards[0].Source = 9, "" }, nil},
		{"one that was not there yet", func(p *ledger.Place) { r(p, 2).Count = 3 }, nil},
		{"one more, dated back", func(p *ledger.Place) {
			p.Redemptions = append(p.Redemptions, &ledger.Redemption{Date: 1, Household: "002", ID: "002", Reward: "S2", Count: 1})
		}, nil},
	})
	twice := func(p *ledger.Place) { p.Redemptions = append(p.Redemptions, p.Redemptions[1]) }
	changesAfter(t, twice, today, []changeOf{
		{"two that are equal", func(*ledger.Place) {}, nil},
		{"one of two that are equal", func(p *ledger.Place) { p.Redemptions = p.Redemptions[:3] }, []string{gone + of003 + "没有了"}},
	})
}

// Each finding says which file has what was sealed.
func TestFilesOfFacts(t *testing.T) {
	for want, change := range map[string]func(p *ledger.Place){
		"data/zhen/cun/redemptions.csv":         func(p *ledger.Place) { p.Redemptions[1].Date = 1 },
		"data/zhen/cun/distributions/2023.toml": func(p *ledger.Place) { p.Distributions[2023].Adopted.Filed = 0 },
		"data/zhen/cun/notices/2023-01.toml":    func(p *ledger.Place) { january(p).Visited = 0 },
		"data/zhen/scheme/2023.toml":            func(p *ledger.Place) { p.Schemes[0].Adopted.Filed = 0 },
	} {
		book := freshBook()
		book.Places[0].Schemes[0].Adopted, book.Places[0].Distributions[2023].Adopted = adoption(), adoption()
		change(seal(t, book, today))
		if _, list := Of(book, Options{Day: today}); len(list) != 1 || list[0].Hint != "恢复 "+want+" 和 salts.csv 里原来的内容" {
			t.Errorf("%s: %v", want, list)
		}
	}
}

// Shares are sealed from the seal on that has the distribution: that of February alone.
func TestSharesSinceTheDistribution(t *testing.T) {
	book := freshBook()
	p := seal(t, book, ledger.Day(2023, 2, 20))
	seal(t, book, today)
	p.Household("003").Spans[0].Shares++
	_, list := Of(book, Options{Day: today})
	wantFindings(t, list, []string{"scores/2023-02.csv:5 户号 seal-changed: 2023-02 已于 2023-03-10 封存（第 2 号），此后户号“003”"})
}

func TestChangedDistributions(t *testing.T) {
	want := []string{"distributions/2023.toml:1 amount seal-changed: 2023 年的分配已于 2023-03-10 封存（第 1 号），此后变了"}
	d := func(p *ledger.Place) *ledger.Distribution { return p.Distributions[2023] }
	changes(t, today, []changeOf{
		{"amount", func(p *ledger.Place) { d(p).Amount++ }, want},
		{"weight of shares", func(p *ledger.Place) { d(p).ShareWeight = villagetest.Points(1)[0].Exact() }, want},
		{"day", func(p *ledger.Place) { d(p).Date-- }, want},
		{"one that is gone", func(p *ledger.Place) { delete(p.Distributions, 2023) }, []string{gone + "2023 年的分配已于 2023-03-10 封存（第 1 号），现在没有了"}},
		{"title", func(p *ledger.Place) { d(p).Title = "分红" }, nil},
		{"votes, told later", func(p *ledger.Place) { d(p).Adopted = adoption() }, nil},
		{"of another year", func(p *ledger.Place) { p.Distributions[2022] = &ledger.Distribution{Year: 2022} }, nil},
	})
}
