package source

import (
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// stray is a file in a folder where it is not read. Whose it is can be determined once all
// notices and sheets are known.
type stray struct {
	inFolder
	d    *folder // the folder in which it lies, or in a data folder of which
	home string  // the data folder to which it belongs; empty: a place's own
	want string  // its name there
}

// stray takes a file that belongs in another folder, and returns false if it does not.
func (r *reader) stray(d *folder, f inFolder) bool {
	home, want := "", ""
	switch {
	case f.how != renamable && f.how != workbook || f.sub == "calendar":
		return false
	case f.sub == "" && f.right != "":
		if want = f.right; d.dir != "data" {
			return false
		}
	case f.sub == "":
		home = r.homeByName(f)
	default:
		if i := slices.IndexFunc(placeFiles, func(t string) bool { return strings.EqualFold(f.base, stem(t)) }); i >= 0 {
			want = placeFiles[i]
		} else if f.how == renamable {
			home = homeOf(r.peek(f.path()))
		}
	}
	if want == "" {
		if home == "" || home == f.sub || home == "scores" && f.sub == "declared" {
			return false
		}
		want = readingOf(home, f.name).right
	}
	if want == "" && f.sub == "" {
		return r.nameless(d, f, home)
	}
	if want != "" {
		r.strays = append(r.strays, stray{f, d, home, want})
	}
	return want != ""
}

// nameless reports a file of a data folder that lies beside it, and whose name tells no period.
func (r *reader) nameless(d *folder, f inFolder, home string) bool {
	f.sub = home
	d.unread[home] = true
	hint := "把它移到 " + path.Join(d.dir, home) + " 文件夹里，"
	if d.dir == "data" {
		hint = "把它移到所属的村的 " + home + " 文件夹里，"
	}
	r.diags.Add(diag.Diagnostic{Position: at(f.path()), Code: "misplaced-file",
		Message: "“" + f.name + "”放错了文件夹，没有读", Hint: hint + f.unnamed()})
	return true
}

// homeByName is the data folder of a file that is named as a period's files are, or that holds
// what only one of them holds.
func (r *reader) homeByName(f inFolder) string {
	p, ok := namedPeriod(f.base)
	switch {
	case !ok && f.how == renamable:
		home := homeOf(r.peek(f.path()))
		if home == "scores" && known(f.base, dataFolders) != home {
			return "" // many a list has a 户号
		}
		return home
	case !ok || f.how == workbook && p.Cycle == ledger.Year:
		return ""
	case f.how == workbook:
		return "scores"
	}
	if home := homeOf(r.peek(f.path())); home != "" {
		return home
	}
	return map[string]string{".csv": "scores", ".toml": "notices"}[path.Ext(f.name)]
}

// misread takes a table that would be read as another one, since it lies in a wrong
// data folder, or as that of a town, which has no households of its own.
func (d *folder) misread(f *file, sub, name string) *stray {
	home := homeOf(f.text)
	if home == "scores" && sub == "declared" {
		home = sub
	}
	if sub == "" || home == "" || home == sub && (path.Ext(name) != ".csv" || !d.isTown()) {
		return nil
	}
	right := readingOf(home, name).right
	if right == "" {
		return nil
	}
	at := inFolder{readingOf(sub, name), path.Dir(f.path), sub, nil}
	return &stray{at, d, home, right}
}

// isTown reports whether a place has others below it and no households.
func (d *folder) isTown() bool {
	return len(d.place.Children) > 0 && !slices.Contains(d.files[""], "households.csv") && !d.unread["households.csv"]
}

// settle reports where each stray belongs.
func (r *reader) settle() {
	strays := r.strays
	for _, d := range r.folders {
		strays = append(strays, d.strays...)
	}
	taken := map[string]string{} // where strays belong → the first that does
	for _, s := range strays {
		p := diag.Diagnostic{Position: at(s.path()), Code: "misplaced-file", Message: "“" + s.name + "”放错了文件夹，没有读"}
		to, may := r.owner(s)
		for _, d := range may {
			d.unread[path.Join(s.home, s.want)] = true
		}
		if to == nil {
			p.Hint = strings.Replace("把它移到所属的村的 "+s.home+" 文件夹里，文件名写 ", "  文件夹", "文件夹", 1) + s.want +
				"；那里已经有的，打开两份看看哪一份对，另一份移到 data 外面"
			r.diags.Add(p)
			continue
		}
		target, below := to.path(s), path.Join(s.home, s.want)
		switch {
		case to.holds(s):
			p = r.twice(s, target, p)
		case taken[target] != "":
			p = r.twice(s, taken[target], p)
		case to.unread[below]:
			p.Hint = "另外还有一份也该是“" + target + "”：看看哪一份对，对的放到那里，其余的移到 data 外面"
		case s.how == workbook:
			p.Hint = s.mend("存成 " + target)
		default:
			p.Hint = "移到“" + target + "”"
		}
		taken[target], to.unread[below] = s.path(), true
		r.diags.Add(p)
	}
}

// twice reports that the right folder has such a file already.
func (r *reader) twice(s stray, there string, p diag.Diagnostic) diag.Diagnostic {
	switch {
	case s.how == workbook:
		p.Severity, p.Code = diag.Note, "unknown-file"
		p.Message, p.Hint = "表格文件“"+s.name+"”不能直接读", "读的是“"+there+"”；改了表格要重新另存"
	case r.same(s.path(), there):
		p.Severity, p.Message = diag.Note, "“"+s.name+"”放错了文件夹，没有读；它的内容和“"+there+"”一样"
		p.Hint = "移走这一份就好"
	default:
		p.Message = "“" + s.name + "”放错了文件夹，没有读；“" + there + "”已经有了，两份的内容不同"
		p.Hint = "打开两份看看哪一份对：对的留在“" + there + "”，另一份移到 data 外面"
	}
	return p
}

func (d *folder) path(s stray) string { return path.Join(d.dir, s.home, s.want) }

func (d *folder) holds(s stray) bool { return slices.Contains(d.files[s.home], s.want) }

// owner is the place to which a stray most likely belongs: the one in whose folder it
// lies, or the only one below that lacks it; nil if that is not plain, with those that may.
func (r *reader) owner(s stray) (to *folder, may []*folder) {
	if p := s.d.place; p != nil && (s.home == "scheme" || len(p.Children) == 0 || slices.Contains(s.d.files[""], "households.csv")) {
		return s.d, nil
	}
	var below, lacking []*folder
	for _, d := range r.folders {
		if d.above || !strings.HasPrefix(d.dir+"/", s.d.dir+"/") || d == s.d {
			continue
		}
		below = append(below, d)
		if d.lacks(s) {
			lacking = append(lacking, d)
		}
	}
	switch {
	case len(below) == 1:
		return below[0], nil
	case len(lacking) == 1:
		return lacking[0], nil
	}
	return nil, lacking
}

// lacks reports whether a place needs such a file as a stray is: one of its own tables,
// or the sheet of a period that it posted.
func (d *folder) lacks(s stray) bool {
	p := d.place
	if d.holds(s) || len(p.Children) > 0 {
		return false
	}
	if s.home != "scores" {
		return true
	}
	period, _ := ledger.ParsePeriod(stem(s.want))
	return p.Notices[period] != nil
}
