package source

import (
	"regexp"
	"strings"

	"gongshi/generator/ledger"
)

var (
	targetSigns = strings.NewReplacer(">=", "≥", "≧", "≥", "⩾", "≥", "<=", "≤", "≦", "≤", "⩽", "≤", "∶", ":", "％", "%")
	clockForm   = regexp.MustCompile(`^\d{1,2}:\d{2}:\d{2}$`)
	leastWords  = regexp.MustCompile(`^(?:至少|不少于|不低于|大于等于|大于或等于|不小于|达到)\s*([\d.]+)|^([\d.]+)\s*[^\d\s]*以上$`)
	mostWords   = regexp.MustCompile(`^(?:至多|最多|不超过|不多于|不高于|小于等于|小于或等于|不大于)\s*([\d.]+)|^([\d.]+)\s*[^\d\s]*以下$`)
)

const targetForms = "写一个数，或 ≥10（至少）、≤10（至多），或比例 1:2；没有就留空"

// parseTarget reads what a task is measured by: a number, ≥ or ≤ a number, or a ratio.
// A percent sign is read where unit has it too, so that nothing is in doubt.
func parseTarget(typed, unit string) (ledger.Target, *trouble) {
	s := strings.TrimSpace(targetSigns.Replace(number(typed)))
	var t ledger.Target
	rest := s
	for _, sign := range [...]string{"≥", "≤"} {
		if after, found := strings.CutPrefix(s, sign); found {
			t.Sign, rest = sign, strings.TrimSpace(after)
		}
	}
	if first, second, ratio := strings.Cut(rest, ":"); ratio {
		return parseRatio(t.Sign, first, second)
	}
	var bad *trouble
	if t.Value, bad = parseQuantity(rest, unit); bad != nil {
		return ledger.Target{}, notTarget(s, bad)
	}
	if t.Sign == "" && t.Value.IsZero() {
		return ledger.Target{}, constraintError("要求一件也没有，写成 ≤0；没有目标就留空", "没有写是至多还是至少")
	}
	return t, nil
}

// parseRatio reads the two parts of a ratio, as 1:2.
func parseRatio(sign, first, second string) (ledger.Target, *trouble) {
	whole := first + ":" + second
	switch {
	case sign != "":
		return ledger.Target{}, constraintError("写成 "+whole, "是比例，前面不写 %s", sign)
	case clockForm.MatchString(whole):
		return ledger.Target{}, typeError(asText, "像是被表格软件改成了钟点")
	}
	a, wrong := parseExact(first)
	b, bad := parseExact(second)
	if wrong != nil || bad != nil {
		return ledger.Target{}, typeError("写成像 1:2 这样", "不是比例的写法")
	}
	if zero := (ledger.Exact{}); a.Cmp(zero) <= 0 || b.Cmp(zero) <= 0 {
		return ledger.Target{}, constraintError("写成像 1:2 这样", "的两边都要大于 0")
	}
	return ledger.Target{Sign: ":", Value: a, Per: b}, nil
}

// parseQuantity reads a target's number or its present value, whose unit has a column
// of its own.
func parseQuantity(typed, unit string) (ledger.Exact, *trouble) {
	s := strings.TrimSpace(number(typed))
	if bare := strings.TrimSpace(strings.TrimSuffix(s, "%")); bare != s && parsesAs(bare) {
		if number(unit) != "%" {
			return ledger.Exact{}, typeError("在“单位”一列填 %", "带有百分号，而“单位”不是 %%")
		}
		s = bare
	}
	if m := withUnit.FindStringSubmatch(s); m != nil && m[2] != "以上" && m[2] != "以下" {
		return ledger.Exact{}, typeError("只填数字 "+m[1]+"，“"+m[2]+"”写在“单位”一列", "后面有“%s”，应只有数字", m[2])
	}
	return parseExact(s)
}

// notTarget tells what a target that is no number most likely means; bad is what is wrong
// with its number.
func notTarget(s string, bad *trouble) *trouble {
	least, most := leastWords.FindStringSubmatch(s), mostWords.FindStringSubmatch(s)
	switch {
	case least != nil:
		return typeError("写成 ≥"+least[1]+least[2], "是文字，应是数字")
	case most != nil:
		return typeError("写成 ≤"+most[1]+most[2], "是文字，应是数字")
	case strings.HasPrefix(s, ">") || strings.HasPrefix(s, "<"):
		return constraintError("写成 ≥（至少）或 ≤（至多）", "的符号应是 ≥ 或 ≤")
	case bad.hint == unnumbered:
		return typeError(targetForms, "认不出是多少")
	}
	return bad
}

// parseCurrent reads a present value: a number, beside a ratio its second part.
func parseCurrent(typed, unit string, of ledger.Target) (ledger.Exact, *trouble) {
	s := targetSigns.Replace(number(typed))
	first, second, ratio := strings.Cut(s, ":")
	if !ratio {
		return parseQuantity(s, unit)
	}
	if t, bad := parseRatio("", first, second); bad == nil && of.Sign == ":" {
		then := of.Value.Rat()
		then.Mul(then, t.Per.Rat()).Quo(then, t.Value.Rat())
		if e := ledger.ExactOf(then); !strings.Contains(e.String(), "/") {
			return ledger.Exact{}, typeError("只填后一项 "+e.String(), "是比例；目标是 %s:%s，现值只填和 %s 相对的后一项", of.Value, of.Per, of.Value)
		}
	}
	return ledger.Exact{}, typeError("填一个数", "应是一个数")
}
