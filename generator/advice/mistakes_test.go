package advice

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"gongshi/generator/diag"
	"gongshi/generator/score"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// mistake is what a clerk may do to a good site: another text in a file, or another name.
type mistake struct{ file, good, bad string }

func (m mistake) String() string { return fmt.Sprintf("%s: %q for %q", m.file, m.bad, m.good) }

const (
	sheet   = "scores/2023-02.csv"
	events  = "events/2023.csv"
	notices = "notices/2023-02.toml"
	rules   = "scheme/2023.toml"
	people  = "households.csv"
	village = "place.toml"
	goods   = "rewards.csv"
	taken   = "redemptions.csv"
	mended  = "corrections.csv"
	members = "members.csv"
	works   = "tasks.csv"
	money   = "distributions/2023.toml"
	claims  = "declared/2023-02.csv"
)

var mistakes = []mistake{
	{sheet, "39.5", "39。5"}, {sheet, "39.5", "39·5"}, {sheet, "39.5", "39．5"}, {sheet, "39.5", "３９.５"}, {sheet, "39.5", `"39,5"`},
	{sheet, "39.5", "39.5分"}, {sheet, "39.5", "得39.5分"}, {sheet, "36", "三十六"}, {sheet, "36", "36。"}, {sheet, "36", "36 分"},
	{sheet, "36", "036"}, {sheet, "36", "36.0"}, {sheet, "36", "+36"}, {sheet, "36", "'36"},
	{sheet, "户号,", "户 号,"}, {sheet, "庭院", "庭 院"}, {sheet, "庭院", "庭院得分"}, {sheet, "庭院", "庭园"}, {sheet, "和睦", "和陸"}, {sheet, "户号", "编号"},
	{sheet, "001,", "1,"}, {sheet, "001,", "01,"}, {sheet, "001,", "００１,"}, {sheet, "001,", "001 ,"}, {sheet, "001,", "0 01,"}, {sheet, "001,", "O01,"},
	{sheet, "005,20,10,30\n", "005,20,10,30\n合计,164,82,187.5\n"}, {sheet, "005,20,10,30\n", "005,20,10,30\n005,20,10,30\n"},
	{sheet, "005,20,10,30\n", "005,20,10,30\n,,,\n制表：李四\n"}, {sheet, "户号,", "二月评分表,,,\n户号,"}, {sheet, ",", "\t"}, {sheet, ",", ";"}, {sheet, ",", "，"},
	{events, "2023-02-11", "2023.2.11"}, {events, "2023-02-11", "2023。2。11"}, {events, "2023-02-11", "2023年2月11日"}, {events, "2023-02-11", "20230211"},
	{events, "2023-02-11", "44968"}, {events, "2023-02-11", "11/2/2023"}, {events, "2023-02-11", "23.2.11"}, {events, "2023-02-11", "2月11日"}, {events, "2023-02-11", "2023-2-11 8:00"},
	{events, "-2", "扣2分"}, {events, "-2", "－2"}, {events, "-2", "−2分"}, {events, "-2", "2"}, {events, "-2", "减两分"}, {events, "-2", "–2"}, {events, "-2", "—2"},
	{events, "乱丢乱倒", "乱丢 乱倒"}, {events, "乱丢乱倒", "乱丢乱到"}, {events, "乱丢乱倒", "litter"}, {events, "乱丢乱倒", "乱丢"}, {events, "003", "3"}, {events, "通过", "通 过"}, {events, "通过", "已通过"},
	{events, "1,-2", "一次,-2"}, {events, "1,-2", "1次,-2"}, {events, "项目", "项 目"}, {events, "项目", "事项"}, {events, "次数", "数量"}, {events, "审核", "审批"},
	{people, "001,", "1,"}, {people, "户主", "户主姓名"}, {people, "组", "组别"}, {people, "一,1", "一,第一组"}, {people, "一,1", "一,1组"}, {people, "1,2", "1,2股"}, {people, "1,2", "1,两股"}, {people, "股份", "股数"}, {people, "股份", "股 份"},
	{notices, "2023-03-03", "2023-3-3"}, {notices, "2023-03-03", "2023.3.3"}, {notices, "2023-03-03", `"2023-03-03"`}, {notices, "2023-03-03", "2023年3月3日"}, {notices, "2023-03-03", "“2023-03-03”"},
	{notices, "2023-03-03", "2023/03/03"}, {notices, "2023-03-03", "20230303"}, {notices, "=", "＝"}, {notices, "=", ":"}, {notices, "posted =", "postd ="}, {notices, "posted =", "Posted ="}, {notices, "posted =", "posted"}, {notices, "posted =", "date ="}, {notices, "posted =", "张榜 ="}, {events, "-2", "－２"}, {rules, "points = -2", "points = —2"},
	{notices, "posted", "[meeting]\npresent = 23\nposted"}, {notices, "2023-03-03", "2023-03-03。"},
	{rules, "points = 40", "points = 40分"}, {rules, "points = 40", `points = "40"`}, {rules, "points = 40", "points = ４０"}, {rules, "points = 40", "points = 四十"}, {rules, "points = -2", "points = －2"}, {rules, "points = -2", "points = 扣2分"}, {rules, "points = -2", "points = –2"},
	{rules, "effective = 2023-01-01", "effective = 2023.1.1"}, {rules, "effective =", "efective ="}, {rules, "[[event]]", "[event]"}, {rules, "[[category]]", "[[categroy]]"}, {rules, "[[category.item]]", "[[item]]"}, {rules, "[honours]", "[[honours]]"}, {rules, "[honours]", "[honors]"},
	{rules, "cycle = \"month\"\nbase", "cycle = \"月\"\nbase"}, {rules, "base = 60", "base = 60分"}, {rules, "top = 40", "top = 40%"}, {rules, `"庭院"`, "“庭院”"}, {rules, `"庭院"`, "庭院"}, {rules, `missing = "error"`, `missing = "eror"`},
	{village, `kind = "village"`, `kind = "村"`}, {village, `kind = "village"`, "kind = village"}, {village, "joined = 2023-01-01", "joined = 2023年1月1日\ndue_day = 15"}, {village, "[[group]]", "[group]"}, {village, `id = "1"`, "id = 1"},
	{goods, ",20,", ",20分,"}, {goods, ",20,", ",二十,"}, {goods, ",20,", ",扣20分,"}, {goods, ",20,", ",-20,"}, {goods, "毛巾", "毛 巾"}, {goods, "积分", "分值"}, {goods, "积分", "所需积分"}, {goods, "库存", "数量"}, {goods, ",10\n", ",10条\n"}, {goods, "R1", "1"}, {goods, "名称", "商品"},
	{taken, "毛巾", "毛 巾"}, {taken, "毛巾", "手巾"}, {taken, "毛巾", "R1"}, {taken, "毛巾", "r1"}, {taken, ",2,40", ",2条,40"}, {taken, ",2,40", ",两条,40"}, {taken, ",2,40", ",2,-40"}, {taken, ",2,40", ",2,40分"}, {taken, ",2,40", ",2,"}, {taken, ",2,40", ",1,40"}, {taken, ",2,40", ",2.0,40"}, {taken, "001", "1"}, {taken, "商品", "物品"}, {taken, "数量", "件数"}, {taken, "2023-03-10", "3月10日"}, {taken, "2023-03-10", "2023-3-10"}, {taken, "2023-03-10", "2023-02-30"},
	{mended, "2023-01,", "2023-1,"}, {mended, "2023-01,", "2023年1月,"}, {mended, "2023-01,", "Jan-23,"}, {mended, "2023-01,", "2023/1/1,"}, {mended, "2023-01,", "202301,"}, {mended, "2023-01,", "1月,"}, {mended, "2023-01,", "44927,"}, {mended, "30,32", "32,30"}, {mended, "30,32", "30分,32分"}, {mended, "30,32", "30,加2分"}, {mended, "30,32", "30,"}, {mended, "庭院", "庭园"}, {mended, "庭院", "yard"}, {mended, "003", "3"}, {mended, "对象", "项目"}, {mended, "现分", "更正后"}, {mended, "2023-02-10", "2023-01-10"}, {mended, "周期", "期"},
	{members, "001,", "1,"}, {members, "成员号", "序号"}, {members, "001,2", "001,1"}, {members, "姓名", "名字"}, {members, "005,1", "6,1"},
	{works, "210", "210盏"}, {works, "≥90", "90以上"}, {works, "≥90", ">90"}, {works, "≥90", "≥90%"}, {works, "≥90", "不低于90"}, {works, ",20,", ",20万元,"}, {works, ",20,", ",200000元,"}, {works, ",20,", ",200000,"}, {works, "进行中", "在建"}, {works, "进行中", "进行 中"}, {works, "2023-12-31", "2023年12月"}, {works, "150", "150盏"}, {works, "现值", "现状"},
	{money, "20000", "20000元"}, {money, "20000", "2万"}, {money, "20000", "2万元"}, {money, "20000", `"20,000"`}, {money, "20000", "20,000"}, {money, "20000", "两万"}, {money, "20000", "2.5万5"}, {money, "0.5", "50%"}, {money, "0.5", "50"}, {money, "0.5", "五成"}, {money, "0.5", ".5"}, {money, "amount", "total"}, {money, "share_weight", "shareweight"}, {money, "date = 2023-03-15", "date = 2023.3.15"}, {money, "[adopted]", "[[adopted]]"}, {money, "[adopted]", "[adopt]"}, {money, "[adopted]\ndate = 2023-03-10\n", ""}, {money, "for = 18", "for = 18票"}, {money, "", "distributions/2023年.toml"}, {money, "", "distributions/分红.toml"}, {money, "", "distributions/2023.txt"}, {money, "", "distribution/2023.toml"}, {money, "", "分红/2023.toml"}, {money, "", "distributions.toml"},
	{claims, "001,", "1,"}, {claims, "庭院", "庭园"}, {claims, "40,20", "40分,20"}, {claims, "", "declared/2023-2.csv"}, {claims, "", "declare/2023-02.csv"}, {claims, "", "自评/2023-02.csv"}, {claims, "", "scores/2023-02申报.csv"},
	{goods, "", "商品.csv"}, {goods, "", "reward.csv"}, {taken, "", "兑换.csv"}, {taken, "", "events/redemptions.csv"}, {mended, "", "更正.csv"}, {mended, "", "corrections.txt"}, {members, "", "成员.csv"}, {works, "", "任务.csv"}, {works, "", "Tasks.csv"},
	{sheet, "", "scores/2023_02.csv"}, {sheet, "", "scores/2023.02.csv"}, {sheet, "", "scores/2023-2.csv"}, {sheet, "", "scores/202302.csv"}, {sheet, "", "scores/20232.csv"}, {sheet, "", "scores/2023年2月.csv"}, {sheet, "", "scores/2023年二月.csv"}, {sheet, "", "scores/2月.csv"}, {sheet, "", "scores/23-02.csv"},
	{sheet, "", "scores/2023-02"}, {sheet, "", "scores/2023-02.txt"}, {sheet, "", "scores/2023-02.CSV"}, {sheet, "", "scores/2023-02.csv.csv"}, {sheet, "", "scores/2023-02 - 副本.csv"}, {sheet, "", "scores/2023-02 (1).csv"}, {sheet, "", "scores/2023-02评分表.csv"},
	{sheet, "", "scores/2023-0２.csv"}, {sheet, "", "scores/2023—02.csv"}, {sheet, "", "scores/2023-02-28.csv"}, {sheet, "", "scores/02.csv"}, {sheet, "", "scores/2023/02.csv"}, {sheet, "", "scores/2023-02.csv.bak"}, {sheet, "", "scores/2023-02.tsv"}, {sheet, "", "2023-02.csv"}, {sheet, "", "events/2023-02.csv"}, {sheet, "", "../2023-02.csv"}, {sheet, "", "../../2023-02.csv"}, {sheet, "", "../scores/2023-02.csv"},
	{"scores", "", "score"}, {"scores", "", "Scores"}, {"scores", "", "评分表"}, {"scores", "", "scores - 副本"}, {"scores", "", "2023"}, {"scores", "", "../scores"}, {"events", "", "event"}, {"events", "", "事件"}, {"notices", "", "notice"}, {"notices", "", "公示"}, {"scheme", "", "schemes"}, {"scheme", "", "办法"},
	{notices, "", "notices/2023-2.toml"}, {notices, "", "notices/2023-02.txt"}, {notices, "", "notices/2023-02.toml.txt"}, {notices, "", "notices/2023-02.csv"}, {notices, "", "scores/2023-02.toml"}, {notices, "", "2023-02.toml"},
	{people, "", "名册.csv"}, {people, "", "household.csv"}, {people, "", "Households.csv"}, {people, "", "households.txt"}, {people, "", "../households.csv"}, {people, "", "scores/households.csv"},
	{events, "", "events/2023.txt"}, {events, "", "events.csv"}, {events, "", "加分记录.csv"}, {"scores/2023-02.csv", "", "scores.csv"}, {"scores/2023-02.csv", "", "评分表.csv"}, {notices, "", "通知.toml"}, {notices, "", "notices.toml"}, {rules, "", "办法.toml"}, {rules, "", "../scheme/2023.toml"}, {events, "", "../events.csv"}, {events, "", "scores/events.csv"}, {rules, "", "scheme.toml"}, {rules, "", "scheme/2023.txt"}, {village, "", "Place.toml"}, {village, "", "place.txt"}, {village, "", "place.toml.txt"},
}

