package convert

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// merging is one sheet on its way into the files.
type merging struct {
	*Import
	form    *Form // place and period
	sheet   string
	kind    *kind
	names   []string    // of the columns that it has
	letters []diag.Cell // beside names: where they are
	was     *sheet      // what was exported; nil: the sheet is none of ours
	blank   bool        // an empty cell was never filled in

	keys  []string                 // of the lines that were exported
	nth   []int                    // which of those with the same key, in its file, a line is
	met   map[*target]map[int]bool // the records that rows of the sheet are
	files []string                 // of the kind that the place has
	order map[string]int           // of households
	told  map[ledger.Period]bool   // that it is posted
	diffs map[string][]diff        // what is changed, by column

	events  map[*target]map[string][]int // records of events by household
	numbers map[*target]*numbering       // of events
	taken   map[string]*ledger.Event     // the place's events by their numbers
}

// incoming is a row of a sheet.
type incoming struct {
	row    int
	line   int // that was exported; -1: none
	values map[string]string
}

// merge compares every row with its record: first those that tell which line they were, then
// those that have to be found.
func (m *merging) merge(rows []*incoming) {
	m.met, m.diffs, m.told = map[*target]map[int]bool{}, map[string][]diff{}, map[ledger.Period]bool{}
	m.files = m.site.filesOf(m.form, m.kind)
	m.events, m.numbers, m.taken = map[*target]map[string][]int{}, map[*target]*numbering{}, map[string]*ledger.Event{}
	for _, e := range slices.Backward(m.form.Place.Events) { // of two with one number the first
		m.taken[e.No] = e
	}
	m.index()
	seen := m.settle(rows)
	var others []*incoming
	for _, in := range rows {
		if m.fileOf(in) == "" {
			others = append(others, in)
			continue
		}
		m.known(in)
	}
	others = slices.DeleteFunc(others, m.again)
	for _, in := range others {
		m.other(in)
	}
	m.missing(seen)
	m.doubts(rows)
}

// settle finds out which line each row was: the one whose number it bears, unless it is known by
// what another line is known by, as where rows were sorted without their hidden numbers.
func (m *merging) settle(rows []*incoming) (seen map[int]bool) {
	seen = map[int]bool{}
	lines := map[string][]int{}
	for i, key := range m.keys {
		lines[key] = append(lines[key], i)
	}
	keys := make([]string, len(rows))
	for i, in := range rows {
		keys[i] = m.site.key(m.kind, func(c string) string { return in.values[c] })
		if in.line >= 0 && m.keys[in.line] == keys[i] {
			seen[in.line] = true
		}
	}
	m.astray(rows, lines, keys)
	for i, in := range rows {
		if in.line >= 0 && m.keys[in.line] == keys[i] {
			continue
		}
		if same := lines[keys[i]]; len(same) == 1 && !seen[same[0]] {
			in.line = same[0]
		} else if seen[in.line] {
			in.line = -1
		}
		if in.line >= 0 {
			seen[in.line] = true
		}
	}
	return seen
}

// fileOf is the file from which a row was exported; empty: from none.
func (m *merging) fileOf(in *incoming) string {
	if in.line < 0 {
		return ""
	}
	return m.was.lines[in.line].file
}

// index notes what the lines that were exported are known by.
func (m *merging) index() {
	if m.was == nil {
		return
	}
	count := map[string]int{}
	for i, l := range m.was.lines {
		key := m.site.key(m.kind, func(c string) string { text, _ := m.before(i, c); return text })
		m.keys = append(m.keys, key)
		m.nth = append(m.nth, count[l.file+"\x00"+key])
		count[l.file+"\x00"+key]++
	}
}

// before is what a line held when it was exported; false where it had no such column.
func (m *merging) before(line int, name string) (string, bool) {
	if line < 0 {
		return "", false
	}
	i := m.was.at(name)
	if i < 0 {
		return "", false
	}
	return m.was.lines[line].cells[i], true
}

// record finds the record that a line was exported from; -1 where it is gone.
func (m *merging) record(t *target, line int) int {
	if list := t.records[m.keys[line]]; m.nth[line] < len(list) {
		return list[m.nth[line]]
	}
	return -1
}

