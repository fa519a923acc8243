package desk

import (
	"fmt"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/ledger"
)

// deedsOf are the events that belong to a period as it is now: those that wait for review, and those approved.
func deedsOf(p *ledger.Place, period ledger.Period) (pending, approved []*ledger.Event) {
	for _, e := range p.Events {
		in, scheme := p.PeriodOfEvent(e)
		if scheme == nil || in != period {
			continue
		}
		k := scheme.EventKind(e.Kind)
		switch {
		case k == nil:
		case e.ReviewUnder(k) == ledger.Pending:
			pending = append(pending, e)
		case e.ReviewUnder(k) == ledger.Approved:
			approved = append(approved, e)
		}
	}
	return pending, approved
}

// missed tells of the approved events that a posting on a day leaves out, since they became known on that day or later
// (formats.md, "events/*.csv"): they would drop out of what was seen in the draft. It is "" where there are none.
func (v *view) missed(posted ledger.Date) (text, means string) {
	_, approved := deedsOf(v.place, v.period)
	var out []string
	for _, e := range approved {
		if e.Entered() >= posted {
			out = append(out, e.ID+" "+e.Kind)
		}
	}
	if len(out) == 0 {
		return "", ""
	}
	const few = 3
	of := strings.Join(out[:min(few, len(out))], "、")
	if len(out) > few {
		of += "等"
	}
	return fmt.Sprintf("%s张榜，%s这 %d 件赶不上：是那天或者以后才审核、登记的", dayWords(posted), of, len(out)),
		"它们算到以后的一期，草稿里的合计和名次要跟着变。要算进" + convert.PeriodWords(v.period) + "，审核完的第二天再张榜。"
}
