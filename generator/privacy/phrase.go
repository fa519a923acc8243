package privacy

import (
	"regexp"
	"unicode/utf8"
)

const (
	someDay   = `(?:18|19|20)\d{2} ?(?:年|[-./])? ?\d{1,2}(?: ?(?:月|[-./]) ?(?:\d{1,2} ?日?)?)?`
	bornWords = `(?:出生(?:日期|年月日?|时间|于)?|生日|生于)`
	lane      = `(?:路|街|巷|弄|胡同|大道|村|组|队|庄|屯|寨|湾|小区|社区|花园|公寓|苑)`
)

// phrases are shapes of words and digits: each with a sign that it cannot do without, and what
// must be near the sign, so that few texts need be held against the shape; its first group is what
// is found.
var phrases = [...]struct {
	kind  Kind
	sign  rune
	near  func(text []rune, sign int) bool
	shape *regexp.Regexp
}{
	{Email, '@', always, regexp.MustCompile(`([A-Za-z0-9][A-Za-z0-9._%+-]* ?@ ?[A-Za-z0-9-]+(?: ?\. ?[A-Za-z0-9-]+)* ?\. ?[A-Za-z]{2,})`)},
	{Birth, '生', bornAfter, regexp.MustCompile(bornWords + `[^0-9\n，。；,;]{0,6}(` + someDay + `)`)},
	{Birth, '生', bornBefore, regexp.MustCompile(`(` + someDay + `) ?(?:出生|生(?:人|$|[^\p{Han}]))`)},
	{Address, '号', onLane, regexp.MustCompile(`(\p{Han}{0,4}` + lane + ` ?\d+(?:-\d+)* ?号(?:院|门|楼)?(?: ?\d+ ?(?:号|室|单元|户))?)`)},
	{Address, '栋', amidDigits, building("栋")}, {Address, '幢', amidDigits, building("幢")}, {Address, '座', amidDigits, building("座")},
	{Address, '楼', ofNumber, building("号楼")},
	{Address, '元', ofUnit, regexp.MustCompile(`(\d+ ?单元 ?\d+ ?(?:室|号|房|户))`)},
	{Address, '牌', always, regexp.MustCompile(`门牌(?:号码?)? ?[:：]? ?(\d+(?:-\d+)* ?号?)`)},
}

// building is a shape of a flat: 3栋2单元501室.
func building(word string) *regexp.Regexp {
	return regexp.MustCompile(`(\d+ ?` + word + ` ?(?:\d+ ?单元 ?)?\d+ ?(?:室|户|号|房))`)
}

// not is what follows a shape that is something else: 村3号公告, user@host:/folder.
var not = map[Kind]*regexp.Regexp{
	Email:   regexp.MustCompile(`^:[/~.]`),
	Address: regexp.MustCompile(`^ ?(?:公告|公示|文件?|令|通知|决议|议题|项目|工程|地块|田|塘|井|桥|机|栏|展|会议|广播|线|泵|渠|以|之|前|后|至|到|起|[-—~、]|[上下]午|[晚早])`),
}

// phrases finds what words tell.
func (f *folded) phrases() (list []Finding) {
	text := ""
	for i, may := range f.candidates() {
		if !may {
			continue
		}
		if text == "" {
			text = string(f.text)
		}
		p := phrases[i]
		done, runes := 0, 0 // bytes that are counted, and the characters in them
		count := func(to int) int {
			runes += utf8.RuneCountInString(text[done:to])
			done = to
			return runes
		}
		for _, m := range p.shape.FindAllStringSubmatchIndex(text, -1) {
			if no := not[p.kind]; no != nil && no.MatchString(text[m[3]:]) {
				continue
			}
			list = append(list, Finding{p.kind, count(m[2]), count(m[3])})
		}
	}
	return list
}

// candidates tells which of the phrases the text may have.
func (f *folded) candidates() (may [len(phrases)]bool) {
	for i, r := range f.text {
		if r < '一' && r != '@' {
			continue
		}
		for k := range phrases {
			if p := &phrases[k]; p.sign == r && !may[k] {
				may[k] = p.near(f.text, i)
			}
		}
	}
	return may
}
