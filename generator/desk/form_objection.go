package desk

import (
	"fmt"

	"gongshi/generator/disk"
	"gongshi/generator/edit"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/start"
)

// planObjection enters an objection at the end of the notice.
func planObjection(v *view, f filled) (*plan, error) {
	day, err := v.past(f, "received", "收到的日子")
	if err != nil {
		return nil, err
	}
	about := f.one("about")
	if day == 0 || about == "" {
		return nil, lacks("写上哪天收到，说的是哪一户、哪一项。")
	}
	h, err := v.household(f)
	if err != nil {
		return nil, err
	}
	added, err := start.Objection(v.place, v.period, day, h.ID, about, v.work.Book.Calendars)
	if err != nil {
		return nil, wrong(err.Error() + "。")
	}
	content, err := v.d.read(v.noticeFile())
	if err != nil {
		return nil, err
	}
	if content, err = edit.Extended(content, added); err != nil {
		return nil, err
	}
	q := v.place.Publicity.On(v.notice().Posted)
	p := &plan{
		files:   []disk.File{{Path: v.noticeFile(), Content: content}},
		changes: []string{fmt.Sprintf("新增异议：户号 %s，%s，%s 收到", h.ID, about, day)},
		told:    []string{"谁提的不记。", "最迟 " + dayWords(day+ledger.Date(q.AnswerDays)) + " 答复。"},
	}
	for _, o := range v.notice().Objections {
		if o.Household == h.Key && o.Received == day && o.About == about {
			p.told = append(p.told, fmt.Sprintf("这一天、这一户、这一项已经登记过 %s 号：是同一件，就不用再写。", o.No))
		}
	}
	if last := notice.LastDay(v.place.Publicity, v.notice().Posted, v.work.Book.Calendars); day > last && !q.Restart {
		p.told = append(p.told, "公示到 "+dayWords(last)+" 为止，这一件是逾期的，照样登记，照样列出。")
	}
	return p, nil
}

// openRow is an objection that waits for its answer, or whose answer of the day may be mended.
type openRow struct {
	No, Received, Household, About string
	Answered                       bool
}

func showAnswer(v *view) any {
	var waiting, answered []openRow
	for _, o := range v.notice().Objections {
		switch row := (openRow{o.No, o.Received.String(), o.ID, o.About, o.Decided != 0}); o.Decided {
		case 0:
			waiting = append(waiting, row)
		case v.work.Day:
			answered = append(answered, row)
		}
	}
	return append(waiting, answered...) // the first that waits is ticked
}

// answeredToday is an objection with an answer of the day; nil if it has none.
func (v *view) answeredToday(no string) *ledger.Objection {
	for _, o := range v.notice().Objections {
		if o.No == no && o.Decided == v.work.Day {
			return o
		}
	}
	return nil
}

// answeredAnew is what differs from the answer that there was, in words.
func answeredAnew(o *ledger.Objection, outcome string, day ledger.Date, answer string) (list []string) {
	was := map[string]string{"upheld": start.Upheld, "rejected": start.Rejected}[o.Outcome]
	for _, s := range [][3]string{{"结果", was, outcome}, {"答复的日子", o.Decided.String(), day.String()}, {"答复", o.Answer, answer}} {
		if s[1] != s[2] {
			list = append(list, "异议 "+o.No+" 号 "+s[0]+"："+orNothing(s[1])+" → "+s[2])
		}
	}
	return list
}

// planAnswer writes what came of an objection, and what came of it after all where an answer of the day is to be
// mended.
func planAnswer(v *view, f filled) (*plan, error) {
	day, err := v.past(f, "decided", "答复的日子")
	if err != nil {
		return nil, err
	}
	no, outcome, answer := f.one("no"), f.one("outcome"), f.one("answer")
	if day == 0 || no == "" || answer == "" || outcome != start.Upheld && outcome != start.Rejected {
		return nil, lacks("选一件，写上成立还是不成立、怎样核实的、为什么这样定，哪天答复。")
	}
	content, err := v.d.read(v.noticeFile())
	if err != nil {
		return nil, err
	}
	if content == nil {
		return nil, wrong("这一期还没有公示。")
	}
	form, err := start.OpenForm(content)
	if err != nil {
		return nil, wrong(err.Error() + "。")
	}
	o := v.answeredToday(no)
	if o != nil && f.one("same") != "amend" {
		return nil, lacks("异议 " + no + " 号今天答复过：要改写，选“改写今天的答复”。")
	}
	if err := form.Answer(no, day, outcome == start.Upheld, answer, o != nil); err != nil {
		return nil, wrong(err.Error() + "。")
	}
	p := &plan{
		changes: []string{fmt.Sprintf("异议 %s 号：%s，%s 答复：%s", no, outcome, day, answer)},
		told:    []string{"答复会公布；不成立的也要写明理由。"},
	}
	if o != nil {
		p.changes = answeredAnew(o, outcome, day, answer)
	}
	if len(p.changes) == 0 {
		p.told = append(p.told, "已经有一样的，没有要写的。")
	}
	if outcome == start.Upheld {
		p.told = append(p.told, "要改分的，再写一条更正。")
		p.then = &door{"去更正这一件", correcting(v.place, v.period, no)}
	}
	content, _, err = form.Close()
	p.files = []disk.File{{Path: v.noticeFile(), Content: content}}
	return p, err
}
