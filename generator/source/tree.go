package source

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// places finds the places below data/, reads their place.toml and schemes, and notes
// which other files they hold.
func (r *reader) places() {
	entries, err := r.list("data")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if !r.misspelt["data"] {
			r.diags.Add(diag.Diagnostic{Position: at("data"), Code: "missing-file",
				Message: "没有找到 data 文件夹", Hint: "看看站点的文件夹对不对；各村的数据放在 data 里"})
		}
		return
	case r.failed(err):
		return
	}
	r.alike("data", entries)
	r.real = map[string]string{}
	root := &folder{dir: "data", unread: ledger.Unread{}}
	for _, e := range entries {
		switch {
		case e.passed() || !r.concerns(path.Join("data", e.name)) && e.name != "calendar", path.Join("data", e.name) == exceptionsFile:
		case e.dir && e.name == "calendar":
			r.calendars()
		case e.dir && !r.misnamed(root, e, entries):
			r.place(e.name, nil)
		case !e.dir && r.limit == "":
			r.ownFile(root, e.name, entries)
		}
	}
	slices.SortFunc(r.book.Places, func(a, b *ledger.Place) int { return cmp.Compare(a.Path, b.Path) })
	if r.limit != "" && r.book.Place(r.limit) == nil {
		r.failed(r.noPlace())
	}
}

// noPlace reports that there is no such place, and which there are.
func (r *reader) noPlace() error {
	const most = 5
	var there []string
	fs.WalkDir(r.site, "data", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && e.Name() == "place.toml" {
			there = append(there, strings.TrimPrefix(path.Dir(name), "data/"))
		}
		return nil
	})
	slices.Sort(there)
	names := strings.Join(there[:min(most, len(there))], "、")
	switch {
	case len(there) == 0:
		return fmt.Errorf("没有“%s”这个地方，data 里还没有地方", r.limit)
	case len(there) > most:
		return fmt.Errorf("没有“%s”这个地方：写 data 下面的路径，例如 %s", r.limit, names)
	}
	return fmt.Errorf("没有“%s”这个地方，有的是 %s", r.limit, names)
}

// place reads the folder data/<where> and those below it.
func (r *reader) place(where string, parent *ledger.Place) {
	dir := path.Join("data", where)
	if !r.concerns(dir) {
		return
	}
	entries, err := r.list(dir)
	switch {
	case r.failed(err):
		return
	case !r.holdsData(dir):
		r.diags.Add(noteFolder(dir))
		return
	case !r.folderName(where):
		return
	}
	d := &folder{
		dir: dir, above: r.limit != "" && strings.HasPrefix(r.limit, where+"/"),
		files: map[string][]string{}, unread: ledger.Unread{},
	}
	below := r.sort(d, entries)
	if len(d.files) > 0 || d.unread["place.toml"] {
		r.twin(dir)
		parent = r.newPlace(d, where, parent)
	}
	r.alike(dir, entries)
	for _, name := range below {
		r.place(path.Join(where, name), parent)
	}
}

// sort sorts the content of a place's folder: its files, its data folders, and those below that
// may be places.
func (r *reader) sort(d *folder, list listing) (below []string) {
	for _, e := range list {
		switch {
		case e.broken:
			d.unread[e.name] = true
		case e.dir && slices.Contains(dataFolders, e.name):
			r.dataFolder(d, e.name)
		case !e.dir:
			r.ownFile(d, e.name, list)
		case !Hidden(e.name) && !r.misnamed(d, e, list):
			below = append(below, e.name)
		}
	}
	return below
}

// newPlace reads a place's place.toml and schemes. A place without a readable
// place.toml is in the book under its folder's name, so that its other files are read.
func (r *reader) newPlace(d *folder, where string, parent *ledger.Place) *ledger.Place {
	dir := path.Join("data", where)
	p := (&ledger.Place{
		Section: ledger.SectionAt(at(path.Join(dir, "place.toml"))),
		Path:    where, Name: path.Base(where), Kind: placeKinds[0], Parent: parent,
		Publicity: defaultPublicity(), Unread: d.unread,
	}).Fresh()
	if parent != nil {
		p.Joined, p.Stage, p.Contact, p.Publicity = parent.Joined, parent.Stage, parent.Contact, parent.Publicity
	}
	d.place = p
	r.folders = append(r.folders, d)
	r.book.Places = append(r.book.Places, p)
	if slices.Contains(d.files[""], "place.toml") {
		f := r.open(p.File, &r.found)
		if f == nil || !readTOML(f, p, (*section).placeFile) {
			d.unread["place.toml"] = true
		}
	} else if !d.unread["place.toml"] {
		r.diags.Add(diag.Diagnostic{Position: at(dir), Code: "missing-file",
			Message: "这个文件夹里有数据，却没有 place.toml", Hint: "加上 place.toml，写明 name 和 kind；或把文件移到所属的村"})
	}
	if parent != nil {
		parent.Children = append(parent.Children, p)
	}
	r.schemes(d)
	d.lawless = p.RulesUnread()
	return p
}

// schemes reads a place's versions of the rules, in order of their effective dates.
func (r *reader) schemes(d *folder) {
	for _, name := range d.files["scheme"] {
		s := &ledger.Scheme{Place: d.place, Name: stem(name)}
		f := r.open(path.Join("data", d.place.Path, "scheme", name), &r.found)
		readable := f != nil && readTOML(f, s, (*section).scheme)
		if readable {
			d.place.Schemes = append(d.place.Schemes, s)
		}
		if !readable || !s.TellsItems() { // check tells so
			d.unread["scheme/"+name] = true
		}
	}
	slices.SortStableFunc(d.place.Schemes, func(a, b *ledger.Scheme) int { return cmp.Compare(a.Effective, b.Effective) })
}

func (r *reader) calendars() {
	d := &folder{dir: "data", files: map[string][]string{}, unread: ledger.Unread{}}
	r.dataFolder(d, "calendar")
	known := ledger.PublishedCalendars()
	for _, name := range d.files["calendar"] {
		year, _ := yearOf(stem(name))
		if f := r.open(path.Join("data/calendar", name), &r.found); f != nil {
			r.book.Calendars[year] = readCalendar(f, year, known)
		}
	}
}
