package convert

import "gongshi/generator/ledger"

// form is how the cells of a column are shown, and what may be entered in them.
type form uint8

const (
	words  form = iota
	code        // text, whatever it looks like: 001, 2023-01
	points      // a figure
	whole       // a figure without fraction, from 1
	day
	mark // what an assessment gives, up to the item's points
)

// column is a column of a sheet.
type column struct {
	name  string // the heading
	form  form
	width float64 // in characters
	list  string  // of the drop-down, by its name; "": none
	seen  bool    // shown beside a 户号 for people; the file need not have it
	rare  bool    // only where the file has it
	item  *ledger.Item
}

// kind is a kind of table, and the sheet in which a workbook has it.
type kind struct {
	file    string // its name in the folder of a place, or that of its folder
	sheet   string
	spare   int // rows to add by hand, on paper too
	columns []column
}

// isMarks reports whether a row is a household, and a column an item.
func (k *kind) isMarks() bool { return k.file == "scores" || k.file == "declared" }

func (k *kind) isFolder() bool { return k.isMarks() || k.file == "events" }

var (
	seenHead = column{name: "户主", width: 10, seen: true}
	seenID   = column{name: "户号", form: code, width: 8, list: "户号"}
)

// kinds are in the order of the sheets.
var kinds = []*kind{
	{"scores", "评分", 3, []column{
		{name: "组", width: 8, seen: true}, {name: "户号", form: code, width: 8}, seenHead,
		{name: "评分日期", form: day, width: 11, rare: true}, {name: "评分人", width: 14, rare: true}, {name: "备注", width: 16},
	}},
	{"declared", "申报", 3, []column{
		{name: "组", width: 8, seen: true}, {name: "户号", form: code, width: 8}, seenHead,
		{name: "证明", width: 16}, {name: "备注", width: 16, rare: true},
	}},
	{"events", "加减分", 20, []column{
		{name: "编号", form: code, width: 13}, {name: "日期", form: day, width: 11}, seenID, seenHead,
		{name: "成员号", form: code, width: 8, rare: true}, {name: "项目", width: 18, list: "项目"}, {name: "次数", form: whole, width: 6},
		{name: "分值", form: points, width: 7}, {name: "地点", width: 10, rare: true}, {name: "事由", width: 28}, {name: "依据", width: 14},
		{name: "来源", width: 12, rare: true}, {name: "记录人", width: 10}, {name: "审核", width: 8, list: "审核"},
		{name: "审核日期", form: day, width: 11},
	}},
	{"households.csv", "户册", 5, []column{
		{name: "户号", form: code, width: 9}, {name: "户主", width: 12}, {name: "组", form: code, width: 8, list: "组"},
		{name: "类别", width: 10, list: "类别"}, {name: "参与", width: 7, list: "参与"}, {name: "同意", form: day, width: 12, rare: true},
		{name: "加入", form: day, width: 12}, {name: "退出", form: day, width: 12}, {name: "参与人数", form: whole, width: 9, rare: true},
		{name: "股份", form: points, width: 9, rare: true}, {name: "并入", form: code, width: 9, rare: true},
	}},
	{"members.csv", "成员", 5, []column{
		{name: "户号", form: code, width: 9, list: "户号"}, {name: "成员号", form: code, width: 9}, {name: "姓名", width: 12},
		{name: "参与", width: 7, list: "参与"}, {name: "同意", form: day, width: 12, rare: true}, {name: "加入", form: day, width: 12},
		{name: "退出", form: day, width: 12},
	}},
	{"corrections.csv", "更正", 5, []column{
		{name: "日期", form: day, width: 11}, {name: "周期", form: code, width: 10}, seenID, seenHead, {name: "对象", form: code, width: 18, list: "对象"},
		{name: "原分", form: points, width: 8}, {name: "现分", form: points, width: 8}, {name: "原因", width: 36}, {name: "异议", form: code, width: 8},
		{name: "决定", width: 14},
	}},
	{"rewards.csv", "商品", 5, []column{
		{name: "编号", form: code, width: 9}, {name: "名称", width: 16}, {name: "积分", form: points, width: 8}, {name: "库存", form: points, width: 8},
		{name: "单位", width: 8}, {name: "来源", width: 20}, {name: "说明", width: 24},
	}},
	{"redemptions.csv", "兑换", 15, []column{
		{name: "日期", form: day, width: 11}, seenID, seenHead, {name: "商品", width: 18, list: "商品"}, {name: "数量", form: whole, width: 8},
		{name: "积分", form: points, width: 9}, {name: "经办", width: 12},
	}},
	{"tasks.csv", "任务", 5, []column{
		{name: "编号", form: code, width: 8}, {name: "类别", width: 12}, {name: "名称", width: 28}, {name: "牵头", width: 12},
		{name: "责任单位", width: 18}, {name: "目标", form: code, width: 10}, {name: "现值", form: code, width: 10}, {name: "单位", width: 8},
		{name: "投资万元", form: code, width: 10, rare: true}, {name: "地点", width: 12, rare: true}, {name: "截止", form: day, width: 12},
		{name: "状态", width: 10, list: "状态"}, {name: "程序", width: 14, rare: true}, {name: "说明", width: 24},
	}},
}

// wordsOf are the drop-downs that are the same everywhere.
var wordsOf = map[string][]string{
	"审核": {string(ledger.Approved), string(ledger.Pending), string(ledger.Refused)},
	"参与": {"是", "否"},
	"类别": {"农户", "老年户", "外来户", ledger.Organisation},
	"状态": {string(ledger.NotStarted), string(ledger.Ongoing), string(ledger.Done), string(ledger.Postponed)},
}
