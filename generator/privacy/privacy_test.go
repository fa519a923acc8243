package privacy

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// The two examples of GB 11643-1999.
func TestCheckDigit(t *testing.T) {
	if got := checkDigit("11010519491231002"); got != 'X' {
		t.Errorf("11010519491231002 ends in %c, want X", got)
	}
	if got := checkDigit("44052418800101001"); got != '4' {
		t.Errorf("44052418800101001 ends in %c, want 4", got)
	}
}

// kindsIn describes what is found: the kind and the text of each.
func kindsIn(text string) string {
	var list []string
	for _, f := range Find(text) {
		list = append(list, fmt.Sprintf("%s %s", f.Kind, text[f.Start:f.End]))
	}
	return strings.Join(list, "; ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"11010519491231002X", "身份证号 11010519491231002X"},
		{"身份证11010519491231002x，", "身份证号 11010519491231002x"},
		{"１１０１０５１９４９１２３１００２Ｘ", "身份证号 １１０１０５１９４９１２３１００２Ｘ"},
		{"110105 19491231 002X", "身份证号 110105 19491231 002X"},
		{"110105-19491231-002X", "身份证号 110105-19491231-002X"},
		{"1101 0519 4912 3100 2X", "身份证号 1101 0519 4912 3100 2X"},
		{"440524188001010014", "身份证号 440524188001010014"},
		{"440524188001010015", "像身份证号、校验码不对的数字 440524188001010015"},
		{"440524188001010000", "被表格软件截断的长号码 440524188001010000"},
		{"1.10105E+17", "被表格软件截断的长号码 1.10105E+17"},
		{"1.10105194912E+17，", "被表格软件截断的长号码 1.10105194912E+17"},
		{"1.38E+10", "被表格软件截断的长号码 1.38E+10"},
		{"１．３８Ｅ＋１０", "被表格软件截断的长号码 １．３８Ｅ＋１０"},
		{"110105491231002", "身份证号 110105491231002"},
		{"0102 110105491231002", "身份证号 110105491231002"},
		{"13812345678", "手机号 13812345678"},
		{"电话138 1234 5678。", "手机号 138 1234 5678"},
		{"138-1234-5678", "手机号 138-1234-5678"},
		{"1 3 8 1 2 3 4 5 6 7 8", "手机号 1 3 8 1 2 3 4 5 6 7 8"},
		{"+86 138 1234 5678", "手机号 86 138 1234 5678"},
		{"8613812345678", "手机号 8613812345678"},
		{"138\u200b1234\u200b5678", "手机号 138\u200b1234\u200b5678"},
		{"138\u00a01234\u30005678", "手机号 138\u00a01234\u30005678"},
		{"tel13812345678", "手机号 13812345678"},
		{"0512-63210123", "电话号码 0512-63210123"},
		{"（010）6321 0123", "电话号码 010）6321 0123"},
		{"010-6321 0123", "电话号码 010-6321 0123"},
		{"02163210123", "电话号码 02163210123"},
		{"电话：63210123", "电话号码 63210123"},
		{"6222021234567890128", "银行卡号 6222021234567890128"},
		{"6222 0212 3456 7890 128", "银行卡号 6222 0212 3456 7890 128"},
		{"4111111111111111", "银行卡号 4111111111111111"},
		{"622202123456789000", "被表格软件截断的长号码 622202123456789000"},
		{"护照E12345678", "护照或通行证号 E12345678"},
		{"EA1234567", "护照或通行证号 EA1234567"},
		{"zhang.san@example.com", "电子邮箱 zhang.san@example.com"},
		{"zhang＠example．com", "电子邮箱 zhang＠example．com"},
		{"1956年3月2日出生", "出生日期 1956年3月2日"},
		{"出生日期：1956-03-02", "出生日期 1956-03-02"},
		{"生日 1956.3.2", "出生日期 1956.3.2"},
		{"生于1956年3月", "出生日期 1956年3月"},
		{"1956年3月2日 生人", "出生日期 1956年3月2日"},
		{"幸福路12号", "详细住址 幸福路12号"},
		{"三组15号", "详细住址 三组15号"},
		{"3栋2单元501室", "详细住址 3栋2单元501室"},
		{"门牌号：27", "详细住址 27"},
	} {
		if got := kindsIn(c.text); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, text := range []string{
		"", "138****1234", "35*…*123", "1101**********002X", "2023-11-05", "20231105", "2023-11-05 2023-12-01 2024-01-02",
		"98.5 97.5 100 88 90 12", "12 13 14 15 16 17 18 19", "户号0101001", "010100100012", "12345", "12345678", "400-800-1234", "第8名，得98分，共80户",
		"3f786850e387550fdab836ed7e6dc881de23001b", "abc13812345678f", "13812345678a", "0837 2255 2470 aa17", "a138 1234 5678 0000", "d=\"M54.8 120.3 137.8 121.8 220.9 134 304 133.8\"", "2023年1月5日", "村3号公告", "rsync public/ cun@cun.example.cn:/srv/www/", "2023年5号文件", "1.5", "1E3",
		"1234567890123456789012345678", "12345678901234567890", "2023年11月5日生产队集合", "第3组12号公告", "E20240115", "G20231", "10.10.2023", "1-12月", "001-120",
	} {
		if got := kindsIn(text); got != "" {
			t.Errorf("%q: found %q", text, got)
		}
	}
}

// Every identity number, telephone and card that can be made is found, however it is parted and
// whatever is around it.
func TestFindPlanted(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		number, kind := planted(r)
		text := strings.Repeat("积分公示", r.IntN(60)) + "，" + number + "。" + strings.Repeat("第3名", r.IntN(60))
		found := Find(text)
		if len(found) != 1 || found[0].Kind != kind || text[found[0].Start:found[0].End] != number {
			t.Fatalf("%q: found %q, want %s", number, kindsIn(text), kind)
		}
	}
}

