package main

// A task is a row of tasks.csv: a measure or a project.
type task struct {
	no, name, lead, offices           string
	target, current, unit, investment string
	place                             string
	due                               day
	state, see, note                  string
}

// A heading is a 类别 with its tasks.
type heading struct {
	name  string
	tasks []task
}

// writeTasks adds tasks.csv.
func writeTasks(s site, p *place, list []heading) {
	header := []string{"编号", "类别", "名称", "牵头", "责任单位", "目标", "现值", "单位", "投资万元", "地点", "截止", "状态", "程序", "说明"}
	var rows [][]string
	for _, h := range list {
		for _, t := range h.tasks {
			rows = append(rows, []string{
				t.no, h.name, t.name, t.lead, t.offices, t.target, t.current, t.unit, t.investment,
				t.place, string(t.due), t.state, t.see, t.note,
			})
		}
	}
	s.table(p.file("tasks.csv"), header, rows)
}
