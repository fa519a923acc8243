package desk

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"strconv"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/disk"
	"gongshi/generator/edit"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/start"
	"gongshi/generator/write"
)

// noticeRow is what a notice has now, and what is proposed where it has nothing.
type noticeRow struct {
	Visited, Met, Posted, Reported, Present, Supervised string
	Assessed, Fixed                                     bool // it has items to visit for; it is posted
}

// showNotice is the notice of the form's period.
func showNotice(v *view) any {
	n := v.notice()
	row := noticeRow{
		Visited: dated(n.Visited), Met: dated(n.Meeting.Date), Posted: dated(n.Posted), Reported: dated(n.Reported),
		Supervised: n.Meeting.SupervisedBy, Fixed: v.posted(n),
	}
	if !row.Fixed {
		row.Supervised = cmp.Or(row.Supervised, v.place.Contact.Supervisor)
	}
	if n.Meeting.Present > 0 {
		row.Present = strconv.Itoa(n.Meeting.Present)
	}
	row.Assessed = len(v.rules().ItemsOf(v.period.Cycle)) > 0
	return row
}

func dated(d ledger.Date) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

// notice is that of the form's period; an empty one where there is none.
func (v *view) notice() *ledger.Notice {
	if n := v.place.Notices[v.period]; n != nil {
		return n
	}
	return &ledger.Notice{}
}

func (v *view) posted(n *ledger.Notice) bool { return n.Posted != 0 && n.Posted <= v.work.Day }

func (v *view) noticeFile() string {
	return path.Join("data", v.place.Path, "notices", v.period.String()+".toml")
}

// noticeText is the notice's file, or the one with which it begins. In that the supervisor is only proposed, like
// the days: the clerk fills it in.
func (v *view) noticeText() ([]byte, error) {
	content, err := v.d.read(v.noticeFile())
	if err != nil || content != nil {
		return content, err
	}
	cals := notice.Calendars(v.work.Book.Calendars)
	file, err := start.Notice(v.place, v.period, start.Days{}, start.Propose(v.period, v.work.Day, cals))
	return bytes.Replace(file.Content, []byte("\nsupervised_by"), []byte("\n# supervised_by"), 1), err
}

// planNotice writes the days of a notice.
func planNotice(v *view, f filled) (*plan, error) {
	if v.period == (ledger.Period{}) {
		return nil, wrong("没有写是哪一期。")
	}
	n, p := v.notice(), &plan{}
	content, err := v.noticeText()
	if err != nil {
		return nil, err
	}
	text, err := edit.OpenTOML(content)
	if err != nil {
		return nil, err
	}
	for _, s := range []struct {
		field, words, table, key string
		was                      ledger.Date
	}{
		{"visited", "入户", "", "visited", n.Visited}, {"met", "评议会", "meeting", "date", n.Meeting.Date},
		{"posted", "张榜", "", "posted", n.Posted}, {"reported", "报镇里", "report", "date", n.Reported},
	} {
		day, err := f.day(s.field, s.words)
		switch {
		case err != nil:
			return nil, err
		case day == 0 || day == s.was:
			continue
		case s.key == "posted" && v.posted(n):
			return nil, wrong("已经在 " + n.Posted.String() + " 张榜，张榜的日子不改了。")
		}
		if err := text.Set(s.table, "", s.key, day.String()); err != nil {
			return nil, err
		}
		p.changes = append(p.changes, s.words+"："+cmp.Or(dated(s.was), "空")+" → "+day.String())
	}
	if err := v.meeting(f, n, text, p); err != nil {
		return nil, err
	}
	if err := v.posting(f, n, p); err != nil || len(p.changes) == 0 {
		return p, err
	}
	content, err = text.Bytes()
	p.files = []disk.File{{Path: v.noticeFile(), Content: content}}
	return p, err
}

// meeting writes who was at the meeting, and who supervised it.
func (v *view) meeting(f filled, n *ledger.Notice, text *edit.TOML, p *plan) error {
	if f.one("present") != "" {
		present, err := f.whole("present", "到会人数")
		if err != nil {
			return err
		}
		if present != n.Meeting.Present {
			if err := text.Set("meeting", "", "present", strconv.Itoa(present)); err != nil {
				return err
			}
			p.changes = append(p.changes, fmt.Sprintf("到会：%d 人", present))
		}
	}
	if by := f.one("supervised"); by != "" && by != n.Meeting.SupervisedBy {
		if err := text.Set("meeting", "", "supervised_by", write.Value(by)); err != nil {
			return err
		}
		p.changes = append(p.changes, "监督："+by)
	}
	return nil
}

// posting tells how the days run that begin with a posting.
func (v *view) posting(f filled, n *ledger.Notice, p *plan) error {
	posted, err := f.day("posted", "张榜")
	if err != nil || posted == 0 {
		return err
	}
	cals := notice.Calendars(v.work.Book.Calendars)
	q := v.place.Publicity.On(posted)
	last := notice.LastDay(v.place.Publicity, posted, cals)
	unit := map[bool]string{false: "天", true: "个工作日"}[q.Working]
	p.told = append(p.told, fmt.Sprintf("%s张榜，公示 %d %s，异议收到 %s（%s）为止。", dayWords(posted), q.Days, unit, dayWords(last), weekdays[last.Weekday()]))
	if rest := restDays(posted, last, cals); rest != "" {
		p.told = append(p.told, "中间休息："+rest+"。")
	}
	if q.DisplayDays > 0 {
		first, _, _ := notice.Span(q, posted, nil, cals)
		p.told = append(p.told, "榜至少挂到 "+dayWords(max(first+ledger.Date(q.DisplayDays)-1, last))+"。")
	}
	if text, means := deedsOf(v.place, v.period).missed(v.period, posted); text != "" && !v.posted(n) {
		p.told = append([]string{text + "。" + means}, p.told...)
	}
	if posted != n.Posted {
		p.does = "保存公示，" + dayWords(posted) + "张榜"
	}
	if posted <= v.period.Last() {
		p.told = append(p.told, convert.PeriodWords(v.period)+"还没有过完，一般过完再张榜。")
	}
	if errors := len(v.had.Errors()); errors > 0 && !v.posted(n) {
		p.problems = append(p.problems, problemOf(fmt.Sprintf("资料里还有 %d 处错误，改好再张榜。", errors)))
	}
	return nil
}

var weekdays = [...]string{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"}

// restDays are the days between two that are no working days, in words.
func restDays(from, to ledger.Date, cals notice.Calendars) string {
	var parts []string
	for d := from; d <= to; d++ {
		if cals.Working(d) {
			continue
		}
		first := d
		for d < to && !cals.Working(d+1) {
			d++
		}
		if first == d {
			parts = append(parts, short(d)+"（"+weekdays[d.Weekday()]+"）")
		} else {
			parts = append(parts, short(first)+"到"+short(d))
		}
	}
	return strings.Join(parts, "、")
}
