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
	placeFiles = []string{"place.toml", "households.csv", "members.csv", "corrections.csv"}
	// laterFiles belong to the contract, and this version does not read them yet.
	laterFiles = []string{"rewards.csv", "redemptions.csv", "tasks.csv", "seals.csv"}
)

// ownFile sorts a file that stands in the folder of a place itself.
func (r *reader) ownFile(d *folder, dir, name string, entries []fs.DirEntry) {
	switch {
	case slices.Contains(placeFiles, name):
		d.files[""] = append(d.files[""], name)
	case slices.Contains(laterFiles, name) && !d.above:
		r.later(path.Join(dir, name))
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
		case sub == "distributions":
			r.later(path.Join(dir, sub, name))
		case e.IsDir() || path.Ext(name) != folderExt(sub):
			r.unknownFile(path.Join(dir, sub), name, namesOf(entries))
		case sub == "scheme" || sub == "events" || r.periodName(path.Join(dir, sub), name):
			d.files[sub] = append(d.files[sub], name)
		}
	}
	return nil
}

func folderExt(sub string) string {
	if sub == "scheme" || sub == "notices" {
		return ".toml"
	}
	return ".csv"
}

// periodName reports a file whose name should be a period and is not.
func (r *reader) periodName(dir, name string) bool {
	if _, ok := ledger.ParsePeriod(stem(name)); ok {
		return true
	}
	hint := "文件名写周期：" + periodForms + "，再加 " + path.Ext(name)
	if p := guessPeriod(number(stem(name))); p != "" {
		hint = "改名为 " + p + path.Ext(name)
	}
	r.diags.Add(diag.Diagnostic{Position: at(path.Join(dir, name)), Code: "file-name",
		Message: "文件名“" + name + "”不是周期，这个文件没有读", Hint: hint})
	return false
}

func (r *reader) later(file string) {
	r.diags.Add(diag.Diagnostic{Position: at(file), Severity: diag.Note, Code: "unread-file",
		Message: "这个版本还不读这个文件", Hint: "不必改；页面上暂时没有它的内容"})
}

// hidden reports files that programs leave behind, and read-me files.
func hidden(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		lower == "readme.md" || lower == "thumbs.db" || lower == "desktop.ini"
}

var spreadsheets = []string{".xlsx", ".xls", ".xlsm", ".et", ".ods", ".numbers"}

// unknownFile reports a file that no rule knows. beside are the names in its folder.
func (r *reader) unknownFile(dir, name string, beside []string) {
	if hidden(name) {
		return
	}
	d := diag.Diagnostic{Position: at(path.Join(dir, name)), Severity: diag.Note, Code: "unknown-file",
		Message: "不认识文件“" + name + "”，没有读", Hint: meant(name, expected(dir))}
	if slices.Contains(spreadsheets, strings.ToLower(path.Ext(name))) {
		d.Message = "表格文件“" + name + "”不能直接读"
		d.Hint = saveAs(".csv")
		if csv := stem(name) + ".csv"; slices.Contains(beside, csv) {
			d.Hint = "读的是 " + csv + "；改了表格要重新另存"
		} else {
			d.Severity = diag.Error
		}
	}
	r.diags.Add(d)
}

// expected are the names that a folder may hold.
func expected(dir string) []string {
	switch path.Base(dir) {
	case "scores", "declared", "events":
		return []string{"2023-01.csv", "2023-Q1.csv", "2023.csv"}
	case "notices":
		return []string{"2023-01.toml", "2023-Q1.toml", "2023.toml"}
	case "calendar":
		return []string{"2023.toml"}
	}
	return slices.Concat(placeFiles, laterFiles)
}

func namesOf(entries []fs.DirEntry) []string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
