package desk

import (
	"gongshi/generator/desk/grid"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// problems are what the check reports of the sheet, cell by cell.
func (m *month) problems(list diag.List) []grid.Problem {
	found := []grid.Problem{}
	sheet := m.Sheets[m.period]
	for _, d := range list {
		if d.File != m.file() {
			continue
		}
		p := grid.Problem{Severity: d.Severity.String(), Text: d.Message}
		if d.Hint != "" {
			p.Text += "。" + d.Hint
		}
		p.Text = spoken(p.Text)
		p.Household, p.Item = m.at(sheet, d)
		found = append(found, p)
	}
	return found
}

// at is the household and the item that a problem is about; "" of none.
func (m *month) at(sheet *ledger.Sheet, d diag.Diagnostic) (household, item string) {
	if sheet == nil {
		return "", ""
	}
	for _, row := range sheet.Rows {
		if row.Line != d.Line {
			continue
		}
		if h := m.Household(row.Household); h != nil {
			household = h.ID
		}
		for i, c := range row.Cells {
			if c.Column != 0 && int32(c.Column) == d.Column && i < len(m.items) {
				item = ledger.ItemName(m.items, m.items[i])
			}
		}
	}
	return household, item
}
