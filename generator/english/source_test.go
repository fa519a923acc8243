package english

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// rooms are those that say something to whoever runs the program; "" is main.
var rooms = []string{"", "check", "convert", "diag", "disk", "edit", "gazette", "hook", "ledger", "notice", "origin", "pack", "page", "privacy", "proof", "publish", "render", "scan", "score", "serve", "site", "source", "start", "status", "verify", "web"}

// apart are files whose Chinese words are no sentences of the program: what a clerk may have
// typed, headings, names of data files and words in them.
var apart = map[string]string{
	"privacy/words.go":        "words that the clerk may have typed",
	"privacy/phrase.go":       "likewise",
	"privacy/phone.go":        "likewise",
	"hook/script.go":          "the hook itself, which speaks to the clerk",
	"convert/guide.go":        "words of a workbook, which is the village's",
	"convert/limits.go":       "likewise",
	"convert/print.go":        "likewise",
	"convert/read_period.go":  "patterns of periods",
	"convert/read_private.go": "patterns of headings",
	"convert/tables.go":       "likewise",
	"convert/write.go":        "likewise",
	"gazette/cells.go":        "words of data files",
	"gazette/file_notices.go": "headings and words of data files",
	"gazette/file_period.go":  "likewise",
	"gazette/file_records.go": "likewise",
	"gazette/file_seals.go":   "likewise",
	"gazette/file_tasks.go":   "likewise",
	"gazette/file_use.go":     "likewise",
	"gazette/read_records.go": "likewise",
	"gazette/people.go":       "family names",
	"proof/text.go":           "words of what is sealed",
	"scan/marks.go":           "words of totals and remarks",
	"score/phrase.go":         "patterns that explain fills in; its words are seen in scripts",
	"source/date.go":          "patterns of dates",
	"source/headings.go":      "patterns of headings",
	"source/id.go":            "patterns of numbers",
	"source/naming.go":        "names of files",
	"source/numbering.go":     "headings",
	"source/period.go":        "patterns of periods",
	"start/words.go":          "words of the files that it writes",
}

var verb = regexp.MustCompile(`%[-+# 0]*\d*(\.\d+)?(\[\d+\])?[a-zA-Z]`)

// form is the sentence that an expression makes, with 7 for what differs; "" if it makes none.
func form(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.BasicLit:
		if s, err := strconv.Unquote(x.Value); err == nil && x.Kind == token.STRING {
			return s
		}
	case *ast.BinaryExpr:
		if x.Op == token.ADD {
			return orSeven(form(x.X)) + orSeven(form(x.Y))
		}
	case *ast.CallExpr:
		for _, a := range x.Args { // of Sprintf, Errorf and the like
			if f := form(a); strings.Contains(f, "%") && han.MatchString(f) {
				return strings.ReplaceAll(verb.ReplaceAllString(f, "7"), "%%", "%")
			}
		}
	}
	return ""
}

func orSeven(s string) string {
	if s == "" {
		return "7"
	}
	return s
}

