package desk

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/desk/grid"
	"gongshi/generator/sitetest"
)

// told is an answer to check, save and undo.
type told struct {
	Digest   string
	Changes  []string
	Problems []grid.Problem
	Totals   map[string]string
	Theirs   []difference
	Commit   string
	Error    string
}

func saving(file string, cells ...cell) sheetEdit {
	e := sheetEdit{Place: "v", Period: "2026-04", Cells: cells}
	if file != "" {
		e.Digest = digest([]byte(file))
	}
	return e
}

func TestSave(t *testing.T) {
	const file = "2026年4月评分表,,\r\n户号, 庭院 ,客厅,备注\r\n002,\"9\",1,\"好,很\"\r\n003,3,\r\n合计,12,1,\r\n"
	for name, c := range map[string]struct {
		file    string
		cells   []cell
		want    string
		changes []string
	}{
		"nothing":            {file, nil, file, []string{}},
		"the same":           {file, []cell{{"002", "庭院", "9"}}, file, []string{}},
		"a cell":             {file, []cell{{"002", "庭院", "10"}}, strings.Replace(file, `"9"`, `"10"`, 1), []string{"002 庭院：9 → 10"}},
		"empty":              {file, []cell{{"002", "客厅", ""}}, strings.Replace(file, ",1,\"", ",,\"", 1), []string{"002 客厅：1 → 空"}},
		"不适用":                {file, []cell{{"003", "客厅", "不适用"}}, strings.Replace(file, "003,3,", "003,3,不适用", 1), []string{"003 客厅：空 → 不适用"}},
		"a new row":          {file, []cell{{"004", "庭院", "7"}}, strings.Replace(file, "合计", "004,7,,\r\n合计", 1), []string{"新增 004：庭院 7"}},
		"a row in between":   {"户号,庭院,客厅\n001,1,\n003,1,\n", []cell{{"002", "庭院", "2"}, {"002", "客厅", "3"}}, "户号,庭院,客厅\n001,1,\n002,2,3\n003,1,\n", []string{"新增 002：庭院 2，客厅 3"}},
		"no row for nothing": {file, []cell{{"004", "庭院", " "}}, file, []string{}},
		"a column":           {"户号,庭院\n001,1\n", []cell{{"001", "客厅", "2"}}, "户号,庭院,客厅\n001,1,2\n", []string{"001 客厅：空 → 2"}},
		"GB18030":            {"\xbb\xa7\xba\xc5,yard\n001,1\n", []cell{{"001", "庭院", "不适用"}}, "\xbb\xa7\xba\xc5,yard\n001,\xb2\xbb\xca\xca\xd3\xc3\n", []string{"001 庭院：1 → 不适用"}},
		"UTF-8 with BOM":     {"\ufeff户号,庭院\n001,1\n", []cell{{"001", "庭院", "2"}}, "\ufeff户号,庭院\n001,2\n", []string{"001 庭院：1 → 2"}},
		"begun": {"", []cell{{"002", "庭院", "8"}}, "\ufeff户号,户主,庭院,客厅,评分日期,评分人,备注\r\n001,甲某,,,,,\r\n002,乙某,8,,,,\r\n003,丙某,,,,,\r\n",
			[]string{"新建 2026年4月的评分表", "002 庭院：空 → 8"}},
	} {
		more := map[string]string{}
		if c.file != "" {
			more[sheet] = c.file
		}
		d, dir := open(t, more)
		var got told
		code := post(t, d, "/desk/api/save", saving(c.file, c.cells...), &got)
		if name == "begun" {
			c.want = strings.Replace(text(t, dir, sheet), "002,乙某,8", "002,乙某,8", 1)
			if !strings.Contains(c.want, "002,乙某,8,") || !strings.Contains(c.want, "001,甲某,,") {
				t.Errorf("begun: %q", c.want)
			}
		}
		if now := text(t, dir, sheet); code != 200 || now != c.want || got.Digest != digest([]byte(now)) || !slices.Equal(got.Changes, c.changes) {
			t.Errorf("%s: %d %+v\n%q\n%q", name, code, got, now, c.want)
		}
	}
}