// Whatever slip a clerk makes, there is a problem whose advice leads back to the very figures, or one
// that leaves the mend to the clerk; no slip gives other figures without a word.
func TestMistakesLeadBack(t *testing.T) {
	base, err := txtar.ParseFile("testdata/village.txtar")
	sitetest.Must(t, err)
	dir := t.TempDir()
	good := place{work: filepath.Join(dir, "good")}
	for _, f := range base.Files {
		sitetest.WriteFile(t, good.work, f.Name, string(f.Data))
	}
	want, list, err := good.check(good.work)
	sitetest.Must(t, err)
	if list.HasErrors() {
		t.Fatal(sitetest.Told(list))
	}
	for _, m := range mistakes {
		t.Run(m.String(), func(t *testing.T) {
			work, err := os.MkdirTemp(dir, "")
			sitetest.Must(t, err)
			p := place{work: work}
			sitetest.Must(t, copyTree(good.work, p.work))
			m.make(t, p.work)
			mendAll(t, p, want)
		})
	}
}

func (m mistake) make(t *testing.T, dir string) {
	t.Helper()
	name := filepath.Join(dir, "data/cun", m.file)
	if m.good == "" {
		to := filepath.Join(dir, path.Join("data/cun", m.bad))
		sitetest.Must(t, os.MkdirAll(filepath.Dir(to), 0o755))
		sitetest.Must(t, os.Rename(name, to))
		return
	}
	b, err := os.ReadFile(name)
	sitetest.Must(t, err)
	if !strings.Contains(string(b), m.good) {
		t.Fatalf("no %q", m.good)
	}
	sitetest.Must(t, os.Remove(name)) // a link to the good one
	sitetest.Must(t, os.WriteFile(name, []byte(strings.ReplaceAll(string(b), m.good, m.bad)), 0o644))
}

