// Package english says in English what the program says in Chinese on a terminal.
//
// In: a text in Chinese. Out: the same in English, by the sentences of book.txt. Only words
// of the program are in the book: what stands in quotation marks “…” is the village's, and
// stays as it is. A sentence that the book lacks stays Chinese.
//
// A line of the book is a sentence in Chinese, with {} for each part that differs; the line
// below it, which begins with a tab, is the sentence in English, with {1} for the first part,
// {2} for the second, and so on. Parts outside of quotation marks are sentences themselves.
package english

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed book.txt
var text string

// entry is one sentence of the book.
type entry struct {
	begin   string // what stands before its first part
	letters int    // of its own words: the more, the surer it is meant
	form    *regexp.Regexp
	quoted  []bool // by part: it stands in quotation marks
	english string
}

const part = "{}"

// book is the sentences, those of the most words first.
var book = sync.OnceValue(func() []entry { return read(text) })

func read(text string) []entry {
	var entries []entry
	chinese := ""
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if english, below := strings.CutPrefix(line, "\t"); below {
			entries = append(entries, newEntry(chinese, english))
		} else {
			chinese = line
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return b.letters - a.letters })
	return entries
}

func newEntry(chinese, english string) entry {
	pieces := strings.Split(chinese, part)
	e := entry{begin: pieces[0], english: english}
	form := "(?s)^"
	for i, p := range pieces {
		if i > 0 {
			form += "(.*?)"
			e.quoted = append(e.quoted, strings.HasSuffix(pieces[i-1], "“"))
		}
		form += regexp.QuoteMeta(p)
		e.letters += len(p)
	}
	e.form = regexp.MustCompile(form + "$")
	return e
}

var placeholder = regexp.MustCompile(`\{\d+\}`)

// say is a text that the entry matches in English.
func (e *entry) say(chinese string) (string, bool) {
	if !strings.HasPrefix(chinese, e.begin) {
		return "", false
	}
	parts := e.form.FindStringSubmatch(chinese)
	if parts == nil {
		return "", false
	}
	return placeholder.ReplaceAllStringFunc(e.english, func(p string) string {
		n, _ := strconv.Atoi(p[1 : len(p)-1])
		if e.quoted[n-1] {
			return parts[n]
		}
		return Of(parts[n])
	}), true
}

// Of is a text in English: by the sentence that it is, else each of the parts that a
// semicolon, a colon or a line break divides.
func Of(chinese string) string {
	if !Chinese(chinese) {
		return chinese
	}
	for i := range book() {
		if said, ok := book()[i].say(chinese); ok {
			return said
		}
	}
	for _, d := range dividers {
		if before, after, found := cut(chinese, d.chinese); found {
			return Of(before) + d.english + Of(after)
		}
	}
	return chinese
}

var dividers = []struct{ chinese, english string }{{"\n", "\n"}, {"。", ". "}, {"；", "; "}, {"：", ": "}, {"，", ", "}, {"、", ", "}}

// cut divides a text at the first divider that is in no quotation marks.
func cut(s, at string) (before, after string, found bool) {
	depth := 0
	for i, r := range s {
		switch {
		case r == '“':
			depth++
		case r == '”':
			depth--
		case depth <= 0 && strings.HasPrefix(s[i:], at):
			return s[:i], s[i+len(at):], true
		}
	}
	return s, "", false
}

// Chinese reports whether a text has a Chinese character that is in no quotation marks.
func Chinese(s string) bool {
	depth := 0
	for _, r := range s {
		switch {
		case r == '“':
			depth++
		case r == '”':
			depth--
		case depth <= 0 && (0x3400 <= r && r <= 0x9fff || 0x3000 <= r && r <= 0x303f || 0xff00 <= r && r <= 0xffef):
			return true
		}
	}
	return false
}