func TestSaveRefuses(t *testing.T) {
	const file = "户号,庭院\n001,1\n"
	for name, c := range map[string]struct {
		more map[string]string
		in   sheetEdit
		want string
	}{
		"no household":   {nil, saving(file, cell{"009", "庭院", "1"}), "没有户号“009”"},
		"no item":        {nil, saving(file, cell{"001", "户主", "1"}), "没有项目“户主”"},
		"a line break":   {nil, saving(file, cell{"001", "庭院", "1\n002,3"}), "有换行"},
		"a long text":    {nil, saving(file, cell{"001", "庭院", strings.Repeat("1", 300)}), "太长"},
		"posted":         {map[string]string{"data/v/notices/2026-04.toml": "posted = 2026-05-03\n"}, saving(file, cell{"001", "庭院", "2"}), "已经张榜"},
		"a broken file":  {map[string]string{sheet: "庭院,户号,户号\n"}, sheetEdit{Place: "v", Period: "2026-04", Digest: digest([]byte("庭院,户号,户号\n"))}, "读不出来"},
		"no place":       {nil, sheetEdit{Period: "2026-04"}, "哪个村"},
		"another folder": {nil, sheetEdit{Place: "../x", Period: "2026-04"}, "../x"},
		"no period":      {nil, sheetEdit{Place: "v", Period: "../../x"}, "没有这一期"},
	} {
		more := map[string]string{sheet: file}
		for n, text := range c.more {
			more[n] = text
		}
		d, dir := open(t, more)
		var got told
		if code := post(t, d, "/desk/api/save", c.in, &got); code != 400 || !strings.Contains(got.Error, c.want) || text(t, dir, sheet) != more[sheet] {
			t.Errorf("%s: %d %+v", name, code, got)
		}
	}
}

// A file that another program saved meanwhile is left alone, and both sides are told.
func TestSaveTellsBothSides(t *testing.T) {
	const was, now = "户号,庭院,客厅\n001,1,1\n002,2,2\n003,3,3\n", "户号,庭院,客厅\n001,9,1\n002,8,2\n003,3,7\n"
	d, dir := open(t, map[string]string{sheet: was})
	get(d, "/desk/scores?place=v&period=2026-04") // the page of the base
	sitetest.WriteFile(t, dir, sheet, now)
	var got told
	code := post(t, d, "/desk/api/save", saving(was, cell{"001", "庭院", "5"}, cell{"002", "庭院", "8"}, cell{"002", "客厅", "0"}), &got)
	theirs := []difference{{"001", "庭院", "5", "9", "1"}, {"002", "庭院", "8", "8", "2"}, {"003", "客厅", "3", "7", "3"}}
	if code != 409 || got.Digest != digest([]byte(now)) || !reflect.DeepEqual(got.Theirs, theirs) || text(t, dir, sheet) != now {
		t.Errorf("%d %+v", code, got)
	}
	if code = post(t, d, "/desk/api/save", saving(now, cell{"001", "庭院", "5"}), &got); code != 200 || text(t, dir, sheet) != strings.Replace(now, "001,9", "001,5", 1) {
		t.Errorf("%d %+v", code, got)
	}
	os.Remove(filepath.Join(dir, sheet))
	if code = post(t, d, "/desk/api/save", saving(now, cell{"001", "庭院", "6"}), &got); code != 409 || got.Digest != "" {
		t.Errorf("removed: %d %+v", code, got)
	}
	sitetest.WriteFile(t, dir, sheet, now)
	if code = post(t, d, "/desk/api/save", saving("", cell{"001", "庭院", "6"}), &got); code != 409 || text(t, dir, sheet) != now {
		t.Errorf("made meanwhile: %d %+v", code, got)
	}
}

func TestUndo(t *testing.T) {
	const file = "户号,庭院\n001,1\n"
	d, dir := open(t, map[string]string{sheet: file})
	var got told
	if code := post(t, d, "/desk/api/undo", taking{}, &got); code != 400 {
		t.Errorf("nothing to undo: %d", code)
	}
	post(t, d, "/desk/api/save", saving(file, cell{"001", "庭院", "2"}), &got)
	second := text(t, dir, sheet)
	post(t, d, "/desk/api/save", saving(second, cell{"001", "庭院", "3"}), &got)
	third := text(t, dir, sheet)
	if code := post(t, d, "/desk/api/undo", taking{digest([]byte(second))}, &got); code != 400 || text(t, dir, sheet) != third {
		t.Errorf("of another page: %d %+v", code, got)
	}
	if code := post(t, d, "/desk/api/undo", taking{digest([]byte(third))}, &got); code != 200 || text(t, dir, sheet) != second || got.Digest != digest([]byte(second)) {
		t.Errorf("%d %+v", code, got)
	}
	sitetest.WriteFile(t, dir, sheet, second+"002,9\n")
	if code := post(t, d, "/desk/api/undo", taking{digest([]byte(second))}, &got); code != 400 || text(t, dir, sheet) != second+"002,9\n" {
		t.Errorf("changed since: %d %+v", code, got)
	}
	sitetest.WriteFile(t, dir, sheet, second)
	if code := post(t, d, "/desk/api/undo", taking{digest([]byte(second))}, &got); code != 200 || text(t, dir, sheet) != file {
		t.Errorf("%d %+v", code, got)
	}
	os.Remove(filepath.Join(dir, sheet))
	post(t, d, "/desk/api/save", saving("", cell{"001", "庭院", "3"}), &got)
	if code := post(t, d, "/desk/api/undo", taking{got.Digest}, &got); code != 200 || got.Digest != "" {
		t.Errorf("a new file: %d %+v", code, got)
	}
	if _, err := os.Stat(filepath.Join(dir, sheet)); err == nil {
		t.Error("the new file is still there")
	}
}

