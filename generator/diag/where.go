package diag

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// broken are the ends of lines that a value which a message tells may have: a message is one line.
var broken = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

// Text returns the message after the words for its place, with the column named once.
func (d *Diagnostic) Text() string {
	where, message := broken.Replace(d.Where()), broken.Replace(d.Message)
	if where == "" {
		return message
	}
	if h := d.Cell.Heading; h != "" && strings.HasPrefix(message, h+"“") {
		message = message[len(h):]
	}
	return where + "：" + message
}

// Where returns the diagnostic's place within its file in words: 第4行 C列“客厅” in a table, 评分!C4“客厅”
// in a workbook, only the line in another file, 第2–25行 A列“户号”，共 24 处 for several; empty if the
// whole file is meant.
func (d *Diagnostic) Where() string {
	spots := d.spots()
	here := spots
	if i := slices.IndexFunc(spots, func(s Spot) bool { return !s.beside(spots[0]) }); i >= 0 {
		here = spots[:i]
	}
	where := cellsIn(here)
	if len(here) < len(spots) {
		where += elsewhere(d.File, spots[len(here):])
	}
	if len(spots) > 1 {
		where += "，共 " + strconv.Itoa(len(spots)) + " 处"
	}
	return strings.TrimPrefix(where, "，")
}

// spots returns the diagnostic's places, each once, those in its own file and sheet first.
func (d *Diagnostic) spots() []Spot {
	if len(d.Spots) == 0 {
		return []Spot{{d.Position, d.Cell}}
	}
	spots, own := slices.Clone(d.Spots), Spot{d.Position, d.Cell}
	slices.SortStableFunc(spots, func(a, b Spot) int {
		if a.beside(own) != b.beside(own) {
			return map[bool]int{true: -1, false: 1}[a.beside(own)]
		}
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Cell.Sheet, b.Cell.Sheet),
			cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.CompactFunc(spots, func(a, b Spot) bool { return a.Position == b.Position && a.beside(b) })
}

// beside reports whether two spots are on one sheet.
func (s Spot) beside(other Spot) bool {
	return s.File == other.File && s.Cell.Sheet == other.Cell.Sheet
}

// row returns the spot's row as a spreadsheet numbers it, or its line.
func (s Spot) row() int32 { return cmp.Or(s.Cell.Row, s.Line) }

const few = 6 // rows, runs of rows or cells that are listed

// cellsIn returns the cells of spots in one file in words: by name if they are few and in several
// columns.
func cellsIn(spots []Spot) string {
	column, first := columnIn(spots), spots[0].Cell
	switch {
	case len(spots) == 1 && first.Sheet != "" && first.Letter != "":
		return first.Name() + strings.TrimPrefix(column, " "+first.Letter+"列")
	case len(spots) > few || !strings.Contains(column, "、"):
		return first.prefix() + rowsIn(spots) + column
	}
	var names []string
	for _, s := range spots {
		names = append(names, strings.TrimPrefix(s.Cell.Name(), first.prefix()))
	}
	return "单元格 " + first.prefix() + strings.Join(names, "、")
}

// rowsIn returns the rows of spots in one file in words: 第2–5、9行.
func rowsIn(spots []Spot) string {
	var runs []string
	for i := 0; i < len(spots) && len(runs) <= few; {
		from := spots[i].row()
		to := from
		for i < len(spots) && spots[i].row() <= to+1 {
			to = spots[i].row()
			i++
		}
		run := strconv.Itoa(int(from))
		if to > from {
			run += "–" + strconv.Itoa(int(to))
		}
		runs = append(runs, run)
	}
	switch {
	case len(runs) == 0 || runs[0] == "0":
		return ""
	case len(runs) > few:
		return "第" + strings.Join(runs[:few], "、") + "行等"
	}
	return "第" + strings.Join(runs, "、") + "行"
}

// columnIn returns the columns of spots in words: C列“客厅”.
func columnIn(spots []Spot) string {
	var letters []string
	for _, s := range spots {
		if s.Cell.Letter != "" {
			letters = append(letters, s.Cell.Letter)
		}
	}
	slices.SortFunc(letters, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	letters = slices.Compact(letters)
	switch {
	case len(letters) == 0:
		return ""
	case len(letters) > few:
		return " " + strings.Join(letters[:few], "、") + " 等 " + strconv.Itoa(len(letters)) + " 列"
	case len(letters) > 1:
		return " " + strings.Join(letters, "、") + "列"
	case spots[0].Cell.Heading == "":
		return " " + letters[0] + "列"
	}
	return " " + letters[0] + "列“" + spots[0].Cell.Heading + "”"
}

const fewFiles = 3 // that are named

// elsewhere names the other files of spots, or sheets of the same file, with their rows.
func elsewhere(file string, spots []Spot) string {
	var files [][]Spot
	for i, s := range spots {
		if i == 0 || !s.beside(spots[i-1]) {
			files = append(files, nil)
		}
		files[len(files)-1] = append(files[len(files)-1], s)
	}
	var words []string
	for _, f := range files[:min(len(files), fewFiles)] {
		where := f[0].Cell.prefix() + rowsIn(f)
		if f[0].File != file {
			where = strings.TrimSpace(f[0].File + " " + where)
		}
		words = append(words, where)
	}
	s := "，还有 " + strings.Join(words, "、")
	if len(files) > fewFiles {
		s += " 等 " + strconv.Itoa(len(files)) + " 个文件"
	}
	return s
}
