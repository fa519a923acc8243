package source

import (
	"slices"
	"testing"
)

// nearly is the column of a table that a heading is nearly; empty if none.
func nearly(heading string, want []column) string {
	lacking := &table{want: want, at: slices.Repeat([]int{-1}, len(want))}
	if w := lacking.nearColumn(heading); w >= 0 {
		return want[w].name
	}
	return ""
}

func TestNearColumn(t *testing.T) {
	for _, c := range []struct {
		table []column
		pairs map[string]string // heading → column; empty: none
	}{
		{householdColumns, map[string]string{
			"加入日期": "加入", "加 入 时 间": "加入", "退出日期": "退出", "参加": "参与", "是否参与": "参与", "同意书": "同意", "是否同意": "同意",
			"户编号": "户号", "户主姓名": "户主", "姓名": "户主", "组别": "组", "村民小组": "组", "类型": "类别", "参加人数": "参与人数", "参与人教": "参与人数",
			"股份数": "股份", "joind": "加入", "share": "股份",
			"性别": "", "身份": "", "参保": "", "退休": "", "户籍": "", "加分": "", "联系电话": "", "备注": "", "序号": "", "总分": "", "户主电话": "",
			"加入合作社": "", "身份证号": "", "日期": "", "成员号": "", "审核": "", "组长": "", "党小组": "", "hed": "户主",
		}},
		{correctionColumns, map[string]string{"项目": "对象", "更正后": "现分", "原分数": "原分", "异议编号": "异议", "期数": "周期", "户主": "", "审核日期": "", "合计": ""}},
		{eventColumns, map[string]string{"事项": "项目", "积分": "分值", "审批": "审核", "审核时间": "审核日期", "审核结果": "审核", "审核人": "", "户主": "", "累计": "", "数量": "次数"}},
		{redemptionColumns, map[string]string{"物品": "商品", "商品名称": "商品", "分值": "积分", "件数": "数量", "单价": "", "余额": ""}},
		{rewardColumns, map[string]string{"商品名称": "名称", "库存量": "库存", "价格": ""}},
		{taskColumns, map[string]string{"截止日期": "截止", "目标值": "目标", "项目名称": "名称", "电话": ""}},
	} {
		for heading, want := range c.pairs {
			if got := nearly(heading, c.table); got != want {
				t.Errorf("%s is nearly %q, want %q", heading, got, want)
			}
		}
	}
}

func TestMeansItem(t *testing.T) {
	for heading, want := range map[string]string{
		"庭院卫生": "庭院", "橱房": "厨房", "邻里": "邻里和睦", "庭园": "庭院",
		"总分": "", "合计": "", "备注": "", "庭院照片": "", "评分人姓名": "", "序号": "", "户主": "", "排名": "", "电话": "", "组": "",
	} {
		if got := meansItem(heading, []string{"庭院", "厨房", "邻里和睦"}); got != want {
			t.Errorf("%s is nearly %q, want %q", heading, got, want)
		}
	}
}
