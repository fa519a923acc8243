package source

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// way is what must be done to a file before it can be read, by its ending.
type way uint8

const (
	renamable way = iota // it is text: the right name is enough
	workbook             // it has to be saved as CSV
	asOther              // it cannot be made into text: a letter, a picture, an archive
	shortcut             // a file of Windows that names another one
)

// endings are those that a clerk or a program gives to data. Of 2023.2 the 2 is none.
var endings = map[string]way{
	".csv": renamable, ".tsv": renamable, ".txt": renamable, ".toml": renamable,
	".cvs": renamable, ".scv": renamable, ".tml": renamable,
	".xlsx": workbook, ".xls": workbook, ".xlsm": workbook, ".et": workbook, ".ods": workbook, ".numbers": workbook,
	".docx": asOther, ".doc": asOther, ".wps": asOther, ".pdf": asOther, ".jpg": asOther, ".jpeg": asOther, ".png": asOther,
	".zip": asOther, ".rar": asOther, ".7z": asOther, ".json": asOther, ".md": asOther, ".htm": asOther, ".html": asOther,
	".bak": asOther, ".old": asOther,
	".lnk": shortcut,
}

// bare is a file's name in narrow forms without its endings: 2023-02 of 2023-02.csv.txt.
func bare(name string) (base string, how way) {
	base = strings.TrimSpace(number(name))
	for first := true; ; first = false {
		ext := path.Ext(base)
		kind, known := endings[strings.ToLower(ext)]
		if !known || ext == base {
			return strings.TrimRight(base, " ."), how
		}
		if first {
			how = kind
		}
		base = strings.TrimSpace(strings.TrimSuffix(base, ext))
	}
}

var (
	copyBefore = regexp.MustCompile(`(?i)^(?:复件|副本|备份|copy of)[ _-]*(?:\(\d+\) *)?(.+)$`)
	copyAfter  = regexp.MustCompile(`(?i)^(.+?) *(?:(?:(?:[-_] *|的)?(?:副本|备份|copy)|[-_ ] *(?:backup|bak))(?: *\d+| *\(\d+\))?|\(\d+\)|- 快捷方式)$`)
)

// uncopied is the name without the mark that a system or a clerk gives to a copy of a file.
func uncopied(base string) (original string, copied bool) {
	for _, form := range [...]*regexp.Regexp{copyBefore, copyAfter} {
		if m := form.FindStringSubmatch(base); m != nil {
			return m[1], true
		}
	}
	return base, false
}

// titled are names that tell what the period's file is.
var titled = regexp.MustCompile(`^(.+?)[ _-]*(?:评分|打分|积分|得分|考评|考核|公示|通知|申报)?表?$`)

// namedPeriod is the period that a file's bare name means; false if not just one.
func namedPeriod(base string) (ledger.Period, bool) {
	base, _ = uncopied(base)
	if p, ok := loosePeriod(base); ok {
		return p, true
	}
	if m := titled.FindStringSubmatch(base); m != nil {
		return loosePeriod(m[1])
	}
	return ledger.Period{}, false
}

// likePeriod reports whether a bare name is made as those of periods are.
func likePeriod(base string) bool {
	const made = "0123456789 _./()-–—~Qq年月季度份第一二三四五六七八九十上下半日号至到评打得积考核分表公示通知申报"
	rest := strings.TrimLeft(base, made)
	return rest == "" && (strings.ContainsAny(base, "0123456789月季") || strings.Contains(base, "半年"))
}

// aliases are what clerks call the tables and folders.
var aliases = map[string]string{
	"名册": "households.csv", "花名册": "households.csv", "户主": "households.csv", "农户": "households.csv",
	"农户名册": "households.csv", "户主名册": "households.csv", "户籍": "households.csv", "住户": "households.csv",
	"成员": "members.csv", "家庭成员": "members.csv", "更正": "corrections.csv", "改正": "corrections.csv", "勘误": "corrections.csv",
	"商品": "rewards.csv", "奖品": "rewards.csv", "礼品": "rewards.csv", "兑换商品": "rewards.csv",
	"兑换": "redemptions.csv", "兑换记录": "redemptions.csv", "任务": "tasks.csv", "重点任务": "tasks.csv",

	"评分": "scores", "打分": "scores", "积分": "scores", "得分": "scores", "考评": "scores", "考核": "scores", "分数": "scores", "成绩": "scores",
	"申报": "declared", "自评": "declared", "declare": "declared", "declaration": "declared",
	"记录": "events", "事件": "events", "事项": "events", "加减分": "events", "加分": "events", "扣分": "events", "奖惩": "events", "流水": "events", "台账": "events",
	"通知": "notices", "公示": "notices", "公告": "notices", "张榜": "notices", "publicity": "notices",
	"办法": "scheme", "积分办法": "scheme", "评分办法": "scheme", "规则": "scheme", "细则": "scheme", "评分标准": "scheme", "rules": "scheme", "rule": "scheme",
	"分配": "distributions", "分红": "distributions", "收益分配": "distributions",
	"日历": "calendar", "节假日": "calendar", "放假": "calendar",
}

