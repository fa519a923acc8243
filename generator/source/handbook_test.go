package source

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
)

// The handbook's tables stand under a comment that names what they are of, such as
// <!-- place.toml [publicity] -->. Their column 意思 is written by hand; the others follow from what this
// package reads, and GONGSHI_UPDATE=1 writes them anew.
var factsMark = regexp.MustCompile(`(?m)^<!-- (.+) -->\n((?:\|.*\n)*)`)

// facts are the columns of one table of the handbook that follow from the code.
type facts struct {
	heads []string
	rows  [][]string // with an empty cell for what is written by hand
	keys  []string   // what an example on the same page has to show
	shown string     // how it is written there: a printf form of the key
}

// TestHandbookTellsAllThatIsRead: every heading, key and word that can be written stands in the
// handbook with what it means, and in an example beside it; and nothing stands there that is not read.
func TestHandbookTellsAllThatIsRead(t *testing.T) {
	want, told := allFacts(), map[string]bool{}
	update := os.Getenv("GONGSHI_UPDATE") != ""
	for _, page := range pagesOfHandbook(t) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		written := factsMark.ReplaceAllStringFunc(string(text), func(found string) string {
			m := factsMark.FindStringSubmatch(found)
			f, known := want[m[1]]
			if !known || told[m[1]] {
				t.Errorf("%s: <!-- %s --> is of nothing that is read, or stands twice", page, m[1])
				return found
			}
			told[m[1]] = true
			f.seek(t, page, m[1], string(text))
			table := f.table(t, page, m[1], m[2])
			if table != m[2] && !update {
				t.Errorf("%s: <!-- %s -->: GONGSHI_UPDATE=1 makes it\n%s", page, m[1], table)
			}
			return "<!-- " + m[1] + " -->\n" + table
		})
		if update && written != string(text) {
			if err := os.WriteFile(page, []byte(written), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name := range want {
		if !told[name] {
			t.Errorf("no page of the handbook has <!-- %s -->", name)
		}
	}
}

func pagesOfHandbook(t *testing.T) []string {
	var pages []string
	for _, form := range []string{"*.md", "*/*.md"} {
		found, err := filepath.Glob("../../content/help/" + form)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, found...)
	}
	return pages
}

// table is the table as it is to be, with what was written by hand in the old one.
func (f facts) table(t *testing.T, page, name, old string) string {
	byHand := map[string]string{}
	for line := range strings.Lines(old) {
		if cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | "); len(cells) > meaning {
			byHand[strings.TrimSpace(cells[0])] = strings.TrimSpace(cells[meaning])
		}
	}
	text := "| " + strings.Join(f.heads, " | ") + " |\n|" + strings.Repeat(" --- |", len(f.heads)) + "\n"
	for _, row := range f.rows {
		row = slices.Clone(row)
		if slices.Contains(f.heads, "意思") {
			row[meaning] = byHand[row[0]]
			if row[meaning] == "" {
				t.Errorf("%s: <!-- %s --> does not say what %s means", page, name, row[0])
			}
		}
		text += "| " + strings.Join(row, " | ") + " |\n"
	}
	return text
}

const meaning = 1 // the column 意思

// seek reports what no example on the page shows.
func (f facts) seek(t *testing.T, page, name, text string) {
	blocks := strings.Split(text, "```")
	examples := ""
	for i := 1; i < len(blocks); i += 2 {
		examples += blocks[i]
	}
	for _, key := range f.keys {
		if !regexp.MustCompile(fmt.Sprintf(f.shown, regexp.QuoteMeta(key))).MatchString(examples) {
			t.Errorf("%s: <!-- %s -->: no example shows %s", page, name, key)
		}
	}
}

// allFacts are the tables that the handbook must have, by what they are of.
func allFacts() map[string]facts {
	all := map[string]facts{
		"别的叫法：列名":   otherNames(otherwise, nil),
		"别的叫法：文件":   otherNames(nil, aliases),
		"不能作地方名字的词": {heads: []string{"文件夹不能叫"}, rows: [][]string{{code1(slices.Sorted(slices.Values(reservedFolders)))}}},
	}
	for name, columns := range tables {
		if path.Ext(name) == "" {
			name += "/*.csv"
		}
		all[name] = factsOfTable(columns)
	}
	delete(all, "declared/*.csv") // the same as scores
	for name, read := range map[string]func(*section){
		"config.toml":          func(s *section) { s.config(&ledger.Config{}) },
		"place.toml":           func(s *section) { s.placeFile(&ledger.Place{}) },
		"scheme/*.toml":        func(s *section) { s.scheme(&ledger.Scheme{}) },
		"notices/*.toml":       func(s *section) { s.notice(&ledger.Notice{}) },
		"distributions/*.toml": func(s *section) { s.distribution(&ledger.Distribution{}) },
		"calendar/*.toml":      func(s *section) { s.calendar(&ledger.Calendar{}, nil) },
		"content/*.md":         func(s *section) { s.front(&ledger.Article{}) },
	} {
		for _, b := range (&document{read: read}).shape() {
			all[strings.TrimSpace(name+" "+b.header)] = factsOfBlock(b)
		}
	}
	return all
}

