package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/chart"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Tasks is <place>/tasks.html: what was promised, who answers for it, and how far it is.
type Tasks struct {
	Head
	Count    TaskCount
	Chart    *chart.Chart  // nil: fewer than two headings, or no state is known
	Headings []TaskHeading // measures, in the order of the file
	Projects *Projects     // nil: none
	CSV      string
}

// TaskCount sums a place's tasks up; Href leads to them.
type TaskCount struct {
	Href                 string
	Total, Done, Overdue int
}

// TaskHeading is a heading (类别) with what is under it.
type TaskHeading struct {
	Name  string
	Items []TaskItem
}

// TaskItem is one task or project.
type TaskItem struct {
	*ledger.Task
	Measure    *Measure // nil: nothing to measure
	Investment string   // 万元; "" where none is known
	State      string   // a key of the words; "" where none is given
	Overdue    bool
	See        *Link // the procedure that it follows
}

// Noted reports whether more is to be told of a project than its table shows.
func (t TaskItem) Noted() bool {
	return t.Lead != "" || len(t.Offices) > 0 || t.See != nil || t.Note != ""
}

// Projects are the tasks that cost a sum, make a quantity or are in a place.
type Projects struct {
	Headings []TaskHeading
	Sum      string // of the investments, 万元
	Count    int
	Unknown  int  // how many have no investment
	Noted    bool // of some more is told than the table shows
}

var taskStates = map[ledger.TaskState]string{
	ledger.NotStarted: "notstarted", ledger.Ongoing: "ongoing", ledger.Done: "done", ledger.Postponed: "postponed",
}

// unfinished reports whether p has tasks that may become overdue, or are.
func unfinished(p *gazette.Place) bool {
	return slices.ContainsFunc(p.Tasks, func(t *ledger.Task) bool { return t.Due != 0 && t.State != ledger.Done })
}

// project reports whether t is listed as a project: it has a sum, a place, or a quantity
// to be made.
func project(t *ledger.Task) bool {
	return t.HasSum || t.Place != "" || t.Target.Sign == "" && !t.Target.Value.IsZero()
}

func (s *site) tasks(p *gazette.Place) *Tasks {
	m := &Tasks{Head: s.headOf(p, address.Tasks(p), "tasks")}
	m.Count, m.Changed = s.countTasks(&m.Head, p), changed(p.Changes.Tasks)
	m.Chart = chart.Progress(p, s.public.Day)
	m.CSV = m.Head.Href(address.Data(p, "tasks.csv"))
	s.date(&m.Head, unfinished(p))
	var projects Projects
	var sum ledger.Exact
	for _, t := range p.Tasks {
		item := s.taskItem(&m.Head, t)
		if !project(t) {
			m.Headings = underHeading(m.Headings, item)
			continue
		}
		projects.add(item)
		sum = sum.Add(t.Investment)
	}
	if projects.Count > 0 {
		projects.Sum = sum.String()
		m.Projects = &projects
	}
	return m
}

func (m *Projects) add(item TaskItem) {
	m.Count++
	if !item.HasSum {
		m.Unknown++
	}
	m.Noted = m.Noted || item.Noted()
	m.Headings = underHeading(m.Headings, item)
}

// underHeading adds an item under its heading, which may have been left and come again.
func underHeading(list []TaskHeading, item TaskItem) []TaskHeading {
	i := slices.IndexFunc(list, func(h TaskHeading) bool { return h.Name == item.Category })
	if i < 0 {
		return append(list, TaskHeading{item.Category, []TaskItem{item}})
	}
	list[i].Items = append(list[i].Items, item)
	return list
}

func (s *site) taskItem(h *Head, t *ledger.Task) TaskItem {
	m := TaskItem{
		Task: t, Measure: measured(t), State: taskStates[t.State],
		Overdue: t.Overdue(s.public.Day), See: s.articleLink(h, t.See),
	}
	if t.HasSum {
		m.Investment = t.Investment.String()
	}
	return m
}

// countTasks sums up p's tasks, with the address of their page as seen from h.
func (s *site) countTasks(h *Head, p *gazette.Place) TaskCount {
	c := TaskCount{Total: len(p.Tasks), Href: h.Href(address.Tasks(p))}
	for _, t := range p.Tasks {
		switch {
		case t.State == ledger.Done:
			c.Done++
		case t.Overdue(s.public.Day):
			c.Overdue++
		}
	}
	return c
}
