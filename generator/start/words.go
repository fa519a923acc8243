package start

import (
	"strings"

	"gongshi/generator/ledger"
)

var digits = [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// chinese is a number from 1 to 99 as groups are named: 三, 十, 十二, 二十.
func chinese(n int) string {
	switch tens := n / 10; {
	case tens == 0:
		return digits[n]
	case tens == 1:
		return "十" + digits[n%10]
	default:
		return digits[tens] + "十" + digits[n%10]
	}
}

// Offices are those that answer for a place of that name, as such bodies are called: a village's
// committee and its supervisors, or a town's offices.
func Offices(name, kind string) ledger.Contact {
	if kind == Village {
		return ledger.Contact{Office: name + "村民委员会", Supervisor: name + "村务监督委员会"}
	}
	return ledger.Contact{Office: name + "积分制办公室", Supervisor: name + "纪委"}
}

// Village is the kind of a village.
const Village = "村"

// kindsAbove are what the places above a village are likely to be, the nearest first.
var kindsAbove = []string{"镇", "区", "县"}

// KindAbove is what the place at a path above a village's is likely to be.
func KindAbove(village, at string) string {
	depth := strings.Count(village, "/") - strings.Count(at, "/")
	return kindsAbove[min(depth, len(kindsAbove))-1]
}

// The words for what came of an objection.
const (
	Upheld   = "成立"
	Rejected = "不成立"
)
