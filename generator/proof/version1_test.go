package proof

import (
	"fmt"
	"slices"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// sealByVersion1 gives the village a seal of January as earlier programs made it, from texts
// written down here: the notice and the rules in short, households without grounds, corrections and shares.
func sealByVersion1(book *ledger.Book) *ledger.Place {
	p := book.Places[0]
	private := func(a, b, c, d string) string {
		return "私||||评|school|督促|" + a + "|评|school|读书|" + b + "|评|unity|孝老爱亲|" + c + "|评|unity|邻里和睦|" + d
	}
	lines := [][3]string{
		{"公示", "公示|2023-01|2023-02-10"},
		{"办法", "办法|2023-01-01|month|year|total|0|full|scale|类|habitat|人居环境|month|sum|项|庭院|庭院|15|0|项|客厅|客厅|10|0|" +
			"类|school|学生就学|month|sum|项|督促|督促|5|0|项|读书|读书|5|1|类|unity|团结友爱|month|sum|项|孝老爱亲|孝老爱亲|5|1|项|邻里和睦|邻里和睦|5|1|" +
			"事|deed|好人好事|2|||3||0|0|0|事|litter|乱扔垃圾||-2|0|||0|0|0|事|report|被举报|-3|||||0|1|0|荣|month|down|in|级|文明户||4||base"},
		{"-4", "户|-4|@2|老年户||" + full, private("5|", "5|", "5|", "5|")},
		{"001", "户|001|1|农户||评|人居环境|庭院|15|14|15|15|15|评|人居环境|客厅|10|||10|10|评|学生就学|合并项目（2项）|10|4|5|5|10|评|团结友爱|合并项目（2项）|10|5|6|6|10|" +
			"事|e2|2023-01-04|其他|1|-3|0|事|e1|2023-01-05|好人好事|2|4|2|事|e3|2023-01-06|乱扔垃圾|1|-1||事|e4|2023-01-07|乱扔垃圾|1|0|",
			private("0|1", "4|", "1|", "4|5") + "|事|e2|report"},
		{"002", "户|002|1|农户||评|人居环境|庭院|15|10||10|15|评|人居环境|客厅|10|9|10|10|10|评|学生就学|合并项目（2项）|10|8||8|10|评|团结友爱|合并项目（2项）|10|10||10|10", private("4|", "4|", "5|", "5|")},
		{"003", "户|003|2|农户||评|人居环境|庭院|15|9||9|15|评|人居环境|客厅|10|9||9|10|评|学生就学|合并项目（2项）|10|2||2|10|评|团结友爱|合并项目（2项）|10|2||2|10", private("1|", "1|", "1|", "1|")},
		{"s1", "户|s1|2|单位||评|人居环境|庭院|15|15||15|15|评|人居环境|客厅|10|9.5||9.5|10|评|学生就学|合并项目（2项）|10|10||10|10|评|团结友爱|合并项目（2项）|10|10||10|10", private("5|", "5|", "5|", "5|")},
	}
	text := ""
	for i, l := range lines {
		salt := &ledger.Salt{Record: diag.RecordAt(home+"salts.csv", i+2), No: 1, Of: l[0], Salt: fmt.Sprint("u", i)}
		if line := l[1]; l[2] != "" {
			salt.Private = fmt.Sprint("v", i)
			salt.Digest = hash(salt.Salt + "\n" + line + "|私|" + hash(salt.Private+"\n"+l[2]))
		} else {
			salt.Digest = hash(salt.Salt + "\n" + line)
		}
		p.Salts = append(p.Salts, salt)
	}
	for _, digest := range slices.Sorted(slices.Values(digestsOf(p.Salts))) {
		text += digest + "\n"
	}
	p.Seals = []*ledger.Seal{{
		Record: diag.RecordAt(home+"seals.csv", 2), No: 1, Period: villagetest.January, Date: ledger.Day(2023, 2, 20), Households: 5,
		Digest: hash("gongshi seal 1\n\n1\n2023-01\n2023-02-20\n5\n" + text),
	}}
	return p
}

// A seal of version 1 is held against what it covers, and against nothing else.
func TestVersion1(t *testing.T) {
	for _, c := range []changeOf{
		{"nothing", func(*ledger.Place) {}, nil},
		{"a mark", func(p *ledger.Place) { mark(p, villagetest.January, 3, 0).Points = 0 },
			[]string{"scores/2023-01.csv:5 户号 seal-changed: 2023-01 已于 2023-02-20 封存（第 1 号），此后户号“003”的资料变了"}},
		{"points of an event", func(p *ledger.Place) { p.Events[2].Points-- }, []string{"scores/2023-01.csv:3 户号 seal-changed: “001”"}},
		{"grounds", func(p *ledger.Place) { p.Events[0].Grounds, p.Events[1].Grounds = "", "" }, nil},
		{"a reason", func(p *ledger.Place) { p.Corrections[1].Reason = "" }, nil},
		{"what was corrected", func(p *ledger.Place) { p.Corrections[1].To = villagetest.Cell("13") }, []string{"scores/2023-01.csv:3 户号 seal-changed: “001”"}},
		{"points in the rules", func(p *ledger.Place) { p.Schemes[0].Categories[0].Items[0].Points++ }, []string{"../scheme/2023.toml:1 seal-changed: 积分办法变了"}},
		{"words of the rules", func(p *ledger.Place) { p.Schemes[0].Title, p.Schemes[0].Categories[0].Items[0].Standard = "", "净" }, nil},
		{"the day of posting", func(p *ledger.Place) { january(p).Posted++ },
			[]string{"notices/2023-01.toml:2 posted seal-changed: 当时的张贴日期是“2023-02-10”，现在是“2023-02-11”"}},
		{"the salt of the notice", func(p *ledger.Place) { p.Salts[0].Salt = "" },
			[]string{"notices/2023-01.toml:2 posted seal-changed: 当时的张贴日期不是“2023-02-10”"}},
		{"days of publicity", func(p *ledger.Place) { p.Publicity.Days = 9 }, nil},
		{"the meeting and objections", func(p *ledger.Place) { january(p).Meeting, january(p).Objections = ledger.Meeting{}, nil }, nil},
		{"redemptions", func(p *ledger.Place) { p.Redemptions = nil }, nil},
		{"a distribution decided after it", func(p *ledger.Place) { p.Distributions[2023].Amount++ }, nil},
		{"a distribution decided before it, with shares", func(p *ledger.Place) { p.Distributions[2023].Date = ledger.Day(2023, 2, 20) }, []string{
			"scores/2023-01.csv:2 户号 seal-changed: “-4”", "scores/2023-01.csv:3 户号 seal-changed: “001”", "scores/2023-01.csv:4 户号 seal-changed: “002”",
			"scores/2023-01.csv:5 户号 seal-changed: “003”", "scores/2023-01.csv:6 户号 seal-changed: “s1”"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := freshBook()
			c.change(sealByVersion1(book))
			_, list := Of(book, Options{Day: today})
			wantFindings(t, list, c.want)
		})
	}
}

// Whoever goes on seals by version 2, with all that the place has not sealed yet.
func TestVersion2GoesOn(t *testing.T) {
	book := freshBook()
	sealByVersion1(book)
	if got := dueOn(book, today); got != "[2023-02]" {
		t.Errorf("%s is due", got)
	}
	p := seal(t, book, today)
	if len(p.Seals) != 2 || versionOf(p.Salts[:7]) != 1 || versionOf(p.Salts[7:]) != 2 {
		t.Fatalf("%d seals", len(p.Seals))
	}
	for _, of := range []string{"兑换/2023-03-09|003|理发|1|2", "兑换/2023-03-10|001|=肥皂|2|10", "分配/2023"} {
		saltOf(p, 2, of) // panics if there is none
	}
	_, list := Of(book, Options{Day: today})
	wantFindings(t, list, nil)
	p.Distributions[2023].Amount++
	_, list = Of(book, Options{Day: today})
	wantFindings(t, list, []string{"distributions/2023.toml:1 amount seal-changed: 2023 年的分配已于 2023-03-10 封存（第 2 号），此后变了"})
}
