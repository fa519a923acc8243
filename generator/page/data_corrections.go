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
		if t == nil || c.Date > d.people.Day {
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
	f := d.table("corrections", correctionColumns, byHousehold(rows))
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

var correctionColumns = columns("corrections", []heading{
	{"日期", Day}, {"周期", Text}, {"户号", Text}, {"对象", Text},
	{"原分", Number}, {"现分", Number}, {"原因", Text}, {"异议", Text},
})
