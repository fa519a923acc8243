package convert

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Site is what this room has to know of a site. Main hands the readings of package source in,
// since rooms on one floor never meet.
type Site struct {
	Files fs.FS
	Book  *ledger.Book
	Table func(path string, data []byte) (*ledger.Table, diag.List)
	Same  func(heading, a, b string) bool // whether two texts of a column mean the same
	Date  func(text string) (ledger.Date, error)
	Key   func(id string) string // an id as it is compared
	Day   ledger.Date            // of an import
}

// Form is a workbook of ours for a place and a period: what it holds as it is exported, which
// is also the ancestor of what comes back.
type Form struct {
	site   *Site
	Place  *ledger.Place
	Period ledger.Period
	Blank  bool // without what was entered already, for paper
	sheets []*sheet
}

// sheet is one table of a form.
type sheet struct {
	*kind
	target  string // the file into which new rows go
	files   map[string]string
	columns []column
	lines   []line
}

// line is a row: the file in which it is a record ("": in none yet), and its cells beside the
// sheet's columns.
type line struct {
	file  string
	cells []string
}

// Form gathers what there is of a place and a period. Where the list has errors a file cannot
// be read, and there is no form.
func (s *Site) Form(p *ledger.Place, period ledger.Period, blank bool) (*Form, diag.List) {
	f := &Form{site: s, Place: p, Period: period, Blank: blank}
	var list diag.List
	for _, k := range kinds {
		sh, wrong := s.gather(f, k)
		list = append(list, wrong.Errors()...)
		if sh != nil {
			f.sheets = append(f.sheets, sh)
		}
	}
	return f, list
}

// gather reads the files of one kind; nil if the place has no use for them.
func (s *Site) gather(f *Form, k *kind) (*sheet, diag.List) {
	sh := &sheet{kind: k, files: map[string]string{}}
	var list diag.List
	var tables []*ledger.Table
	names := s.filesOf(f, k)
	for _, name := range names {
		data, err := fs.ReadFile(s.Files, name)
		if err != nil {
			list.Add(diag.Diagnostic{Position: diag.At(name, 0, 0), Code: "missing-file", Message: "这个文件读不出来：" + err.Error()})
			continue
		}
		t, wrong := s.Table(name, data)
		if list = append(list, wrong...); t == nil {
			continue
		}
		sh.files[name] = digest(data)
		tables = append(tables, t)
	}
	if (len(tables) == 0 || k.file == "corrections.csv") && !f.wants(k) {
		return nil, list
	}
	sh.target = s.target(f, k, names)
	sh.columns = f.columnsOf(k, tables)
	for i, t := range tables {
		for _, r := range t.Records {
			cells := make([]string, len(sh.columns))
			for c, col := range sh.columns {
				cells[c] = r.Cell(t.Column(col.name))
			}
			if f.holds(sh, cells) {
				sh.lines = append(sh.lines, line{names[i], cells})
			}
		}
	}
	f.complete(sh)
	return sh, list
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// filesOf are the files of a kind, those of a folder in order.
func (s *Site) filesOf(f *Form, k *kind) []string {
	dir := path.Join("data", f.Place.Path)
	switch {
	case k.file == "events":
		names, _ := fs.Glob(s.Files, path.Join(dir, "events", "*.csv"))
		return slices.DeleteFunc(names, func(n string) bool { return strings.HasPrefix(path.Base(n), ".") })
	case k.isFolder():
		dir, k = path.Join(dir, k.file), &kind{file: f.Period.String() + ".csv"}
	}
	name := path.Join(dir, k.file)
	if _, err := fs.Stat(s.Files, name); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return []string{name}
}

// wants reports whether a place may begin a table of that kind in a workbook: marks where
// something is assessed, events and households wherever there are households.
func (f *Form) wants(k *kind) bool {
	scheme := f.Place.SchemeFor(f.Period)
	switch {
	case len(f.Place.Households) == 0:
		return false
	case k.file == "scores":
		return scheme != nil && len(scheme.ItemsOf(f.Period.Cycle)) > 0
	case k.file == "events":
		return scheme != nil && len(scheme.Events) > 0
	case k.file == "corrections.csv":
		n := f.Place.Notices[f.Period]
		return n != nil && n.Posted != 0
	case k.file == "redemptions.csv":
		return len(f.Place.Rewards) > 0
	}
	return false
}

// target is the file for new rows: of events the one of the period, else the one that has most
// of its year in its name, else the year's.
func (s *Site) target(f *Form, k *kind, names []string) string {
	dir := path.Join("data", f.Place.Path)
	if !k.isFolder() {
		return path.Join(dir, k.file)
	}
	own := path.Join(dir, k.file, f.Period.String()+".csv")
	year := path.Join(dir, k.file, f.Period.String()[:4]+".csv")
	monthly := slices.ContainsFunc(names, func(n string) bool {
		p, ok := ledger.ParsePeriod(strings.TrimSuffix(path.Base(n), ".csv"))
		return ok && p.Cycle != ledger.Year
	})
	if k.file == "events" && !slices.Contains(names, own) && (slices.Contains(names, year) || !monthly) {
		return year
	}
	return own
}

// columnsOf are a kind's columns for these files, the items of the rules among them.
func (f *Form) columnsOf(k *kind, tables []*ledger.Table) []column {
	var list []column
	for _, c := range k.columns {
		has := slices.ContainsFunc(tables, func(t *ledger.Table) bool { return t.Column(c.name) >= 0 })
		if c.rare && !has && !f.needs(k, c) {
			continue
		}
		list = append(list, c)
		if c.seen && c.name == "户主" && k.isMarks() {
			list = append(list, f.items()...)
		}
	}
	return list
}

// needs reports whether a rare column is offered although the files have none.
func (f *Form) needs(k *kind, c column) bool {
	return k.file == "events" && c.name == "成员号" && f.Place.HasMembers
}

func (f *Form) items() (list []column) {
	scheme := f.Place.SchemeFor(f.Period)
	if scheme == nil {
		return nil
	}
	items := scheme.ItemsOf(f.Period.Cycle)
	for _, i := range items {
		list = append(list, column{name: ledger.ItemName(items, i), form: mark, width: 6.5, item: i})
	}
	return list
}

// at is the index of a sheet's column, or -1.
func (sh *sheet) at(name string) int {
	return slices.IndexFunc(sh.columns, func(c column) bool { return c.name == name })
}

// cell is a line's cell by the name of its column.
func (sh *sheet) cell(cells []string, name string) string {
	if i := sh.at(name); i >= 0 {
		return cells[i]
	}
	return ""
}

// household finds a household as it may be typed.
func (f *Form) household(id string) *ledger.Household { return f.Place.Household(f.site.Key(id)) }

// groupName is what people call a group.
func (f *Form) groupName(id string) string {
	if g := f.Place.Group(id); g != nil {
		return cmp.Or(g.Name, g.ID)
	}
	return id
}

// A Count is a sheet of a form and how many rows it has.
type Count struct {
	Sheet string
	Rows  int
}

// Sheets are the tables of a form.
func (f *Form) Sheets() (list []Count) {
	for _, sh := range f.sheets {
		list = append(list, Count{sh.sheet, len(sh.lines)})
	}
	return list
}
