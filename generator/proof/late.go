package proof

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// late finds the events that were added to a sealed household after its seal: those without which
// its line is as sealed. It tries to leave out one, or all but the first few in the order of the
// file, as if rows were added at the end. If it finds none, something else changed.
func (c *Chain) late(s *ledger.Seal, corrections []*ledger.Correction, h *ledger.Household, salt *ledger.Salt) []*score.Entry {
	with := c.filling(c.edition(s), corrections)
	for in := range c.read().Of(s.Period, s.Date, corrections) {
		if in.Household != h {
			continue
		}
		all := slices.Clone(in.Entries)
		without := func(left func(i int, e *score.Entry) bool) bool {
			in.Entries = in.Entries[:0:0]
			for i, e := range all {
				if !left(i, e) {
					in.Entries = append(in.Entries, e)
				}
			}
			l := &Line{Of: h.ID, Household: h, closed: true}
			with.fill(l, in)
			return sealedAs(l, salt)
		}
		for i, e := range all {
			if without(func(j int, _ *score.Entry) bool { return i == j }) {
				return all[i : i+1]
			}
			from := e.Line
			if without(func(_ int, e *score.Entry) bool { return e.Line >= from }) {
				return slices.DeleteFunc(all, func(e *score.Entry) bool { return e.Line < from })
			}
		}
	}
	return nil
}

// lateEvents reports events that were added to a sealed period, and returns false if there are
// none.
func (f *findings) lateEvents(sealed string, of ledger.Period, late []*score.Entry) bool {
	if len(late) == 0 {
		return false
	}
	var numbers []string
	for _, e := range late {
		numbers = append(numbers, "“"+e.No+"”")
	}
	f.Wrong(late[0].Position.As("审核日期"), changedSealed,
		fmt.Sprintf("%s，此后又加了户号“%s”的事件%s", sealed, late[0].ID, strings.Join(numbers, "、")),
		"来晚了的事件，在“审核”填“通过”，在“审核日期”填现在审核的日子，它就算进下一个没有张榜的周期；"+of.String()+" 不动")
	return true
}
