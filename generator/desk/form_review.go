package desk

import (
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/desk/grid"
	"gongshi/generator/diag"
	"gongshi/generator/edit"
	"gongshi/generator/ledger"
)

// reviewed is what the page of the review shows.
type reviewed struct {
	Waiting []reviewRow
	Done    []reviewRow // what was reviewed and is not posted, to be mended
	Over    bool        // one that waits belongs to a period that is over, so that the day of its review matters
}

// reviewRow is an event, with what came of its review.
type reviewRow struct{ No, Date, Household, Head, Kind, Grounds, Was string }

// showReview are the events that wait, and those that may be mended.
func showReview(v *view) any {
	var m reviewed
	for _, e := range v.place.Events {
		k := v.place.KindOfEvent(e)
		if k == nil {
			continue
		}
		row := reviewRow{No: e.No, Date: e.Date.String(), Household: e.ID, Kind: k.Name, Grounds: e.Grounds}
		if h := v.place.Household(e.Household); h != nil {
			row.Head = h.SpanOn(e.Date).Head
		}
		switch _, posted := v.postedWith(e.Date, e.Reviewed); {
		case e.ReviewUnder(k) == ledger.Pending:
			m.Waiting, m.Over = append(m.Waiting, row), m.Over || v.overdue(e)
		case e.Reviewed != 0 && !posted:
			row.Was = string(e.Review) + " " + e.Reviewed.String()
			m.Done = append(m.Done, row)
		}
	}
	return m
}

// planReview writes what came of a review into the events that are ticked.
func planReview(v *view, f filled) (*plan, error) {
	day, err := v.past(f, "reviewed", "审核日期")
	if err != nil {
		return nil, err
	}
	decision := f.one("decision")
	if day == 0 || decision != string(ledger.Approved) && decision != string(ledger.Refused) {
		return nil, lacks("写上哪天审核的，通过还是未通过。")
	}
	chosen := map[string]bool{}
	for _, no := range f.Fields["event"] {
		chosen[no] = true
	}
	if len(chosen) == 0 {
		return nil, lacks("勾选审核过的。")
	}
	p := &plan{told: []string{"通过的才算分；未通过的也列出来，不算分。"}}
	late := false
	open := map[string]*edit.Table{}
	var order []string
	for _, e := range v.place.Events {
		if !chosen[e.No] {
			continue
		}
		if err := v.moved(e, day); err != nil {
			return nil, err
		}
		late = late || decision == string(ledger.Approved) && day == v.work.Day && v.overdue(e)
		t := open[e.File]
		if t == nil {
			if t, err = v.table(e.File); err != nil {
				return nil, err
			}
			open[e.File], order = t, append(order, e.File)
		}
		for i, r := range t.Records {
			if strings.TrimSpace(r.Cell(t.Column("编号"))) == e.No {
				t.Set(i, "审核", decision)
				t.Set(i, "审核日期", day.String())
			}
		}
	}
	for _, name := range order {
		if err := p.change(name, open[name], "编号", "日期", "户号", "项目"); err != nil {
			return nil, err
		}
	}
	if late {
		p.problems = append(p.problems, grid.Problem{Severity: diag.Note.String(), Text: "今天审核的，今天就张榜的话赶不上那一榜，算到以后的一期。评议会上已经定下来的，审核日期写那一天。"})
	}
	return p, nil
}

// moved refuses a review that would change what is posted: one that brings an event into it, or takes one out of it.
func (v *view) moved(e *ledger.Event, day ledger.Date) error {
	if of, is := v.postedWith(e.Date, day); is {
		return wrong(convert.PeriodWords(of) + "已经在 " + dayWords(v.place.Notices[of].Posted) + " 张榜，贴出去的分数不能变：" + e.ID + " 的这一件，审核日期写张榜那天或者以后，就算到以后的一期。")
	}
	if of, is := v.postedWith(e.Date, e.Reviewed); is && e.Reviewed != 0 {
		return wrong(e.ID + " 的这一件算在" + convert.PeriodWords(of) + "，已经张榜了：不再改写，要改的写更正。")
	}
	return nil
}

// postedWith is the period of an event that was reviewed on a day, and whether it is posted.
func (v *view) postedWith(day, reviewed ledger.Date) (of ledger.Period, is bool) {
	of, _ = v.place.PeriodOfEvent(&ledger.Event{Date: day, Reviewed: reviewed})
	n := v.place.Notices[of]
	return of, n != nil && v.posted(n)
}

// overdue reports whether an event, if it was reviewed yesterday, belongs to a period that is over and that nobody has
// posted.
func (v *view) overdue(e *ledger.Event) bool {
	of, posted := v.postedWith(e.Date, v.work.Day-1)
	_, scheme := v.place.PeriodOfEvent(e)
	return scheme != nil && of.Last() < v.work.Day && !posted
}
