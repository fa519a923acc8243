package desk

import (
	"strings"
	"testing"
)

// keptApart is a site that keeps names out of git.
const keptApart = "title = \"公示\"\ndate = 2026-05-06\n[privacy]\nnames_file = \"names.csv\"\n"

// The register is changed as it is kept: no row is lost.
func TestRegister(t *testing.T) {
	for name, c := range map[string]written{
		"a new household": {"register", "", nil, fields("what", "joins", "household", "0011", "head", "戊某", "group", "1", "date", "2026-05-01"),
			"data/v/households.csv", strings.Replace(households4, "003,", "0011,戊某,1,2026-05-01\n003,", 1), "新增 0011：户主 戊某，组 1，加入 2026-05-01", ""},
		"one from the beginning": {"register", "", nil, fields("what", "joins", "household", "0011", "head", "戊某", "group", "1"),
			"data/v/households.csv", strings.Replace(households4, "003,", "0011,戊某,1,\n003,", 1), "新增 0011：户主 戊某，组 1", ""},
		"one whose name is kept apart": {"register", "", map[string]string{"config.toml": keptApart}, fields("what", "joins", "household", "0011", "group", "1", "date", "2026-05-01"),
			"data/v/households.csv", strings.Replace(households4, "003,", "0011,,1,2026-05-01\n003,", 1), "新增 0011：组 1，加入 2026-05-01", ""},
		"one that leaves": {"register", "", nil, fields("what", "leaves", "household", "003", "date", "2026-05-05"),
			"data/v/households.csv", strings.NewReplacer("加入", "加入,退出", "003,丙某,2,", "003,丙某,2,,2026-05-05").Replace(households4), "003 退出：最后一天 2026-05-05", "最后属于本村的一天"},
		"one that moves": {"register", "", nil, fields("what", "moves", "household", "001", "group", "2", "date", "2026-05-01"),
			"data/v/households.csv", strings.NewReplacer("加入", "加入,退出", "001,甲某,1,", "001,甲某,1,,2026-04-30\n001,甲某,2,2026-05-01,").Replace(households4), "001 换组：一组 → 二组，从 2026-05-01 起", "还是这一户，不算退出：2026-04-30 以前算旧的组"},
		"one that will move": {"register", "", nil, fields("what", "moves", "household", "001", "group", "2", "date", "2026-06-01"),
			"data/v/households.csv", strings.NewReplacer("加入", "加入,退出", "001,甲某,1,", "001,甲某,1,,2026-05-31\n001,甲某,2,2026-06-01,").Replace(households4), "001 换组：一组 → 二组，从 2026-06-01 起", "2026年6月1日还没有到：今天是 2026年5月6日"},
		"one that joins later": {"register", "", nil, fields("what", "joins", "household", "0011", "head", "戊某", "group", "1", "date", "2026-05-07"),
			"data/v/households.csv", strings.Replace(households4, "003,", "0011,戊某,1,2026-05-07\n003,", 1), "新增 0011：户主 戊某，组 1，加入 2026-05-07", "到那天才算"},
		"a new head": {"register", "", nil, fields("what", "head", "household", "001", "head", "己某", "date", "2026-05-01"),
			"data/v/households.csv", strings.NewReplacer("加入", "加入,退出", "001,甲某,1,", "001,甲某,1,,2026-04-30\n001,己某,1,2026-05-01,").Replace(households4), "001 换户主：甲某 → 己某，从 2026-05-01 起", "还是这一户，不算退出"},
		"a new head, who consented to nothing": {"register", "", map[string]string{"data/v/households.csv": "户号,户主,同意,组,加入,退出\n001,甲某,2026-01-02,1,,\n002,乙某,,1,,\n003,丙某,,2,,\n"},
			fields("what", "head", "household", "001", "head", "己某", "date", "2026-05-01"),
			"data/v/households.csv", "户号,户主,同意,组,加入,退出\n001,甲某,2026-01-02,1,,2026-04-30\n001,己某,,1,2026-05-01,\n002,乙某,,1,,\n003,丙某,,2,,\n",
			"001 换户主：甲某 → 己某，从 2026-05-01 起|换了户主，要另签同意书", ""},
		"one with consent that moves": {"register", "", map[string]string{"data/v/households.csv": "户号,户主,同意,组,加入,退出\n001,甲某,2026-01-02,1,,\n002,乙某,,1,,\n003,丙某,,2,,\n"},
			fields("what", "moves", "household", "001", "group", "2", "date", "2026-05-01"),
			"data/v/households.csv", "户号,户主,同意,组,加入,退出\n001,甲某,2026-01-02,1,,2026-04-30\n001,甲某,2026-01-02,2,2026-05-01,\n002,乙某,,1,,\n003,丙某,,2,,\n",
			"001 换组：一组 → 二组，从 2026-05-01 起", ""},
		"a new name of an organisation": {"register", "", map[string]string{"config.toml": keptApart, "data/v/households.csv": "户号,户主,组,类别,加入,退出\n001,,1,,,\n002,供销社,1,单位,,\n003,,2,,,\n"},
			fields("what", "head", "household", "002", "head", "合作社", "date", "2026-05-01"),
			"data/v/households.csv", "户号,户主,组,类别,加入,退出\n001,,1,,,\n002,供销社,1,单位,,2026-04-30\n002,合作社,1,单位,2026-05-01,\n003,,2,,,\n",
			"002 换户主：供销社 → 合作社，从 2026-05-01 起", ""},
		"one that is merged": {"register", "", nil, fields("what", "merges", "household", "002", "into", "001", "date", "2026-04-30"),
			"data/v/households.csv", strings.NewReplacer("加入", "加入,退出,并入", "002,乙某,1,", "002,乙某,1,,2026-04-30,001").Replace(households4), "002 并入 001：最后一天 2026-04-30", "在 001 户接着算"},
	} {
		t.Run(name, c.test)
	}
}

