package source

import (
	"strings"
	"testing"
)

func TestKey(t *testing.T) {
	for a, b := range map[string]string{
		"001": "001", "００１": "001", "A-1": "a-1", "Ａ－１": "a-1", "一组_3": "一组_3", "ﾊ": "ハ",
		"e\u0301": "é", "É": "é", "E\u0301": "é", "Åb": "åb",
	} {
		if got := Key(a); got != b {
			t.Errorf("Key(%q) = %q, want %q", a, got, b)
		}
	}
	if got := published("Ａ－０1"); got != "A-01" {
		t.Errorf("published keeps the case that was typed: %q", got)
	}
}

func TestID(t *testing.T) {
	for _, s := range []string{"001", "1", "A-1", "一组_3", "ཀི", strings.Repeat("户", 32), "indexes", "com10", "2023-1", "1-12"} {
		if bad := checkID(s); bad != nil {
			t.Errorf("checkID(%q) = %v", s, bad)
		}
	}
	for s, want := range map[string]string{
		"1.0": "改成了小数", "12.": "改成了小数", "1E+05": "科学计数", "1.5E+10": "科学计数",
		"2023-01-01": "改成了日期", "2023/1/1": "改成了日期", "1/2": "改成了日期", "1月2日": "改成了日期", "2-Jan": "改成了日期", "Jan-02": "改成了日期",
		"index": "留作他用", "INDEX": "留作他用", "con": "留作他用", "Com1": "留作他用", "lpt9": "留作他用", "nul": "留作他用",
		"a b": "里有空格", "a/b": "不能用的字符“/”", "1.5": "不能用的字符“.”", "..": "不能用的字符", "张?": "不能用的字符“?”",
		"合计": "合计、备注一类", "共5户": "合计、备注一类", "第一组小计": "合计、备注一类", "备注": "合计、备注一类", "制表人李四": "合计、备注一类",
		"#N/A": "公式", strings.Repeat("户", 33): "太长",
	} {
		if bad := checkID(s); bad == nil || !strings.Contains(bad.message, want) {
			t.Errorf("checkID(%q) = %v, want %s", s, bad, want)
		}
	}
}

// FuzzKey: a key is its own key, and a published id has the same key.
func FuzzKey(f *testing.F) {
	for _, s := range []string{"001", "Ａ－１", "ﾊﾞ", "İ", "ẞ", "K", "ﬁ", "Å"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if checkID(published(s)) != nil {
			return
		}
		if k := Key(s); Key(k) != k || Key(published(s)) != k {
			t.Fatalf("Key(%q) = %q, Key of which is %q; published %q has %q", s, k, Key(k), published(s), Key(published(s)))
		}
	})
}

func TestPeriodForms(t *testing.T) {
	for _, s := range []string{"2023-01", "２０２３－０１", "2023-Q1", "2023-q1", "2023"} {
		if _, bad := parsePeriod(s); bad != nil {
			t.Errorf("parsePeriod(%q) = %v", s, bad)
		}
	}
	for s, want := range map[string]string{
		"2023-1": "2023-01", "2023/1": "2023-01", "2023年1月": "2023-01", "2023年01月份": "2023-01", "202301": "2023-01", "2023.1": "2023-01",
		"Jan-23": "2023-01", "Dec-2023": "2023-12", "2023/1/1": "2023-01", "2023-01-01": "2023-01", "44927": "2023-01", "2023/1/1 0:00:00": "2023-01",
		"2023Q1": "2023-Q1", "2023年第一季度": "2023-Q1", "2023年1季度": "2023-Q1", "2023年": "2023", "2023年度": "2023",
		"2023_01": "2023-01", "2023年 1 月": "2023-01", "2023–01": "2023-01",
		"2023-01 (1)": "", "2023-01副本": "", "2023-02-1 (2)": "", "2023-02-15": "", "2023-2-3": "", "45000": "", "20232": "", "20242": "", "23-02": "", "2月": "",
		"2023-13": "", "2023-Q5": "", "2023-0": "", "abc": "", "": "",
	} {
		_, bad := parsePeriod(s)
		if bad == nil {
			t.Errorf("parsePeriod(%q) is read", s)
			continue
		}
		if want != "" && !strings.HasPrefix(bad.hint, "如果是它，写成 "+want) || want == "" && bad.hint != periodForms {
			t.Errorf("parsePeriod(%q): %s, want %s", s, bad.hint, want)
		}
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		word  string
		known []string
		want  string
	}{
		{"phon", []string{"office", "phone"}, "phone"},
		{"pionts", []string{"points", "name"}, "points"},
		{"户主姓名", []string{"户号", "户主"}, "户主"},
		{"组别", []string{"类别", "组"}, "组"},
		{"厨方", []string{"庭院", "厨房"}, "厨房"},
		{"foo", []string{"name", "kind"}, ""},
		{"", []string{"name"}, ""},
		{strings.Repeat("x", 100_000), []string{strings.Repeat("x", 100)}, ""},
	} {
		if got := nearest(c.word, c.known); got != c.want {
			t.Errorf("nearest(%.20q, %.40q) = %q, want %q", c.word, c.known, got, c.want)
		}
	}
}
