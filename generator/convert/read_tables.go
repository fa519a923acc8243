package convert

import (
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// A Scope is what a workbook is read for.
type Scope struct {
	Place  *ledger.Place
	Period ledger.Period // of sheets of marks; zero: as the workbook has it
	// Table is package source's reading of a table of data/ by its path: which heading is which
	// column, and which rows are records.
	Table func(path string, data []byte) (*ledger.Table, diag.List)
}

// A Table is one table of a sheet, as far as it is to be kept.
type Table struct {
	Sheet   string        // in which it is; empty in a CSV file
	Kind    string        // what it is in data/: scores, declared, events, or a file such as households.csv
	Period  ledger.Period // of scores and declared
	Header  []Column
	Records []Record
}

// A Column is a column of a table that its kind of data has.
type Column struct {
	Number  int    // from 1, in its sheet
	Heading string // as typed
	Name    string // as the file calls it: 户号, an item
}

// A Record is a row of a table that is neither a total nor a note.
type Record struct {
	Row    int // in its sheet
	Hidden bool
	Cells  []string // beside the header
}

// Tables finds the tables in a workbook: several in a sheet, below or beside each other, with
// titles above and totals and notes below. The list tells what was left and why, what was
// taken otherwise than it is written, and, as errors, what has to be mended first, each by sheet
// and cell.
func Tables(w *Workbook, scope Scope) ([]Table, diag.List) {
	r := &recogniser{Scope: scope, book: w}
	for i := range w.Sheets {
		r.sheet(&w.Sheets[i])
	}
	if len(r.tables) == 0 && !r.list.HasErrors() {
		r.add(nil, 0, 0, diag.Error, "no-sheet", "这个文件里没有认出可以导入的表",
			"表头要有“户号”，各项目的列名要和办法里的一样；名册的表头是“户号、户主、组”")
	}
	r.list.Sort()
	r.list.Group()
	return r.tables, r.list
}

// recogniser finds the tables of one workbook.
type recogniser struct {
	Scope
	book   *Workbook
	tables []Table
	list   diag.List
}

// mostTables is how many tables may be below each other: more are no clerk's doing.
const mostTables = 100

func (r *recogniser) sheet(s *Sheet) {
	switch {
	case len(s.Rows) == 0:
		return
	case s.Hidden:
		r.add(nil, 0, 0, diag.Note, "hidden-sheet", "工作表“"+s.Name+"”是隐藏的，没有读", "要读它，先在 Excel 或 WPS 里取消隐藏")
		return
	}
	found, n := len(r.tables)+len(r.list), 0
	for g := s.whole(); g.head >= 0; n++ {
		if n == mostTables {
			r.tooMany(&g)
			break
		}
		end := g.end()
		for _, block := range g.rowsTo(end).blocks() {
			r.block(block)
		}
		g = g.from(end)
	}
	if found == len(r.tables)+len(r.list) && len(r.book.Sheets) > 1 {
		r.add(nil, 0, 0, diag.Note, "no-sheet", "工作表“"+s.Name+"”里没有可以导入的表，没有读", "不必改")
	}
}

// block reads the tables of a region in which none is beside another.
func (r *recogniser) block(g region) {
	if g.area() > mostCells {
		r.add(nil, 0, 0, diag.Error, "workbook-size", "工作表“"+g.sheet.Name+"”太宽太长，没有读", tooBig.hint)
		return
	}
	for n := 0; g.head >= 0; n++ {
		if n == mostTables {
			r.tooMany(&g)
			return
		}
		g = r.region(g)
	}
}

func (r *recogniser) tooMany(g *region) {
	r.add(g, g.rows[0].Number, 0, diag.Error, "workbook-size", "这张工作表里的表太多，从这一行起没有读", "只留要导入的表")
}

// region reads the first table of a region, and is what follows it.
func (r *recogniser) region(whole region) (rest region) {
	end := whole.end()
	g := whole.rowsTo(end)
	rest = whole.from(end)
	r.dropPrivate(&g)
	before := len(r.list)
	r.dropUnits(&g)
	r.dropSeparators(&g)
	g.ungroup()
	r.restoreZeros(&g)
	taken := slices.Clone(r.list[before:])
	r.list = r.list[:before]
	kind, period, ok := r.kind(&g)
	if !ok {
		return rest // how it would have been read is no news
	}
	r.list = append(r.list, taken...)
	t, list := r.Table(r.path(kind, period), g.text())
	if t == nil {
		return rest
	}
	table := Table{Sheet: g.sheet.Name, Kind: kind, Period: period}
	for i, c := range t.Columns {
		g.heads[g.left+i] = c.Heading
		if c.Name != "" {
			table.Header = append(table.Header, Column{g.left + i, c.Heading, c.Name})
		}
	}
	if second := r.tell(&g, kind, list); second > 0 {
		rest = whole.from(whole.begin(whole.at(second)))
	}
	for _, rec := range t.Records {
		if kept := g.rows[g.at(rec.Row)].record(table.Header); slices.ContainsFunc(kept.Cells, func(s string) bool { return s != "" }) {
			table.Records = append(table.Records, kept)
		}
	}
	r.judge(&g, &table)
	r.judgeSums(&g, &table)
	r.tables = append(r.tables, table)
	return rest
}

// record is a row as a record with the columns of a header.
func (r *Row) record(header []Column) Record {
	kept := Record{Row: r.Number, Hidden: r.Hidden}
	for _, c := range header {
		kept.Cells = append(kept.Cells, r.text(c.Number))
	}
	return kept
}

// tell takes over what package source reports of a region's table, each at its cell; it is the
// number of the row in which a second table has its header, 0 if there is none.
func (r *recogniser) tell(g *region, kind string, list diag.List) (second int) {
	for _, d := range list {
		if g.at(int(d.Line)) > 0 && d.Code == "second-table" {
			second = int(d.Line)
			continue
		}
		if d.Code == "title-row" || isUnnumbered(kind, d) {
			continue // a title has been read for the period, and numbers are given by an import
		}
		d.Position, d.Cell = g.place(d.Position)
		if d.Code == "extra-cell" {
			d.Message = "这一格在表头之外"
			d.Hint = "多半是这一行插进了一格，后面的都右移了一格：移回来；只是旁边的注，就删去或移到“备注”那一列"
		}
		d.File, d.Scope = r.book.Name, ""
		d.Message, d.Hint = hide(d.Message), hide(d.Hint)
		r.list.Add(d)
	}
	return second
}

// add reports something of a cell; of a whole row where column is 0, of the file where row is.
func (r *recogniser) add(g *region, row, column int, severity diag.Severity, code, message, hint string) {
	d := diag.Diagnostic{Position: diag.At(r.book.Name, row, column), Severity: severity, Code: code, Message: hide(message), Hint: hint}
	if row > 0 {
		d.Cell = g.cell(row, column)
		d.Heading = d.Cell.Heading
	}
	r.list.Add(d)
}

// text is what is kept of a row's cell in a column.
func (r *Row) text(column int) string {
	if c := r.cell(column); c != nil {
		return c.kept()
	}
	return ""
}

func (r *Row) cell(column int) *Cell {
	if i, ok := slices.BinarySearchFunc(r.Cells, column, func(c Cell, n int) int { return c.Column - n }); ok {
		return &r.Cells[i]
	}
	return nil
}

// kept is what is kept of a cell: of a picture nothing.
func (c *Cell) kept() string {
	if c.Fault == Picture {
		return ""
	}
	return c.Text
}