// What would lose a row of the register, or publish a name, is refused.
func TestRegisterRefuses(t *testing.T) {
	for name, c := range map[string]refused{
		"a household that is there":      {"register", "", nil, fields("what", "joins", "household", "001", "head", "x", "date", "2026-05-01"), "已经有户号"},
		"one that is there by a figure":  {"register", "", nil, fields("what", "joins", "household", "1", "head", "x", "group", "1"), "已经有的一样"},
		"one that is there all the same": {"register", "", nil, fields("what", "joins", "household", "1", "head", "x", "group", "1", "date", "2026-05-01"), "已经有的一样"},
		"one that had left, by a figure": {"register", "", map[string]string{"data/v/households.csv": "户号,户主,退出\n001,甲某,2026-04-01\n002,乙某,\n003,丙某,\n"}, fields("what", "joins", "household", "1", "head", "x", "date", "2026-05-01"), "已经有的一样"},
		"a name that is kept apart":      {"register", "", map[string]string{"config.toml": keptApart}, fields("what", "joins", "household", "0011", "head", "x", "date", "2026-05-01"), "姓名写进“names.csv”"},
		"a new head, kept apart":         {"register", "", map[string]string{"config.toml": keptApart}, fields("what", "head", "household", "001", "head", "x", "date", "2026-05-01"), "姓名写进“names.csv”"},
		"a household without a head":     {"register", "", nil, fields("what", "joins", "household", "0011", "date", "2026-05-01"), "写上户主"},
		"leaves twice":                   {"register", "", map[string]string{"data/v/households.csv": "户号,户主,退出\n001,甲某,2026-04-01\n"}, fields("what", "leaves", "household", "001", "date", "2026-05-01"), "已经退出"},
		"moves in what is posted": {"register", "", map[string]string{"data/v/notices/2026-04.toml": "posted = 2026-05-02\n"}, fields("what", "moves", "household", "001", "group", "2", "date", "2026-04-30"),
			"2026年4月已经张榜，那一期在哪个组不再改，贴出去的和网上的才一样。写错了组的，从 2026-05-01 起写对的组；要让村民都知道，给那一期登记一件异议"},
		"merged into itself": {"register", "", nil, fields("what", "merges", "household", "001", "into", "001", "date", "2026-05-01"), "并入哪一户"},
	} {
		t.Run(name, c.test)
	}
}

