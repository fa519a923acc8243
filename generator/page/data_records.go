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
	return &DataFile{
		Path:  d.path("records-" + t.Period.String() + ".csv"),
		Title: d.Name + t.Period.String() + "明细",
		Description: "逐项评分和加分、扣分事项。只有通过审核的事项计入；" +
			"涉及隐私的项目合并公布，涉及隐私的事项写作“其他”。",
		Columns:  recordColumns,
		Count:    count,
		Withheld: held[0].Records + held[1].Records,
		Rows: func(yield func([]string) bool) {
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
		},
	}
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
	if Deducts(e) {
		kind = "扣分"
	}
	fixed := ""
	if len(e.Fixes) > 0 {
		fixed = e.Fixed.String()
	}
	return append(cells,
		r.Household.ID, kind, e.No, e.Date.String(), e.Heading().String(), e.Name().String(), strconv.Itoa(e.Times),
		"", e.Worth.String(), fixed, e.Counted.String(), string(e.Review), d.people.Grounds(e),
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

var recordColumns = []Column{
	{"户号", Text, "本村内唯一的户编号"},
	{"类型", Text, "评分、加分或扣分"},
	{"编号", Text, "事项的编号；评分没有编号"},
	{"日期", Day, "事项发生的日期；评分不公布日期"},
	{"分类", Text, "所属分类"},
	{"项目", Text, "评分项目或事项的名称；涉及隐私的不写明"},
	{"次数", Integer, "事项的次数"},
	{"满分", Number, "评分项目的满分"},
	{"原始", Number, "最初登记的分数，或“不适用”；空为未填"},
	{"更正", Number, "更正后的分数；空为未更正"},
	{"计入", Number, "计入合计的分数；折算的保留两位小数"},
	{"审核", Text, "事项的审核：通过、待审或未通过"},
	{"事由", Text, "事项的事由，按本站的隐私设置公布"},
	{"说明", Text, "计入与登记不同的原因"},
	{"来源文件", Text, "登记所在的文件"},
	{"行", Integer, "登记所在的行"},
}
