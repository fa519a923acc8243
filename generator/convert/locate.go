package convert

import (
	"slices"

	"gongshi/generator/diag"
)

// origin is the row of a workbook from which a record came, or was changed last.
type origin struct {
	book, sheet string
	row         int
	names       []string
	cells       []diag.Cell // beside names: where they are
}

// cell is where the workbook has a column; the whole row where it has none such.
func (o *origin) cell(name string) diag.Cell {
	cell := diag.Cell{Row: int32(o.row), Sheet: o.sheet}
	if i := slices.Index(o.names, name); i >= 0 {
		cell.Letter, cell.Heading = o.cells[i].Letter, o.cells[i].Heading
	}
	return cell
}

// Locate tells where in the workbooks a problem is of a file as it would be: nobody finds a row
// that is not written yet. One that is not all in what a workbook changed stays as it is.
func (im *Import) Locate(d diag.Diagnostic) diag.Diagnostic {
	position, cell, ok := im.where(d.Position, d.Cell)
	if !ok {
		return d
	}
	spots := slices.Clone(d.Spots)
	for i, s := range spots {
		if spots[i].Position, spots[i].Cell, ok = im.where(s.Position, s.Cell); !ok {
			return d
		}
	}
	d.Position, d.Cell, d.Spots = position, cell, spots
	return d
}

func (im *Import) where(at diag.Position, cell diag.Cell) (diag.Position, diag.Cell, bool) {
	t := im.targets[at.File]
	if t == nil || cell.Row == 0 {
		return at, cell, false
	}
	t.trace(im.site)
	o := t.traced[int(cell.Row)]
	if o == nil {
		return at, cell, false
	}
	name := ""
	for i, n := range t.columnNames {
		if cell.Letter == diag.Letter(i) {
			name = n
		}
	}
	found := o.cell(name)
	return diag.At(o.book, o.row, 0), found, true
}

// trace finds the rows of the file as it would be that a workbook changed or added.
func (t *target) trace(s *Site) {
	if t.traced != nil {
		return
	}
	t.traced = map[int]*origin{}
	data, err := t.Bytes()
	if err != nil {
		return
	}
	then, _ := s.Table(t.path, data)
	if then == nil {
		return
	}
	for _, c := range then.Columns {
		t.columnNames = append(t.columnNames, c.Name)
	}
	origins := t.sequence()
	for i, r := range then.Records {
		if i < len(origins) {
			t.traced[r.Row] = origins[i]
		}
	}
}

// sequence is where each record of the file as it would be comes from; nil: from no workbook.
func (t *target) sequence() (list []*origin) {
	added := map[int][]*origin{} // by the record before them
	for i, a := range t.Added {
		added[a.After] = append(added[a.After], t.addedFrom[i])
	}
	list = added[-1]
	for i := range t.Records {
		if !t.IsGone(i) {
			list = append(list, t.origins[i])
		}
		list = append(list, added[i]...)
	}
	return list
}
