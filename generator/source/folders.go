package source

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// dataFolders are the folders of a place that are not places.
var dataFolders = []string{"scheme", "scores", "declared", "events", "notices", "distributions"}

// reservedFolders cannot be places: the site uses these names itself.
var reservedFolders = slices.Compact(slices.Sorted(slices.Values(
	slices.Concat(ledger.PageFolders, dataFolders, []string{"calendar", "help"}))))

var folderForm = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// top checks the names in the site's own folder that are read. Windows and macOS find Data, and
// Linux does not, so a name with the wrong case is an error everywhere.
func (r *reader) top() {
	found, err := fs.ReadDir(r.site, ".")
	r.failed(err)
	r.misspelt = map[string]bool{}
	hasConfig := slices.ContainsFunc(found, func(e fs.DirEntry) bool { return strings.EqualFold(e.Name(), "config.toml") })
	for _, e := range found {
		lower := strings.ToLower(e.Name())
		switch base, how := bare(lower); {
		case !hasConfig && !e.IsDir() && how == renamable && (base == "config" || oneSlip(base, "config")):
			r.misspelt["config.toml"] = true
			f := inFolder{reading: reading{name: e.Name(), base: base, right: "config.toml"}}
			r.diags.Add(diag.Diagnostic{Position: at(e.Name()), Code: "file-name",
				Message: "文件名“" + e.Name() + "”不对，没有读", Hint: f.rename()})
		case !slices.Contains([]string{"config.toml", "data", "content", "themes"}, lower):
		case lower != e.Name():
			r.misspelt[lower] = true
			r.diags.Add(diag.Diagnostic{Position: at(e.Name()), Code: "file-name",
				Message: "“" + e.Name() + "”要用小写，否则有的电脑读不到它", Hint: "改名为“" + lower + "”"})
		case maybeLink(e.Type()):
			if _, err := r.follow(lower); err != nil {
				r.badLink(lower, err)
			}
		}
	}
}

// folderName reports a folder whose name cannot be a place's address.
func (r *reader) folderName(where string) bool {
	name := path.Base(where)
	message, hint := "", "换一个文件夹名，例如用村名的拼音"
	original, copied := uncopied(number(name))
	switch _, err := fs.Stat(r.site, path.Join("data", path.Dir(where), original)); {
	case copied && err == nil:
		message, hint = "文件夹“"+name+"”像是“"+original+"”的副本，没有读", "对照着看看，有用的改到“"+original+"”里，再把这一份移到 data 外面"
	case copied && folderForm.MatchString(original):
		message, hint = "文件夹名“"+name+"”不对，没有读", "改名为“"+original+"”"
	default:
		bad := FolderName(name)
		if bad == nil {
			return true
		}
		message = bad.Error()
	}
	r.diags.Add(diag.Diagnostic{Position: at(path.Join("data", where)), Code: "folder-name", Message: message, Hint: hint})
	return false
}

// FolderName returns why a folder's name cannot be a place's address, or nil if it can.
func FolderName(name string) error {
	lower := strings.ToLower(name)
	switch {
	case !folderForm.MatchString(name):
		return errors.New("文件夹名“" + name + "”只能用英文字母、数字、“-”和“_”")
	case slices.Contains(reservedFolders, lower) || slices.Contains(reservedIDs, lower):
		return errors.New("文件夹名“" + name + "”是留作他用的，不能作地方的名字")
	}
	return nil
}

// misnamed reports a folder with data whose name is nearly a data folder's, or that is in the
// wrong place, and returns false if it may be a place.
func (r *reader) misnamed(d *folder, e entry, beside listing) bool {
	right, full := known(e.name, append([]string{"calendar"}, dataFolders...)), path.Join(d.dir, e.name)
	if right == "" || r.isPlace(full) || !r.holdsData(full) {
		return false
	}
	p := diag.Diagnostic{Position: at(full), Code: "folder-name", Message: "文件夹名“" + e.name + "”不对，里面的文件没有读"}
	atTop := d.dir == "data"
	switch {
	case (right == "calendar") != atTop:
		p.Message = "文件夹“" + e.name + "”放错了地方，里面的文件没有读"
		p.Hint = "移到“data/calendar”"
		if atTop {
			r.ownerless = append(r.ownerless, p)
			return true
		}
	case beside.has(right):
		p.Hint = "这里已经有文件夹“" + right + "”；" + r.pour(full, path.Join(d.dir, right))
	default:
		p.Hint = "改名为“" + right + "”"
	}
	if !atTop {
		if d.above && right != "scheme" {
			return true
		}
		d.unread[right] = true
	}
	r.diags.Add(p)
	return true
}

