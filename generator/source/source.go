// Package source reads a site's folder: bytes in, a *ledger.Book out.
//
// In: config.toml, data/ and content/ of an fs.FS, by the reading rules of formats.md: encodings,
// separators, headings, dates, points, yes and no, strict TOML. Out: a Book that is always
// usable, and all problems of all files in one list, each with its file, line, column (in
// characters), value and remedy.
//
// It checks only single values and the form of files. Package check checks whether a household,
// an item or an event exists, whether something occurs twice, and whether figures add up. If a
// value cannot be read, the error is reported and the row goes on: an unreadable cell of a sheet
// is in the Book as entered with 0 points, so that it is not reported again as missing. Rows
// without a readable key (户号; of an event 编号, 日期 and 项目; of a correction all but its reason; of a
// redemption 日期 and 商品; of a task 名称) are not in the Book.
//
// Rows of totals, remarks and headings are skipped with a note; one that may be a record after
// all is an error (formats.md, "Rows that are no records").
//
// It never guesses: a likely meaning is named in a hint.
package source

import (
	"errors"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// Read reads a site's folder. place limits it to one place path ("" for all): that place, the
// place.toml and scheme folders of those above it, all that is below it, and the articles below
// content/<place>/. It returns an error for trouble with the disk, and for a place that does not
// exist; what is wrong with the village's files is in the list.
func Read(site fs.FS, place string) (*ledger.Book, diag.List, error) {
	r := newReader(site, strings.Trim(place, "/"))
	r.shared()
	r.records()
	r.content()
	r.diags.Sort()
	return r.book, r.diags, errors.Join(r.errs...)
}

func newReader(site fs.FS, limit string) *reader {
	return &reader{site: site, limit: limit, book: &ledger.Book{Calendars: ledger.PublishedCalendars()}}
}

// reader is one reading of one site.
type reader struct {
	site  fs.FS
	limit string // a place's path; empty: the whole site
	book  *ledger.Book
	found

	misspelt  map[string]bool               // names of the site's folder that are right but for their case
	folders   []*folder                     // beside book.Places
	strays    []stray                       // of the first pass
	ownerless diag.List                     // data folders at the top
	real      map[string]string             // the folders of places, links followed → as they are found
	heads     map[string]map[string]headRow // place → household → its row in the file of names
}

// found is what a reading reports: what is wrong with the village's files, and trouble with the disk.
type found struct {
	diags diag.List
	errs  []error
}

func (f *found) add(other found) {
	f.diags = append(f.diags, other.diags...)
	f.errs = append(f.errs, other.errs...)
}

// failed notes trouble with the disk, if there is any.
func (f *found) failed(err error) bool {
	if err != nil {
		f.errs = append(f.errs, err)
	}
	return err != nil
}

// folder is the content of a place's folder, found in the first pass.
type folder struct {
	dir     string
	place   *ledger.Place       // nil if the folder has none
	above   bool                // above the limit: only its place.toml and schemes are read
	files   map[string][]string // data folder ("" the place's own) → file names
	unread  ledger.Unread       // the place's own
	lawless bool                // rules that may govern the place cannot be read
	strays  []stray             // of the second pass
}

// shared reads what places share: the settings, their calendars and rules.
func (r *reader) shared() {
	r.top()
	r.exceptions()
	r.config()
	r.places()
	r.names()
}

// records reads what depends on places and schemes, one place beside the other.
func (r *reader) records() {
	out := make([]found, len(r.folders))
	together(len(out), 8, func(i int) { out[i] = r.recordsOf(r.folders[i], r.folders[i].place) })
	for _, o := range out {
		r.add(o)
	}
	r.settle()
	r.settleFolders()
}

// together does n things, so many at a time.
func together(n, workers int, do func(i int)) {
	var work errgroup.Group
	work.SetLimit(workers)
	for i := range n {
		work.Go(func() error {
			do(i)
			return nil
		})
	}
	work.Wait()
}

// recordsOf reads one place's tables and notices into p.
func (r *reader) recordsOf(d *folder, p *ledger.Place) (out found) {
	p.SetHouseholds(nil)
	if d.above {
		return out
	}
	// One file is read beside the other, and put into p in the order of their names.
	each := func(sub string, names []string, read func(f *file, name string) (put func())) {
		puts, founds := make([]func(), len(names)), make([]found, len(names))
		together(len(names), runtime.GOMAXPROCS(0), func(i int) { puts[i] = r.one(d, sub, names[i], &founds[i], read) })
		for i, put := range puts {
			put()
			out.add(founds[i])
		}
	}
	inTurn := func(read func(f *file, name string)) func(f *file, name string) func() {
		return func(f *file, name string) func() { return func() { read(f, name) } }
	}
	p.HasMembers = slices.Contains(d.files[""], "members.csv")
	if name := "households.csv"; slices.Contains(d.files[""], name) {
		each("", []string{name}, inTurn(func(f *file, _ string) { readHouseholds(f, p) }))
	}
	r.fillHeads(p, &out.diags)
	others := slices.DeleteFunc(slices.Clone(d.files[""]), func(name string) bool { return own[name] == nil })
	each("", others, inTurn(func(f *file, name string) { own[name](f, p) }))
	each("scores", d.files["scores"], sheetInto(p, p.Sheets))
	each("declared", d.files["declared"], sheetInto(p, p.Declared))
	each("events", d.files["events"], func(f *file, _ string) func() {
		events := readEvents(f, p)
		return func() { p.Events = append(p.Events, events...) }
	})
	each("notices", d.files["notices"], inTurn(func(f *file, name string) { readNotice(f, p, stem(name)) }))
	each("distributions", d.files["distributions"], inTurn(func(f *file, name string) { readDistribution(f, p, stem(name)) }))
	return out
}

// own are the readers of the tables beside the register.
var own = map[string]func(*file, *ledger.Place){
	"members.csv": readMembers, "rewards.csv": readRewards, "seals.csv": readSeals, "salts.csv": readSalts,

	"corrections.csv": func(f *file, p *ledger.Place) { p.Corrections = collect(f, correctionColumns, p, row.correction) },
	"redemptions.csv": func(f *file, p *ledger.Place) { p.Redemptions = collect(f, redemptionColumns, p, row.redemption) },
	"tasks.csv":       func(f *file, p *ledger.Place) { p.Tasks = collect(f, taskColumns, nil, row.task) },
}

// collect reads the rows of a table by a function, and keeps those that have all that a record needs.
func collect[T any](f *file, want []column, p *ledger.Place, read func(row) *T) (list []*T) {
	for r := range openTable(f, want, p, nil).rows {
		r.demand()
		if one := read(r); !r.lost {
			list = append(list, one)
		}
	}
	return list
}

// sheetInto reads a sheet, to be put among those of its kind.
func sheetInto(p *ledger.Place, sheets map[ledger.Period]*ledger.Sheet) func(*file, string) func() {
	return func(f *file, name string) func() {
		s := readSheet(f, p, stem(name))
		return func() { sheets[s.Period] = s }
	}
}

// one reads a file of one of a place's data folders.
func (r *reader) one(d *folder, sub, name string, out *found, read func(f *file, name string) (put func())) func() {
	unread := func() { d.place.Unread[path.Join(sub, name)] = true }
	f := r.open(path.Join("data", d.place.Path, sub, name), out)
	if f == nil {
		return unread
	}
	f.lawless = d.lawless
	if s := d.misread(f, sub, name); s != nil {
		return func() { d.strays = append(d.strays, *s) }
	}
	put := read(f, name)
	return func() {
		if put(); f.unread {
			unread()
		}
	}
}

// there reports whether there is a file, or what may be one.
func (r *reader) there(name string) bool {
	_, err := fs.Stat(r.site, name)
	return !errors.Is(err, fs.ErrNotExist)
}

// open reads and decodes one file. It returns nil if its text cannot be used, which it reports.
func (r *reader) open(name string, out *found) *file {
	var data []byte
	err := disk.Patiently(func() (err error) {
		data, err = fs.ReadFile(r.site, name)
		return err
	})
	if out.failed(err) {
		return nil
	}
	f := decoded(name, data, &out.diags)
	if f != nil {
		r.guard(f)
	}
	return f
}

// decoded is a file's text; nil if it cannot be used, which it reports.
func decoded(name string, data []byte, diags *diag.List) *file {
	f := &file{path: name, diags: diags}
	text, bad := scan.Decode(data, path.Ext(name))
	if bad != nil {
		f.spoilt(bad)
		return nil
	}
	f.text = text
	return f
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }
