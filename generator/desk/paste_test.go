package desk

import (
	"fmt"
	"strings"
	"testing"
)

// Blocks that name households or items go where these are, wherever they are put; what is in doubt or has no place is told.
func TestPaste(t *testing.T) {
	d, dir := open(t, map[string]string{
		sheet: "户号,庭院,客厅\n001,1,1\n", "data/v/households.csv": households4 + "005,戊某,1,2026-05-01\n0010,己某,2,\n0011,己某,2,\nA7,庚某,2,\n20,壬某,2,\n",
	})
	before := tree(t, dir)
	for name, c := range map[string]struct{ at, block, cells, words, left string }{
		"numbers and items":             {"004 客厅", "户号\t客厅\t庭院|003\t9\t14|001\t8\t15", "003 客厅 9,003 庭院 14,001 客厅 8,001 庭院 15", "按户号和项目名贴入 2 户 × 2 项", ""},
		"as Excel shows a whole sheet":  {"001 庭院", "示例村2026年4月评分\t\t\t\t\t|序号\t户号\t户主\t庭院（15分）\t客厅(10分)\t合计|1\t００１\t甲某\t１５\t9\t24|2\t002\t乙某\t14\t9.5\t23.5|\t合计\t\t29\t18.5\t47.5", "001 庭院 １５,001 客厅 9,002 庭院 14,002 客厅 9.5", "按户号和项目名贴入 2 户 × 2 项", ""},
		"as LibreOffice shows a sheet":  {"001 庭院", "户号\t庭院\t客厅|001\t15.00\t9.5|002\t14\t|003\t\t不适用", "001 庭院 15.00,001 客厅 9.5,002 庭院 14,003 客厅 不适用", "按户号和项目名贴入 3 户 × 2 项（空着的 2 格没有动）", ""},
		"names and items":               {"004 庭院", "户主\t客厅|乙某\t7|辛某\t8|己某\t9|甲某\t6", "002 客厅 7,001 客厅 6", "按户主和项目名贴入 2 户 × 1 项", "第 3 行：名册里没有户主“辛某”，没有贴;第 4 行：户主“己某”有 2 户（0010、0011），分不清是哪一户，没有贴"},
		"items alone":                   {"002 庭院", "\t客厅|\t7|\t8|合计\t15", "002 客厅 7,0010 客厅 8", "按项目名贴入 2 户 × 1 项，从 002 户往下", "第 4 行：“合计”不像是一户，跳过了，后面的行接着往下贴"},
		"items beside remarks":          {"001 庭院", "庭院\t客厅\t备注|9\t8\t|7\t6\t说明：外出|5\t4\t", "001 庭院 9,001 客厅 8,002 庭院 7,002 客厅 6,0010 庭院 5,0010 客厅 4", "按项目名贴入 3 户 × 2 项，从 001 户往下", ""},
		"a remark beside no marks":      {"001 庭院", "庭院\t客厅\t备注|9\t8\t|\t\t说明：外出|5\t4\t|\t\t制表：某", "001 庭院 9,001 客厅 8,0010 庭院 5,0010 客厅 4", "按项目名贴入 2 户 × 2 项，从 001 户往下（空着的 2 格没有动）", "第 3 行：没有分数，只有“说明：外出”，算一户，空着;第 5 行：“制表：某”不像是一户，跳过了"},
		"items that were not marked":    {"001 庭院", "庭院\t客厅|不适用\t8|满分\t6|备注\t|5\t4", "001 庭院 不适用,001 客厅 8,002 庭院 满分,002 客厅 6,0010 庭院 5,0010 客厅 4", "按项目名贴入 3 户 × 2 项，从 001 户往下", "第 4 行：“备注”不像是一户，跳过了，后面的行接着往下贴"},
		"items of more than there are":  {"003 庭院", "客厅|7|8|9|9|9|9|9", "", "", "没有粘贴：列名下面的户比从这一格往下的 4 户多"},
		"numbers alone":                 {"001 客厅", "003\t9|A7\t8|002\t7", "003 客厅 9,A7 客厅 8,002 客厅 7", "按户号贴入 3 户 × 1 项，从“客厅”往右", ""},
		"numbers and heads":             {"001 庭院", "一组\t003\t丙某\t9\t8|二组\t002\t甲某\t7\t6", "003 庭院 9,003 客厅 8", "按户号贴入 1 户 × 2 项，从“庭院”往右", "第2行：户号“002”的户主写的是“甲某”，households.csv 里是“乙某”，没有贴"},
		"heads alone":                   {"004 庭院", "1\t丙某\t9|2\t甲某\t8", "003 庭院 9,001 庭院 8", "按户主贴入 2 户 × 1 项，从“庭院”往右", ""},
		"one row":                       {"004 庭院", "003\t9", "003 庭院 9", "按户号贴入 1 户 × 1 项，从“庭院”往右", ""},
		"more columns than there are":   {"001 客厅", "003\t9\t8", "", "", "没有粘贴：户号右边有 2 列，从这一格往右只有 1 列"},
		"zeros that a spreadsheet took": {"001 庭院", "户号\t庭院|1\t9|10\t8", "001 庭院 9,0010 庭院 8", "按户号和项目名贴入 2 户 × 1 项", "第2行：户号“1”按名册读作“001”，共 2 户这样补了零：001、0010"},
		"numbers that may be points":    {"001 庭院", "1\t9|2\t8|3\t7", "001 庭院 9,002 庭院 8,003 庭院 7", "按户号贴入 3 户 × 1 项，从“庭院”往右", "第1行：户号“1”按名册读作“001”，共 3 户这样补了零：001、002、003;第 1 列像是户号，也可能是分数、序号或合计：是户号，就贴入；不是，就按“先不”，一列一列地复制、粘贴"},
		"too few that may be points":    {"001 庭院", "1\t9|2\t8", "-", "", ""},
		"numbers that do not rise":      {"001 庭院", "3\t9|1\t8|2\t", "003 庭院 9,001 庭院 8", "按户号贴入 2 户 × 1 项，从“庭院”往右（空着的 1 格没有动）", "第1行：户号“3”按名册读作“003”，共 3 户这样补了零：003、001、002;第 1 列像是户号"},
		"numbers of which one is twice": {"001 庭院", "3\t9|1\t8|2\t7|1\t6", "003 庭院 9,002 庭院 7", "按户号贴入 2 户 × 1 项，从“庭院”往右", "第1行："},
		"points that do not rise":       {"001 庭院", "9\t9|1\t8|2\t7", "-", "", ""},
		"points of which two are twice": {"001 庭院", "3\t9|1\t8|2\t7|1\t6|3\t5", "-", "", ""},
		"points that come again":        {"001 庭院", "1\t9|2\t8|2\t7", "-", "", ""},
		"few of many":                   {"001 庭院", "A7\t9|B1\t8|B2\t7", "-", "", ""},
		"points alone":                  {"001 庭院", "1|2|3", "-", "", ""},
		"points beside a slip":          {"001 庭院", "20\t9|3\t8|20\t7|3\t6", "-", "", ""},
		"a figure that no item gives":   {"001 庭院", "20\t9|1\t8", "20 庭院 9,001 庭院 8", "按户号贴入 2 户 × 1 项，从“庭院”往右", "第2行：户号“1”按名册读作“001”;第 1 列像是户号，也可能是分数"},
		"two that may be numbers":       {"001 庭院", "1\t3\t9|2\t20\t8|3\t4\t7", "", "", "没有粘贴：第 1 列和第 2 列都像户号。带上列名再复制"},
		"two that are numbers":          {"001 庭院", "003\t001\t9|001\t002\t8", "", "", "没有粘贴：第 1 列和第 2 列都像户号。带上列名再复制"},
		"a running number":              {"001 庭院", "20\tA7\t9|21\t003\t8", "A7 庭院 9,003 庭院 8", "按户号贴入 2 户 × 1 项，从“庭院”往右", ""},
		"a running number by its name":  {"002 庭院", "序号\t庭院|20\t9|1\t8", "002 庭院 9,0010 庭院 8", "按项目名贴入 2 户 × 1 项，从 002 户往下", ""},
		"numbers below no heading":      {"001 庭院", "\t庭院|3\t9|1\t8", "003 庭院 9,001 庭院 8", "按户号和项目名贴入 2 户 × 1 项", "第2行：户号“3”按名册读作“003”，共 2 户这样补了零：003、001;第 1 列像是户号，列名却不是“户号”：是户号，就贴入；不是，就按“先不”，把列名写成“序号”再复制"},
		"figures below another heading": {"002 庭院", "人口\t庭院|3\t9|1\t8|3\t7|1\t6", "002 庭院 9,0010 庭院 8,0011 庭院 7,003 庭院 6", "按项目名贴入 4 户 × 1 项，从 002 户往下", ""},
		"numbers below another heading": {"001 庭院", "号头\t庭院|20\t9|A7\t8", "20 庭院 9,A7 庭院 8", "按户号和项目名贴入 2 户 × 1 项", ""},
		"words of no household":         {"001 庭院", "好\t9|坏\t8", "-", "", ""},
		"a household that is not there": {"001 庭院", "户号\t庭院|099\t9|005\t8|003\t7", "003 庭院 7", "按户号和项目名贴入 1 户 × 1 项", "第2行：名册里没有户号“099”，没有贴;第3行：户号“005”这一期不参与，没有贴"},
		"nobody that is there":          {"001 庭院", "户号\t庭院|099\t9", "", "", "没有粘贴：没有可以贴的分数。第2行：名册里没有户号“099”，没有贴"},
		"one twice":                     {"001 庭院", "户号\t庭院|001\t9|003\t8|001\t7", "003 庭院 8", "按户号和项目名贴入 1 户 × 1 项", "第2行：户号“001”有 2 行，分不清是哪一行，没有贴;第4行：户号“001”有 2 行，分不清是哪一行，没有贴"},
		"one twice, without headings":   {"001 庭院", "003\t8|003\t7|A7\t5", "A7 庭院 5", "按户号贴入 1 户 × 1 项，从“庭院”往右", "第1行：户号“003”有 2 行，分不清是哪一行，没有贴;第2行：户号“003”有 2 行"},
		"a heading of no item":          {"001 庭院", "户号\t庭院\t表现|001\t9\t5", "001 庭院 9", "按户号和项目名贴入 1 户 × 1 项", "列“表现”不是这张表的项目，没有贴"},
		"a heading that is misspelt":    {"001 庭院", "户号\t庭园\t客厅|001\t9\t5", "", "", "没有粘贴：不认识列名“庭园”，像是“庭院”"},
		"an item twice":                 {"001 庭院", "户号\t庭院\t庭院|001\t9\t5", "", "", "没有粘贴：列名“庭院”和前面的“庭院”是同一列"},
		"another month":                 {"001 庭院", "2026年3月评分\t|户号\t庭院|001\t9", "", "", "没有粘贴：标题“2026年3月评分”是 2026-03"},
		"marks of no number":            {"001 庭院", "户号\t庭院|001\t9|\t8|\t|合计\t17|\t备注", "001 庭院 9", "按户号和项目名贴入 1 户 × 1 项", "第 3 行：没有户号，没有贴"},
		"marks of no number or heading": {"001 庭院", "一组\t003\t9|一组\t\t8|二组合计\t\t8", "003 庭院 9", "按户号贴入 1 户 × 1 项，从“庭院”往右", "第 2 行：没有户号，没有贴"},
		"marks of no head":              {"001 庭院", "户主\t庭院|甲某\t9|\t8|\t|合计\t17", "001 庭院 9", "按户主和项目名贴入 1 户 × 1 项", "第 3 行：没有户主，没有贴"},
		"empty cells":                   {"001 庭院", "户号\t庭院\t客厅|001\t\t5|003\t\t", "001 客厅 5", "按户号和项目名贴入 1 户 × 1 项（空着的 3 格没有动）", ""},
		"nothing":                       {"001 庭院", "", "-", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			in := pasting{Place: "v", Period: "2026-04"}
			in.Household, in.Item, _ = strings.Cut(c.at, " ")
			for _, row := range strings.Split(c.block, "|") {
				in.Rows = append(in.Rows, strings.Split(row, "\t"))
			}
			var got struct {
				pasted
				Error string
			}
			code := post(t, d, "/desk/api/paste", in, &got)
			var cells []string
			for _, put := range got.Cells {
				cells = append(cells, fmt.Sprint(put.Household, " ", put.Item, " ", put.Value))
			}
			if c.cells == "-" && code == 200 && got.Cells == nil {
				return
			}
			said := strings.Join(got.Left, ";")
			if code != 200 {
				said = got.Error
			}
			if strings.Join(cells, ",") != c.cells || got.Words != c.words || (c.left == "") != (said == "") || !strings.HasPrefix(said, c.left) {
				t.Errorf("%d %v\n%s\n%s", code, cells, got.Words, said)
			}
		})
	}
	if after := tree(t, dir); strings.Join(after, "\x00") != strings.Join(before, "\x00") {
		t.Error("something was written")
	}
}
