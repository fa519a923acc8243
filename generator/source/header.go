package source

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

// column is a column that a file may have: its heading, its English alias, what it is for the
// row, and what its cells hold.
type column struct {
	name, alias string
	role        role
	holds       field
}

// of, among and atLeast are what cells hold: a kind of thing, one of a few words, a whole number;
// needed where a row lacks it.
func of(k kind) field { return field{kind: k} }

func among(words []string) field { return field{kind: aWord, words: words} }

func atLeast(least int) field { return field{kind: aWhole, least: least, most: anyNumber} }

func needed(f field) field {
	f.must = true
	return f
}

// role is what a column is for its rows.
type role uint8

const (
	free     role = iota // it may be left out
	looseKey             // so may it, but the mark of a total or a remark may be in it
	head                 // its heading must be there
	part                 // and a row is a record only with a cell in it
	key                  // and the mark of a total or a remark may be in its place
)

// claim is the index in want of the column that a heading means, or -1.
func claim(want []column, heading string) int {
	if heading == "" {
		return -1
	}
	for _, s := range scan.Spellings(heading) {
		for i, w := range want {
			if s == w.name || s == w.alias {
				return i
			}
		}
	}
	return -1
}

// header is where a table's header is.
type header struct {
	sep   string
	skip  int // records above it
	depth int // its own
}

// findHeader finds the header among the first rows: the one with the most known
// headings, cut by the separator that it holds most of, and those beside it that complete
// it. Without any known heading it is the first row that is not blank.
func findHeader(text string, known func(string) bool) (h header, ok bool) {
	const rows = 10 // that are not blank, up to one with several headings, as only a header has
	best, width := -1, 0
	var cells []scan.Cell
	for _, candidate := range scan.Separators {
		s := scan.New(text, candidate)
		for i, filled, n := 0, 0, 0; filled < rows && n < 2; i++ {
			var more bool
			if cells, more = s.Record(cells); !more {
				break
			}
			if void(cells) {
				continue
			}
			filled++
			n = countKnown(cells, known)
			if n > best || n == best && i == h.skip && len(cells) > width {
				h.sep, h.skip, best, width = candidate, i, n, len(cells)
			}
		}
	}
	h.depth = 1
	if best >= 0 {
		h.widen(text, known)
	}
	return h, best >= 0
}

func countKnown(cells []scan.Cell, known func(string) bool) (n int) {
	const longest = 200
	for _, c := range cells {
		if len(c.Text) <= longest && known(c.Text) {
			n++
		}
	}
	return n
}

// void reports whether a row holds nothing but separators, whichever they are.
func void(cells []scan.Cell) bool {
	return !slices.ContainsFunc(cells, func(c scan.Cell) bool { return strings.Trim(c.Text, ",\t;，") != "" })
}

// assign finds out which heading is which column, and reports what is wrong with them.
func (t *table) assign() {
	t.at = slices.Repeat([]int{-1}, len(t.want))
	for i, h := range t.heads {
		if h.Text == "" {
			continue
		}
		w := claim(t.want, h.Text)
		switch {
		case w < 0:
			t.others = append(t.others, i)
		case t.at[w] >= 0:
			t.twice(h, t.heads[t.at[w]])
		default:
			t.at[w] = i
		}
	}
	t.misspelt()
	for w, c := range t.want {
		if c.role >= head && t.at[w] < 0 {
			t.unread = true
			t.missing(c)
		}
		if c.role >= part || c.holds.must {
			t.needs = append(t.needs, w)
		}
		if c.role != free && c.role != head && t.at[w] >= 0 {
			t.keys = append(t.keys, w)
		}
	}
	for i, h := range t.heads {
		if slices.Contains(nameHeadings, scan.Label(h.Text)) {
			t.names = append(t.names, i)
		}
	}
}

// twice reports a heading that means the same column as one before it.
func (t *table) twice(second, first scan.Cell) {
	t.report(t.position(second), diag.Error, second.Text, &trouble{"duplicate-label",
		"列名“" + scan.Short(second.Text) + "”和前面的“" + scan.Short(first.Text) + "”是同一列", "只留一列，或改成别的列名"})
}

// missing reports a column that must be there, at the heading that may be meant for it.
func (t *table) missing(c column) {
	var left []string
	for _, i := range t.others {
		if name := scan.Label(t.heads[i].Text); !isColumn(name) {
			left = append(left, name)
		}
	}
	n := slices.IndexFunc(t.others, func(i int) bool { return scan.Label(t.heads[i].Text) == nearest(c.name, left) })
	if n < 0 {
		t.report(t.headLine(), diag.Error, c.name, &trouble{"missing-label", "缺少“" + c.name + "”这一列", "在表头加上“" + c.name + "”这一列"})
		return
	}
	t.misspells(t.heads[t.others[n]], c.name)
	t.others = slices.Delete(t.others, n, n+1)
}

// files are the tables that there are, with their columns.
var files = []struct {
	name    string
	columns []column
}{
	{"名册 households.csv", householdColumns}, {"成员表 members.csv", memberColumns}, {"事件表（events 文件夹）", eventColumns},
	{"更正表 corrections.csv", correctionColumns}, {"评分表（scores 文件夹）", sheetColumns}, {"商品表 rewards.csv", rewardColumns},
	{"兑换表 redemptions.csv", redemptionColumns}, {"任务表 tasks.csv", taskColumns},
}

// labels are the headings that are right in some file.
var labels = func() map[string]bool {
	known := map[string]bool{}
	for _, f := range files {
		for _, c := range f.columns {
			known[c.name], known[c.alias] = true, true
		}
	}
	return known
}()

// isColumn reports whether a heading is right in some other file, as 户主 is in
// households.csv: then it is no slip of the hand.
func isColumn(heading string) bool {
	return slices.ContainsFunc(scan.Spellings(heading), func(s string) bool { return labels[s] })
}

// headLine is the header as a whole.
func (t *table) headLine() diag.Position {
	return diag.At(t.path, t.heads[0].Line, 0)
}

func (t *table) has(heading string) bool { return t.at[t.index(heading)] >= 0 }

func (t *table) holds(heading string) field { return t.want[t.index(heading)].holds }

// ignored notes, once for all tables of a folder, the headings that nothing reads.
func (t *table) ignored() {
	for _, i := range t.others {
		h := t.heads[i]
		t.report(t.position(h), diag.Note, h.Text, &trouble{"unknown-label", "不认识列名“" + scan.Short(h.Text) + "”，这一列已忽略", "不必改；这一列不读，也不公布"})
	}
}
