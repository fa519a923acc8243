package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// An event is a row of events/*.csv.
type event struct {
	no        string
	date      day
	household string
	member    string
	kind      kind
	times     int // 0: the cell is left empty, which means once
	points    int // 0: the cell is left empty
	story     story
	by        string
	review    string
	reviewed  day
	tag       string // by which this program finds it again
}

// A story is what happened: where, what, how it is proved and who told it.
type story struct{ place, grounds, proof, source string }

const (
	passed  = "通过"
	pending = "待审"
	refused = "未通过"
)

// approve marks the event as approved so many days after its date.
func (e event) approve(after int) event {
	e.review, e.reviewed = passed, e.date.plus(after)
	return e
}

// known says whether the list has such an event of the household on the same day.
func known(list []event, e event) bool {
	return slices.ContainsFunc(list, func(o event) bool {
		return o.date == e.date && o.household == e.household && o.kind.id == e.kind.id
	})
}

// number puts the events in order of date and numbers them within their months.
func number(prefix string, list []event) {
	slices.SortStableFunc(list, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.household, b.household))
	})
	count := map[string]int{}
	for i, e := range list {
		month := string(e.date[:4] + e.date[5:7])
		count[month]++
		list[i].no = fmt.Sprintf("%s%s-%02d", prefix, month, count[month])
	}
}

// tagged is the number of an event that was marked.
func tagged(list []event, tag string) string {
	for _, e := range list {
		if e.tag == tag {
			return e.no
		}
	}
	panic("no event " + tag)
}

// writeEvents adds events/<year>.csv for each year that has events.
func writeEvents(s site, p *place, list []event, members bool) {
	header := []string{"编号", "日期", "户号", "项目", "次数", "分值", "地点", "事由", "依据", "来源", "记录人", "审核", "审核日期"}
	if members {
		header = slices.Insert(header, 3, "成员号")
	}
	years := map[day][][]string{}
	for _, e := range list {
		row := []string{
			e.no, string(e.date), e.household, e.kind.name, number0(e.times), number0(e.points),
			e.story.place, e.story.grounds, e.story.proof, e.story.source, e.by, e.review, string(e.reviewed),
		}
		if members {
			row = slices.Insert(row, 3, e.member)
		}
		years[e.date[:4]] = append(years[e.date[:4]], row)
	}
	for year, rows := range years {
		s.table(p.file("events/"+string(year)+".csv"), header, rows)
	}
}

// number0 writes a number, and nothing for 0.
func number0(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