// No link leads what is written out of data/.
func TestNothingIsWrittenOutside(t *testing.T) {
	for name, link := range map[string]func(dir string) error{
		"a folder of scores": func(dir string) error {
			return os.Symlink("../../content", filepath.Join(dir, "data/v/scores"))
		},
		"the sheet": func(dir string) error {
			return os.Symlink("../../../content/2026-04.csv", filepath.Join(dir, "data/v/scores/2026-04.csv"))
		},
	} {
		const file = "户号,庭院\n001,1\n"
		d, dir := open(t, map[string]string{"content/2026-04.csv": file, "content/2026-03.csv": file})
		if name == "a folder of scores" {
			sitetest.Must(t, os.RemoveAll(filepath.Join(dir, "data/v/scores")))
		}
		if err := link(dir); err != nil {
			t.Skip(err)
		}
		var got told
		post(t, d, "/desk/api/save", saving(file, cell{"001", "庭院", "2"}), &got)
		if now := text(t, dir, "content/2026-04.csv"); now != file {
			t.Errorf("%s: %q, %+v", name, now, got)
		}
	}
}

func TestCommit(t *testing.T) {
	const file = "户号,庭院\n001,1\n002,1\n"
	d, _ := open(t, map[string]string{sheet: file})
	var asked []string
	d.opt.Commit = func(words string, files []string) (string, error) {
		asked = append(asked, words, files[0])
		return "abc1234", nil
	}
	in := saving(file, cell{"001", "庭院", "2"}, cell{"002", "庭院", "3"})
	var got told
	post(t, d, "/desk/api/save", in, &got)
	if len(asked) != 0 || got.Commit != "" {
		t.Errorf("not asked for: %v %+v", asked, got)
	}
	in = sheetEdit{Place: "v", Period: "2026-04", Digest: got.Digest, Commit: true, Cells: []cell{{"001", "庭院", "4"}, {"002", "庭院", "4"}}}
	if post(t, d, "/desk/api/save", in, &got); !slices.Equal(asked, []string{"录入 2026年4月评分 2 户", sheet}) || got.Commit != "abc1234" {
		t.Errorf("%v %+v", asked, got)
	}
}

func TestCheck(t *testing.T) {
	const file = "户号,庭院,客厅\n001,16,\n009,1,1\n"
	d, dir := open(t, map[string]string{sheet: file})
	var got told
	code := post(t, d, "/desk/api/check", saving("", cell{"002", "庭院", "9。5"}, cell{"003", "客厅", "不适用"}, cell{"003", "庭院", "7.5"}), &got)
	var lines []string
	for _, p := range got.Problems {
		lines = append(lines, p.Severity+" "+p.Household+" "+p.Item)
	}
	slices.Sort(lines)
	want := []string{"error  ", "error 001 庭院", "error 002 庭院", "note  "}
	if code != 200 || !slices.Equal(lines, want) || text(t, dir, sheet) != file {
		t.Errorf("%d %v, want %v: %+v", code, lines, want, got)
	}
	if got.Totals["003"] != "18" { // 7.5 and the full 10, shown without fraction digits
		t.Errorf("totals %v", got.Totals)
	}
}

func TestSheet(t *testing.T) {
	d, _ := open(t, map[string]string{sheet: "户号,庭院,客厅\n003,３,\n001,1,不适用\n"})
	s, err := d.sheet("v", "2026-04")
	sitetest.Must(t, err)
	rows := []grid.Row{
		{Household: "001", Head: "甲某", Group: "一组", Line: 3, Cells: []string{"1", "不适用"}, Before: "15"},
		{Household: "002", Head: "乙某", Group: "一组", Cells: []string{"", ""}, Before: "25"},
		{Household: "003", Head: "丙某", Group: "二组", Line: 2, Cells: []string{"３", ""}, Before: "11"},
		{Household: "004", Head: "丁某", Group: "二组", Cells: []string{"", ""}},
	}
	items := []grid.Item{{Code: "庭院", Name: "庭院", Category: "卫生", Min: "0", Max: "15"}, {Code: "客厅", Name: "客厅", Category: "卫生", Min: "0", Max: "10"}}
	if !reflect.DeepEqual(s.Rows, rows) || !reflect.DeepEqual(s.Items, items) || s.PeriodName != "2026年4月" || s.PlaceName != "示例村" || s.Sealed != "" || s.Token != token || s.NotApplicable != "full" {
		t.Errorf("%+v", s)
	}
	if n := len(s.Problems); n != 1 || s.Problems[0].Text != "2026-04 的评分表还没填完：缺 1 户的行，1 格。公示之前补齐" {
		t.Errorf("%+v", s.Problems)
	}
}