// mendAll follows what advice can be followed until nothing is wrong or the clerk has to decide.
func mendAll(t *testing.T, p place, want site.Work) {
	const most = 4
	for range most {
		got, list, err := p.check(p.work)
		sitetest.Must(t, err)
		if !list.HasErrors() {
			if err := sameFigures(want, got, func(*score.Table) bool { return true }); err != nil {
				t.Error(err)
			}
			if len(shown(got, func(*score.Table) bool { return true })) < len(shown(want, func(*score.Table) bool { return true })) {
				t.Error("something is not published")
			}
			return
		}
		d, a, ok := mechanical(list)
		t.Logf("%s: %s [%s] %s", d.Position, d.Text(), d.Code, d.Hint)
		if !ok {
			return
		}
		form, m := formOf(a.words)
		trial := &trial{place: p, advice: a, d: d, m: m, dir: p.work}
		if err := form.follow(trial); err != nil {
			t.Fatal(err)
		}
		for _, e := range trial.edits {
			if err := e.kept(a.words); err != nil {
				t.Error(err)
			}
		}
	}
	t.Errorf("is not clean after %d steps", most)
}

// mechanical is the first advice on an error that can be followed.
func mechanical(list diag.List) (diag.Diagnostic, advice, bool) {
	var first diag.Diagnostic
	for _, d := range list {
		if d.Severity != diag.Error {
			continue
		}
		if first.Code == "" {
			first = d
		}
		for _, a := range advices(d) {
			if form, _ := formOf(a.words); form != nil {
				return d, a, true
			}
		}
	}
	return first, advice{}, false
}