// ofVillage and asList are what clerks put before and after such a word.
var (
	ofVillage = regexp.MustCompile(`^(?:全村|本村|\p{Han}{1,4}村)`)
	asList    = regexp.MustCompile(`[ _-]*(?:表|名单|清单|信息|登记|登记表|明细|汇总|目录|文件夹|文件|数据)*[ _-]*\d*$`)
)

// known is the one of the right names that a clerk's word means, by what he calls it or
// by a slip of the hand; empty if none.
func known(word string, names []string) string {
	word, _ = uncopied(strings.ToLower(number(word)))
	plain := asList.ReplaceAllString(ofVillage.ReplaceAllString(word, ""), "")
	for _, w := range [...]string{word, plain} {
		if right := aliases[w]; slices.Contains(names, right) {
			return right
		}
		for _, right := range names {
			base, _ := bare(right)
			if w == base || oneSlip(w, base) && base != "seals" && base != "salts" { // which no clerk writes
				return right
			}
		}
	}
	return ""
}

// oneSlip allows one slip of the hand, and two in a long word.
func oneSlip(typed, word string) bool {
	const short, long = 4, 8
	most := 1
	if len(word) >= long {
		most = 2
	}
	return len(typed) >= short && scan.IsASCII(typed) && diag.Distance(typed, word) <= most
}

// reading is what a file's name tells of it.
type reading struct {
	name  string
	base  string // without endings, narrow
	plain string // and without the mark of a copy
	right string // under which it would be read; empty if not just one name will do
	how   way
}

// readingOf tells under which name a file of a folder would be read: sub is a data
// folder, calendar, or empty for a place's own.
func readingOf(sub, name string) reading {
	m := reading{name: name}
	m.base, m.how = bare(name)
	m.plain, _ = uncopied(m.base)
	switch sub {
	case "":
		m.right = known(m.base, placeFiles)
	case "scores", "declared", "notices":
		if p, ok := namedPeriod(m.base); ok {
			m.right = p.String()
		}
	case "distributions", "calendar":
		if p, ok := namedPeriod(m.base); ok && p.Cycle == ledger.Year {
			m.right = p.String()
		}
	default:
		m.right = m.plain
	}
	if sub != "" && m.right != "" {
		m.right += folderExt(sub)
	}
	return m
}

// isRead reports whether a file is read under the name that it has.
func isRead(sub, name string) bool {
	switch sub {
	case "":
		return slices.Contains(placeFiles, name)
	case "scores", "declared", "notices":
		_, ok := ledger.ParsePeriod(stem(name))
		return ok && path.Ext(name) == folderExt(sub)
	case "distributions", "calendar":
		_, ok := yearOf(stem(name))
		return ok && path.Ext(name) == folderExt(sub)
	}
	return path.Ext(name) == folderExt(sub)
}

func folderExt(sub string) string {
	switch sub {
	case "scheme", "notices", "calendar", "distributions":
		return ".toml"
	}
	return ".csv"
}

// forms are the names that a folder's files may have.
func forms(sub string) string {
	switch sub {
	case "scores", "declared", "events":
		return "2023-01.csv、2023-Q1.csv、2023.csv"
	case "notices":
		return "2023-01.toml、2023-Q1.toml、2023.toml"
	case "":
		return strings.Join(placeFiles, "、")
	}
	return "2023.toml"
}

// homeOf is the data folder to which a text belongs by its first header or the first of
// its settings that tells; empty if it is no such table or settings.
func homeOf(text string) string {
	const most = 10 // lines
	for range most {
		end := strings.IndexAny(text, "\r\n")
		if end < 0 {
			end = len(text)
		}
		line := text[:end]
		text = strings.TrimPrefix(strings.TrimPrefix(text[end:], "\r"), "\n")
		if m := settings.FindStringSubmatch(line); m != nil {
			return map[string]string{"posted": "notices", "effective": "scheme", "amount": "distributions"}[m[1]]
		}
		heads := map[string]bool{}
		for _, cell := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",\t;，", r) }) {
			if c := claim(eventColumns, scan.Trim(strings.Trim(scan.Trim(cell), `"`))); c >= 0 {
				heads[eventColumns[c].name] = true
			}
		}
		switch {
		case !heads["户号"]:
		case heads["日期"] && heads["项目"]:
			return "events"
		case len(heads) == 1:
			return "scores"
		default:
			return ""
		}
	}
	return ""
}

var settings = regexp.MustCompile(`^\s*(posted|effective|amount)\s*=`)
