package source

import (
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

var formulaTrouble = typeError("在表格里改好公式，再重新另存", "是公式出错的结果")

// number is a figure's narrow form, with the typographic minus made a hyphen.
func number(s string) string {
	if scan.IsASCII(s) {
		return s
	}
	return strings.ReplaceAll(scan.Narrow(s), "−", "-")
}

// parsePoints reads a decimal with at most two fraction digits, exactly.
func parsePoints(typed string) (ledger.Points, *trouble) {
	if p, ok := ledger.ParsePoints(typed); ok && -ledger.MaxPoints <= p && p <= ledger.MaxPoints {
		return p, nil // as almost every cell has it
	}
	s := number(typed)
	sign, whole, fraction, ok := cutDecimal(s)
	if !ok {
		return 0, notPoints(s)
	}
	if kept := strings.TrimRight(fraction, "0"); len(kept) > 2 {
		return 0, tooFine(sign, whole, kept)
	}
	n, err := strconv.ParseInt(whole+(fraction + "00")[:2], 10, 64)
	p := ledger.Points(n)
	if err != nil || p > ledger.MaxPoints {
		return 0, constraintError("看看是不是多打了几位", "太大，最多 %s", ledger.MaxPoints)
	}
	if sign == "-" {
		p = -p
	}
	return p, nil
}

// cutDecimal cuts a decimal into its sign and its digits before and after the point; false if it is none.
func cutDecimal(s string) (sign, whole, fraction string, ok bool) {
	rest := strings.TrimLeft(s, "+-")
	sign = s[:len(s)-len(rest)]
	whole, fraction, point := strings.Cut(rest, ".")
	return sign, whole, fraction, len(sign) <= 1 && digits(whole) && (!point || digits(fraction))
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// tooFine names the two neighbours between which the village has to choose.
func tooFine(sign, whole, fraction string) *trouble {
	low, _ := parsePoints(whole + "." + fraction[:2])
	names := [...]string{3: "三", 4: "四", 5: "五", 6: "六"}
	n := "更多"
	if len(fraction) < len(names) {
		n = names[len(fraction)]
	}
	high := low + 1
	if sign == "-" {
		low, high = -low, -high
	}
	return constraintError("改成 "+low.String()+" 或 "+high.String()+"，由村里决定", "有%s位小数，最多两位", n)
}

// notPoints tells why s is no number, as far as that can be told.
func notPoints(s string) *trouble {
	unit, _ := utf8.DecodeLastRuneInString(s)
	bare := withoutUnit(s)
	together := strings.NewReplacer(",", "", " ", "", "'", "").Replace(s)
	dotted := points.Replace(s)
	dashed := withDash(s)
	verb, figure := spoken(s)
	switch {
	case figure != "" && isLoss(verb):
		return typeError("写成 -"+figure, "写了“%s”字，应只有数字", verb)
	case figure != "":
		return typeError("只填数字 "+figure, "写了“%s”字，应只有数字", verb)
	case dotted != s && parsesAs(strings.TrimSuffix(withoutUnit(dotted), ".")):
		return typeError("写成 "+strings.TrimSuffix(withoutUnit(dotted), "."), "的小数点打成了别的符号")
	case dashed != s && parsesAs(withoutUnit(dashed)):
		return typeError("写成 "+withoutUnit(dashed), "的负号打成了别的符号")
	case strings.HasPrefix(s, "#"):
		return formulaTrouble
	case strings.HasPrefix(s, "="):
		return typeError("在表格里复制，再“选择性粘贴→数值”", "是公式，应是数字")
	case strings.ContainsAny(s, "%") && parsesAs(bare):
		return typeError("填成不带百分号的数", "带有百分号，应是数字")
	case bare != s && parsesAs(bare):
		return typeError("只填数字 "+bare, "后面有“%c”字，应只有数字", unit)
	case withUnit.MatchString(s):
		m := withUnit.FindStringSubmatch(s)
		return typeError("只填数字 "+m[1], "后面有“%s”字，应只有数字", m[2])
	case decimalComma.MatchString(s):
		return typeError("如果是小数，写成 "+strings.Replace(s, ",", ".", 1), "里有逗号")
	case together != s && parsesAs(together):
		return typeError("写成 "+together, "里有分节的逗号或空格")
	case exponential.MatchString(s):
		return typeError("写成普通数字；"+asText, "是科学计数，应是普通数字")
	case strings.HasPrefix(s, ".") && parsesAs("0"+s):
		return typeError("写成 0"+s, "小数点前缺数字")
	case strings.HasSuffix(s, ".") && parsesAs(s[:len(s)-1]):
		return typeError("写成 "+s[:len(s)-1], "小数点后缺数字")
	case hanziNumber(s) != "":
		return typeError("写成 "+hanziNumber(s), "不是阿拉伯数字")
	case dateLikeForm.MatchString(s), monthForm.MatchString(s):
		return typeError(asText, "像是被表格软件改成了日期，应是数字")
	}
	return typeError(unnumbered, "不是数字")
}

// points makes the signs that are typed for a decimal point one.
var points = strings.NewReplacer("。", ".", "·", ".", "・", ".")

// withDash is a figure with a minus for the dash that it begins with.
func withDash(s string) string {
	if rest := strings.TrimLeft(s, "‐‑‒–—―"); rest != s && rest != "" && '0' <= rest[0] && rest[0] <= '9' {
		return "-" + rest
	}
	return s
}

var verbForm = regexp.MustCompile(`^(倒扣|扣除|扣掉|扣|减去|减|罚|负|奖励|加|奖|得|记)\s*(.+?)\s*分?$`)

// spoken are the verb and the figure of points that are written as they are spoken of, 扣2分;
// empty if they are not.
func spoken(s string) (verb, figure string) {
	m := verbForm.FindStringSubmatch(s)
	switch {
	case m == nil:
		return "", ""
	case hanziNumber(m[2]) != "":
		return m[1], hanziNumber(m[2])
	case parsesAs(m[2]) && !strings.ContainsAny(m[2], "+-"):
		return m[1], m[2]
	}
	return "", ""
}

// isLoss reports whether a verb takes points away.
func isLoss(verb string) bool { return strings.ContainsAny(verb, "扣减罚负") }

func withoutUnit(s string) string {
	return strings.TrimSpace(strings.TrimRight(s, "分户人次个元%％"))
}

// spokenForm is a numeral in characters, up to 99, as it is spoken of times and points.
var spokenForm = regexp.MustCompile(`^((?:[一二两三四五六七八九]?十)?[一二两三四五六七八九]?)[次分人户个件]?$`)

// hanziNumber is a numeral in characters as a number; empty if it is none.
func hanziNumber(s string) string {
	m := spokenForm.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	n, _ := hanziWhole(m[1])
	return n
}

var (
	decimalComma = regexp.MustCompile(`^[+-]?\d+,\d{1,2}$`) // 12,5 is a decimal and no number in sections of three
	exponential  = regexp.MustCompile(`^[+-]*\d+(\.\d+)?[eE][+-]*\d+$`)
)

func parsesAs(s string) bool {
	_, _, _, ok := cutDecimal(strings.TrimLeft(s, "+-"))
	return ok
}

// parseWhole reads a whole number of at least least.
func parseWhole(typed string, least int) (int, *trouble) {
	p, bad := parsePoints(typed)
	switch {
	case bad != nil && bad.code == "constraint-error" && strings.Contains(bad.message, "小数"), bad == nil && p%ledger.Point != 0:
		return 0, constraintError("填整数", "不是整数")
	case bad != nil && bad.hint == unnumbered:
		return 0, typeError("填整数，例如 "+strconv.Itoa(max(least, 1)), "不是数字")
	case bad != nil:
		return 0, bad
	case p < ledger.Points(least)*ledger.Point:
		return 0, constraintError(fmt.Sprintf("填 %d 或更大的整数", least), "太小，至少是 %d", least)
	}
	return int(p / ledger.Point), nil
}

func isNA(s string) bool {
	return s == "不适用" || strings.EqualFold(number(s), "n/a")
}

const unnumbered = "填阿拉伯数字，例如 3 或 2.5；没有就留空"

const (
	yuanDigits  = 2 // fraction digits of a sum in yuan
	exactDigits = 4 // … of a weight, a target, a present value, an investment in 10,000 yuan
	wholeDigits = 9 // digits before the point
)

// parseExact reads a decimal with at most four fraction digits, exactly.
func parseExact(typed string) (ledger.Exact, *trouble) {
	n, bad := parseDecimal(typed, exactDigits)
	if bad != nil {
		return ledger.Exact{}, bad
	}
	return ledger.ExactOf(big.NewRat(n, 10_000)), nil
}

// parseYuan reads a sum in yuan, with at most two fraction digits, in fen.
func parseYuan(typed string) (ledger.Points, *trouble) {
	n, bad := parseDecimal(typed, yuanDigits)
	return ledger.Points(n), bad
}

// parseDecimal reads a decimal with at most so many fraction digits, as a whole number in units
// of the last.
func parseDecimal(typed string, most int) (int64, *trouble) {
	s := strings.TrimSpace(number(typed))
	sign, whole, fraction, ok := cutDecimal(s)
	if !ok {
		return 0, notPoints(s)
	}
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	switch {
	case len(fraction) > most:
		return 0, constraintError("改成 "+s[:len(s)-len(fraction)+most]+" 这样，最后一位由村里决定", "的小数最多 %d 位", most)
	case len(whole) > wholeDigits:
		return 0, constraintError("看看是不是多打了几位", "太大，小数点前最多 %d 位", wholeDigits)
	}
	n, _ := strconv.ParseInt(whole+fraction+strings.Repeat("0", most-len(fraction)), 10, 64)
	if sign == "-" {
		n = -n
	}
	return n, nil
}

// withUnit is a number and what was typed after it.
var withUnit = regexp.MustCompile(`^([+-]?\d+(?:\.\d+)?)\s*([\p{Han}a-zA-Z‰°²³/]+)$`)
