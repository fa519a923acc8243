package gazette

import (
	"strings"

	"gongshi/generator/ledger"
)

// tasksForm returns the form of tasks.csv: a row for each task, as the place keeps them, and
// whether it is overdue on a day. Nobody reads it again: a place's tasks are in its place.json.
func tasksForm(today ledger.Date) Form[ledger.Task] {
	return formOf("tasks",
		text("编号", func(t *ledger.Task) *string { return &t.No }),
		text("类别", func(t *ledger.Task) *string { return &t.Category }),
		text("名称", func(t *ledger.Task) *string { return &t.Name }),
		text("牵头", func(t *ledger.Task) *string { return &t.Lead }),
		follows("责任单位", TypeText, func(t *ledger.Task) string { return strings.Join(t.Offices, "、") }),
		follows("目标", TypeText, func(t *ledger.Task) string { return t.Target.String() }),
		follows("现值", TypeNumber, func(t *ledger.Task) string { return givenText(t.HasCurrent, t.Current) }),
		text("单位", func(t *ledger.Task) *string { return &t.Unit }),
		follows("投资万元", TypeNumber, func(t *ledger.Task) string { return givenText(t.HasSum, t.Investment) }),
		text("地点", func(t *ledger.Task) *string { return &t.Place }),
		day("截止", func(t *ledger.Task) *ledger.Date { return &t.Due }),
		text("状态", func(t *ledger.Task) *ledger.TaskState { return &t.State }),
		text("程序", func(t *ledger.Task) *string { return &t.See }),
		text("说明", func(t *ledger.Task) *string { return &t.Note }),
		follows("逾期", TypeYesNo, func(t *ledger.Task) string { return yesNoText(t.Overdue(today)) }),
	)
}

// givenText writes a number that a task may lack.
func givenText(has bool, e ledger.Exact) string {
	if !has {
		return ""
	}
	return e.String()
}
