package office

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongshi/generator/sitetest"
)

// A play is the first year of a village that begins with an empty folder.
type play struct {
	like, place string
	periods     [3]string
	months      [3]string // in which something happens
	posted      [3]string // the days on which their notices are posted
	deed        string    // an event, and its points
	item        string    // an item that 002 has less of than its limit, if there are sheets
	was, is     string    // of 002's item or deed, before and after its objection was upheld
	want        [3]string // points and ranks of 001 and 002 at the end
	balance     string    // of 001 at the end, who had a towel for 2 points
}

// Four villages, one of each kind, with twelve households. In a period household n, from 0, has n
// points less than the limit of the first item and all of the others, and one deed for 001 and 002.
// By hand, where the limits make base and a deed has d points: 001 base+d, 002 base−1+d; what the
// upheld objection adds comes to 002's first period.
var plays = []play{
	{like: "z", place: "cun", periods: [3]string{"2026-01", "2026-02", "2026-03"}, months: [3]string{"2026-01", "2026-02", "2026-03"},
		posted: [3]string{"2026-02-10", "2026-03-10", "2026-04-10"}, deed: "好人好事", item: "庭院", was: "14", is: "15",
		// 100 + 2; 100 − 1 + 2, and 100 + 2 in January, where both are first
		want: [3]string{"102,1 102,1", "102,1 101,2", "102,1 101,2"}, balance: "304"},
	{like: "f", place: "zhen/cun", periods: [3]string{"2026-01", "2026-02", "2026-03"}, months: [3]string{"2026-01", "2026-02", "2026-03"},
		posted: [3]string{"2026-02-10", "2026-03-10", "2026-04-10"}, deed: "好人好事与宣讲", item: "庭院三不见", was: "5", is: "6",
		want: [3]string{"105,1 105,1", "105,1 104,2", "105,1 104,2"}, balance: "313"},
	{like: "l", place: "cun", periods: [3]string{"2026-Q1", "2026-Q2", "2026-Q3"}, months: [3]string{"2026-02", "2026-05", "2026-08"},
		posted: [3]string{"2026-04-10", "2026-07-10", "2026-10-12"}, deed: "好人好事", item: "院内整洁", was: "9", is: "10",
		want: [3]string{"82.0,1 82.0,1", "82.0,1 81.0,2", "82.0,1 81.0,2"}, balance: "244"},
	{like: "n", place: "cun", periods: [3]string{"2026-Q1", "2026-Q2", "2026-Q3"}, months: [3]string{"2026-02", "2026-05", "2026-08"},
		posted: [3]string{"2026-04-10", "2026-07-10", "2026-10-12"}, deed: "义务投工", was: "2", is: "3",
		want: [3]string{"2,2 3,1", "2,1 2,1", "2,1 2,1"}, balance: "4"},
}

// From an empty folder to three sealed notices of each kind of village: with an objection upheld, a
// correction and a redemption, by the program's commands and by workbooks that LibreOffice saved,
// without a line of settings written by hand.
func TestFirstMonthsOfEachKindOfVillage(t *testing.T) {
	needOffice(t)
	dirs := map[string]string{}
	for _, p := range plays {
		dirs[p.like] = t.TempDir()
		clerk(t, dirs[p.like], "init", ".", "--name", "示例村", "--groups", "2", "--like", p.like, "--first", "2026-01", "--date", "2026-01-05", "--yes")
		clerk(t, dirs[p.like], "new", "reward-list", p.place)
		clerk(t, dirs[p.like], "new", "redemption-list", p.place)
		clerk(t, dirs[p.like], "new", "correction-list", p.place)
	}
	byWorkbook(t, dirs, 0, func(p play, file *excelize.File) { enterHouseholds(t, file) })
	for n := range 3 {
		byWorkbook(t, dirs, n, func(p play, file *excelize.File) {
			mark(t, p, n, file)
			if n == 1 {
				redeem(t, file, p.posted[1])
			}
		})
		for _, p := range plays {
			post(t, p, n, dirs[p.like])
		}
		if n == 0 {
			for _, p := range plays {
				object(t, p, dirs[p.like])
			}
			byWorkbook(t, dirs, 0, func(p play, file *excelize.File) { correct(t, p, file) })
			for _, p := range plays {
				clerk(t, dirs[p.like], "seal", "--date", later(p.posted[0], 2))
			}
		}
	}
	for _, p := range plays {
		t.Run(p.like, func(t *testing.T) { finish(t, p, dirs[p.like]) })
	}
}

// byWorkbook exports a period of each village, lets fill type into the workbooks, has LibreOffice
// save them, and imports them.
func byWorkbook(t *testing.T, dirs map[string]string, period int, fill func(p play, file *excelize.File)) {
	t.Helper()
	typed := t.TempDir()
	for _, p := range plays {
		name := filepath.Join(typed, p.like+".xlsx")
		clerk(t, dirs[p.like], "export", p.place, p.periods[period], "--output", name, "--date", p.posted[period])
		file, err := excelize.OpenFile(name)
		sitetest.Must(t, err)
		fill(p, file)
		sitetest.Must(t, file.Save())
		sitetest.Must(t, file.Close())
	}
	saved := saveAll(t, typed)
	for _, p := range plays {
		clerk(t, dirs[p.like], "import", filepath.Join(saved, p.like+".xlsx"), "--date", later(p.posted[period], 2), "--yes")
	}
}

