package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

// passes reports whether a row is not a record: it has a mark in a key or in its first cell, and
// lacks a key. It is then skipped with a note; if it may be a record after all, that is an error
// (formats.md, "Rows that are no records").
func (r row) passes() bool {
	word, filled, lacks := r.keyed()
	doubt := filled > 0 && !lacks
	switch {
	case word >= 0:
	case !lacks:
		word, doubt = r.named(), true
	default:
		word, doubt = r.leading(filled == 0), filled > 0
	}
	switch {
	case word < 0:
		return false
	case doubt, scan.MarkOf(r.cells[word].Text) == scan.Remark && r.figure(word) != "":
		r.ask(r.position(r.cells[word]), r.doubtful(word))
	default:
		r.remarked = scan.MarkOf(r.cells[word].Text) == scan.Remark
		r.pass(r.cells[word].Text)
	}
	return true
}

// keyed finds the first key that a mark takes the place of, or -1, and tells how many are
// filled without a mark and whether one is lacking: empty, or beside a mark a count, as 12户 is.
func (r row) keyed() (word, filled int, lacks bool) {
	word = -1
	counts := false
	for _, c := range r.keys {
		role := r.want[c].role
		switch text := r.cell(c).Text; {
		case text == "":
			lacks = lacks || role != looseKey
		case scan.MarkOf(text) != scan.Unmarked:
			if role != part && word < 0 {
				word = r.at[c]
			}
		default:
			filled++
			counts = counts || scan.IsCount(text)
		}
	}
	return word, filled, lacks || word >= 0 && counts
}

// named is the cell of a name that is the word of a total; -1 where there is none.
func (r row) named() int {
	for _, i := range r.names {
		if i < len(r.cells) && scan.MarkOf(r.cells[i].Text) == scan.Total {
			return i
		}
	}
	return -1
}

// leading is the first cell that has something in it, but for a running number, if it
// is marked; of a row without any key also one of a total further on; else -1.
func (r row) leading(keyless bool) int {
	first := filled(r.cells)
	if digits(r.cells[first].Text) && !r.isKey(first) {
		first += filled(r.cells[first+1:]) + 1
	}
	if scan.MarkOf(r.cells[first].Text) != scan.Unmarked {
		return first
	}
	for i := first + 1; keyless && i < len(r.cells); i++ {
		if scan.MarkOf(r.cells[i].Text) == scan.Total {
			return i
		}
	}
	return -1
}

func (r row) isKey(i int) bool {
	return slices.ContainsFunc(r.keys, func(c int) bool { return r.at[c] == i })
}

var figureForm = regexp.MustCompile(`^\d{1,5}(\.\d{1,2})?$`)

// figure returns a figure to the right of a remark, which needs none.
func (r row) figure(word int) string {
	for _, c := range r.cells[word+1:] {
		if figureForm.MatchString(c.Text) {
			return c.Text
		}
	}
	return ""
}

// ask reports a row that may be a record or not; it is not reported as missing elsewhere.
func (t *table) ask(at diag.Position, bad *trouble) {
	t.unread = true
	t.report(at, diag.Error, "", bad)
}

// doubtful reports a row that may be a record or not, and what each would need.
func (r row) doubtful(word int) *trouble {
	text := r.cells[word].Text
	kind, other := "合计", "填得像一条记录"
	if scan.MarkOf(text) == scan.Remark {
		kind = "备注"
		if figure := r.figure(word); figure != "" {
			other = "有数字“" + figure + "”"
		}
	}
	hint := "如果是" + kind + "，删去整行；如果是一条记录，"
	if slices.Contains(r.names, word) || r.isKey(word) {
		hint += "“" + r.heads[word].Text + "”改成真正的" + scan.Label(r.heads[word].Text)
	} else {
		hint += "补上空着的“" + strings.Join(r.lacking(), "”“") + "”"
	}
	return &trouble{"doubtful-row", "这一行写着“" + scan.Short(text) + "”，像是" + kind + "，可又" + other, hint}
}

// lacking are the headings of the keys that a row does not have.
func (r row) lacking() []string {
	var names []string
	for _, c := range r.keys {
		if r.want[c].role != looseKey && r.cell(c).Text == "" {
			names = append(names, r.want[c].name)
		}
	}
	return names
}

// pass notes that the row is passed over.
func (r row) pass(text string) {
	r.passed = append(r.passed, passed{r.scan.Row, r.cells[0].Line, text})
}

// tellPassed notes, once for the file, which rows were passed over.
func (t *table) tellPassed() {
	if len(t.passed) == 0 {
		return
	}
	message := "“" + scan.Short(t.passed[0].text) + "”"
	if n := len(t.passed); n > 1 {
		message += fmt.Sprintf("等 %d 行（%s）", n, rowRanges(t.passed))
	}
	t.report(diag.At(t.path, t.passed[0].line, 0), diag.Note, "", &trouble{"passed-row", message + "不是记录，已跳过", "不必改"})
}

// rowRanges are the numbers of rows, in order, in words: 第16–18行、第20行.
func rowRanges(rows []passed) string {
	const few = 5
	var parts []string
	for i := 0; i < len(rows); {
		j := i
		for j+1 < len(rows) && rows[j+1].row == rows[j].row+1 {
			j++
		}
		if len(parts) == few {
			return strings.Join(parts, "、") + "……"
		}
		parts = append(parts, rowRange(rows[i].row, rows[j].row))
		i = j + 1
	}
	return strings.Join(parts, "、")
}

// rowRange is the rows from one to another, in words.
func rowRange(from, to int) string {
	if from == to {
		return fmt.Sprintf("第%d行", from)
	}
	return fmt.Sprintf("第%d–%d行", from, to)
}