func planted(r *rand.Rand) (string, Kind) {
	digits, kind, parts := "", Mobile, []int{3, 4, 4}
	switch r.IntN(3) {
	case 0:
		digits, kind, parts = fmt.Sprintf("%d0105%d%02d%02d%03d", 11+r.IntN(5), 1930+r.IntN(90), 1+r.IntN(12), 1+r.IntN(28), r.IntN(1000)), Identity, []int{6, 8, 4}
		digits += string(checkDigit(digits))
	case 1:
		digits = fmt.Sprintf("1%d%09d", 3+r.IntN(7), r.IntN(1e9))
	case 2:
		digits, kind, parts = fmt.Sprintf("62%016d", r.Int64N(1e16)), Card, []int{4, 4, 4, 4, 4}
		for c := range 10 {
			if whole := fmt.Sprint(digits, c); luhn(whole) {
				digits = whole
				break
			}
		}
	}
	gap := []string{"", " ", "-", "－", "\u00a0", " - ", "\u200b"}[r.IntN(7)]
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString(gap)
		}
		p = min(p, len(digits))
		b.WriteString(digits[:p])
		digits = digits[p:]
	}
	return b.String(), kind
}

func TestMask(t *testing.T) {
	for text, want := range map[string]string{"11010519491231002X": "110…2X", "13812345678": "138…78", "12号": "1…", "幸福路12号": "幸福…号", "": ""} {
		if got := Mask(text); got != want {
			t.Errorf("Mask(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	if got := strings.Join(Words("因残疾领低保，低保户"), " "); got != "残疾 低保" {
		t.Errorf("got %q", got)
	}
	if got := Belittling("典型的懒汉"); len(got) != 1 {
		t.Errorf("got %q", got)
	}
}

// FuzzFind: findings are in order, apart, and of whole characters.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"13812345678", "１1.2E+17", "a@b.cn 2栋3单元501室", "\xff138\u200b12345678号生于1956.3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, one := range Find(text) {
			if one.Start < last || one.End <= one.Start || one.End > len(text) || !utf8.RuneStart(text[one.Start]) {
				t.Fatalf("%q: %v", text, one)
			}
			last = one.End
			if one.Kind.String() == "" || Mask(text[one.Start:one.End]) == text[one.Start:one.End] {
				t.Fatalf("%q: %v is told as it is", text, one)
			}
		}
	})
}

// BenchmarkFind passes over a page of dates and figures, which is what the gate sees most.
func BenchmarkFind(b *testing.B) {
	page := strings.Repeat(`<tr data-household="0012"><td data-figure="98.5"><time datetime="2023-11-05">2023年11月5日</time> 第12名，环境卫生 10 分</td></tr>`+"\n", 150)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if found := Find(page); found != nil {
			b.Fatal(found)
		}
	}
}