// A household that had left comes back as the one it was; the id of one that was merged is not used again.
func TestRegisterReturns(t *testing.T) {
	left := map[string]string{"data/v/households.csv": "户号,户主,组,加入,退出\n001,甲某,1,,\n002,乙某,1,,2026-04-10\n003,丙某,2,,\n"}
	t.Run("it comes back", written{"register", "", left, fields("what", "joins", "household", "002", "head", "乙某", "group", "2", "date", "2026-05-01"),
		"data/v/households.csv", "户号,户主,组,加入,退出\n001,甲某,1,,\n002,乙某,1,,2026-04-10\n002,乙某,2,2026-05-01,\n003,丙某,2,,\n",
		"新增 002：户主 乙某，组 2，加入 2026-05-01", "还是原来那一户"}.test)
	t.Run("an organisation does", written{"register", "", map[string]string{"config.toml": keptApart, "data/v/households.csv": "户号,户主,组,类别,加入,退出\n001,,1,,,\n002,供销社,1,单位,,2026-04-10\n003,,2,,,\n"},
		fields("what", "joins", "household", "002", "head", "供销社", "group", "1", "date", "2026-05-01"),
		"data/v/households.csv", "户号,户主,组,类别,加入,退出\n001,,1,,,\n002,供销社,1,单位,,2026-04-10\n002,供销社,1,单位,2026-05-01,\n003,,2,,,\n",
		"新增 002：户主 供销社，组 1，类别 单位，加入 2026-05-01", ""}.test)
	for name, c := range map[string]refused{
		"no day":                    {"register", "", left, fields("what", "joins", "household", "002", "head", "乙某", "group", "2"), "2026-04-10 退出了。又回来的，写上回来的那天"},
		"before it left":            {"register", "", left, fields("what", "joins", "household", "002", "head", "乙某", "group", "2", "date", "2026-04-10"), "同一段时间有效"},
		"merged":                    {"register", "", map[string]string{"data/v/households.csv": "户号,户主,组,加入,退出,并入\n001,甲某,1,,,\n002,乙某,1,,2026-04-10,001\n003,丙某,2,,,\n"}, fields("what", "joins", "household", "002", "head", "乙某", "group", "2", "date", "2026-05-01"), "并入了别的户"},
		"no last day":               {"register", "", nil, fields("what", "leaves", "household", "002"), "写上最后一天是哪天"},
		"no first day":              {"register", "", nil, fields("what", "moves", "household", "002", "group", "2"), "写上从哪天起"},
		"merged into nobody":        {"register", "", nil, fields("what", "merges", "household", "002", "into", "077", "date", "2026-05-01"), "没有另一户的户号是“077”"},
		"a household that is there": {"register", "", nil, fields("what", "joins", "household", "001", "head", "x", "date", "2026-05-01"), "新户用没有用过的户号"},
	} {
		t.Run(name, c.test)
	}
}

// An id without the zeros in front is read by the register, and that is told.
func TestZerosInFront(t *testing.T) {
	d, _ := open(t, map[string]string{notice03: posted})
	for name, f := range map[string]map[string][]string{
		"objection":  fields("household", "1", "about", "庭院", "received", "2026-04-03"),
		"correction": fields("household", "１", "target", "庭院", "to", "12", "reason", "量错", "date", "2026-05-06"),
		"register":   fields("what", "merges", "household", "002", "into", "01", "date", "2026-05-05"),
	} {
		var got preview
		post(t, d, "/desk/api/"+name, filled{Place: "v", Period: "2026-03", Fields: f}, &got)
		if told := strings.Join(got.Told, ""); !got.Ready || !strings.Contains(told, "按名册读作“001”") || !strings.Contains(strings.Join(got.Changes, ""), "001") {
			t.Errorf("%s: %+v", name, got)
		}
	}
	t.Run("two could be meant", refused{"objection", "2026-03", map[string]string{notice03: posted, "data/v/households.csv": "户号,户主,组\n001,甲某,1\n01,丁某,1\n002,乙某,1\n003,丙某,2\n"},
		fields("household", "1", "about", "庭院", "received", "2026-04-03"), "没有户号“1”"}.test)
}

// What the register already says of days to come stands beside the household.
func TestRegisterTellsOfDaysToCome(t *testing.T) {
	d, _ := open(t, map[string]string{"data/v/households.csv": "户号,户主,组,加入,退出,并入\n001,甲某,1,,2026-05-31,\n001,己某,1,2026-06-01,,\n002,乙某,1,,2026-05-31,\n002,乙某,2,2026-06-01,,\n003,丙某,2,,2026-06-15,\n004,丁某,2,,2026-05-06,001\n005,戊某,2,2026-05-06,,\n"})
	body := get(d, "/desk/register?place=v").Body.String()
	for _, want := range []string{"001 甲某（2026年6月1日起户主 己某）", "002 乙某（2026年6月1日起二组）", "003 丙某（2026年6月15日退出）", "004 丁某（2026年5月6日以后并入另一户）", "005 戊某　"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q in %s", want, body)
		}
	}
}

// A form does not speak of settings, which it cannot change.
func TestNothingOfSettings(t *testing.T) {
	const zone = "\n[zone]\nmin_panel = 5\n"
	_, dir := open(t, nil)
	rules := text(t, dir, "data/v/scheme/a.toml")
	d, _ := open(t, map[string]string{"data/v/households.csv": "户号,户主,组\n001,甲某,2\n002,乙某,2\n003,丙某,2\n", "data/v/scheme/a.toml": rules + zone})
	var got preview
	post(t, d, "/desk/api/register", filled{Place: "v", Fields: fields("what", "joins", "household", "004", "head", "丁某", "group", "1")}, &got)
	if !got.Ready || len(got.Problems) != 1 || strings.Contains(got.Problems[0].Text, "评议小组") {
		t.Errorf("%+v", got)
	}
}
