package convert

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// eventsOf are the events of a row's household in a file, as they are when the first row is looked for.
func (m *merging) eventsOf(t *target, in *incoming) []int {
	if m.events[t] == nil {
		m.events[t] = map[string][]int{}
		for record := range t.Records {
			whose := m.site.Key(t.cell(record, "户号"))
			m.events[t][whose] = append(m.events[t][whose], record)
		}
	}
	return m.events[t][m.site.Key(in.values["户号"])]
}

// isAnother tells of an event that bears the number of one that happened otherwise, as where a clerk's
// own list begins anew at 1 each month: it must not take its place.
func (m *merging) isAnother(t *target, record int, in *incoming) bool {
	differ := 0
	for _, name := range []string{"日期", "户号", "项目"} {
		if v := in.values[name]; v != "" && !m.site.Same(name, v, t.cell(record, name)) {
			differ++
		}
	}
	if m.kind.file != "events" || differ < 2 {
		return false
	}
	is := t.cell(record, "日期") + " " + t.cell(record, "户号") + " " + t.cell(record, "项目")
	m.problem(in.row, "编号", "same-event", "编号“"+in.values["编号"]+"”在文件里是另一件（“"+is+"”）",
		"“编号”空着，导入时自己编；真要改那一件，先导出工作簿，在里面改")
	return true
}

// alike is the number of an event of the same day, household and kind that no row of the sheet is;
// empty if there is none.
func (m *merging) alike(t *target, in *incoming) string {
	for _, record := range m.eventsOf(t, in) {
		same := !m.met[t][record]
		for _, name := range []string{"日期", "户号", "项目"} {
			same = same && in.values[name] != "" && m.site.Same(name, in.values[name], t.cell(record, name))
		}
		if same {
			return t.cell(record, "编号")
		}
	}
	return ""
}

var (
	numbered  = regexp.MustCompile(`^(.*?)(\d+)$`)
	yearMonth = regexp.MustCompile(`\d{6}`)
)

// numbering is how the events of a file are numbered.
type numbering struct {
	last    string         // number of the last one
	highest map[string]int // by what is before the digits
}

func (n *numbering) take(no string) {
	n.last = no
	if part := numbered.FindStringSubmatch(no); part != nil {
		if count, err := strconv.Atoi(part[2]); err == nil {
			n.highest[part[1]] = max(n.highest[part[1]], count)
		}
	}
}

// nextNumber is a number for a new event: after the highest of its month, made as that of the
// last event is.
func (m *merging) nextNumber(t *target, in *incoming) string {
	month := strings.ReplaceAll(m.form.Period.String(), "-", "")
	if d, err := m.site.Date(in.values["日期"]); err == nil {
		month = strings.ReplaceAll(d.String(), "-", "")[:6]
	}
	n, prefix, width := m.numbersOf(t), month+"-", 2
	if part := numbered.FindStringSubmatch(n.last); part != nil {
		prefix, width = yearMonth.ReplaceAllString(part[1], month), len(part[2])
	}
	for count := n.highest[prefix] + 1; ; count++ {
		if no := fmt.Sprintf("%s%0*d", prefix, width, count); m.taken[no] == nil {
			return no
		}
	}
}

// numbersOf are the numbers of events in a file and of those added to it.
func (m *merging) numbersOf(t *target) *numbering {
	if m.numbers[t] == nil {
		n := &numbering{highest: map[string]int{}}
		for i := range t.Records {
			n.take(t.cell(i, "编号"))
		}
		for _, a := range t.Added {
			n.take(a.Cells["编号"])
		}
		m.numbers[t] = n
	}
	return m.numbers[t]
}
