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

// register are the headings of households.csv. Averages need 参与人数, distributions 股份.
func register(average bool) []string {
	headings := strings.Fields("户号 户主 组 类别 参与 同意 加入 退出")
	if average {
		headings = append(headings, "参与人数", "股份", "并入")
	}
	return headings
}

// lists are the tables that begin with nothing but their headings.
var lists = map[string]struct{ file, headings string }{
	"reward-list":     {"rewards.csv", "编号 名称 积分 库存 单位 来源 说明"},
	"redemption-list": {"redemptions.csv", "日期 户号 户主 商品 数量 积分 经办"},
	"correction-list": {"corrections.csv", "日期 周期 户号 户主 对象 原分 现分 原因 异议"},
	"member-list":     {"members.csv", "户号 户主 成员号 姓名 参与 同意 加入 退出"},
	"task-list":       {"tasks.csv", "编号 类别 名称 牵头 责任单位 目标 现值 单位 投资万元 地点 截止 状态 程序 说明"},
}

// The headings of events, without members and with them.
const (
	eventHeadings       = "编号 日期 户号 户主 项目 次数 分值 事由 地点 依据 来源 记录人 审核 审核日期"
	memberEventHeadings = "编号 日期 户号 户主 成员号 项目 次数 分值 事由 地点 依据 来源 记录人 审核 审核日期"
)

// The words for what came of an objection.
const (
	upheldWord    = "采纳"
	notUpheldWord = "不采纳"
)