// otherNames are what clerks call things, and what the program calls them.
func otherNames(lists map[string][]string, words map[string]string) facts {
	byName := maps.Clone(lists)
	if byName == nil {
		byName = map[string][]string{}
	}
	for word, name := range words {
		byName[name] = append(byName[name], word)
	}
	f := facts{heads: []string{"应当写", "常写成"}}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		words := slices.Clone(byName[name])
		if lists == nil {
			slices.Sort(words)
		}
		f.rows = append(f.rows, []string{"`" + name + "`", strings.Join(words, "、")})
	}
	return f
}

func factsOfTable(columns []column) facts {
	f := facts{heads: []string{"列名", "意思", "填什么", "必填"}, shown: `(?m)^.*%s`}
	for _, c := range columns {
		must := ""
		switch {
		case c.role >= part, c.holds.must:
			must = "是"
		case c.role == head:
			must = "要有这一列"
		}
		f.rows = append(f.rows, []string{"`" + c.name + "`（`" + c.alias + "`）", "", c.holds.ofCell(), must})
		f.keys = append(f.keys, c.name)
	}
	return f
}

func factsOfBlock(b *section) facts {
	f := facts{heads: []string{"项", "意思", "写什么", "不写时"}, shown: `(?m)^ *(?:# )?%s = `}
	for _, key := range b.asked {
		if h := b.fields[key]; h.kind != aTable && h.kind != someTables {
			f.rows = append(f.rows, []string{"`" + key + "`", "", h.ofKey(key), h.leftOut(key)})
			f.keys = append(f.keys, key)
		}
	}
	return f
}

// ofKey says what is written behind a key's =.
func (f field) ofKey(key string) string {
	switch f.kind {
	case aText:
		return "文字"
	case aWord:
		var words []string
		for _, w := range f.words {
			words = append(words, "`"+strings.ReplaceAll(glosses[key][w], "/", "`或`")+"`（"+w+"）")
		}
		return strings.Join(words, "、")
	case aYes:
		return "`true`（是）、`false`（否）"
	case aNumber:
		if len(f.words) > 0 {
			return "数字，或 `\"" + f.words[0] + "\"`"
		}
	case aPart:
		return "0 到 1 的数"
	case aSpan:
		return "`[最少, 最多]`"
	case someTexts:
		return "几段文字 `[\"…\", \"…\"]`"
	case someDates:
		return "几个日期 `[2023-01-01, …]`"
	}
	return f.ofCell()
}

// ofCell says what is written into a cell.
func (f field) ofCell() string {
	switch f.kind {
	case aWord:
		return strings.Join(f.words, "、")
	case aYes:
		return "是、否"
	case aWhole:
		switch {
		case f.most < anyNumber:
			return fmt.Sprintf("整数，%d 到 %d", f.least, f.most)
		case f.least >= 0:
			return fmt.Sprintf("整数，从 %d 起", f.least)
		}
		return "整数"
	}
	return [...]string{
		aText: "文字", aDate: "日期", aNumber: "数字", anID: "户号这样的号码", aScore: "分数，或“不适用”",
		aPeriod: "周期，如 2023-01", aTarget: "一个数，或 `≥60`、`≤10`、`1:2`", aSum: "数字，万元", anArticle: "文章的路径", aDigest: "由程序写",
	}[f.kind]
}

// leftOut says what a key means that is not written.
func (f field) leftOut(key string) string {
	switch {
	case f.must:
		return "必填"
	case len(f.oneOf) > 0:
		return code1(f.oneOf) + " 写一个"
	case f.otherwise == nil, f.otherwise == "", f.kind == aWhole && f.otherwise.(int) < f.least:
		return "没有"
	case f.kind == aWord:
		word, _, _ := strings.Cut(glosses[key][f.otherwise.(string)], "/")
		return "`" + word + "`"
	}
	return fmt.Sprintf("`%v`", f.otherwise)
}

func code1(words []string) string {
	return "`" + strings.Join(words, "`、`") + "`"
}

// Every file and folder of a place that is read is in the tables.
func TestHandbookHasEveryFile(t *testing.T) {
	all := slices.Sorted(maps.Keys(allFacts()))
	for _, name := range slices.Concat(placeFiles, dataFolders) {
		name = cmp.Or(map[string]string{"declared": "scores"}[name], name) // the same columns
		if !slices.ContainsFunc(all, func(f string) bool { return strings.HasPrefix(f, name) }) {
			t.Errorf("no table tells of %s", name)
		}
	}
}
