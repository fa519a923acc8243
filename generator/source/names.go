package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

var placeFiles = []string{
	"place.toml", "households.csv", "members.csv", "corrections.csv", "rewards.csv", "redemptions.csv", "tasks.csv",
	"seals.csv", "salts.csv",
}

// Hidden reports files that programs leave behind, and read-me files: nothing reads them.
func Hidden(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasSuffix(name, "~") ||
		slices.Contains([]string{"readme.md", "readme.txt", "thumbs.db", "ehthumbs.db", "desktop.ini"}, lower)
}

// inFolder is a file that was found in a folder, among the others of it.
type inFolder struct {
	reading
	dir    string
	sub    string // the data folder, calendar, or empty for a place's own
	others listing
}

func (f inFolder) path() string { return path.Join(f.dir, f.name) }

// dataFolder sorts the files of scores/, events/ and so on.
func (r *reader) dataFolder(d *folder, sub string) {
	dir := path.Join(d.dir, sub)
	list, err := r.list(dir)
	if r.failed(err) || d.above && sub != "scheme" {
		return
	}
	var left []inFolder
	for _, e := range list {
		f := inFolder{reading{name: e.name}, dir, sub, list}
		switch {
		case e.broken:
			d.unread[path.Join(sub, e.name)] = true
		case Hidden(e.name):
		case e.dir:
			r.nested(d, f)
		case isRead(sub, e.name) && !f.copied():
			d.files[sub] = append(d.files[sub], e.name)
		default:
			f.reading = readingOf(sub, e.name)
			left = append(left, f)
		}
	}
	r.leftover(d, left)
}

// copied reports whether a file, which would be read under any name, is marked as a copy
// of another one beside it.
func (f inFolder) copied() bool {
	base, _ := bare(f.name)
	original, copied := uncopied(base)
	return copied && f.others.has(original+folderExt(f.sub))
}

// nested: the files of a data folder lie in it, and not in folders of it.
func (r *reader) nested(d *folder, f inFolder) {
	p := diag.Diagnostic{Position: at(f.path()), Code: "folder-name", Message: "“" + path.Base(f.dir) + "”里的文件夹“" + f.name + "”没有读"}
	switch {
	case !r.holdsData(f.path()):
		p = noteFolder(f.path())
	case r.copies(f.path(), f.dir):
		p.Severity, p.Message, p.Hint = diag.Note, p.Message+"；里面的文件和外面的一样", "移走这个文件夹就好"
	default:
		p.Hint = r.pour(f.path(), f.dir)
		d.unread[f.sub] = true
	}
	r.diags.Add(p)
}

// ownFile sorts a file in the folder of a place itself.
func (r *reader) ownFile(d *folder, name string, others listing) {
	switch {
	case Hidden(name):
	case isRead("", name) && d.dir != "data":
		d.files[""] = append(d.files[""], name)
	default:
		f := inFolder{readingOf("", name), d.dir, "", others}
		if !d.above || f.right == "place.toml" {
			r.leftover(d, []inFolder{f})
		}
	}
}

// leftover reports the files of one folder that are not read.
func (r *reader) leftover(d *folder, left []inFolder) {
	wanted := map[string][]string{}
	for _, f := range left {
		if f.right != "" && f.how != asOther {
			wanted[f.right] = append(wanted[f.right], f.name)
		}
	}
	for _, f := range left {
		if r.stray(d, f) {
			continue
		}
		rivals := wanted[f.right]
		problem := r.unread(f, rivals)
		if problem.Severity == diag.Error {
			d.miss(f)
		}
		if len(rivals) < 2 || rivals[0] == f.name || problem.Code != "copied-file" || f.others.has(f.right) {
			r.diags.Add(problem)
		}
	}
}

// miss remembers which file is not read.
func (d *folder) miss(f inFolder) {
	switch {
	case f.right == "":
		d.unread[f.sub] = f.sub != ""
	case !f.others.has(f.right):
		d.unread[path.Join(f.sub, f.right)] = true
	}
}

