package broadcast

import (
	"regexp"
	"strings"
)

// spoken is a number in a text with what decides how it is read: what comes before, its parts
// and fraction, and what follows.
var spoken = regexp.MustCompile(`电话：([\d -]*\d)| ?(-)?(\d+(?:-\d+)*)(\.\d+)?(?: ?(%|年|户|件|个)| (\p{Han}))?`)

// Aloud is a Chinese line with its numbers as they are spoken: 98.5分 is 九十八点五分, 2024年
// 二零二四年, 2户 两户, 95% 百分之九十五; and a telephone number 零五七二 八零零幺 二三四五, a
// figure at a time with 幺 for one, so that nobody mishears it.
func Aloud(text string) string {
	return spoken.ReplaceAllStringFunc(text, func(found string) string {
		part := spoken.FindStringSubmatch(found)
		if part[1] != "" {
			return "电话：" + telephone(part[1])
		}
		before, number, fraction, after := part[2], part[3], part[4], part[5]+part[6]
		parts := strings.Split(number, "-")
		var words string
		switch {
		case len(number)-len(parts)+1 >= 7:
			return telephone(number) + fraction + after
		case after == "年" && len(number) == 4:
			words = each(number)
		case fraction == "" && number == "2" && before == "" && after != "" && strings.Contains("户件个", after):
			words = "两"
		default:
			for i, p := range parts {
				parts[i] = whole(p)
			}
			words = strings.Join(parts, "杠")
		}
		if fraction = strings.TrimRight(fraction, "0."); fraction != "" {
			words += "点" + each(fraction[1:])
		}
		if before == "-" {
			words = "负" + words
		}
		if after == "%" {
			return "百分之" + words
		}
		return words + after
	})
}

var digits = strings.Split("零一二三四五六七八九", "")

// each reads a number a figure at a time.
func each(number string) string {
	var b strings.Builder
	for _, r := range number {
		b.WriteString(digits[r-'0'])
	}
	return b.String()
}

// telephone reads a number by its parts and in fours, the first of them shorter: 138 0013 8000. One of
// five figures is a service that is known by them all: 12345.
func telephone(number string) string {
	var fours []string
	for part := range strings.FieldsFuncSeq(number, func(r rune) bool { return r == ' ' || r == '-' }) {
		for part != "" {
			n := (len(part)-1)%4 + 1
			if len(part) == 5 {
				n = 5
			}
			fours, part = append(fours, each(part[:n])), part[n:]
		}
	}
	return strings.ReplaceAll(strings.Join(fours, " "), "一", "幺")
}

var (
	places = []string{"", "十", "百", "千"}
	groups = []string{"", "万", "亿"}
)

// whole reads a whole number; one that has more figures than people say is read a figure at a time.
func whole(number string) string {
	number = strings.TrimLeft(number, "0")
	if number == "" {
		return digits[0]
	}
	if len(number) > 4*len(groups) {
		return each(number)
	}
	var b strings.Builder
	skipped, said := false, false // a nought before this figure; anything of this group of four
	for i, r := range number {
		place := len(number) - 1 - i
		if r == '0' {
			skipped = true
		} else {
			if skipped && b.Len() > 0 {
				b.WriteString(digits[0])
			}
			b.WriteString(digits[r-'0'] + places[place%4])
			skipped, said = false, true
		}
		if place%4 == 0 && said {
			b.WriteString(groups[place/4])
			skipped, said = false, false
		}
	}
	if words := b.String(); strings.HasPrefix(words, "一十") {
		return strings.TrimPrefix(words, "一")
	}
	return b.String()
}
