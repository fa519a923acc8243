package page

import (
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// recordsFile is records-<period>.csv: a row for each mark and each event, by 户号; of a
// household first its marks in the scheme's order, then its events by date and 编号.
func (d *openData) recordsFile(t *score.Table, held [2]Withheld) *DataFile {
	count := 0
	for r := range d.shown(t) {
		count += recordsIn(t, r)
	}
	f := d.tableOf(t, "records", "records-", recordColumns, nil)
	f.Count, f.Withheld = count, held[0].Records+held[1].Records
	f.Rows = func(yield func([]string) bool) {
		var cells []string
		for r := range d.shown(t) {
			sheet := t.Sheet(r)
			for _, m := range score.Public(sheet.Marks) {
				if cells = markRow(cells[:0], r, &sheet, &m); !yield(cells) {
					return
				}
			}
			for _, e := range t.Entries(r) {
				if cells = d.entryRow(cells[:0], t, r, e); !yield(cells) {
					return
				}
			}
		}
	}
	return f
}

// recordsIn is how many rows a household has in its period's records.
func recordsIn(t *score.Table, r *score.Row) int {
	return len(score.Public(t.Sheet(r).Marks)) + len(t.Entries(r))
}

// markRow is the row of one mark. 评分日期, 评分人 and 备注 are never published.
func markRow(cells []string, r *score.Row, sheet *score.Sheet, m *score.Mark) []string {
	fixed := ""
	if len(m.Fixes) > 0 {
		fixed = cellText(m.Fixed)
	}
	file, line := "", ""
	if m.Row != nil {
		file, line = m.Row.File, strconv.Itoa(int(m.Row.Line))
	}
	return append(cells,
		r.Household.ID, "评分", "", "", m.Category.Name, m.Name().String(), "",
		m.Full.String(), cellText(m.Raw), fixed, countedText(m.Counted), "", "",
		sheet.Explain(m).String(), file, line)
}

// entryRow is the row of one event.
func (d *openData) entryRow(cells []string, t *score.Table, r *score.Row, e *score.Entry) []string {
	kind := "加分"
	if e.Deducts() {
		kind = "扣分"
	}
	fixed := ""
	if len(e.Fixes) > 0 {
		fixed = e.Fixed.String()
	}
	return append(cells,
		r.Household.ID, kind, e.No, e.Date.String(), e.Heading().String(), e.Name().String(), strconv.Itoa(e.Times),
		"", e.Worth.String(), fixed, e.Counted.String(), string(e.Review), grounds(d.people.Privacy, e),
		e.Explain().String(), e.File, strconv.Itoa(int(e.Line)))
}

// NotApplicable is the word for a cell that does not apply.
const NotApplicable = "不适用"

// cellText is a cell as it was entered: points, 不适用, or nothing.
func cellText(c ledger.Cell) string {
	switch c.Kind {
	case ledger.Entered:
		return c.Points.String()
	case ledger.NA:
		return NotApplicable
	}
	return ""
}

// countedText is what counts: exact, or rounded to hundredths after a scale.
func countedText(e ledger.Exact) string {
	if points, whole := e.Points(); whole {
		return points.String()
	}
	return e.Round(2).String()
}

var recordColumns = columns("records", []heading{
	{"户号", Text}, {"类型", Text}, {"编号", Text}, {"日期", Day},
	{"分类", Text}, {"项目", Text}, {"次数", Integer}, {"满分", Number},
	{"原始", Number}, {"更正", Number}, {"计入", Number}, {"审核", Text},
	{"事由", Text}, {"说明", Text}, {"来源文件", Text}, {"行", Integer},
})
