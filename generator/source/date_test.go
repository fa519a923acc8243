package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gongshi/generator/ledger"
)

func TestDate(t *testing.T) {
	for _, s := range []string{
		"2023-03-01", "2023-3-1", "2023/3/1", "2023/03/01", "2023.3.1", "2023年3月1日", "2023年03月01日", "2023年3月1号",
		"44986", "２０２３－０３－０１", "２０２３年３月１日", "2023/3/1 0:00:00", "2023/3/1 0:00", "2023-03-01T00:00:00", "　2023-03-01",
	} {
		d, err := Date(s)
		if err != nil || d != ledger.Day(2023, 3, 1) {
			t.Errorf("Date(%q) = %s, %v", s, d, err)
		}
	}
	if d, err := Date("2024-02-29"); err != nil || d.String() != "2024-02-29" {
		t.Errorf("leap day: %s, %v", d, err)
	}
}

func TestDateRefused(t *testing.T) {
	for s, want := range map[string]string{
		"1/9":         "可以读成 1 月 9 日，也可以读成 9 月 1 日，而且没有年份",
		"1-9":         "可以读成 1 月 9 日，也可以读成 9 月 1 日，而且没有年份",
		"9/9":         "没有写是哪一年",
		"3/1/2023":    "可以读成 2023-03-01，也可以读成 2023-01-03",
		"13/1/2023":   "没有把四位的年份写在前面（如果是这一天，写成 2023-01-13）",
		"23-3-1":      "可以读成 2023-03-01，也可以读成 2001-03-23",
		"12-10-11":    "可以读成 2012-10-11，也可以读成 2011-12-10，也可以读成 2011-10-12",
		"23年3月1日":     "的年份要写四位",
		"2023-02-30":  "这一天不存在：2023 年 2 月没有 30 日",
		"2023-13-01":  "没有 13 月",
		"2023-00-01":  "没有 0 月",
		"2023-3":      "没有写是哪一日",
		"2023年3月":     "没有写是哪一日",
		"3月1日":        "没有写是哪一年",
		"20230301":    "写成 2023-03-01",
		"1-Sep":       "被表格软件改过",
		"2023。3。1":    "里的点打成了别的符号（写成 2023-03-01）",
		"2023。13。1":   "不是日期",
		"2023-3/1":    "不是日期",
		"2023-03-01x": "不是日期",
		"19999":       "不是日期",
		"80001":       "不是日期",
		"1970-01-01":  "软件填的空日期",
		"1899-12-31":  "年份不对",
		"######":      "把列拉宽",
		"":            "不是日期",
	} {
		d, err := Date(s)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Date(%q) = %s, %v; want %s", s, d, err, want)
		}
	}
}

// FuzzDate: what is read is a day of the calendar that reads the same when written out,
// and what a hint proposes can be read.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"2023-03-01", "1/9", "3/1/2023", "23-3-1", "44986", "2023年3月1日", "2023/3/1 0:00:00", "20230301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, bad := parseDate(s)
		if bad != nil {
			if d != 0 || bad.code == "" || bad.message == "" {
				t.Fatalf("parseDate(%q) = %d, %+v", s, d, bad)
			}
			for word := range strings.FieldsSeq(strings.NewReplacer("，", " ", "“", " ", "”", " ").Replace(bad.hint)) {
				if len(word) == len("2023-03-01") && utf8.RuneCountInString(word) == len(word) {
					if _, worse := parseDate(word); worse != nil {
						t.Fatalf("hint of %q proposes %q", s, word)
					}
				}
			}
			return
		}
		if d == 0 || d.Year() < 1900 || d.Year() > 2199 {
			t.Fatalf("parseDate(%q) = %s", s, d)
		}
		if again, bad := parseDate(d.String()); bad != nil || again != d {
			t.Fatalf("%q reads as %s, which reads as %s", s, d, again)
		}
	})
}
