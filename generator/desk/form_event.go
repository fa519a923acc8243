package desk

import (
	"cmp"
	"fmt"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/desk/grid"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
)

// kindRow is a kind of event with its rule in words.
type kindRow struct {
	Name, Short string // the rule as far as a box shows it; the whole of it is told beside
}

// showEvent are the kinds of events by the rules in force.
func showEvent(v *view) any {
	var list []kindRow
	for _, k := range v.rules().Events {
		list = append(list, kindRow{k.Name, strings.TrimSuffix(strings.Split(ruleOf(k), "，")[0], "。")})
	}
	return list
}

// rules are those in force for the month of the day, or of the form's period.
func (v *view) rules() *ledger.Scheme {
	period := v.period
	if period == (ledger.Period{}) {
		period = ledger.PeriodOf(ledger.Month, v.work.Day)
	}
	if s := v.place.SchemeFor(period); s != nil {
		return s
	}
	return &ledger.Scheme{}
}

// ruleOf tells what a kind of event gives and takes, and what limits it.
func ruleOf(k *ledger.EventKind) string {
	unit := cmp.Or(k.Per, "次")
	text := fmt.Sprintf("每%s %s 分", unit, k.Points)
	if k.Ranged {
		text = fmt.Sprintf("每%s %s 到 %s 分，由评议定", unit, k.From, k.To)
	}
	if k.HasMaxMonth {
		text += fmt.Sprintf("，每户每月最多算 %s 分", k.MaxPerMonth)
	}
	if k.HasMaxYear {
		text += fmt.Sprintf("，每户每年最多算 %s 分", k.MaxPerYear)
	}
	if k.Approval {
		text += "，审核通过才算"
	}
	return text + "。"
}

// planEvent enters one event for each household that is ticked.
func planEvent(v *view, f filled) (*plan, error) {
	day, err := v.past(f, "date", "日期")
	if err != nil {
		return nil, err
	}
	reviewed, err := v.past(f, "reviewed", "审核日期")
	if err != nil {
		return nil, err
	}
	scheme, _ := v.place.EventScheme(day)
	switch {
	case day == 0:
		return nil, lacks("写上日期。")
	case scheme == nil:
		return nil, wrong(dayWords(day) + "没有办法在施行：核对日期。")
	}
	k := scheme.EventKind(f.one("kind"))
	if k == nil {
		return nil, wrong("选一个项目；那一天的办法里没有“" + f.one("kind") + "”。")
	}
	p := &plan{told: []string{k.Name + "：" + ruleOf(k)}}
	if len(f.Fields["household"]) == 0 {
		p.told = append(p.told, "还没有勾选户。")
		return p, nil
	}
	no := f.one("no")
	if no != "" && len(f.Fields["household"]) > 1 {
		return nil, wrong("编号是一件一个：只勾一户才填，勾了几户的空着，程序自己编。")
	}
	rows := [][]string{{"编号", "日期", "户号", "项目", "次数", "分值", "事由", "记录人", "审核", "审核日期"}}
	ticked := map[*ledger.Household]bool{}
	for _, id := range f.Fields["household"] {
		h := v.place.Household(source.Key(id))
		if h == nil {
			return nil, wrong("没有户号“" + id + "”。")
		}
		ticked[h] = true
	}
	for _, h := range v.place.Households { // in the order of the register, whatever that of the page
		if ticked[h] {
			rows = append(rows, []string{no, day.String(), h.ID, k.Name, f.one("times"), f.one("points"), f.one("grounds"), f.one("by"), f.one("review"), f.one("reviewed")})
		}
	}
	taken, err := v.taken(ledger.PeriodOf(ledger.Month, day), rows...)
	if err != nil {
		return nil, err
	}
	if err := v.elsewhere(taken, day, reviewed, k.Approval && f.one("review") == "" || f.one("review") == "待审"); err != nil {
		return nil, err
	}
	taken.told = append(p.told, taken.told...)
	taken.told = append(taken.told, fmt.Sprintf("勾选了 %d 户。", len(rows)-1))
	return taken, nil
}

// elsewhere warns of what does not count in the period from which the form was opened, and refuses what would
// change a posted one: it counts later, once its row tells that it was taken in today (formats.md,
// "events/*.csv").
func (v *view) elsewhere(p *plan, day, reviewed ledger.Date, waits bool) error {
	of, is := v.postedWith(day, reviewed)
	warn := func(text string) {
		p.problems = append(p.problems, grid.Problem{Severity: diag.Note.String(), Text: text})
	}
	if is {
		later, _ := v.place.PeriodOfEvent(&ledger.Event{Date: day, Reviewed: v.work.Day})
		posted := convert.PeriodWords(of) + "已经在 " + dayWords(v.place.Notices[of].Posted) + " 张榜"
		if !waits {
			return wrong(posted + "，这一件算进去，贴出去的分数就变了。现在才登记的，审核写“通过”，审核日期写今天（" + v.work.Day.String() + "），就算到" + convert.PeriodWords(later) + "。")
		}
		warn(posted + "：这一件审核通过以后，算到那以后的一期。")
		return nil
	}
	_, at := v.place.EventScheme(day)
	switch n := v.place.Notices[at]; {
	case of != at && n != nil:
		warn(convert.PeriodWords(at) + "的榜 " + dayWords(n.Posted) + " 已经贴出去了：这一件算到" + convert.PeriodWords(of) + "。")
	case v.period != (ledger.Period{}) && of != v.period:
		warn(dayWords(day) + "不在" + convert.PeriodWords(v.period) + "：这一件算到" + convert.PeriodWords(of) + "。")
	}
	return nil
}
