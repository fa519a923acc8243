package source

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/scan"
)

// unseen is why a text is not what it looks like, or "".
func unseen(text string) string {
	if i := strings.IndexFunc(text, disk.Turns); i >= 0 {
		r := []rune(text[i:])[0]
		return fmt.Sprintf("“%s”里有看不见的、改变文字方向的字符（%U）", scan.Short(legible(text)), r)
	}
	if text != "" && !strings.ContainsFunc(text, disk.Seen) {
		return "这里看上去是空的，其实有看不见的字符“" + scan.Short(legible(text)) + "”"
	}
	return ""
}

// odd reports characters of which a text may be something else than it looks like. Almost no file
// has any.
func odd(r rune) bool {
	return r >= 0x80 && (r < 0x3001 || 0x30ff < r && r < 0x3400 || r > 0x9fff) && (disk.Turns(r) || !disk.Seen(r) && !scan.Blank(r))
}

// reportUnseen reports a text that is not what it looks like: an error in a name, by which one
// household, place or item might pass for another; else a note.
func (f *file) reportUnseen(at diag.Position, text string, isName bool) {
	what := unseen(text)
	if what == "" {
		return
	}
	severity := diag.Note
	if isName {
		severity = diag.Error
	}
	f.diags.Add(diag.Diagnostic{Position: at, Severity: severity, Code: "unseen-text", Message: what, Hint: "删去原来的，重新输入一遍，不要粘贴"})
}

// guardUnseen looks through a file; of a table, its rows tell.
func (f *file) guardUnseen() {
	f.odd = strings.ContainsFunc(f.text, odd)
	text := newlines.Replace(f.text)
	switch {
	case path.Ext(f.path) == ".csv":
	case path.Ext(f.path) == ".toml":
		if f.odd || strings.Contains(text, `\u`) || strings.Contains(text, `\U`) {
			f.guardUnseenValues(text)
		}
	case f.odd:
		lines := newLines(text)
		if i := strings.IndexFunc(text, disk.Turns); i >= 0 {
			line, column := lines.at(i)
			from, to := strings.LastIndexByte(text[:i], '\n')+1, i+strings.IndexByte(text[i:]+"\n", '\n')
			f.reportUnseen(diag.At(f.path, line, column), strings.TrimSpace(text[from:to]), false)
		}
	}
}

func (f *file) guardUnseenValues(text string) {
	lines := newLines(text)
	eachValue(locate(text), "", func(key string, n *node) {
		value := strings.Trim(n.raw, `"'`)
		if plain, err := strconv.Unquote(n.raw); err == nil {
			value = plain
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
