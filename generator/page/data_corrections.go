package page

import (
	"gongshi/generator/ledger"
)

// corrections is corrections.csv: a row a correction up to the day, of the published
// periods.
func (d *openData) corrections() *DataFile {
	var rows []detail
	withheld := 0
	for _, c := range d.Corrections {
		t := d.Table(c.Period)
		if t == nil || c.Date > d.people.day {
			continue
		}
		id, row, ok := d.detailOf(c.Household, c.Period, c.Date, c.Line)
		if !ok {
			withheld++
			continue
		}
		row.cells = correctionRow(id, CorrectionTarget(t, c), c)
		rows = append(rows, row)
	}
	f := d.table("corrections.csv", d.Name+"更正", "张贴以后的更正：原分、现分和原因。",
		correctionColumns, byHousehold(rows))
	f.Withheld = withheld
	return f
}

// correctionRow is the row of one correction. Of a sensitive item nothing more is told
// than its category; of a sensitive event, whose points are public, all but the reason.
func correctionRow(id string, target Target, c *ledger.Correction) []string {
	from, to, reason := cellText(c.From), cellText(c.To), c.Reason
	if target.Hidden {
		reason = ""
	}
	if target.Hidden && target.Item {
		from, to = "", ""
	}
	return []string{
		c.Date.String(), c.Period.String(), id, target.Name, from, to, reason, c.Objection,
	}
}

var correctionColumns = []Column{
	{"日期", Day, "更正的日期"},
	{"周期", Text, "所更正的周期"},
	{"户号", Text, "本村内唯一的户编号"},
	{"对象", Text, "所更正的评分项目，或事项的编号；涉及隐私的只写分类或“其他”"},
	{"原分", Number, "更正前的分数，或“不适用”；空为未填，或涉及隐私不公布"},
	{"现分", Number, "更正后的分数，或“不适用”；涉及隐私的不公布"},
	{"原因", Text, "更正的原因；涉及隐私的不公布"},
	{"异议", Text, "由哪一件异议引起"},
}
