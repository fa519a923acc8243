package gazette

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// People decides what the public may see of people on a day (config.toml, [privacy]). Every page
// and data file asks it, and none decides for itself.
type People struct {
	Privacy ledger.Privacy
	Day     ledger.Date // a consent dated after it does not exist yet
}

// Name returns the public name of a household's head: masked (张*明), by surname (张家), in full, or
// not at all, as the site has chosen, from the row s, beside figures whose last day is last. It is
// empty if the household has not consented, or if the time is over for which the site names people
// beside figures, so that only its 户号 is shown. An organisation is not a person, and is named in
// full unless the site names nobody.
func (p People) Name(place *ledger.Place, h *ledger.Household, s *ledger.Span, last ledger.Date) string {
	switch {
	case p.Privacy.Names == ledger.NamesNone:
		return ""
	case s.Kind == ledger.Organisation:
		return s.Head
	case !p.within(p.Privacy.NamesFor, last), !p.agreed(place, h, s):
		return ""
	}
	switch p.Privacy.Names {
	case ledger.NamesFull:
		return s.Head
	case ledger.NamesSurname:
		return family(s.Head)
	}
	return masked(s.Head)
}

// Omitted reports whether the household is on no page and in no row; ranks and numbers of places
// still count it.
func (p People) Omitted(place *ledger.Place, h *ledger.Household) bool {
	return p.Privacy.Consent == ledger.ConsentOmit && !p.agreed(place, h, nil)
}

// Details reports whether the site still shows how the figures of a household in that period came
// about: they leave keep months after its last day, and the sums stay.
func (p People) Details(period ledger.Period) bool {
	return p.within(p.Privacy.Keep, period.Last())
}

// Named reports whether the site still names people beside figures of a period: for names_for
// months after its last day, and while it is not settled, since people look for themselves while
// they may object.
func (p People) Named(period ledger.Period, s notice.Status) bool {
	return p.within(p.Privacy.NamesFor, p.lastNamed(period, s))
}

func (p People) lastNamed(period ledger.Period, s notice.Status) ledger.Date {
	if s != Final {
		return p.Day
	}
	return period.Last()
}

// lastOf is the last day of a household's row, today if it has not left.
func (p People) lastOf(s *ledger.Span) ledger.Date {
	if s.Left == 0 {
		return p.Day
	}
	return min(s.Left, p.Day)
}

// within reports whether today is no later than the end of the month that is so many months after
// that of a day; 0 is for ever.
func (p People) within(months int, day ledger.Date) bool {
	y, m, _ := day.Civil()
	return months <= 0 || p.Day <= ledger.Day(y, m+time.Month(months)+1, 0)
}

// agreed reports whether consent allows naming the household, and its head in the row s, if that is
// not nil. Today's consent counts: of several rows the one that applies on the day decides for all
// periods, so that somebody who withdraws is removed from former ones too; but a new head cannot
// consent for a former one.
func (p People) agreed(place *ledger.Place, h *ledger.Household, s *ledger.Span) bool {
	if !place.HasConsent || p.Privacy.Consent == ledger.ConsentIgnore || len(h.Spans) == 0 {
		return true
	}
	now := h.SpanOn(p.Day)
	return (now.Kind == ledger.Organisation || p.consented(now)) && (s == nil || s.Head == now.Head || p.consented(s))
}

func (p People) consented(s *ledger.Span) bool { return s.Consent != 0 && s.Consent <= p.Day }

// masked hides a name's middle, and all but the surname of a short one: 张三 is 张*, 张晓明 张*明, 欧阳修
// 欧阳*. A name in another form (阿布都·买买提, John Smith, two people in one cell) shows only its first
// character; a single character shows nothing.
func masked(name string) string {
	surname, given := splitName(name)
	switch n := len(given); {
	case surname == "":
		return veil(name)
	case n == 1:
		return surname + "*"
	default:
		return surname + strings.Repeat("*", n-1) + given[n-1]
	}
}

// family returns a name by its surname: 张家. A name that has none stays masked.
func family(name string) string {
	if surname, _ := splitName(name); surname != "" {
		return surname + "家"
	}
	if v := veil(name); v != "" {
		return v + "家"
	}
	return ""
}

// veil shows only the first character of a name, and for 阿布都·买买提 that there is more.
func veil(name string) string {
	chars := characters(name)
	switch {
	case len(chars) == 0:
		return ""
	case len(chars) == 1:
		return "*"
	case strings.ContainsAny(name, "·•‧・∙"):
		return chars[0] + "*·*"
	}
	return chars[0] + "*"
}

// splitName splits a Han name into its surname and the one to three characters of the given name.
// The surname is empty if the name does not have that form.
func splitName(name string) (surname string, given []string) {
	chars := characters(name)
	if slices.ContainsFunc(chars, func(c string) bool { return !unicode.Is(unicode.Han, []rune(c)[0]) }) {
		return "", nil
	}
	n := 1
	if len(chars) > 2 && strings.Contains(compoundSurnames, " "+chars[0]+chars[1]+" ") {
		n = 2
	}
	if given := len(chars) - n; given < 1 || given > 3 {
		return "", nil
	}
	return strings.Join(chars[:n], ""), chars[n:]
}

// characters returns a name's characters without the blanks that align 张　三 with 张晓明. A variation
// selector or combining mark belongs to the character before it.
func characters(name string) []string {
	var chars []string
	for _, r := range name {
		switch {
		case unicode.IsSpace(r):
		case unicode.Is(unicode.M, r) && len(chars) > 0:
			chars[len(chars)-1] += string(r)
		default:
			chars = append(chars, string(r))
		}
	}
	return chars
}

// The compound surnames in use, each between blanks. One that is missing shows one character less
// of its surname, and no more of the name.
const compoundSurnames = " 欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 " +
	"司徒 端木 司空 南宫 独孤 西门 东郭 百里 呼延 轩辕 淳于 申屠 钟离 鲜于 闻人 赫连 澹台 公冶 " +
	"宗政 濮阳 太叔 万俟 仲孙 闾丘 亓官 公羊 公良 巫马 公西 漆雕 壤驷 谷梁 夹谷 宰父 微生 羊舌 " +
	"左丘 梁丘 第五 东门 南门 拓跋 完颜 耶律 纳兰 贺兰 侯莫 段干 子车 颛孙 即墨 达奚 褚师 "
