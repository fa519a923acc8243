package english

import (
	"cmp"
	"embed"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// The book is divided by rooms; words.txt has the sentences of several rooms.
//
//go:embed book/*.txt
var files embed.FS

// hole is a part of a sentence that varies, outside quotation marks.
const hole = "{}"

// entry is one sentence of the book.
type entry struct {
	pieces  []string // its own words, between its holes
	quoted  []string // its quotations; "" if they vary
	parts   []part   // by number, from 0
	kinds   []string // by hole: "=" for a name, which stays as it is, "#" for numbers, or ""
	english string
}

// part is the n-th hole or the n-th quotation of a sentence.
type part struct {
	quoted bool
	n      int
}

// book is the sentences, those of the most words first.
var book = sync.OnceValue(func() []entry { return read(text()) })

// text is the whole book, which is embedded in the program.
func text() string {
	var all strings.Builder
	names, _ := fs.Glob(files, "book/*.txt")
	for _, name := range names {
		content, _ := files.ReadFile(name)
		all.Write(content)
	}
	return all.String()
}

func read(text string) []entry {
	var entries, short []entry
	known := map[string]bool{}
	chinese := ""
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		english, below := strings.CutPrefix(line, "\t")
		if !below {
			chinese = strings.TrimSpace(line)
			continue
		}
		e := newEntry(chinese, strings.TrimSpace(english))
		entries = append(entries, e)
		known[e.key()] = true
		if s, ok := e.withoutHeading(); ok {
			short = append(short, s)
		}
	}
	for _, s := range short {
		if !known[s.key()] {
			known[s.key()] = true
			entries = append(entries, s)
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return len(b.key()) - len(a.key()) })
	return entries
}

func (e *entry) key() string { return strings.Join(e.pieces, hole) }

func newEntry(chinese, english string) entry {
	words, quotations := lift(chinese)
	e := entry{pieces: strings.Split(words, hole)}
	for i, piece := range e.pieces {
		if i > 0 {
			e.parts = append(e.parts, part{false, i - 1})
		}
		for range strings.Count(piece, aside) {
			q := quotations[len(e.quoted)]
			if strings.Contains(q, hole) {
				e.parts = append(e.parts, part{true, len(e.quoted)})
				q = ""
			}
			e.quoted = append(e.quoted, q)
		}
	}
	e.english = placeQuoted.ReplaceAllString(english, "$1")
	e.kinds = make([]string, len(e.pieces)-1)
	for _, p := range placeKind.FindAllStringSubmatch(english, -1) {
		n, _ := strconv.Atoi(p[2])
		e.kinds[e.parts[n-1].n] = p[1]
	}
	return e
}

var (
	placeAny    = regexp.MustCompile(`\{[=#]?(\d+)\}`)
	placeKind   = regexp.MustCompile(`\{([=#])(\d+)\}`)
	placeQuoted = regexp.MustCompile(`“(\{\d+\})”`)
)

// headings are those of tables with which sentences of the book begin.
var headings = strings.Fields("户号 成员号 编号 名称 日期 审核日期 项目 分值 对象 异议 商品 积分 程序 序号")

// withoutHeading returns the sentence as it is after a place that names the column already:
// C列“户号”：“001”不在册 and not 户号“001”不在册.
func (e *entry) withoutHeading() (entry, bool) {
	heading, _, found := strings.Cut(e.pieces[0], aside)
	if !found || !slices.Contains(headings, heading) {
		return entry{}, false
	}
	s := *e
	s.pieces = slices.Clone(e.pieces)
	s.pieces[0] = strings.TrimPrefix(s.pieces[0], heading)
	return s, true
}

// match returns what is in the entry's holes, or nil if the text is another sentence.
func (e *entry) match(text string, quotations []string) []string {
	last := len(e.pieces) - 1
	rest, ok := strings.CutPrefix(text, e.pieces[0])
	if !ok || last > 0 && !strings.HasSuffix(rest, e.pieces[last]) {
		return nil
	}
	holes := make([]string, 0, last)
	for i, piece := range e.pieces[1:] {
		at := strings.Index(rest, piece)
		if i+1 == last && piece == "" {
			at = len(rest)
		}
		if at < 0 || !e.fits(i, rest[:at]) {
			return nil
		}
		holes = append(holes, rest[:at])
		rest = rest[at+len(piece):]
	}
	if rest != "" || !e.quotes(holes, quotations) {
		return nil
	}
	return holes
}

// fits reports whether a hole can be a text: a name is not a sentence, numbers have no words, and
// no other part extends beyond its own clause, unless the sentence or a clause ends with it.
func (e *entry) fits(i int, text string) bool {
	after := e.pieces[i+1]
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case e.kinds[i] == "#":
		return strings.Trim(text, "0123456789–、") == ""
	case e.kinds[i] == "=":
		return !strings.ContainsAny(text, "。；：，、") && !strings.Contains(text, "  ")
	case after == "", strings.ContainsRune("。；：）", next), utf8.RuneCountInString(text) == 1:
		return true
	}
	return !strings.ContainsAny(text, "。；：")
}

// quotes reports whether the quotations between the holes are those of the sentence.
func (e *entry) quotes(holes, quotations []string) bool {
	own, _ := e.assign(holes, quotations)
	for i, q := range e.quoted {
		if q != "" && q != own[i] {
			return false
		}
	}
	return true
}

// assign divides quotations between the sentence itself and its holes.
func (e *entry) assign(holes, quotations []string) (own []string, inHoles [][]string) {
	for i, piece := range e.pieces {
		n := strings.Count(piece, aside)
		own, quotations = append(own, quotations[:n]...), quotations[n:]
		if i < len(holes) {
			n = strings.Count(holes[i], aside)
			inHoles, quotations = append(inHoles, quotations[:n]), quotations[n:]
		}
	}
	return own, inHoles
}

// say returns the sentence in English, with its parts.
func (e *entry) say(holes, quotations []string, lacks func(string)) string {
	own, inHoles := e.assign(holes, quotations)
	said := placeAny.ReplaceAllStringFunc(e.english, func(p string) string {
		n, _ := strconv.Atoi(strings.Trim(p, "{=#}"))
		part := e.parts[n-1]
		switch {
		case part.quoted:
			return own[part.n]
		case e.kinds[part.n] == "=":
			name := strings.TrimSpace(restore(holes[part.n], inHoles[part.n]))
			if Chinese(name) {
				lacks(name)
			}
			return name
		}
		said := say(holes[part.n], inHoles[part.n], lacks)
		return cmp.Or(strings.TrimSpace(said), said)
	})
	return strings.TrimSpace(said)
}
