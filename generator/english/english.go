// Package english translates what the program prints on a terminal from Chinese to English.
//
// In: a text in Chinese. Out: the same in English, by the sentences of book/. Only words of the
// program are in the book: what is in quotation marks “…” is the village's, and stays as it is. A
// sentence that is not in the book stays Chinese.
//
// A line of the book is a sentence in Chinese, with {} for each part that varies; the line below
// it, which begins with a tab, is the sentence in English, with {1} for the first part, {2} for
// the second, and so on. A part is a sentence itself, which may be in the book; {=1} is a name,
// which stays as it is, and {#1} only numbers. A quotation is one part, and so is a list of them:
// “甲”、“乙”等 24 个.
package english

import (
	"regexp"
	"strings"
)

// Of returns a text in English: by its sentence, or else by each of the parts between semicolons,
// colons, commas and line breaks.
func Of(chinese string) string { return of(chinese, func(string) {}) }

// of passes each part that stays Chinese to lacks.
func of(chinese string, lacks func(string)) string {
	if !Chinese(chinese) {
		return chinese
	}
	lines := strings.Split(chinese, "\n")
	for i, line := range lines {
		lines[i] = ofLine(line, lacks)
	}
	return strings.Join(lines, "\n")
}

// problem is a line that reports one: its place, severity, message, and code.
var problem = regexp.MustCompile(`^(.*?): (错误|提醒|不符)：(.*) \[([a-z0-9-]+)\]$`)

// place is a problem's place in its file, with which its message begins.
var place = regexp.MustCompile(`^(?:[^：，；“!]+!)?(?:第[\d–、]+行|单元格 |还有 )[^：]*：`)

// inSheet is a cell or rows of a sheet, whose name is before them and stays as it is.
var inSheet = regexp.MustCompile(`^([^：，；“!]+!)(第[\d–、]+行|[A-Z]+\d+(?:` + aside + `)?)$`)

func ofLine(line string, lacks func(string)) string {
	if p := problem.FindStringSubmatch(line); p != nil {
		return p[1] + ": " + of(p[2], lacks) + ": " + of(p[3], lacks) + " [" + p[4] + "]"
	}
	words, quotations := lift(line)
	said := ""
	if where := place.FindString(words); where != "" {
		n := strings.Count(where, aside)
		said = say(strings.TrimSuffix(where, "："), quotations[:n], lacks) + ": "
		words, quotations = words[len(where):], quotations[n:]
	}
	if example, found := strings.CutPrefix(words, "例如"); found {
		said, words = said+"for example: ", example
	}
	return said + say(words, quotations, lacks)
}

// say returns a text whose quotations are set aside in English.
func say(words string, quotations []string, lacks func(string)) string {
	text := strings.TrimSpace(words)
	if !strings.ContainsFunc(text, chinese) {
		return restore(words, quotations)
	}
	if rows := inSheet.FindStringSubmatch(text); rows != nil {
		return rows[1] + say(rows[2], quotations, lacks)
	}
	if text != words {
		before, after, _ := strings.Cut(words, text)
		return before + say(text, quotations, lacks) + after
	}
	entries := book()
	for i := range entries {
		if holes := entries[i].match(text, quotations); holes != nil {
			return entries[i].say(holes, quotations, lacks)
		}
	}
	if said, ok := divided(text, quotations, lacks); ok {
		return said
	}
	text = restore(text, quotations)
	lacks(text)
	return text
}

var dividers = []struct{ chinese, english string }{
	{"  ", "  "}, {"。", ". "}, {"；", "; "}, {"：", ": "}, {"（", " ("}, {"）", ")"}, {"，", ", "}, {"、", ", "}, {" = ", " = "},
}

// divided translates a text part by part.
func divided(text string, quotations []string, lacks func(string)) (string, bool) {
	for _, d := range dividers {
		if before, after, found := strings.Cut(text, d.chinese); found {
			n := strings.Count(before, aside)
			return say(before, quotations[:n], lacks) + d.english + say(after, quotations[n:], lacks), true
		}
	}
	return "", false
}

// aside replaces a quotation, or a list of them, in a text.
const aside = "“\ue000”"

var others = regexp.MustCompile(`^等 (\d+) 个`)

// lift sets a text's quotations aside.
func lift(s string) (words string, quotations []string) {
	var b strings.Builder
	for {
		begin := strings.Index(s, "“")
		if begin < 0 {
			break
		}
		end := quotation(s[begin:])
		if end == 0 {
			break
		}
		q := s[begin : begin+end]
		b.WriteString(s[:begin] + aside)
		s = s[begin+end:]
		for strings.HasPrefix(s, "、“") && quotation(s[len("、"):]) > 0 {
			end := len("、") + quotation(s[len("、"):])
			q += ", " + s[len("、"):end]
			s = s[end:]
		}
		if more := others.FindStringSubmatch(s); more != nil {
			q += " and more (" + more[1] + " in all)"
			s = s[len(more[0]):]
		}
		quotations = append(quotations, q)
	}
	return b.String() + s, quotations
}

// quotation returns the length of the quotation at the beginning of a text, or 0 if it does not
// end.
func quotation(s string) int {
	depth := 0
	for i, r := range s {
		switch r {
		case '“':
			depth++
		case '”':
			if depth--; depth == 0 {
				return i + len("”")
			}
		}
	}
	return 0
}

// restore puts quotations back into a text.
func restore(s string, quotations []string) string {
	for _, q := range quotations {
		s = strings.Replace(s, aside, q, 1)
	}
	return s
}

// Chinese reports whether a text has a Chinese character outside quotation marks.
func Chinese(s string) bool {
	if !strings.ContainsFunc(s, chinese) {
		return false
	}
	words, _ := lift(s)
	return strings.ContainsFunc(words, chinese)
}

func chinese(r rune) bool {
	return 0x3400 <= r && r <= 0x9fff || 0x3000 <= r && r <= 0x303f || 0xff00 <= r && r <= 0xffef
}
