package check

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// into checks that a household is merged into another that exists, is not itself, and is there on
// the day after its own last.
func (p *place) into(h *ledger.Household, s *ledger.Span) {
	if s.Into == "" {
		return
	}
	at := s.At("并入")
	if s.Left == 0 {
		p.Wrong(at, constraintError,
			fmt.Sprintf("户号“%s”填了并入“%s”，却没有退出日期", h.ID, s.Into), "填上退出日期：并入从它的次日起算；没有并户就把“并入”清空")
	}
	switch target := p.registered(at, s.Into, s.Into); {
	case target == nil:
	case target == h:
		p.Wrong(at, constraintError, fmt.Sprintf("户号“%s”并入了它自己", h.ID), "填它并入的那一户的户号，或清空")
	case s.Left != 0 && !onDay(target, s.Left+1):
		p.Note(at, notInPlace,
			fmt.Sprintf("户号“%s”自 %s 并入“%s”，而那一户当天不在册", h.ID, s.Left+1, target.ID),
			"核对并入的户号和两户的加入、退出日期")
	}
}

// onDay reports whether some row of a household applies on a day.
func onDay(h *ledger.Household, d ledger.Date) bool {
	return slices.ContainsFunc(h.Spans, func(s *ledger.Span) bool { return s.Covers(d) })
}

// circles checks that following 并入 from household to household ends. Each circle is reported
// once, at the row that closes it.
func (p *place) circles() {
	onTheWay := make(map[*ledger.Household]bool, len(p.Households)) // false: it was followed to its end
	var follow func(h *ledger.Household)
	follow = func(h *ledger.Household) {
		onTheWay[h] = true
		for _, s := range h.Spans {
			to := p.Household(s.Into)
			switch circle, followed := onTheWay[to]; {
			case s.Into == "" || to == nil || to == h:
			case circle:
				p.Wrong(s.At("并入"), constraintError,
					fmt.Sprintf("户号“%s”并入“%s”，而“%s”又辗转并入“%s”，成了一个圈", h.ID, to.ID, to.ID, h.ID),
					"改正其中一处“并入”：积分最后要落在一户")
			case !followed:
				follow(to)
			}
		}
		onTheWay[h] = false
	}
	for _, h := range p.Households {
		if _, followed := onTheWay[h]; !followed {
			follow(h)
		}
	}
}
