package source

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

var (
	placeFiles = []string{
		"place.toml", "households.csv", "members.csv", "corrections.csv", "rewards.csv", "redemptions.csv", "tasks.csv",
		"seals.csv", "salts.csv",
	}
)

// ownFile sorts a file that stands in the folder of a place itself.
func (r *reader) ownFile(d *folder, dir, name string, entries []fs.DirEntry) {
	switch {
	case slices.Contains(placeFiles, name):
		d.files[""] = append(d.files[""], name)
	case !d.above:
		r.unknownFile(dir, name, namesOf(entries))
	}
}

// dataFolder sorts the files of scores/, events/ and so on.
func (r *reader) dataFolder(d *folder, dir, sub string) error {
	entries, err := fs.ReadDir(r.site, path.Join(dir, sub))
	if err != nil {
		return fmt.Errorf("listing %s: %w", path.Join(dir, sub), err)
	}
	for _, e := range entries {
		name := e.Name()
		switch {
		case d.above && sub != "scheme" || hidden(name):
		case e.IsDir() || path.Ext(name) != folderExt(sub):
			r.unknownFile(path.Join(dir, sub), name, namesOf(entries))
		case sub == "distributions" && !r.yearName(path.Join(dir, sub), name):
		case sub == "scheme" || sub == "events" || sub == "distributions" || r.periodName(path.Join(dir, sub), name, namesOf(entries)):
			d.files[sub] = append(d.files[sub], name)
		}
	}
	return nil
}

// periodName reports a file whose name should be a period and is not.
func (r *reader) periodName(dir, name string, beside []string) bool {
	if _, ok := ledger.ParsePeriod(stem(name)); ok {
		return true
	}
	hint := "文件名写周期：" + periodForms + "，再加 " + path.Ext(name)
	if p := guessPeriod(number(stem(name))); p != "" {
		right := p + path.Ext(name)
		hint = "改名为 " + right
		if slices.Contains(beside, right) {
			hint = "读的是 " + right + "；这一份多余就移走"
		}
	}
	r.diags.Add(diag.Diagnostic{Position: at(path.Join(dir, name)), Code: "file-name",
		Message: "文件名“" + name + "”不是周期，这个文件没有读", Hint: hint})
	return false
}

// yearName reports a file whose name should be a year and is not.
func (r *reader) yearName(dir, name string) bool {
	if _, ok := yearOf(stem(name)); ok {
		return true
	}
	hint := "文件名写分的是哪一年的钱，例如 2023" + path.Ext(name)
	if m := looseYear.FindStringSubmatch(number(stem(name))); m != nil {
		hint = "改名为 " + m[1] + path.Ext(name)
	}
	r.diags.Add(diag.Diagnostic{Position: at(path.Join(dir, name)), Code: "file-name",
		Message: "文件名“" + name + "”不是年份，这个文件没有读", Hint: hint})
	return false
}

// hidden reports files that programs leave behind, and read-me files.
func hidden(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		lower == "readme.md" || lower == "thumbs.db" || lower == "desktop.ini"
}

var spreadsheets = []string{".xlsx", ".xls", ".xlsm", ".et", ".ods", ".numbers"}

// unknownFile reports a file that no rule knows. beside are the names in its folder.
// One that would be read under its right name, and has no namesake there, is an error:
// the site would be built without it.
func (r *reader) unknownFile(dir, name string, beside []string) {
	if hidden(name) {
		return
	}
	d := diag.Diagnostic{Position: at(path.Join(dir, name)), Severity: diag.Note, Code: "unknown-file",
		Message: "不认识文件“" + name + "”，没有读"}
	right, hint := rightName(dir, name)
	if slices.Contains(spreadsheets, strings.ToLower(path.Ext(name))) {
		d.Message = "表格文件“" + name + "”不能直接读"
		right, hint = asCSV(dir, name, beside)
	}
	if right != "" && !slices.Contains(beside, right) {
		d.Severity = diag.Error
	}
	d.Hint = hint
	r.diags.Add(d)
}

// asCSV is the name under which a workbook would be read, empty if under none, and
// what to do about it.
func asCSV(dir, name string, beside []string) (right, hint string) {
	right = stem(name) + ".csv"
	switch {
	case !wouldBeRead(dir, right):
		return "", "不用它就移走；要公布的数据另存为 CSV"
	case slices.Contains(beside, right):
		return right, "读的是 " + right + "；改了表格要重新另存"
	}
	return right, "用 Excel 或 WPS 打开它，文件→另存为→保存类型选“CSV UTF-8（逗号分隔）”，文件名写 " + right
}

// rightName is the name that a file was most likely meant to have, empty if none is
// near, and how to come by it.
func rightName(dir, name string) (right, hint string) {
	plain := name
	if cut := len(name) - len(".txt"); cut > 0 && strings.EqualFold(name[cut:], ".txt") {
		plain = name[:cut] // Notepad adds it, and Windows does not show it
	}
	for _, right := range [...]string{stem(plain) + strings.ToLower(path.Ext(plain)), strings.ToLower(plain)} {
		switch {
		case right == name || !wouldBeRead(dir, right):
		case plain != name:
			return right, "改名为 " + right + "；在 Windows 的文件夹窗口里勾选“查看→文件扩展名”，才看得见 .txt"
		default:
			return right, "改名为 " + right
		}
	}
	known := expected(dir)
	switch near := nearest(name, known); {
	case dir == "data":
		return "", "各地的文件放在 data 下面的文件夹里，例如 data/zhongping/"
	case near != "" && slices.Contains(placeFiles, near):
		return near, "是不是“" + near + "”？是就改名"
	}
	return "", "不用它就移走；这里可以放的是：" + strings.Join(known, "、")
}

// wouldBeRead reports whether a file of that name in a folder is one that is read.
func wouldBeRead(dir, name string) bool {
	switch sub := path.Base(dir); {
	case dir == "data":
		return false
	case sub == "calendar" || slices.Contains(dataFolders, sub):
		return path.Ext(name) == folderExt(sub)
	}
	return slices.Contains(placeFiles, name)
}

func folderExt(sub string) string {
	switch sub {
	case "scheme", "notices", "calendar", "distributions":
		return ".toml"
	}
	return ".csv"
}

// expected are the names that a folder may hold; of periods, examples.
func expected(dir string) []string {
	switch path.Base(dir) {
	case "scores", "declared", "events":
		return []string{"2023-01.csv", "2023-Q1.csv", "2023.csv"}
	case "notices":
		return []string{"2023-01.toml", "2023-Q1.toml", "2023.toml"}
	case "calendar", "scheme", "distributions":
		return []string{"2023.toml"}
	}
	return placeFiles
}

func namesOf(entries []fs.DirEntry) []string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
