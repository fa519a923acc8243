package gazette

import (
	"strings"

	"gongshi/generator/ledger"
)

// tasksForm returns the form of tasks.csv: a row for each task, as the place keeps them, and
// whether it is overdue on a day.
func tasksForm(today ledger.Date) Form[ledger.Task] {
	return formOf("tasks",
		text("编号", func(t *ledger.Task) *string { return &t.No }),
		text("类别", func(t *ledger.Task) *string { return &t.Category }),
		text("名称", func(t *ledger.Task) *string { return &t.Name }),
		text("牵头", func(t *ledger.Task) *string { return &t.Lead }),
		made("责任单位", TypeText, func(t *ledger.Task) *[]string { return &t.Offices }, officesText, readOffices),
		made("目标", TypeText, func(t *ledger.Task) *ledger.Target { return &t.Target }, ledger.Target.String, readTarget),
		given(func(t *ledger.Task) *bool { return &t.HasCurrent }, exact("现值", func(t *ledger.Task) *ledger.Exact { return &t.Current })),
		text("单位", func(t *ledger.Task) *string { return &t.Unit }),
		given(func(t *ledger.Task) *bool { return &t.HasSum }, exact("投资万元", func(t *ledger.Task) *ledger.Exact { return &t.Investment })),
		text("地点", func(t *ledger.Task) *string { return &t.Place }),
		day("截止", func(t *ledger.Task) *ledger.Date { return &t.Due }),
		text("状态", func(t *ledger.Task) *ledger.TaskState { return &t.State }),
		text("程序", func(t *ledger.Task) *string { return &t.See }),
		text("说明", func(t *ledger.Task) *string { return &t.Note }),
		follows("逾期", TypeYesNo, func(t *ledger.Task) string { return yesNoText(t.Overdue(today)) }),
	)
}

func officesText(offices []string) string { return strings.Join(offices, "、") }

func readOffices(cell string) ([]string, bool) {
	if cell == "" {
		return nil, true
	}
	return strings.Split(cell, "、"), true
}

func readTarget(cell string) (of ledger.Target, ok bool) {
	if first, second, ratio := strings.Cut(cell, ":"); ratio {
		per, known := readExact(second)
		of.Value, ok = readExact(first)
		of.Sign, of.Per = ":", per
		return of, ok && known
	}
	for _, sign := range []string{"≥", "≤"} {
		if rest, ok := strings.CutPrefix(cell, sign); ok {
			of.Sign, cell = sign, rest
			break
		}
	}
	if cell == "" {
		return of, true
	}
	of.Value, ok = readExact(cell)
	return of, ok
}
