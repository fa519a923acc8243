package convert

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/scan"
)

// A Block is what was copied out of a spreadsheet, to be put into a sheet of marks from one of its cells on.
type Block struct {
	Rows  [][]string
	Below []string // the 户号 of the sheet's rows from that cell down
	Right []string // the items of its columns from that cell on
}

// A Named block is a table that tells where each of its cells belongs: by what is in the block itself, completed
// from where it is put.
type Named struct {
	*Workbook
	By    string   // 户号 or 户主, by which its rows are known; "": they are in order
	Items bool     // its columns are known by headings; else they are in order
	Doubt int      // the column that is taken for 户号 and may be something else; 0: none
	Head  int      // the row with its headings
	Shift int      // by how much its rows are below those of the block
	Left  []string // the rows of which nobody knows whose they are, in words

	Remarks int // cells with a remark on a household, which are no marks
}

// Named completes a block that names households or items; nil if it names none. Such a block has headings, or a
// column in which most cells are a 户号 or a 户主.
func (s Scope) Named(b Block) (*Named, error) {
	p := &copied{Scope: s, block: b, head: -1, id: -1, name: -1, named: &Named{}}
	for _, row := range b.Rows {
		p.width = max(p.width, len(row))
	}
	p.readHead()
	if err := p.readKeys(); err != nil {
		return nil, err
	}
	if p.head < 0 && p.id < 0 && p.name < 0 {
		return nil, nil
	}
	p.named.Items = p.head >= 0
	if p.head < 0 {
		if err := p.putHead(); err != nil {
			return nil, err
		}
	}
	p.named.Head = p.head + 1
	ids, err := p.households()
	if err != nil {
		return nil, err
	}
	p.named.Remarks = p.remarks(ids)
	p.named.Workbook = &Workbook{Name: "复制的内容", Sheets: []Sheet{p.sheet(ids)}}
	return p.named, nil
}

// copied is a block of which is found out what it names.
type copied struct {
	Scope
	block    Block
	width    int
	head     int // the row with the headings; -1: none
	first    int // the first column with marks
	id, name int // the columns that tell whose the rows are; -1: none
	named    *Named
}

// body are the rows below the headings.
func (p *copied) body() [][]string { return p.block.Rows[p.head+1:] }

// at is the text of a cell; a row may be too short for it.
func at(row []string, column int) string {
	if column < 0 || column >= len(row) {
		return ""
	}
	return plain(row[column])
}

// plain is the text of a cell without blanks around it.
func plain(text string) string { return strings.TrimSpace(blanks.Replace(text)) }

// row is the number of a row of the body in what was copied.
func (p *copied) row(i int) int { return p.head + 2 + i - p.named.Shift }

// readHead finds the row with headings of items, as the files' reader does.
func (p *copied) readHead() {
	r := &recogniser{Scope: p.Scope}
	var text strings.Builder
	for _, row := range p.block.Rows {
		for i := range row {
			text.WriteString(flat(at(row, i)) + "\t")
		}
		text.WriteByte('\n')
	}
	t, _ := p.Table(r.path("scores", p.Period), []byte(text.String()))
	if t == nil {
		return
	}
	id, items := t.Column("户号"), 0
	for i, c := range t.Columns {
		if r.isItem(c.Name, p.Period) {
			items++
			if items == 1 {
				p.first = i
			}
		}
	}
	head := strings.Count(t.Text[:t.Columns[0].End], "\n")
	if items == 0 && id < 0 || slices.ContainsFunc(p.block.Rows[head], func(c string) bool { return valueForm.MatchString(scan.Narrow(strings.TrimSpace(c))) }) {
		return
	}
	p.head, p.id = head, id
	p.name = slices.IndexFunc(p.block.Rows[head], isHeadOfHousehold)
}

// isHeadOfHousehold reports whether a heading is that of the heads' names.
func isHeadOfHousehold(heading string) bool {
	return slices.Contains([]string{"户主", "户主姓名", "head"}, scan.Label(heading))
}

// putHead puts headings above a block that has none: its items are those from where it is put on.
func (p *copied) putHead() error {
	p.first = max(p.id, p.name) + 1
	if n := p.width - p.first; n > len(p.block.Right) {
		return fmt.Errorf("没有粘贴：户号右边有 %d 列，从这一格往右只有 %d 列。从左边的一列开始贴，或者带上项目的列名再复制", n, len(p.block.Right))
	}
	heads := make([]string, p.width)
	copy(heads[p.first:], p.block.Right)
	if p.id >= 0 {
		heads[p.id] = "户号"
	}
	if p.name >= 0 {
		heads[p.name] = head
	}
	p.block.Rows = append([][]string{heads}, p.block.Rows...)
	p.head, p.named.Shift = 0, 1
	return nil
}

// sheet is the block as a sheet, with a column 户号 in front. What is left of its first column of marks, but for
// names, and rows that are nobody's, are left out.
func (p *copied) sheet(ids []string) (s Sheet) {
	for i, row := range p.block.Rows {
		id := ""
		switch {
		case i == p.head:
			id = "户号"
		case i > p.head:
			if id = ids[i-p.head-1]; id == "" {
				continue
			}
		}
		out := Row{Number: i + 1}
		for c := range row {
			text := at(row, c)
			if i >= p.head && (c == p.id || c < p.first && c != p.name) {
				text = ""
			}
			if c == 0 && id != "" {
				out.Cells = append(out.Cells, Cell{Column: 1, Text: id})
			}
			if text != "" {
				out.Cells = append(out.Cells, Cell{Column: c + 2, Text: text})
			}
		}
		if len(out.Cells) > 0 {
			s.Rows = append(s.Rows, out)
		}
	}
	return s
}

// remarks counts the remarks on households.
func (p *copied) remarks(ids []string) (n int) {
	for c, heading := range p.block.Rows[p.head] {
		for i, row := range p.body() {
			if scan.Label(heading) == "备注" && ids[i] != "" && at(row, c) != "" {
				n++
			}
		}
	}
	return n
}

// IsBeside reports whether a heading is that of a column beside marks for people to read: 序号, 组, a sum.
func IsBeside(heading string) bool {
	label := scan.Label(heading)
	return label == "序号" || label == lineHeading || sumForm.MatchString(label) ||
		slices.ContainsFunc(kinds[0].columns, func(c column) bool { return c.seen && c.name == label })
}
