package source

import (
	"strings"
	"testing"

	"gongshi/generator/ledger"
)

// targetText is a target as it would be typed.
func targetText(t ledger.Target) string {
	if t.Sign == ":" {
		return t.Value.String() + ":" + t.Per.String()
	}
	return t.Sign + t.Value.String()
}

func TestTarget(t *testing.T) {
	for s, want := range map[string]string{
		"210": "210", "10986": "10986", "0.5": "0.5", "3.1415": "3.1415", "２１０": "210", "-2": "-2",
		"≥10": "≥10", ">=10": "≥10", "＞＝１０": "≥10", "≥ 10": "≥10", "≧10": "≥10", "⩾10": "≥10", "≥0": "≥0",
		"≤2.5": "≤2.5", "<=2.5": "≤2.5", "＜＝2.5": "≤2.5", "≦2.5": "≤2.5", "≤0": "≤0",
		"1:2": "1:2", "1：2": "1:2", "１：２": "1:2", "1∶2": "1:2", "1 : 2": "1:2", "1:02": "1:2", "1:0.5": "1:0.5",
		"≥10%": "≥10", "60％": "60", "12.50%": "12.5",
	} {
		unit := ""
		if strings.ContainsAny(s, "%％") {
			unit = "％"
		}
		if got, bad := parseTarget(s, unit); bad != nil || targetText(got) != want {
			t.Errorf("parseTarget(%q) = %s, %v; want %s", s, targetText(got), bad, want)
		}
	}
}

func TestTargetRefused(t *testing.T) {
	for s, want := range map[string]string{
		"0":          "没有写是至多还是至少（要求一件也没有，写成 ≤0；没有目标就留空）",
		"10%":        "带有百分号，而“单位”不是 %（在“单位”一列填 %）",
		">10":        "的符号应是 ≥ 或 ≤（写成 ≥（至少）或 ≤（至多））",
		"<10":        "的符号应是 ≥ 或 ≤",
		"至少10":       "是文字，应是数字（写成 ≥10）",
		"不低于 60":     "写成 ≥60",
		"10以上":       "写成 ≥10",
		"5万元以上":      "写成 ≥5",
		"不超过3":       "写成 ≤3",
		"210盏":       "后面有“盏”，应只有数字（只填数字 210，“盏”写在“单位”一列）",
		"≥50000元":    "只填数字 50000，“元”写在“单位”一列",
		"10,986":     "里有分节的逗号或空格（写成 10986）",
		"1:0":        "的两边都要大于 0",
		"-1:2":       "的两边都要大于 0",
		"1:2:3":      "不是比例的写法",
		"1:":         "不是比例的写法（写成像 1:2 这样）",
		"一:二":        "不是比例的写法",
		"1:02:00":    "像是被表格软件改成了钟点",
		"≥1:2":       "是比例，前面不写 ≥（写成 1:2）",
		"3.14159":    "的小数最多 4 位（改成 3.1415 这样",
		"1234567890": "太大，小数点前最多 9 位",
		"全部":         "认不出是多少（写一个数，或 ≥10（至少）",
		"≥":          "认不出是多少",
		"≥≤3":        "认不出是多少",
		"#REF!":      "是公式出错的结果",
		"1/2":        "像是被表格软件改成了日期",
	} {
		got, bad := parseTarget(s, "户")
		if bad == nil || !strings.Contains(bad.Error(), want) || got != (ledger.Target{}) {
			t.Errorf("parseTarget(%q) = %s, %v; want %s", s, targetText(got), bad, want)
		}
	}
}

func TestCurrent(t *testing.T) {
	ratio, _ := parseTarget("1:2", "")
	third, _ := parseTarget("3:4", "")
	for _, c := range []struct {
		typed, unit string
		of          ledger.Target
		want        string
	}{
		{"150", "盏", ledger.Target{}, "150"},
		{"12.5%", "%", ledger.Target{}, "12.5"},
		{"12.5%", "", ledger.Target{}, "带有百分号，而“单位”不是 %（在“单位”一列填 %）"},
		{"150盏", "盏", ledger.Target{}, "后面有“盏”，应只有数字（只填数字 150，“盏”写在“单位”一列）"},
		{"1.5", "", ratio, "1.5"},
		{"1：1.5", "", ratio, "是比例；目标是 1:2，现值只填和 1 相对的后一项（只填后一项 1.5）"},
		{"2:3", "", ratio, "是比例；目标是 1:2，现值只填和 1 相对的后一项（只填后一项 1.5）"},
		{"7:3", "", third, "应是一个数（填一个数）"},
		{"1:2", "", ledger.Target{}, "应是一个数（填一个数）"},
	} {
		got, bad := parseCurrent(c.typed, c.unit, c.of)
		text := got.String()
		if bad != nil {
			text = bad.Error()
		}
		if text != c.want {
			t.Errorf("parseCurrent(%q, %q) = %s", c.typed, c.unit, text)
		}
	}
}

// FuzzTarget: what is read is written back as the same target, and what is not read
// says why.
func FuzzTarget(f *testing.F) {
	for _, s := range []string{"210", "≥10", "<=2.5", "1：2", "10%", "至少10", "210盏", "1:02:00", "≥", ":", "-0", "0.00001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		target, bad := parseTarget(s, "%")
		if bad != nil {
			if target != (ledger.Target{}) || bad.code == "" || bad.message == "" || bad.hint == "" {
				t.Fatalf("parseTarget(%q) = %s, %+v", s, targetText(target), bad)
			}
			return
		}
		if target.Sign == "" && target.Value.IsZero() {
			t.Fatalf("parseTarget(%q) is none", s)
		}
		again, bad := parseTarget(targetText(target), "")
		if bad != nil || targetText(again) != targetText(target) {
			t.Fatalf("%q reads as %s, which reads as %s, %v", s, targetText(target), targetText(again), bad)
		}
	})
}
