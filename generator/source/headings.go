package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

// rehead reports whether a row is a header again, or belongs to one: the table's own, which is
// skipped, or that of a second table, which is an error and ends the reading.
func (r row) rehead() bool {
	if r.ownHeader(r.cells) {
		r.pass(r.cells[filled(r.cells)].Text)
		return true
	}
	if r.isHeader(r.cells) {
		r.second(r.cells)
		return true
	}
	return r.alone() && len(r.heads) > 1 && (r.retitles() || r.words())
}

// groupForm is the title of a group, as 第二组.
var groupForm = regexp.MustCompile(`^第?(?:\d+|[一二三四五六七八九十]+)(?:村民)?(?:小组|组|片区|片|队|网格)$`)

// words judges a row of one cell that is not like a 户号, or that lacks several keys: the next line
// of a remark is skipped, a sentence or the title of a group is an error that asks what it is.
func (r row) words() bool {
	const longest = 8
	text := r.cells[filled(r.cells)].Text
	unreadable := checkID(published(text)) != nil
	switch {
	case scan.MarkOf(text) != scan.Unmarked:
		return false
	case unreadable && r.remarked && !scan.IsASCII(text):
		r.pass(text)
	case len(r.lacking()) > 1:
		r.ask(r.position(r.cells[filled(r.cells)]), r.onlyWords(text))
	case scan.IsASCII(text):
		return false
	case unreadable, utf8.RuneCountInString(text) > longest, groupForm.MatchString(scan.Narrow(text)):
		r.ask(r.position(r.cells[filled(r.cells)]), r.onlyWords(text))
	default:
		return false
	}
	return true
}

// alone reports whether only one cell is not empty.
func (r row) alone() bool {
	i := filled(r.cells)
	return i >= 0 && empty(r.cells[i+1:])
}

// retitles reports whether a header comes within the next few rows, so that this row is its
// title.
func (r row) retitles() bool {
	const few = 3
	ahead := r.scan
	ahead.Bad = func(*scan.Damage) {}
	var cells []scan.Cell
	for range few {
		var more bool
		if cells, more = ahead.Record(cells); !more {
			return false
		}
		switch {
		case empty(cells):
			continue
		case r.ownHeader(cells):
			r.pass(r.cells[filled(r.cells)].Text)
			return true
		case r.isHeader(cells):
			r.second(cells)
			return true
		case !(row{table: r.table, cells: cells}).alone():
			return false
		}
	}
	return false
}

// ownHeader reports whether cells are those of the table's header, or of one of its rows.
func (t *table) ownHeader(cells []scan.Cell) bool {
	return slices.ContainsFunc(t.headRows, func(head []scan.Cell) bool {
		return slices.EqualFunc(head, trimmed(cells), func(a, b scan.Cell) bool { return a.Text == b.Text })
	})
}

func textAt(cells []scan.Cell, i int) string {
	if i < len(cells) {
		return cells[i].Text
	}
	return ""
}

// isHeader reports whether cells are headings: the first is a known one, and so are at least two,
// and half of all. Known are those of this table and of all others.
func (t *table) isHeader(cells []scan.Cell) bool {
	filled, known := 0, 0
	for _, c := range cells {
		if c.Text == "" {
			continue
		}
		filled++
		if !strings.ContainsAny(c.Text, "0123456789") && (t.known(c.Text) || isColumn(c.Text)) {
			known++
		} else if filled == 1 {
			return false
		}
	}
	return known > 1 && 2*known >= filled
}

func (r row) onlyWords(text string) *trouble {
	return &trouble{"doubtful-row", "这一行只写着“" + scan.Short(text) + "”，不像一条记录",
		"如果是标题或备注，删去整行，或在前面加上“备注：”；如果是一条记录，把这一行填全"}
}

// second reports the header of a second table, and stops reading.
func (t *table) second(head []scan.Cell) {
	var names []string
	for _, c := range head {
		if c.Text != "" {
			names = append(names, c.Text)
		}
	}
	t.stopped, t.unread = true, true
	first := head[filled(head)]
	t.report(diag.At(t.path, first.Line, 0), diag.Error, "", &trouble{"second-table",
		"从这一行起是另一张表（表头是“" + scan.Short(strings.Join(names, ",")) + "”），一个文件只能放一张表，后面的没有读",
		"把它连同表头" + home(head)})
}

// home tells where the table with this header belongs: in the file that knows most of its
// headings.
func home(head []scan.Cell) string {
	best, most := "移到另一个文件里；如果是同一张表，把它的列调成和上面一样", 1
	for _, f := range files {
		if n := countKnown(head, func(heading string) bool { return claim(f.columns, heading) >= 0 }); n > most {
			best, most = "移到"+f.name, n
		}
	}
	return best
}