// sentences are what a file says: each expression that makes a text in Chinese.
func sentences(t *testing.T, file string) []string {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	ast.Inspect(f, func(n ast.Node) bool {
		if _, ok := n.(*ast.Field); ok { // with its tag
			return false
		}
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		s := form(e)
		if _, isText := e.(*ast.BasicLit); isText {
			s = strings.ReplaceAll(verb.ReplaceAllString(s, ""), "%%", "%")
			if strings.ContainsAny(s, `|^\`) || s != strings.ReplaceAll(form(e), "%%", "%") {
				return true // a pattern, or what a call fills in
			}
		}
		if !han.MatchString(s) {
			return true
		}
		list = append(list, s)
		_, isCall := e.(*ast.CallExpr)
		return isCall // whose other arguments may say something too
	})
	return list
}

const short = 4 // characters: a shorter text is a word, of which scripts tell

// covered reports whether the book has a sentence, be it the whole of a message, or what
// follows the value that is wrong.
func covered(sentence string) bool {
	for _, begin := range []string{"", "甲“7”", "链接“7”"} {
		lacking := false
		of(begin+sentence, func(lack string) { lacking = lacking || lack != "甲" })
		if !lacking {
			return true
		}
	}
	return false
}

// The book has every sentence of the sources that can be told from a word.
func TestEverySentenceIsInTheBook(t *testing.T) {
	seen := 0
	for _, room := range rooms {
		files, err := filepath.Glob(path.Join("..", room, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(room, err)
		}
		for _, file := range files {
			name := strings.TrimPrefix(filepath.ToSlash(file), "../")
			if strings.HasSuffix(name, "_test.go") || apart[name] != "" {
				continue
			}
			for _, s := range sentences(t, file) {
				for line := range strings.SplitSeq(s, "\n") {
					if utf8.RuneCountInString(strings.Join(han.FindAllString(line, -1), "")) <= short || slices.Contains(pieces, line) {
						continue
					}
					seen++
					if !covered(line) {
						t.Errorf("%s: the book (english/book/<room>.txt) lacks %s", name, line)
					}
				}
			}
		}
	}
	if seen < 400 {
		t.Errorf("only %d sentences", seen)
	}
}

// errorText is an error that is made where it is returned; one with a name is looked for by that.
var errorText = regexp.MustCompile(`(?m)^(?:[^=\n]|:=)*(?:fmt\.Errorf|errors\.New)\("([ -~]*?)"`)

// What a clerk reads of errors is in Chinese.
func TestErrorsAreInChinese(t *testing.T) {
	english := regexp.MustCompile(`[a-z]{3,} [a-z%]`)
	for _, room := range rooms {
		files, _ := filepath.Glob(path.Join("..", room, "*.go"))
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range errorText.FindAllStringSubmatch(string(content), -1) {
				if english.MatchString(m[1]) && !strings.HasSuffix(file, "_test.go") {
					t.Errorf("%s: %s", file, m[1])
				}
			}
		}
	}
}

// A file that was given up for its words is there.
func TestFilesApart(t *testing.T) {
	for name := range apart {
		if !fs.ValidPath(name) {
			t.Error(name)
		}
		if m, _ := filepath.Glob(path.Join("..", name)); m == nil {
			t.Errorf("%s is gone", name)
		}
	}
}

// pieces are parts of sentences that the sources put together in a way that cannot be read
// off; scripts see the whole ones.
var pieces = []string{
	"：有计分的加减分，中途加入或退出的户就列入当期，不用评分表",
	"7，和登记的7只差开头的零",
	"7，此后户号“7”的资料变了，却没有更正7", "7，此后它所依据的积分办法变了7",
	"调休上班日 ",
	"填得像一条记录", "如果是7，删去整行；如果是一条记录，", "这一行写着“7”，像是7，可又7", "7不是记录，已跳过",
	"把它移到所属的村的 7 文件夹里，文件名写 ",
	"这一行有 7 格，表头只有 7 列7",
	"分户人次个元%％", "底末前内止", "十百千万亿成折倍半多余几左约%", // cut off
}

// together are words that the sources put together of others.
var together = strings.Fields(`自始至今 自始到 起到 起至今 把它连同表头移到 把它连同表头移到另一个文件里
	像是合计 像是备注 可又填得像一条记录 可又有数字 如果是合计 如果是备注 把它移到所属的村的文件夹里
	日期这一天不存在 日期没有 日期的年份不对 日期没有写是哪一年`)

// Every word of the book is in the sources: a sentence that nobody says any more is gone.
func TestNothingInTheBookIsDead(t *testing.T) {
	var sources strings.Builder
	for _, room := range rooms {
		files, _ := filepath.Glob(path.Join("..", room, "*.go"))
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				content, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				sources.Write(content)
			}
		}
	}
	for line := range strings.Lines(text()) {
		if strings.HasPrefix(line, "\t") {
			continue
		}
		for _, words := range han.FindAllString(line, -1) {
			if !strings.Contains(sources.String(), words) && !slices.Contains(together, words) {
				t.Errorf("nobody says %s of %s", words, line)
			}
		}
	}
}
