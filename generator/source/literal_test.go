package source

import "testing"

// What was meant, in the words of TOML; empty where that cannot be told for sure.
func TestMended(t *testing.T) {
	for _, c := range []struct {
		kind        kind
		typed, want string
	}{
		{aWhole, "3天", "3"}, {aWhole, "23人", "23"}, {aWhole, "31票", "31"}, {aWhole, "3 天", "3"}, {aWhole, "３天", "3"},
		{aWhole, "18人（含代表）", "18"}, {aWhole, "三天", "3"}, {aWhole, "二十三人", "23"}, {aWhole, "十五", "15"}, {aWhole, "一百零五户", "105"},
		{aWhole, "一百二十", "120"}, {aWhole, "两", "2"}, {aWhole, "3.0", "3"}, {aWhole, "1,000", "1000"}, {aWhole, "+5", "5"}, {aWhole, "“5”", "5"},
		{aWhole, "3.5", ""}, {aWhole, "3至5天", ""}, {aWhole, "3-5", ""}, {aWhole, "约20人", ""}, {aWhole, "一百二", ""}, {aWhole, "二三十", ""},
		{aWhole, "三天左右", ""}, {aWhole, "20多人", ""}, {aNumber, "3千", ""}, {aNumber, "12万3千", ""}, {aNumber, "2亿", ""}, {aWhole, "全体", ""}, {aWhole, "", ""}, {aWhole, "5天3夜", ""},
		{aNumber, "2分", "2"}, {aNumber, "-2分", "-2"}, {aNumber, "－２．５分", "-2.5"}, {aNumber, "扣2分", "-2"}, {aNumber, "–2", "-2"}, {aNumber, "—2分", "-2"}, {aNumber, "—", ""}, {aNumber, "加 2 分", "2"}, {aNumber, "扣两分", "-2"}, {aNumber, "9。5分", "9.5"},
		{aNumber, "1,000", "1000"}, {aNumber, "1，000元", "1000"}, {aNumber, "12 500.50元", "12500.50"}, {aNumber, "12万", "120000"}, {aNumber, "1.5万元", "15000"},
		{aNumber, "0.25万", "2500"}, {aNumber, "1.23456万", "12345.6"}, {aNumber, "10%", ""}, {aNumber, "9,5", ""}, {aNumber, "2/件", "2"},
		{aNumber, "1,00", ""}, {aNumber, "-", ""}, {aNumber, "1e5", ""}, {aNumber, "1.2.3", ""},
		{aPart, "60%", "0.6"}, {aPart, "0.6", "0.6"}, {aPart, "33.3％", "0.333"}, {aPart, "六成", ""},
		{aDate, "2023-11-02（周四）", "2023-11-02"}, {aDate, "2023年11月2日 星期四", "2023-11-02"}, {aDate, "2023/11/2", "2023-11-02"},
		{aDate, "20231102", "2023-11-02"}, {aDate, "11月2日", ""}, {aDate, "2023-11-31", ""}, {aDate, "２０２３－１１－０２", "2023-11-02"},
		{aYes, "是", "true"}, {aYes, "否", "false"}, {aYes, "1", "true"}, {aYes, "", ""}, {aYes, "有", ""},
		{aSpan, "1-5", "[1, 5]"}, {aSpan, "1～5分", "[1, 5]"}, {aSpan, "1至5", "[1, 5]"}, {aSpan, "-5到-1", "[-5, -1]"}, {aSpan, "5", ""},
		{someTexts, "张三、李四", `["张三", "李四"]`}, {someTexts, "[“张三”，“李四”]", `["张三", "李四"]`}, {someTexts, "张三", `["张三"]`}, {someTexts, "", ""},
		{aText, "“石桥村”", `"石桥村"`}, {aText, "3组", `"3组"`}, {aText, `他说"好"了`, ""},
	} {
		if got := mended("x", c.kind, c.typed); got != c.want {
			t.Errorf("%d %q: %q, want %q", c.kind, c.typed, got, c.want)
		}
	}
}