// unread reports why a file of the right folder is not read. wanted are all files there that want
// its right name.
func (r *reader) unread(f inFolder, wanted []string) diag.Diagnostic {
	p := diag.Diagnostic{Position: at(f.path()), Code: "file-name", Message: "文件名“" + f.name + "”不对，没有读"}
	switch {
	case f.how == shortcut:
		p.Message, p.Hint = "“"+f.name+"”是快捷方式，里面没有数据", "删去它，把原来的文件或文件夹放到这里"
	case !r.isData(f):
		p.Severity, p.Code = diag.Note, "unknown-file"
		p.Message, p.Hint = "不认识文件“"+f.name+"”，没有读", "不用它就移到 data 外面；这里可以放的是："+forms(f.sub)
	case f.others.has(f.right):
		return r.beside(f, p)
	case f.right == "":
		p.Hint = f.unnamed()
	case len(wanted) > 1:
		p.Code, p.Message = "copied-file", "文件“"+strings.Join(wanted, "”和“")+"”都像是“"+f.right+"”，都没有读"
		p.Hint = "看看哪一份对：对的那一份，文件名写 " + f.right + "；其余的移到 data 外面"
	case f.how == renamable:
		p.Hint = f.rename()
	default:
		p.Hint = f.mend("文件名写 " + f.right)
	}
	if p.Severity == diag.Error && f.how == workbook {
		p.Message = "表格文件“" + f.name + "”不能直接读"
	}
	return p
}

// rename is how to give a text its right name.
func (f inFolder) rename() string {
	hint := "改名为“" + f.right + "”"
	if ext := path.Ext(f.name); strings.EqualFold(ext, ".txt") && path.Ext(stem(f.name)) != "" || stem(f.name) == f.right {
		hint += "；在 Windows 的文件夹窗口里勾选“查看→文件扩展名”，才看得见 " + ext
	}
	return hint
}

// mend is how to come from a file that is no text to one that is, under its right name.
func (f inFolder) mend(name string) string {
	switch {
	case f.how == renamable:
	case folderExt(f.sub) == ".toml" || f.right == "place.toml":
		return "这里要的是文本文件：用记事本写，" + name
	case f.how == workbook:
		return "用 Excel 或 WPS 打开它，文件→另存为→保存类型选“CSV UTF-8（逗号分隔）”，" + name
	case f.how == asOther:
		return "这种文件读不了：照它在表格里录一份，另存为“CSV UTF-8（逗号分隔）”，" + name + "；原件移到 data 外面"
	}
	return name
}

// unnamed tells what to do if a file's name does not contain its period.
func (f inFolder) unnamed() string {
	ext := folderExt(f.sub)
	if f.sub == "distributions" || f.sub == "calendar" {
		return f.mend("文件名写年份，例如 2023" + ext)
	}
	if guess, ok := withYear(f.plain); ok {
		return f.mend("文件名要写明年份，2023 年的写 " + guess.String() + ext)
	}
	return f.mend("文件名写周期：" + periodForms + "，再加 " + ext)
}

// isData reports whether a file would hold data, by its name or by what is in it.
func (r *reader) isData(f inFolder) bool {
	period := likePeriod(f.plain)
	switch {
	case f.sub == "":
		return f.right != "" && f.how != asOther
	case f.how == asOther:
		return period && f.sub != "scheme"
	case f.how == workbook:
		return period && f.sub != "scheme" || f.sub == "events"
	}
	return period || path.Ext(f.name) == folderExt(f.sub) || homeOf(r.peek(f.path())) != ""
}

// beside reports that a file's right name is taken: a workbook is kept beside what was saved from
// it, and an equal copy is superfluous; about others the clerk decides.
func (r *reader) beside(f inFolder, p diag.Diagnostic) diag.Diagnostic {
	p.Severity, p.Code = diag.Note, "unknown-file"
	switch {
	case f.sub == "" && !scan.IsASCII(f.plain):
		p.Message, p.Hint = "“"+f.name+"”没有读，读的是“"+f.right+"”", "不用它就移到 data 外面"
	case f.how == workbook:
		p.Message, p.Hint = "表格文件“"+f.name+"”不能直接读", "读的是“"+f.right+"”；改了表格要重新另存"
	case f.how == asOther:
		p.Message, p.Hint = "“"+f.name+"”没有读", "读的是“"+f.right+"”；这一份可以移到 data 外面"
	case r.same(f.path(), path.Join(f.dir, f.right)):
		p.Code = "copied-file"
		p.Message, p.Hint = "“"+f.name+"”没有读，它的内容和“"+f.right+"”一样", "移走这一份就好"
	default:
		p.Severity, p.Code = diag.Error, "copied-file"
		p.Message = "“" + f.name + "”没有读：“" + f.right + "”已经有了，两份的内容不同"
		p.Hint = "打开两份看看哪一份对：对的那一份，文件名写 " + f.right + "；另一份移到 data 外面"
	}
	return p
}

// peek is a file's text; empty if it cannot be read.
func (r *reader) peek(name string) string {
	data, err := fs.ReadFile(r.site, name)
	if f := decoded(name, data, &diag.List{}); err == nil && f != nil {
		return newlines.Replace(f.text)
	}
	return ""
}

func (r *reader) same(a, b string) bool {
	text := r.peek(a)
	return text != "" && text == r.peek(b)
}