// later is so many days after a day of the same month.
func later(day string, days int) string {
	var at int
	fmt.Sscanf(day[8:], "%d", &at)
	return fmt.Sprintf("%s-%02d", day[:7], at+days)
}

func enterHouseholds(t *testing.T, file *excelize.File) {
	t.Helper()
	list := openPage(t, file, "户册")
	for n := range 12 {
		list.add("户号", "户号", fmt.Sprintf("%03d", n+1), "户主", fmt.Sprintf("示例%c", '甲'+rune(n)), "组", fmt.Sprint(n%2+1), "同意", "2026-01-01")
	}
}

// mark fills in a period: the sheet of scores, if the village has one, and two deeds.
func mark(t *testing.T, p play, n int, file *excelize.File) {
	t.Helper()
	if p.item != "" {
		scores := openPage(t, file, "评分")
		for h := range 12 {
			row := scores.row("户号", fmt.Sprintf("%03d", h+1))
			for column, at := range scores.columns {
				limit, err := file.GetCellValue("评分", fmt.Sprintf("%s%d", letter(at), scores.first-1))
				sitetest.Must(t, err)
				if !isNumber(limit) {
					continue
				}
				if column == p.item {
					var most int
					fmt.Sscan(limit, &most)
					limit = fmt.Sprint(max(most-h, 0))
				}
				scores.put(row, column, limit)
			}
		}
	}
	deeds := openPage(t, file, "加减分")
	for _, household := range []string{"001", "002"} {
		deeds.add("户号", "日期", p.months[n]+"-11", "户号", household, "项目", p.deed, "事由", "示例", "记录人", "示例会计", "审核", "通过", "审核日期", p.months[n]+"-12")
	}
}

func letter(column int) string {
	name, _ := excelize.ColumnNumberToName(column)
	return name
}

// redeem enters goods, and one of them for 001.
func redeem(t *testing.T, file *excelize.File, day string) {
	t.Helper()
	openPage(t, file, "商品").add("编号", "编号", "R01", "名称", "毛巾", "积分", "2", "库存", "40", "单位", "条", "来源", "村集体采购")
	openPage(t, file, "兑换").add("户号", "日期", later(day, -1), "户号", "001", "商品", "毛巾", "数量", "1", "积分", "2", "经办", "示例会计")
}

// post posts the notice of a period and seals it.
func post(t *testing.T, p play, n int, dir string) {
	t.Helper()
	month := p.posted[n][:8]
	clerk(t, dir, "new", "notice", p.place, p.periods[n], "--visited", month+"01", "--meeting", month+"05", "--posted", p.posted[n], "--date", p.posted[n])
	clerk(t, dir, "check", "--date", p.posted[n])
	clerk(t, dir, "seal", "--date", p.posted[n])
	clerk(t, dir, "build", "--date", p.posted[n])
}

// object enters an objection about 002, and then that it is upheld.
func object(t *testing.T, p play, dir string) {
	t.Helper()
	about := p.item
	if about == "" {
		about = p.deed
	}
	day := later(p.posted[0], 1)
	clerk(t, dir, "new", "objection", p.place, p.periods[0], "002", about, "--received", day, "--date", day)
	day = later(p.posted[0], 2)
	clerk(t, dir, "new", "answer", p.place, p.periods[0], "1", "成立", "核实属实，照改", "--date", day)
}

// correct enters the correction that follows from the objection.
func correct(t *testing.T, p play, file *excelize.File) {
	t.Helper()
	object := p.item
	if object == "" { // the deed by its number
		deeds := openPage(t, file, "加减分")
		object = deeds.get(deeds.row("户号", "002"), "编号")
	}
	openPage(t, file, "更正").add("户号", "日期", later(p.posted[0], 2), "周期", p.periods[0], "户号", "002",
		"对象", object, "原分", p.was, "现分", p.is, "原因", "核实属实", "异议", "1")
}

// finish builds the site on a day when all three periods are final, checks it from its own files, and
// compares the figures.
func finish(t *testing.T, p play, dir string) {
	t.Helper()
	day := later(p.posted[2], 16)
	if said := clerk(t, dir, "check", "--date", day); strings.Contains(said, "错误：") {
		t.Error(said)
	}
	clerk(t, dir, "build", "--date", day)
	clerk(t, dir, "verify", "public")
	built, err := sitetest.Read(filepath.Join(dir, "public"))
	sitetest.Must(t, err)
	for n, period := range p.periods {
		name := p.place + "/data/" + period + ".csv"
		table := sitetest.Columns(t, name, built[name])
		got := ""
		for _, household := range []string{"001", "002"} {
			got += fmt.Sprintf(" %s,%s", table[household]["合计"], table[household]["名次"])
			if table[household]["状态"] != "已生效" {
				t.Errorf("%s: 状态 %s", period, table[household]["状态"])
			}
		}
		if got[1:] != p.want[n] {
			t.Errorf("%s: %s, want %s", period, got[1:], p.want[n])
		}
	}
	data := p.place + "/data/"
	if got := sitetest.Columns(t, data, built[data+"balances.csv"])["001"]["余额"]; got != p.balance {
		t.Errorf("balance %s, want %s", got, p.balance)
	}
	if seals := strings.Count(string(built[data+"seals.csv"]), "\n"); seals != 1+4 { // the heads; three periods, and the correction
		t.Errorf("%d lines of seals", seals)
	}
	notice := string(built[p.place+"/notices/"+p.periods[0]+".html"])
	if !strings.Contains(notice, "核实属实") {
		t.Error("the notice does not tell of the objection's answer")
	}
}
