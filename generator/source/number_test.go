package source

import (
	"math/big"
	"strings"
	"testing"

	"gongshi/generator/ledger"
)

func TestPoints(t *testing.T) {
	for s, want := range map[string]ledger.Points{
		"0": 0, "3": 300, "2.5": 250, "2.50": 250, "3.500": 350, "3.5000000000": 350, "0.25": 25, "+3": 300, "-3": -300, "-0.01": -1,
		"007": 700, "１２．５": 1250, "－３": -300, "−3": -300, "＋３": 300, "1000000": ledger.MaxPoints, "-1000000": -ledger.MaxPoints,
		"0000000000003": 300, "-0": 0,
	} {
		if p, bad := parsePoints(s); bad != nil || p != want {
			t.Errorf("parsePoints(%q) = %d, %v; want %d", s, p, bad, want)
		}
	}
}

func TestPointsRefused(t *testing.T) {
	for s, want := range map[string]string{
		"3.125":                "有三位小数，最多两位（改成 3.12 或 3.13，由村里决定）",
		"-3.1255":              "有四位小数，最多两位（改成 -3.12 或 -3.13，由村里决定）",
		"3.1234567":            "有更多位小数",
		"1,000":                "里有分节的逗号或空格（写成 1000）",
		"12,5":                 "里有逗号（如果是小数，写成 12.5）",
		"1 000":                "写成 1000",
		"15分":                  "后面有“分”字，应只有数字（只填数字 15）",
		"15 分":                 "只填数字 15",
		"5%":                   "带有百分号",
		"5％":                   "带有百分号",
		"1E+05":                "是科学计数",
		"1e3":                  "是科学计数",
		".5":                   "写成 0.5",
		"5.":                   "小数点后缺数字（写成 5）",
		"9。5":                  "的小数点打成了别的符号（写成 9.5）",
		"９。５分":                 "写成 9.5",
		"9·5":                  "写成 9.5",
		"-9。":                  "写成 -9",
		"扣2分":                  "写了“扣”字，应只有数字（写成 -2）",
		"减 2.5":                "写成 -2.5",
		"扣两分":                  "写成 -2",
		"倒扣２":                  "写成 -2",
		"加2分":                  "写了“加”字，应只有数字（只填数字 2）",
		"得十分":                  "只填数字 10",
		"扣-2":                  "不是数字",
		"扣":                    "不是数字",
		"1000000.01":           "太大，最多 1000000",
		"99999999999999999999": "太大",
		"#REF!":                "是公式出错的结果",
		"=A1+B1":               "是公式",
		"2023/1/1":             "被表格软件改成了日期",
		"abc":                  "不是数字", "": "不是数字", "-": "不是数字", "+-3": "不是数字", "1.2.3": "不是数字", "三": "写成 3", "十五": "写成 15", "二十分": "写成 20", "两次": "写成 2", "二三": "不是数字", "次": "不是数字", "0x10": "不是数字", "不适用": "不是数字",
	} {
		p, bad := parsePoints(s)
		if bad == nil || !strings.Contains(bad.Error(), want) {
			t.Errorf("parsePoints(%q) = %d, %v; want %s", s, p, bad, want)
		}
	}
}

func TestWhole(t *testing.T) {
	for s, want := range map[string]int{"1": 1, "2.0": 2, "１２": 12} {
		if n, bad := parseWhole(s, 1); bad != nil || n != want {
			t.Errorf("parseWhole(%q) = %d, %v", s, n, bad)
		}
	}
	for s, want := range map[string]string{
		"0": "太小，至少是 1", "-1": "太小", "1.5": "不是整数", "1.125": "不是整数", "3次": "只填数字 3", "x": "不是数字",
	} {
		if n, bad := parseWhole(s, 1); bad == nil || !strings.Contains(bad.Error(), want) {
			t.Errorf("parseWhole(%q) = %d, %v; want %s", s, n, bad, want)
		}
	}
}

func TestYes(t *testing.T) {
	for s, want := range map[string]bool{
		"": true, "是": true, "yes": true, "TRUE": true, "1": true, "１": true, "Ｙｅｓ": true,
		"否": false, "No": false, "false": false, "0": false, "０": false,
	} {
		if got, bad := parseYes(s); bad != nil || got != want {
			t.Errorf("parseYes(%q) = %v, %v", s, got, bad)
		}
	}
	for _, s := range []string{"对", "√", "是的", "2", "y"} {
		if _, bad := parseYes(s); bad == nil {
			t.Errorf("parseYes(%q) is read", s)
		}
	}
}

func TestNA(t *testing.T) {
	for s, want := range map[string]bool{"不适用": true, "n/a": true, "N/A": true, "Ｎ／Ａ": true, "#N/A": false, "na": false, "": false} {
		if isNA(s) != want {
			t.Errorf("isNA(%q) = %v", s, !want)
		}
	}
}

// FuzzPoints: what is read is exactly the number that was written.
func FuzzPoints(f *testing.F) {
	for _, s := range []string{"3", "-2.50", "３．２５", "1,000", "1e5", "15分", "0.005", "−1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, bad := parsePoints(s)
		if bad != nil {
			if p != 0 || bad.code == "" || bad.message == "" {
				t.Fatalf("parsePoints(%q) = %d, %+v", s, p, bad)
			}
			return
		}
		want, ok := new(big.Rat).SetString(number(s))
		if !ok || p.Exact().Rat().Cmp(want) != 0 {
			t.Fatalf("parsePoints(%q) = %s", s, p)
		}
		if p > ledger.MaxPoints || p < -ledger.MaxPoints {
			t.Fatalf("parsePoints(%q) = %s is out of bounds", s, p)
		}
		if again, bad := parsePoints(p.String()); bad != nil || again != p {
			t.Fatalf("%q reads as %s, which reads as %s", s, p, again)
		}
	})
}
