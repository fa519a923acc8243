package page

import (
	"cmp"
	"slices"
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// notices is notices.csv: a row a published period.
func (d *openData) notices() *DataFile {
	var rows [][]string
	for _, t := range d.Tables {
		rows = append(rows, append(d.noticeRow(t.State), d.history.Last(t.Files()...).Hash))
	}
	f := d.table("notices", noticeColumns, rows)
	f.Key = []string{"周期"}
	return f
}

func (d *openData) noticeRow(st *notice.State) []string {
	n := st.Notice
	if n == nil { // a draft without a notice file
		n = &ledger.Notice{}
	}
	m := n.Meeting
	present, supervisedBy := "", ""
	if d.until(m.Date) == m.Date { // not a meeting that is still to come
		supervisedBy = m.SupervisedBy
		if m.Present > 0 {
			present = strconv.Itoa(m.Present)
		}
	}
	return []string{
		st.Period.String(), n.Title, st.Posted.String(), st.FirstDay.String(), st.LastDay.String(),
		st.MovedFrom.String(), d.until(n.Visited).String(), d.until(m.Date).String(), present,
		supervisedBy, d.until(n.Reported).String(), st.Status.String(), yesNo(st.Corrected),
		strconv.Itoa(len(st.Objections)), yesNo(st.Counts),
	}
}

// until is a date, or none if it is after the day: what is dated so does not exist yet.
func (d *openData) until(date ledger.Date) ledger.Date {
	if date > d.people.Day {
		return 0
	}
	return date
}

var noticeColumns = columns("notices", []heading{
	{"周期", Text}, {"标题", Text}, {"张贴日期", Day}, {"起算日", Day},
	{"截止日", Day}, {"顺延自", Day}, {"入户日期", Day}, {"会议日期", Day},
	{"到会人数", Integer}, {"监督", Text}, {"上报日期", Day}, {"状态", Text},
	{"已更正", YesNo}, {"异议数", Integer}, {"计入累计", YesNo}, {"提交", Text},
})

// detail is a row about a household, with what it is sorted by.
type detail struct {
	household int // its place among the households
	date      ledger.Date
	line      int32
	cells     []string
}

// byHousehold sorts rows by 户号, then date, then line.
func byHousehold(rows []detail) [][]string {
	slices.SortStableFunc(rows, func(a, b detail) int {
		return cmp.Or(cmp.Compare(a.household, b.household), cmp.Compare(a.date, b.date), cmp.Compare(a.line, b.line))
	})
	list := make([][]string, len(rows))
	for i, r := range rows {
		list[i] = r.cells
	}
	return list
}

// detailOf begins a row about a household in a period; false where it is withheld.
func (d *openData) detailOf(key string, period ledger.Period, date ledger.Date, line int32) (string, detail, bool) {
	i := slices.IndexFunc(d.Households, func(h *ledger.Household) bool { return h.Key == key })
	if i < 0 {
		return "", detail{}, false
	}
	h := d.Households[i]
	ok := d.people.Details(period) && !d.people.Omitted(d.Place.Place, h)
	return h.ID, detail{household: i, date: date, line: line}, ok
}

// objections is objections.csv: a row an objection received up to the day. Who objects
// is not recorded, and the objection's text is never published.
func (d *openData) objections() *DataFile {
	var rows []detail
	withheld := 0
	for _, t := range d.Tables {
		for _, o := range t.State.Objections {
			id, row, ok := d.detailOf(o.Household, t.Period, o.Received, o.Line)
			if !ok {
				withheld++
				continue
			}
			row.cells = objectionRow(t.Period, id, ObjectionTarget(t, o.Objection), o)
			rows = append(rows, row)
		}
	}
	f := d.table("objections", objectionColumns, byHousehold(rows))
	f.Key, f.Withheld = []string{"周期", "编号"}, withheld
	return f
}

func objectionRow(period ledger.Period, id string, target Target, o notice.Objection) []string {
	decided, outcome, answer := "", "核查中", ""
	if o.Decided {
		decided, outcome, answer = o.Objection.Decided.String(), "不成立", o.Answer
		if o.Outcome == "upheld" {
			outcome = "成立"
		}
	}
	if target.Hidden {
		answer = ""
	}
	return []string{
		period.String(), o.No, o.Received.String(), id, target.Name, yesNo(o.Timely),
		decided, outcome, answer, strconv.Itoa(o.Days), yesNo(o.Late),
	}
}

var objectionColumns = columns("objections", []heading{
	{"周期", Text}, {"编号", Text}, {"收到日期", Day}, {"户号", Text},
	{"事项", Text}, {"及时", YesNo}, {"办结日期", Day}, {"结果", Text},
	{"答复", Text}, {"用时天数", Integer}, {"逾期", YesNo},
})