// known merges a row that tells which line of a file it was.
func (m *merging) known(in *incoming) {
	t := m.file(m.form, m.fileOf(in), m.kind)
	if t == nil {
		return
	}
	record := m.record(t, in.line)
	if record >= 0 {
		m.meet(t, record)
		m.cells(t, record, in)
		return
	}
	for _, name := range m.names {
		if was, had := m.before(in.line, name); had && !m.site.Same(name, was, in.values[name]) {
			m.problem(in.row, name, "merge-conflict", "这一行已经从文件“"+short(t.path)+"”里删去了，工作簿里又改成“"+in.values[name]+"”",
				"看看哪边对：要留，先在文件里把这一行补回来；不要，在工作簿里也删去")
			return
		}
	}
}

func (m *merging) meet(t *target, record int) {
	if m.met[t] == nil {
		m.met[t] = map[int]bool{}
	}
	m.met[t][record] = true
}

// cells merges a row into a record, cell by cell.
func (m *merging) cells(t *target, record int, in *incoming) {
	for _, name := range m.names {
		now, there := in.values[name], t.cell(record, name)
		was, had := m.before(in.line, name)
		switch {
		case had:
		case m.was != nil && in.line < 0: // both have added it since
		default:
			was = there
		}
		m.cell(t, record, in, name, now, there, was)
	}
}

// cell merges one cell: what is in the workbook now, what the file has there, and what it was.
func (m *merging) cell(t *target, record int, in *incoming, name, now, there, was string) {
	same := m.site.Same
	_, set := t.IsSet(record, name) // by another table of this import
	switch {
	case same(name, now, was), same(name, now, there), now == "" && (m.blank || set && m.was == nil):
	case (name == head || name == memberName) && m.outOfGit(in, cmp.Or(in.values["类别"], t.cell(record, "类别"))):
	case set && m.was == nil:
		m.differs(in, name, t.origins[record], there)
	case !same(name, there, was):
		m.problem(in.row, name, "merge-conflict", fmt.Sprintf("两边都改了：工作簿里是“%s”，导出时是“%s”，文件“%s”里现在是“%s”", now, was, short(t.path), there),
			"文件里的对，在工作簿里填成一样的；工作簿里的对，重新导出一本，把它填进去")
	case m.sealed(t, record, in, name):
	case now == "":
		m.posted(t, record, in, name)
		m.diffs[name] = append(m.diffs[name], diff{there, now, in.row})
		t.emptied[record] = append(t.emptied[record], name)
		m.Clears = append(m.Clears, m.change(t, record, name, there, now))
	default:
		m.posted(t, record, in, name)
		m.diffs[name] = append(m.diffs[name], diff{there, now, in.row})
		t.Set(record, name, now)
		t.origins[record] = m.origin(in)
		m.Changes = append(m.Changes, m.change(t, record, name, there, now))
	}
}

func (m *merging) change(t *target, record int, column, from, to string) Change {
	who := m.who(func(c string) string { return t.Was(record, c) })
	return Change{File: t.path, Row: t.Records[record].Row, Who: who, Column: column, From: from, To: to}
}

// who is what people know a row by.
func (m *merging) who(value func(column string) string) string {
	var parts []string
	for _, c := range keysOf[m.kind.file] {
		if text := value(c); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}

// missing tells of lines that were exported and are not in the workbook any more.
func (m *merging) missing(seen map[int]bool) {
	if m.was == nil || m.blank {
		return
	}
	for i, l := range m.was.lines {
		if seen[i] || l.file == "" {
			continue
		}
		t := m.file(m.form, l.file, m.kind)
		if t == nil {
			continue
		}
		record := m.record(t, i)
		if record < 0 || m.met[t][record] || m.sealed(t, record, nil, "") {
			continue
		}
		m.posted(t, record, nil, "")
		t.dropped[record] = true
		m.Clears = append(m.Clears, m.change(t, record, "", m.whole(t.Table.Table, record), ""))
	}
}

// whole is a record in words.
func (m *merging) whole(t *ledger.Table, record int) string {
	var parts []string
	for i, c := range t.Columns {
		if text := t.Records[record].Cell(i); text != "" && c.Name != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "，")
}

// short is a file's path below data/.
func short(path string) string { return strings.TrimPrefix(path, "data/") }

func (m *merging) origin(in *incoming) *origin {
	return &origin{m.book, m.sheet, in.row, m.names, m.letters}
}

// problem tells why a row cannot be taken.
func (m *merging) problem(row int, name, code, message, hint string) {
	cell := diag.Cell{}
	if i := slices.Index(m.names, name); i >= 0 {
		cell = m.letters[i]
	}
	cell.Row, cell.Sheet = int32(row), m.sheet
	m.Problems.Add(diag.Diagnostic{Position: diag.At(m.book, row, 0), Code: code, Heading: cell.Heading, Message: message, Hint: hint, Cell: cell})
}
