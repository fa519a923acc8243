package source

import (
	"fmt"
	"html"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/scan"
)

// unseen is why a text is not what it looks like, or "".
func unseen(text string) string {
	if i := strings.IndexFunc(text, acts); i >= 0 {
		r, _ := utf8.DecodeRuneInString(text[i:])
		if unicode.IsControl(r) {
			return fmt.Sprintf("“%s”里有看不见的控制字符（%U）", scan.Short(legible(text)), r)
		}
		return fmt.Sprintf("“%s”里有看不见的、改变文字方向的字符（%U）", scan.Short(legible(text)), r)
	}
	if text != "" && !strings.ContainsFunc(text, disk.Seen) {
		return "这里看上去是空的，其实有看不见的字符“" + scan.Short(legible(text)) + "”"
	}
	return ""
}

// acts reports a character that does something to the text around it, or to the terminal that shows it.
func acts(r rune) bool {
	return disk.Turns(r) || unicode.IsControl(r) && r != '\n' && r != '\t'
}

// odd reports characters of which a text may be something else than it looks like. Almost no file
// has any.
func odd(r rune) bool {
	return r >= 0x80 && (r < 0x3001 || 0x30ff < r && r < 0x3400 || r > 0x9fff) && (disk.Turns(r) || !disk.Seen(r) && !scan.Blank(r))
}

// reportUnseen reports a text that is not what it looks like: an error in a name, by which one
// household, place or item might pass for another, and of a control character, which no text has; else a note.
func (f *file) reportUnseen(at diag.Position, text string, isName bool) {
	what := unseen(text)
	if what == "" {
		return
	}
	severity := diag.Note
	if isName || strings.ContainsFunc(text, func(r rune) bool { return acts(r) && unicode.IsControl(r) }) {
		severity = diag.Error
	}
	f.diags.Add(diag.Diagnostic{Position: at, Severity: severity, Code: "unseen-text", Message: what, Hint: "删去原来的，重新输入一遍，不要粘贴"})
}

// guardUnseen looks through a file; of a table, its rows tell. What TOML and Markdown write by its number is looked
// for as what it means.
func (f *file) guardUnseen() {
	f.odd = strings.ContainsFunc(f.text, odd)
	switch path.Ext(f.path) {
	case ".csv":
	case ".toml":
		if f.odd || strings.Contains(f.text, `\`) {
			f.guardUnseenValues(newlines.Replace(f.text))
		}
	case ".md":
		if f.odd || strings.ContainsAny(f.text, `\&`) {
			f.guardUnseenArticle(newlines.Replace(f.text))
		}
	}
}

// guardUnseenArticle tells of a text of an article once.
func (f *file) guardUnseenArticle(text string) {
	front, body, first, _ := splitFront(text)
	if front != "" {
		f.guardUnseenValues(front)
	}
	for line := range strings.Lines(body) {
		shown := strings.TrimSpace(html.UnescapeString(line))
		if strings.ContainsFunc(shown, acts) {
			f.reportUnseen(diag.At(f.path, first, 1), shown, false)
			return
		}
		first++
	}
}

func (f *file) guardUnseenValues(text string) {
	lines := newLines(text)
	eachValue(locate(text), "", func(key string, n *node) {
		value := strings.Trim(n.raw, `"'`)
		if strings.Contains(n.raw, `\`) {
			var plain struct{ V string }
			if _, err := toml.Decode("v = "+n.raw, &plain); err == nil {
				value = plain.V
			}
		}
		line, column := lines.at(n.offset)
		f.reportUnseen(diag.At(f.path, line, column), value, slices.Contains([]string{"name", "title"}, path.Base(key)))
	})
}

// guardUnseenCells looks through a row, also one that is no record.
func (t *table) guardUnseenCells(cells []scan.Cell) {
	if !t.odd {
		return
	}
	for i, c := range cells {
		t.reportUnseen(t.position(c), c.Text, slices.Contains(t.names, i))
	}
}