// settleFolders reports for each data folder at the top where it belongs: in the only place that
// lacks one, known by the folder's name.
func (r *reader) settleFolders() {
	for _, p := range r.ownerless {
		name := known(path.Base(p.File), dataFolders)
		var lacking []*folder
		for _, d := range r.folders {
			if !d.above && len(d.files[name]) == 0 && (name == "scheme" || len(d.place.Children) == 0) {
				d.unread[name] = true
				lacking = append(lacking, d)
			}
		}
		p.Hint = "移到所属的村的文件夹里，例如 data/zhongping/" + name
		if len(lacking) == 1 {
			into := path.Join(lacking[0].dir, name)
			p.Hint = "移到“" + into + "”"
			if _, err := fs.Stat(r.site, into); err == nil {
				p.Hint = r.pour(p.File, into)
			}
		}
		r.diags.Add(p)
	}
}

// pour tells how to empty one folder into another, unless files would have the same name.
func (r *reader) pour(from, into string) string {
	here, _ := r.list(from)
	there, _ := r.list(into)
	for _, e := range here {
		if there.has(e.name) {
			return "打开两边的“" + e.name + "”看看哪一份对：对的留在“" + into + "”里，其余的移到 data 外面"
		}
	}
	return "把里面的文件移到“" + into + "”"
}

// copies reports whether a folder has only files that another one has too.
func (r *reader) copies(dir, of string) bool {
	list, err := r.list(dir)
	return err == nil && !slices.ContainsFunc(list, func(e entry) bool {
		return !Hidden(e.name) && (e.dir || !r.same(path.Join(dir, e.name), path.Join(of, e.name)))
	})
}

// isPlace reports whether a folder itself is a place.
func (r *reader) isPlace(dir string) bool {
	list, err := r.list(dir)
	return err == nil && slices.ContainsFunc(list, func(e entry) bool { return !e.dir && strings.EqualFold(e.name, "place.toml") })
}

// holdsData reports whether a folder, or one in it, holds what looks like data.
func (r *reader) holdsData(dir string) bool {
	list, err := r.list(dir)
	if err != nil {
		return false
	}
	for _, e := range list {
		base, how := bare(e.name)
		switch {
		case e.passed() || how == asOther:
		case e.dir && (slices.Contains(dataFolders, strings.ToLower(e.name)) || r.holdsData(path.Join(dir, e.name))):
			return true
		case !e.dir && (known(base, placeFiles) != "" || likePeriod(base) || how == shortcut ||
			slices.Contains([]string{".csv", ".toml", ".tsv"}, strings.ToLower(path.Ext(e.name)))):
			return true
		}
	}
	return false
}

func noteFolder(dir string) diag.Diagnostic {
	return diag.Diagnostic{Position: at(dir), Severity: diag.Note, Code: "unknown-folder",
		Message: "文件夹“" + path.Base(dir) + "”里没有要读的文件", Hint: "不用它就移到 data 外面"}
}

// alike reports folders that differ only in case, which are the same on Windows.
func (r *reader) alike(dir string, list listing) {
	seen := map[string]string{}
	for _, e := range list {
		lower := strings.ToLower(e.name)
		if first, twice := seen[lower]; twice && e.dir && !slices.Contains(dataFolders, lower) {
			r.diags.Add(diag.Diagnostic{Position: at(path.Join(dir, e.name)), Code: "folder-name",
				Message: "文件夹名“" + e.name + "”和“" + first + "”只差大小写", Hint: "改掉其中一个"})
		}
		seen[lower] = e.name
	}
}
