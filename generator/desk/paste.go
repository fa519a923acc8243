package desk

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
)

// pasting is a block of cells that was pasted into a sheet, and the cell from which on.
type pasting struct {
	Place     string     `json:"place"`
	Period    string     `json:"period"`
	Household string     `json:"household"`
	Item      string     `json:"item"`
	Rows      [][]string `json:"rows"`
}

// pasted is where a block's cells belong.
type pasted struct {
	Cells []cell   `json:"cells"` // null: the block names nothing, and goes where it is put
	Words string   `json:"words"`
	Left  []string `json:"left"` // what has no place, or is in doubt, in words

	bad   map[int]bool // rows of the block of which something is wrong
	empty int          // cells with nothing in them
}

// paste finds out where the cells of a block belong that names households or items. Nothing is written.
func (d *Desk) paste(in pasting) (any, error) {
	d.lock.Lock()
	defer d.lock.Unlock()
	m, err := d.month(in.Place, in.Period)
	if err != nil {
		return nil, err
	}
	scope := convert.Scope{Place: m.Place, Period: m.period, Table: func(name string, data []byte) (*ledger.Table, diag.List) {
		return source.Table(name, data, m.book)
	}}
	block := m.block(in)
	named, err := scope.Named(block)
	if err != nil {
		return nil, wrong(err.Error() + "。")
	}
	p := &pasted{bad: map[int]bool{}}
	if named == nil {
		return p, nil
	}
	p.Left = orNone(named.Left)
	tables, list := convert.Tables(named.Workbook, scope)
	if err := p.hear(list, named); err != nil {
		return nil, err
	}
	m.lay(p, tables, named)
	if named.Doubt > 0 {
		p.Left = append(p.Left, doubt(named))
	}
	if len(p.Cells) == 0 {
		return nil, wrong("没有粘贴：没有可以贴的分数。" + strings.Join(p.Left, "；") + "。")
	}
	p.Words = p.words(named, block)
	return p, nil
}

// doubt asks about a column that is taken for 户号 and may be something else.
func doubt(named *convert.Named) string {
	text := fmt.Sprintf("第 %d 列像是户号，", named.Doubt)
	if named.Items {
		return text + "列名却不是“户号”：是户号，就贴入；不是，就按“先不”，把列名写成“序号”再复制"
	}
	return text + "也可能是分数、序号或合计：是户号，就贴入；不是，就按“先不”，一列一列地复制、粘贴"
}

// block is what was pasted, with the households and items from the cell on.
func (m *month) block(in pasting) convert.Block {
	b := convert.Block{Rows: in.Rows}
	for _, h := range m.taking() {
		if len(b.Below) > 0 || h.ID == in.Household {
			b.Below = append(b.Below, h.ID)
		}
	}
	for _, i := range m.items {
		if name := ledger.ItemName(m.items, i); len(b.Right) > 0 || name == in.Item {
			b.Right = append(b.Right, name)
		}
	}
	return b
}

// hear takes what is wrong with a block's rows; what is wrong with its headings is an error.
func (p *pasted) hear(list diag.List, named *convert.Named) error {
	for _, d := range list {
		spots := d.Spots
		if len(spots) == 0 {
			spots = []diag.Spot{{Cell: d.Cell}}
		}
		var rows []string
		for _, s := range spots {
			row := int(s.Cell.Row)
			if d.Severity == diag.Error && row <= named.Head {
				return wrong("没有粘贴：" + d.Message + "。" + strings.ReplaceAll(d.Hint, "再导入", "再复制") + "。")
			}
			p.bad[row] = p.bad[row] || d.Severity == diag.Error
			rows = append(rows, diag.RowWords(int32(row-named.Shift)))
		}
		switch where := strings.Join(rows, "、") + "："; {
		case d.Severity == diag.Error:
			p.Left = append(p.Left, where+d.Message+"，没有贴")
		case d.Code == "lost-zeros", d.Code == "sum-differs", d.Code == "private-column":
			p.Left = append(p.Left, where+d.Message)
		case d.Code == "unknown-label" && !convert.IsBeside(d.Heading):
			p.Left = append(p.Left, "列“"+d.Heading+"”不是这张表的项目，没有贴")
		}
	}
	return nil
}

// lay finds the cell of the sheet for each that holds something.
func (m *month) lay(p *pasted, tables []convert.Table, named *convert.Named) {
	taking := map[string]*ledger.Household{}
	for _, h := range m.taking() {
		taking[h.Key] = h
	}
	count := map[string]int{}
	each(tables, func(id string, _ *convert.Table, _ convert.Record) { count[source.Key(id)]++ })
	each(tables, func(id string, t *convert.Table, r convert.Record) {
		key, no := source.Key(id), ""
		switch {
		case p.bad[r.Row]:
			return
		case m.Household(key) == nil:
			no = "名册里没有户号“" + id + "”"
		case taking[key] == nil:
			no = "户号“" + id + "”这一期不参与"
		case count[key] > 1:
			no = fmt.Sprintf("户号“%s”有 %d 行，分不清是哪一行", id, count[key])
		}
		if no != "" {
			p.Left = append(p.Left, diag.RowWords(int32(r.Row-named.Shift))+"："+no+"，没有贴")
			return
		}
		m.take(p, taking[key].ID, t, r)
	})
}

// each hands out the rows of sheets of marks.
func each(tables []convert.Table, do func(id string, t *convert.Table, r convert.Record)) {
	for i := range tables {
		t := &tables[i]
		id := slices.IndexFunc(t.Header, func(c convert.Column) bool { return c.Name == "户号" })
		if t.Kind != "scores" || id < 0 {
			continue
		}
		for _, r := range t.Records {
			do(r.Cells[id], t, r)
		}
	}
}

// take takes the marks of one row. What is empty there leaves the sheet as it is.
func (m *month) take(p *pasted, id string, t *convert.Table, r convert.Record) {
	for i, c := range t.Header {
		if !slices.ContainsFunc(m.items, func(item *ledger.Item) bool { return ledger.ItemName(m.items, item) == c.Name }) {
			continue
		}
		value, err := typed(r.Cells[i])
		switch {
		case err != nil:
			p.Left = append(p.Left, id+" "+c.Name+"：这一格太长，没有贴")
		case value == "":
			p.empty++
		default:
			p.Cells = append(p.Cells, cell{id, c.Name, value})
		}
	}
}

// words tell by what the block was laid out.
func (p *pasted) words(named *convert.Named, b convert.Block) string {
	households, items := map[string]bool{}, map[string]bool{}
	for _, c := range p.Cells {
		households[c.Household], items[c.Item] = true, true
	}
	by, from := named.By, ""
	switch {
	case named.By == "":
		by, from = "项目名", "，从 "+b.Below[0]+" 户往下"
	case named.Items:
		by += "和项目名"
	default:
		from = "，从“" + b.Right[0] + "”往右"
	}
	text := fmt.Sprintf("按%s贴入 %d 户 × %d 项%s", by, len(households), len(items), from)
	if p.empty > 0 {
		text += fmt.Sprintf("（空着的 %d 格没有动）", p.empty)
	}
	if named.Remarks > 0 {
		text += fmt.Sprintf("；备注有 %d 格，这一页不填备注，没有贴", named.Remarks)
	}
	return text
}
