package desk

import (
	"fmt"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/ledger"
)

// deedList are the events that belong to a period as it is now.
type deedList struct {
	all, reviewed     int // reviewed: approved by a hand, or refused
	pending, approved []*ledger.Event
}

func deedsOf(p *ledger.Place, period ledger.Period) (of deedList) {
	for _, e := range p.Events {
		if in, scheme := p.PeriodOfEvent(e); scheme == nil || in != period {
			continue
		}
		of.all++
		if e.Reviewed != 0 {
			of.reviewed++
		}
		switch k := p.KindOfEvent(e); {
		case k == nil:
		case e.ReviewUnder(k) == ledger.Pending:
			of.pending = append(of.pending, e)
		case e.ReviewUnder(k) == ledger.Approved:
			of.approved = append(of.approved, e)
		}
	}
	return of
}

// missed tells of the approved events that a posting on a day leaves out, since they became known on that day or later
// (formats.md, "events/*.csv"): they would drop out of what was seen in the draft. It is "" where there are none.
func (d deedList) missed(period ledger.Period, posted ledger.Date) (text, means string) {
	var out []string
	for _, e := range d.approved {
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
		"它们算到以后的一期，草稿里的合计和名次要跟着变。要算进" + convert.PeriodWords(period) + "，审核完的第二天再张榜。"
}
