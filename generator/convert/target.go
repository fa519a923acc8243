package convert

import (
	"errors"
	"io/fs"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/edit"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// target is a file of the site with what is to be changed in it.
type target struct {
	path string
	kind *kind
	*edit.Table
	records map[string][]int // by what a record is known by
	fresh   map[string][]*newcomer
	emptied map[int][]string // cells that are empty in a workbook, by record
	dropped map[int]bool     // records that are not in a workbook any more
	dates   []ledger.Date    // of the records, once they were asked for

	origins     map[int]*origin // of records that a workbook changes
	addedFrom   []*origin       // beside Added
	traced      map[int]*origin // by row of the file as it would be
	columnNames []string        // likewise
}

// newcomer is a row that a workbook adds.
type newcomer struct {
	by     *merging // the table that does
	from   *origin
	cells  map[string]string
	change int      // in which it is told
	met    *merging // another table of the same import that has it as well, the last one
}

// keysOf are the columns by which a row is known. Where several have the same, they are told
// apart by their order.
var keysOf = map[string][]string{
	"scores": {"户号"}, "declared": {"户号"}, "households.csv": {"户号"}, "members.csv": {"户号", "成员号"},
	"corrections.csv": {"日期", "周期", "户号", "对象"}, "rewards.csv": {"名称"}, "redemptions.csv": {"日期", "户号", "商品"},
	"tasks.csv": {"名称"}, "events": {"编号"},
}

// key is what a row is known by; of an event without a number its day, household and kind.
func (s *Site) key(k *kind, value func(column string) string) string {
	columns := keysOf[k.file]
	if k.file == "events" && value("编号") == "" {
		columns = []string{"日期", "户号", "项目"}
	}
	var parts []string
	for _, c := range columns {
		text := strings.TrimSpace(value(c))
		if d, err := s.Date(text); c == "日期" && err == nil {
			text = d.String()
		}
		parts = append(parts, s.Key(text))
	}
	return strings.Join(parts, "\x00")
}

// open reads a file of the site, to change it; one that is not there yet begins with its header.
func (f *Form) open(name string, k *kind) (*target, diag.List) {
	s := f.site
	t := &target{path: name, kind: k, records: map[string][]int{}, fresh: map[string][]*newcomer{}, emptied: map[int][]string{}, dropped: map[int]bool{}, origins: map[int]*origin{}}
	data, err := fs.ReadFile(s.Files, name)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = f.header(k), nil
	}
	if err != nil {
		return nil, diag.List{{Position: diag.At(name, 0, 0), Code: "missing-file", Message: "这个文件读不出来：" + err.Error()}}
	}
	table, list := s.Table(name, data)
	if list.HasErrors() || table == nil {
		return nil, list
	}
	if t.Table, err = edit.Open(table, data); err != nil {
		return nil, diag.List{{Position: diag.At(name, 0, 0), Code: "encoding-error", Message: err.Error(),
			Hint: "用 Excel 或 WPS 打开它，另存为“CSV UTF-8（逗号分隔）”，再导入"}}
	}
	for i, r := range table.Records {
		key := s.key(k, func(c string) string { return r.Cell(table.Column(c)) })
		t.records[key] = append(t.records[key], i)
	}
	return t, nil
}

// cell is what the file holds, or what was put there in this import.
func (t *target) cell(record int, column string) string {
	if text, set := t.IsSet(record, column); set {
		return text
	}
	return t.Was(record, column)
}

// days are the days of the records in the file, 0 where there is none to be read.
func (t *target) days(s *Site) []ledger.Date {
	if t.dates == nil {
		for i := range t.Records {
			d, err := s.Date(t.Was(i, "日期"))
			if err != nil {
				d = 0
			}
			t.dates = append(t.dates, d)
		}
	}
	return t.dates
}

// last is the last record of which this is so; -1: of none.
func (t *target) last(is func(record int) bool) int {
	i := len(t.Records) - 1
	for i >= 0 && !is(i) {
		i--
	}
	return i
}

// changed reports whether anything is to be written.
func (t *target) changed(clear bool) bool {
	return t.IsChanged() || clear && len(t.emptied)+len(t.dropped) > 0
}

// edited are the changes, with what is to be emptied.
func (t *target) edited(clear bool) *edit.Table {
	if clear {
		for record, columns := range t.emptied {
			for _, c := range columns {
				if _, set := t.IsSet(record, c); !set { // by another table
					t.Set(record, c, "")
				}
			}
		}
		for record := range t.dropped {
			t.Remove(record)
		}
	}
	return t.Table
}

// header is the first line of a new file, as Excel saves it.
func (f *Form) header(k *kind) []byte {
	var names []string
	for _, c := range f.columnsOf(k, nil) {
		if !c.seen {
			names = append(names, c.name)
		}
	}
	return scan.Excel(names)
}
