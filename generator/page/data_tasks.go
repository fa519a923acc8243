package page

import (
	"strings"

	"gongshi/generator/ledger"
)

// tasks is tasks.csv: a row a task, as the place keeps them, and whether it is overdue.
func (d *openData) tasks() *DataFile {
	var rows [][]string
	for _, t := range d.Place.Tasks {
		rows = append(rows, taskRow(t, d.people.Day))
	}
	return d.table("tasks", taskColumns, rows)
}

func taskRow(t *ledger.Task, day ledger.Date) []string {
	current, investment := "", ""
	if t.HasCurrent {
		current = t.Current.String()
	}
	if t.HasSum {
		investment = t.Investment.String()
	}
	return []string{
		t.No, t.Category, t.Name, t.Lead, strings.Join(t.Offices, "、"), targetText(t.Target), current, t.Unit,
		investment, t.Place, t.Due.String(), string(t.State), t.See, t.Note, yesNo(t.Overdue(day)),
	}
}

// targetText is a target as it is written in tasks.csv.
func targetText(t ledger.Target) string {
	switch {
	case t.Sign == ":":
		return ratioText(t.Value, t.Per)
	case t.Sign == "" && t.Value.IsZero():
		return ""
	}
	return t.Sign + t.Value.String()
}

var taskColumns = columns("tasks", []heading{
	{"编号", Text}, {"类别", Text}, {"名称", Text}, {"牵头", Text},
	{"责任单位", Text}, {"目标", Text}, {"现值", Number}, {"单位", Text},
	{"投资万元", Number}, {"地点", Text}, {"截止", Day}, {"状态", Text},
	{"程序", Text}, {"说明", Text}, {"逾期", YesNo},
})
