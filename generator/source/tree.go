package source

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// dataFolders are the folders of a place that are no places.
var dataFolders = []string{"scheme", "scores", "declared", "events", "notices", "distributions"}

// reservedFolders cannot be places: the site uses these names itself.
var reservedFolders = []string{
	"h", "data", "notices", "honours", "distribution", "scheme", "scores", "events", "declared", "calendar", "help",
	"distributions",
}

var folderForm = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// places finds the places below data/, reads their place.toml and schemes, and notes
// which other files they hold.
func (r *reader) places() error {
	entries, err := fs.ReadDir(r.site, "data")
	if errors.Is(err, fs.ErrNotExist) {
		r.diags.Add(diag.Diagnostic{Position: at("data"), Code: "missing-file",
			Message: "没有找到 data 文件夹", Hint: "看看站点的文件夹对不对；各村的数据放在 data 里"})
		return nil
	}
	if err != nil {
		return fmt.Errorf("listing data: %w", err)
	}
	r.alike("data", entries)
	var errs []error
	for _, e := range entries {
		switch {
		case hidden(e.Name()):
		case e.IsDir() && e.Name() == "calendar":
			errs = append(errs, r.calendars())
		case e.IsDir():
			errs = append(errs, r.place(e.Name(), nil))
		default:
			r.unknownFile("data", e.Name(), nil)
		}
	}
	slices.SortFunc(r.book.Places, func(a, b *ledger.Place) int { return cmp.Compare(a.Path, b.Path) })
	if r.limit != "" && r.book.Place(r.limit) == nil {
		errs = append(errs, fmt.Errorf("没有“%s”这个地方：写 data 下面的路径，例如 town/village", r.limit))
	}
	return errors.Join(errs...)
}

// place reads the folder data/<where> and those below it.
func (r *reader) place(where string, parent *ledger.Place) error {
	above := strings.HasPrefix(r.limit+"/", where+"/") && where != r.limit
	if !above && r.limit != "" && where != r.limit && !strings.HasPrefix(where, r.limit+"/") {
		return nil
	}
	dir := path.Join("data", where)
	entries, err := fs.ReadDir(r.site, dir)
	if err != nil {
		return fmt.Errorf("listing %s: %w", dir, err)
	}
	if !r.folderName(where) {
		return nil
	}
	d := &folder{above: above, files: map[string][]string{}}
	var errs []error
	for _, e := range entries {
		if e.IsDir() && slices.Contains(dataFolders, e.Name()) {
			errs = append(errs, r.dataFolder(d, dir, e.Name()))
		} else if !e.IsDir() {
			r.ownFile(d, dir, e.Name(), entries)
		}
	}
	if len(d.files) > 0 {
		p, err := r.newPlace(d, where, parent)
		errs, parent = append(errs, err), p
	}
	r.alike(dir, entries)
	for _, e := range entries {
		if e.IsDir() && !slices.Contains(dataFolders, e.Name()) && !hidden(e.Name()) {
			errs = append(errs, r.place(path.Join(where, e.Name()), parent))
		}
	}
	return errors.Join(errs...)
}

// folderName reports a folder whose name cannot be a place's address.
func (r *reader) folderName(where string) bool {
	name := path.Base(where)
	lower := strings.ToLower(name)
	message, hint := "", "换一个文件夹名，例如用村名的拼音"
	switch {
	case !folderForm.MatchString(name):
		message = "文件夹名“" + name + "”只能用英文字母、数字、“-”和“_”"
	case slices.Contains(dataFolders, lower) && name != lower:
		message, hint = "文件夹名“"+name+"”要用小写", "改成 "+lower
	case slices.Contains(reservedFolders, lower) || slices.Contains(reservedIDs, lower):
		message = "文件夹名“" + name + "”是留作他用的，不能作地方的名字"
		if lower == "calendar" {
			hint = "日历放在 data/calendar"
		}
	default:
		return true
	}
	r.diags.Add(diag.Diagnostic{Position: at(path.Join("data", where)), Code: "folder-name", Message: message, Hint: hint})
	return false
}

// alike reports folders that differ in the case of letters alone, which are one and the
// same on Windows.
func (r *reader) alike(dir string, entries []fs.DirEntry) {
	seen := map[string]string{}
	for _, e := range entries {
		lower := strings.ToLower(e.Name())
		if first, twice := seen[lower]; twice && e.IsDir() {
			r.diags.Add(diag.Diagnostic{Position: at(path.Join(dir, e.Name())), Code: "folder-name",
				Message: "文件夹名“" + e.Name() + "”和“" + first + "”只差大小写", Hint: "改掉其中一个"})
		}
		seen[lower] = e.Name()
	}
}

// newPlace reads a place's place.toml and schemes. A place without a readable
// place.toml is in the book under its folder's name, so that its other files are read.
func (r *reader) newPlace(d *folder, where string, parent *ledger.Place) (*ledger.Place, error) {
	dir := path.Join("data", where)
	p := &ledger.Place{
		Position: at(path.Join(dir, "place.toml")), Keys: ledger.Keys{},
		Path: where, Name: path.Base(where), Kind: placeKinds[0], Parent: parent,
		Publicity: defaultPublicity(),
		Sheets:    map[ledger.Period]*ledger.Sheet{}, Declared: map[ledger.Period]*ledger.Sheet{},
		Notices: map[ledger.Period]*ledger.Notice{}, Distributions: map[int]*ledger.Distribution{},
	}
	d.place = p
	r.folders = append(r.folders, d)
	r.book.Places = append(r.book.Places, p)
	var errs []error
	if slices.Contains(d.files[""], "place.toml") {
		f, err := r.open(p.File, &r.diags)
		errs = append(errs, err)
		if f != nil {
			if s := parseTOML(f); s != nil {
				readPlace(s, p)
			}
		}
	} else {
		r.diags.Add(diag.Diagnostic{Position: at(dir), Code: "missing-file",
			Message: "这个文件夹里有数据，却没有 place.toml", Hint: "加上 place.toml，写明 name 和 kind；或把文件移到所属的村"})
	}
	inherit(p)
	if parent != nil {
		parent.Children = append(parent.Children, p)
	}
	return p, errors.Join(append(errs, r.schemes(d))...)
}

// schemes reads a place's versions of the rules, in order of their effective dates.
func (r *reader) schemes(d *folder) error {
	var errs []error
	for _, name := range d.files["scheme"] {
		f, err := r.open(path.Join("data", d.place.Path, "scheme", name), &r.diags)
		errs = append(errs, err)
		if f == nil {
			continue
		}
		if s := readScheme(f, d.place, stem(name)); s != nil {
			d.place.Schemes = append(d.place.Schemes, s)
		}
	}
	slices.SortStableFunc(d.place.Schemes, func(a, b *ledger.Scheme) int { return cmp.Compare(a.Effective, b.Effective) })
	return errors.Join(errs...)
}

// calendars reads data/calendar/.
func (r *reader) calendars() error {
	entries, err := fs.ReadDir(r.site, "data/calendar")
	if err != nil {
		return fmt.Errorf("listing data/calendar: %w", err)
	}
	known := ledger.PublishedCalendars()
	var errs []error
	for _, e := range entries {
		year, ok := yearOf(stem(e.Name()))
		if e.IsDir() || path.Ext(e.Name()) != ".toml" || !ok {
			r.unknownFile("data/calendar", e.Name(), nil)
			continue
		}
		f, err := r.open(path.Join("data/calendar", e.Name()), &r.diags)
		errs = append(errs, err)
		if f != nil {
			r.book.Calendars[year] = readCalendar(f, year, known)
		}
	}
	return errors.Join(errs...)
}
