package page

import (
	"strings"

	"gongshi/generator/ledger"
)

// tasks is tasks.csv: a row a task, as the place keeps them, and whether it is overdue.
func (d *openData) tasks() *DataFile {
	var rows [][]string
	for _, t := range d.Place.Tasks {
		rows = append(rows, taskRow(t, d.people.day))
	}
	return d.table("tasks.csv", d.Name+"任务与项目",
		"各项措施和项目的牵头单位、目标、现值、投资和状态。逾期：截止日已过而没有完成。", taskColumns, rows)
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
		investment, t.Place, t.Due.String(), string(t.State), t.See, t.Note, yesNo(overdue(t, day)),
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

var taskColumns = []Column{
	{"编号", Text, "任务或项目的编号"},
	{"类别", Text, "所属的类别"},
	{"名称", Text, "任务或项目的名称"},
	{"牵头", Text, "牵头单位"},
	{"责任单位", Text, "责任单位，用顿号隔开"},
	{"目标", Text, "数量；≥ 为至少，≤ 为至多；比例写作 1:2"},
	{"现值", Number, "目标现在的数值；目标是比例的，为比例的后项"},
	{"单位", Text, "目标和现值的单位"},
	{"投资万元", Number, "投资，单位万元；空为不详"},
	{"地点", Text, "项目的地点"},
	{"截止", Day, "应当完成的日期"},
	{"状态", Text, "未开始、进行中、已完成或已推迟"},
	{"程序", Text, "所依程序的文章"},
	{"说明", Text, "补充说明"},
	{"逾期", YesNo, "截止日已过而没有完成，按生成网站的日期判断"},
}
