package check

import (
	"fmt"

	"gongshi/generator/ledger"
)

// example checks [example] of place.toml: a household of the place that was in a posted period.
func (p *place) example() {
	e := p.Example
	if e == nil || e.Household == "" || e.Period == (ledger.Period{}) {
		return // source reports why
	}
	h := p.registered(e.Keys.At("example.household", e.Position), e.ID, e.Household)
	if h == nil || p.noticeUnread(e.Period) {
		return
	}
	if p.posted(e.Period) == 0 {
		p.Wrong(e.Keys.At("example.period", e.Position), notPosted,
			fmt.Sprintf("拿 %s 做算例，而这一期没有张榜", e.Period), "写一个已经张榜的周期，或删去 [example]")
		return
	}
	if yes, why := p.stands(h, e.Period); !yes {
		p.Wrong(e.Keys.At("example.household", e.Position), notInPlace,
			fmt.Sprintf("拿户号“%s”做算例，而它在 %s %s", e.ID, e.Period, why), "换一户，或换一个周期")
	}
}
