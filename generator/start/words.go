package start

import (
	"strconv"
	"strings"

	"gongshi/generator/ledger"
)

func number(n int) string { return strconv.Itoa(n) }

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

// Offices are who answers for a place of that name, as such bodies are called: a village's
// committee and its supervisors, or a town's offices.
func Offices(name, kind string) ledger.Contact {
	if kind == village {
		return ledger.Contact{Office: name + "村民委员会", Supervisor: name + "村务监督委员会"}
	}
	return ledger.Contact{Office: name + "积分制办公室", Supervisor: name + "纪委"}
}

const village = "村"

// kindsAbove are what the places above a village are likely to be, the nearest first.
var kindsAbove = []string{"镇", "区", "县"}

// KindAt is what the place at some depth of a path is likely to be; depth 0 is the village.
func KindAt(depth int) string {
	if depth == 0 {
		return village
	}
	return kindsAbove[min(depth, len(kindsAbove))-1]
}

// register are the headings of households.csv. Averages need 参与人数, distributions 股份.
func register(like Like) []string {
	headings := strings.Fields("户号 户主 组 类别 参与 同意 加入 退出")
	if like == "n" {
		headings = append(headings, "参与人数", "股份", "并入")
	}
	return headings
}
