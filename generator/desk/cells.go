package desk

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongshi/generator/convert"
	"gongshi/generator/edit"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
	"gongshi/generator/start"
)

// cell is what is typed into a cell of a sheet.
type cell struct {
	Household string `json:"household"`
	Item      string `json:"item"`
	Value     string `json:"value"`
}

// sheetEdit is what the page of a sheet sends.
type sheetEdit struct {
	Place  string `json:"place"`
	Period string `json:"period"`
	Digest string `json:"digest"`
	Cells  []cell `json:"cells"`
	Words  string `json:"words"`
	Commit bool   `json:"commit"`
}

// edited is a sheet's file with cells in it.
type edited struct {
	content []byte
	changes []string // in words
}

// edit puts cells into a sheet's file; where there is none yet, it is begun with a row for each household that
// takes part throughout.
func (m *month) edit(content []byte, cells []cell) (*edited, error) {
	begun := content == nil
	if begun {
		file, _, err := start.Sheet(m.Place, m.period)
		if err != nil {
			return nil, err
		}
		content = file.Content
	}
	t, list := m.table(content)
	if t == nil || list.HasErrors() {
		return nil, wrong("“" + fileWords(m.file()) + "”读不出来，先改好它：" + list.Errors()[0].Text())
	}
	e, err := edit.Open(t, content)
	if err != nil {
		return nil, err
	}
	if err := m.put(e, cells); err != nil {
		return nil, err
	}
	out := &edited{changes: e.Words("户号")}
	if out.content, err = e.Bytes(); err != nil {
		return nil, err
	}
	if begun && len(out.changes) > 0 {
		out.changes = append([]string{"新建 " + convert.PeriodWords(m.period) + "的评分表"}, out.changes...)
	}
	return out, nil
}

// put puts cells into a table: of a household without a row a new one, where the register has it.
func (m *month) put(e *edit.Table, cells []cell) error {
	records := recordsOf(e.Table)
	fresh := map[string]map[string]string{}
	for _, c := range cells {
		h := m.Household(source.Key(c.Household))
		if h == nil || !slices.ContainsFunc(m.items, func(i *ledger.Item) bool { return ledger.ItemName(m.items, i) == c.Item }) {
			return wrong("没有户号“" + c.Household + "”，或者没有项目“" + c.Item + "”：刷新这一页再填。")
		}
		value, err := typed(c.Value)
		if err != nil {
			return err
		}
		if i, there := records[h.Key]; there {
			if e.Was(i, c.Item) != value {
				e.Set(i, c.Item, value)
			}
			continue
		}
		if value == "" {
			continue
		}
		if fresh[h.Key] == nil {
			fresh[h.Key] = map[string]string{"户号": h.ID}
		}
		fresh[h.Key][c.Item] = value
	}
	m.add(e, fresh)
	return nil
}

// add adds rows of households that have none, each after the last row of a household that comes before it in the
// register; above all where there is none.
func (m *month) add(e *edit.Table, fresh map[string]map[string]string) {
	order := map[string]int{}
	for i, h := range m.Households {
		order[h.Key] = i + 1
	}
	type row struct {
		after int
		cells map[string]string
	}
	var rows []row
	at, id := len(e.Records)-1, e.Column("户号")
	for i, h := range slices.Backward(m.Households) {
		cells := fresh[h.Key]
		if cells == nil {
			continue
		}
		for at >= 0 && order[source.Key(e.Records[at].Cell(id))] > i {
			at--
		}
		if e.Column("户主") >= 0 && m.book.Config.Privacy.NamesFile == "" { // else names are kept apart
			cells["户主"] = h.SpanFor(m.period).Head
		}
		rows = append(rows, row{at, cells})
	}
	for _, r := range slices.Backward(rows) {
		e.Add(r.after, r.cells)
	}
}

// typed returns a value as the text of a cell.
func typed(value string) (string, error) {
	value = strings.TrimSpace(value)
	if utf8.RuneCountInString(value) > longest || !oneLine(value) {
		return "", wrong("有一格太长，或者有换行：一格写一个数，或者“不适用”。")
	}
	return value, nil
}

// oneLine reports whether a text has no line break, nor anything else that nobody sees.
func oneLine(value string) bool {
	return utf8.ValidString(value) && !strings.ContainsFunc(value, unicode.IsControl)
}

// difference is a cell that two people have otherwise.
type difference struct {
	Household string `json:"household"`
	Item      string `json:"item"`
	Yours     string `json:"yours"`
	Theirs    string `json:"theirs"`
	Was       string `json:"was"`
}

// differences are the cells that a file has otherwise than the version that a page was made of, beside what the page
// has there.
func (m *month) differences(base, now []byte, cells []cell) []difference {
	was, is := m.texts(base), m.texts(now)
	yours := maps.Clone(was)
	for _, c := range cells {
		if h := m.Household(source.Key(c.Household)); h != nil {
			yours[[2]string{h.ID, c.Item}] = strings.TrimSpace(c.Value)
		}
	}
	list := []difference{}
	for _, h := range m.taking() {
		for _, item := range m.items {
			at := [2]string{h.ID, ledger.ItemName(m.items, item)}
			if is[at] != was[at] {
				list = append(list, difference{at[0], at[1], yours[at], is[at], was[at]})
			}
		}
	}
	return list
}

// texts are the cells of a sheet's file.
func (m *month) texts(content []byte) map[[2]string]string {
	list := map[[2]string]string{}
	t, _ := m.table(content)
	for key, i := range recordsOf(t) {
		h := m.Household(key)
		for _, item := range m.items {
			if name := ledger.ItemName(m.items, item); h != nil {
				list[[2]string{h.ID, name}] = t.Records[i].Cell(t.Column(name))
			}
		}
	}
	return list
}
