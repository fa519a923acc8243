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
	Today   []reviewRow // what was reviewed on the day and is not posted, to be mended
	Over    bool        // one that waits belongs to a period that is over, so that the day of its review matters
}

// reviewRow is an event, with what came of its review.
type reviewRow struct{ No, Date, Household, Head, Kind, Grounds, Was string }

func showReview(v *view) any {
	var m reviewed
	for _, e := range v.place.Events {
		k := v.place.KindOfEvent(e)
		if k == nil {
			continue
		}
		row := reviewRow{No: e.No, Date: e.Date.String(), Household: e.ID, Kind: k.Name, Grounds: e.Grounds, Was: string(e.Review)}
		if h := v.place.Household(e.Household); h != nil {
			row.Head = h.SpanOn(e.Date).Head
		}
		switch of, _ := v.place.PeriodOfEvent(e); {
		case e.ReviewUnder(k) == ledger.Pending:
			m.Waiting, m.Over = append(m.Waiting, row), m.Over || v.overdue(e)
		case e.Reviewed == v.work.Day && (v.place.Notices[of] == nil || !v.posted(v.place.Notices[of])):
			m.Today = append(m.Today, row)
		}
	}
	return m
}

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
		if of, _ := v.place.PeriodOfEvent(&ledger.Event{Date: e.Date, Reviewed: day}); v.place.Notices[of] != nil && v.posted(v.place.Notices[of]) {
			return nil, wrong(convert.PeriodWords(of) + "已经在 " + dayWords(v.place.Notices[of].Posted) + " 张榜，贴出去的分数不能变：" + e.ID + " 的这一件，审核日期写张榜那天或者以后，就算到以后的一期。")
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

// overdue reports whether an event belongs to a period that is over, and that nobody has posted.
func (v *view) overdue(e *ledger.Event) bool {
	of, scheme := v.place.PeriodOfEvent(e)
	n := v.place.Notices[of]
	return scheme != nil && of.Last() < v.work.Day && (n == nil || !v.posted(n))
}
