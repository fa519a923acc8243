package desk

import (
	"fmt"
	"strings"

	"gongshi/generator/address"
	"gongshi/generator/convert"
	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/status"
)

// ahead is a place of which the next thing to do is said.
type ahead struct {
	*status.Place
	day  ledger.Date
	name string // of the period that it is about
}

// next is the next thing to do in a sentence, and where it is done, or seen. There always is one.
func next(p *status.Place, day ledger.Date) (string, *door) {
	a := &ahead{Place: p, day: day}
	n := p.Next
	if n.Period != nil {
		a.name = convert.PeriodWords(n.Period.Period)
	}
	if n.Do == status.Begin || n.Do == status.Wait || n.Do == status.Nothing {
		if says, to := a.correct(); to != nil {
			return says, to
		}
	}
	switch n.Do {
	case status.Mend:
		return fmt.Sprintf("资料里有 %d 处错误，先改好，再做别的。", n.Count), nil // those who have the errors know where
	case status.Register:
		return "名册里还没有一户：先把各户写进名册。户多的，用 Excel 填好，请会用电脑的人导入。", a.to("写进名册", "register")
	case status.Answer:
		return fmt.Sprintf("%s有 %d 件异议没有答复，最迟 %s 答复。", a.name, n.Count, dayWords(n.Day)), a.to("答复异议", "answer")
	case status.SealIt:
		return fmt.Sprintf("有 %d 期张榜或者更正以后没有封存：封存了，谁改过一个数都看得出来。", n.Count), a.to("封存", "seal")
	case status.Begin:
		return a.begin()
	case status.Fill:
		s := n.Period.Sheet
		return fmt.Sprintf("%s的评分填了 %d 户，共 %d 户：接着填%s。", a.name, s.Filled, s.Households, by(n.Day)), a.sheet("接着填")
	case status.Announce, status.Post:
		if pending := deedsOf(p.Place, n.Period.Period).pending; len(pending) > 0 {
			return fmt.Sprintf("%s有 %d 件加减分待审：先审核，再写公示%s。", a.name, len(pending), by(n.Day)), &door{"审核", formAddress("review", p.Place, ledger.Period{})}
		}
		if n.Do == status.Post {
			return a.name + "可以张榜了" + by(n.Day) + "。", a.to("张榜", "notice")
		}
		return a.name + "的评分填好了，没有错误：写公示" + by(n.Day) + "。", a.to("写公示", "notice")
	case status.Finish:
		return fmt.Sprintf("有 %d 项任务过了截止日：在任务表里改好现值和状态。", n.Count), &door{"看是哪几项", "/" + address.Escape(address.Tasks(&gazette.Place{Path: p.Path}))}
	case status.Wait:
		return a.wait()
	}
	return "现在没有要办的事" + a.deeds("：", "。"), a.deedsOr("核对名册", "register")
}

// correct is what comes of an objection that was upheld; nil where nothing is open.
func (a *ahead) correct() (string, *door) {
	for _, at := range a.Periods {
		n := a.Notices[at.Period]
		if n == nil || at.State != status.Open { // later nobody waits for it
			continue
		}
		if upheld := uncorrected(a.Place, n, at); len(upheld) > 0 {
			return fmt.Sprintf("%s有 %d 件异议成立，还没有更正：要改分的，写更正；不用改分的，答复里写明就行。", convert.PeriodWords(at.Period), len(upheld)),
				&door{"更正分数", correcting(a.Place.Place, at.Period, upheld[0])}
		}
	}
	return "", nil
}

// to leads to a form, of the period where it has one.
func (a *ahead) to(text, form string) *door {
	var period ledger.Period
	if n := a.Next; n.Period != nil {
		period = n.Period.Period
	}
	return &door{text, formAddress(form, a.Place.Place, period)}
}

// sheet leads to the sheet of the period.
func (a *ahead) sheet(text string) *door {
	d := sheetDoor(text+a.name+"的评分", a.Place.Place, a.Next.Period.Period)
	return &d
}

// hasDeeds reports whether the rules of the day have events to enter.
func (a *ahead) hasDeeds() bool {
	scheme, _ := a.EventScheme(a.day)
	return scheme != nil && len(scheme.Events) > 0
}

// deeds tells that events are entered at any time, between two texts; only the latter where the rules have none.
func (a *ahead) deeds(before, after string) string {
	if a.hasDeeds() {
		return before + "有加分、扣分，就登记下来" + after
	}
	return after
}

// deedsOr leads to the form of events, or to another one where the rules have none.
func (a *ahead) deedsOr(text, form string) *door {
	if a.hasDeeds() {
		return &door{"登记加分、扣分", formAddress("event", a.Place.Place, ledger.Period{})}
	}
	return a.to(text, form)
}

// begin is what comes first of a period without marks: before its end that is what happens in it, and marks are typed
// when they are given.
func (a *ahead) begin() (string, *door) {
	p := a.Next.Period
	if a.day <= p.Last() && a.hasDeeds() {
		return a.name + "还没过完：先把加分、扣分登记下来；评过分的，在下面“评分”里填" + by(a.Next.Day) + "。", a.deedsOr("", "")
	}
	return a.name + "还没有评分：填评分表" + by(a.Next.Day) + "。", a.sheet("填")
}

// by tells by which day something must be posted.
func by(day ledger.Date) string {
	if day == 0 {
		return ""
	}
	return "，最迟 " + dayWords(day) + " 张榜"
}

// wait is what can be done until the next day on which something happens by itself.
func (a *ahead) wait() (string, *door) {
	day := dayWords(a.Next.Day)
	if a.Next.Period == nil {
		return "从 " + day + " 起积分：先把名册核对好，到时候填第一期的评分。", a.to("核对名册", "register")
	}
	switch a.Next.Period.State {
	case status.Open:
		return a.name + "公示到 " + day + "：有人提异议，就登记下来；过了那天没有要答复的，就生效，写上报镇里的日子。", a.to("登记异议", "objection")
	case status.Scheduled:
		return a.name + "定在 " + day + " 张榜：先看看公示写得对不对。", a.to("看公示", "notice")
	case status.Final:
		return a.name + "的榜要挂到 " + day + a.deeds("；", "。"), a.deedsOr("看公示", "notice")
	case status.None:
		return a.name + "还没过完" + a.deeds("：", "；") + day + " 起可以张榜。", a.deedsOr("看公示", "notice")
	}
	return a.name + "的评分填好了，没有错误，这一期还没过完" + a.deeds("：", "；") + day + " 起可以张榜。", a.deedsOr("看公示", "notice")
}

// mending leads to the sheet that has the first errors in a sheet; where none has, to what is told of the errors.
func mending(p *ledger.Place, errors diag.List) *door {
	for _, d := range errors {
		name, ok := strings.CutPrefix(d.File, "data/"+p.Path+"/scores/")
		if period, valid := ledger.ParsePeriod(strings.TrimSuffix(name, ".csv")); ok && valid {
			to := sheetDoor("改"+convert.PeriodWords(period)+"的评分", p, period)
			return &to
		}
	}
	return &door{"看是哪几处", "#problems"}
}
