package figure

// On paper, the rows of a long and narrow board are side by side in blocks, each with its own
// head: down the first block of a sheet, then the next, then the next sheet. The page has one
// table; the style sheet decides, by the paper, how many blocks a sheet has.

// longBoard is how many rows a board in one block has at most.
const longBoard = 40

// blockWidths are the possible widths of a block, in ems of the notice's text: three, two or one
// of them fit on A4, and one more on A3 (style.css, block13 and so on).
var blockWidths = []int{13, 19, 29}

// A block's table is set in seven eighths of the notice's type (style.css). In tenths of
// its em: what separates two columns, and the two characters to which a heading breaks.
const (
	betweenColumns = 5
	brokenHeading  = 20
)

// BlockWidth returns the least of the widths into which every one of n rows fits on one line, or
// 0 if they are not many, or fit into none. cells are the texts of a row.
func BlockWidth(n int, cells func(i int) []string) int {
	if n <= longBoard {
		return 0
	}
	columns := make(map[int]int)
	for i := range n {
		for k, text := range cells(i) {
			columns[k] = max(columns[k], textWidth(text), brokenHeading)
		}
	}
	need := 0
	for _, w := range columns {
		need += w + betweenColumns
	}
	for _, ems := range blockWidths {
		if need*7/8 <= ems*10 {
			return ems
		}
	}
	return 0
}

// OnNotice returns the texts of a row of a notice, one a column, in the same order for each row.
func (r *Ranked) OnNotice(c Columns) []string {
	f := &r.Figures
	list := make([]string, 0, len(f.Categories)+10) // as many as a ranking has at most
	list = append(list, r.ID+" "+r.Name)
	for _, category := range f.Categories {
		list = append(list, category.Text)
	}
	if c.Events {
		list = append(list, f.Additions.Text, f.Deductions.Text)
	}
	list = append(list, f.Total.Text)
	if c.Average {
		list = append(list, f.Members.Text, f.Average.Text)
	}
	return append(list, f.Rank.Text)
}

// OnRanking returns the texts of a row of a ranking, which has some columns more; compared with the period before.
func (r *Ranked) OnRanking(c Columns, compared bool) []string {
	list := append(r.OnNotice(c), r.Figures.Carried.Text, r.Figures.CarryRank.Text)
	if compared {
		list = append(list, "") // 升12: no wider than a broken heading
	}
	return list
}

// textWidth estimates the width of a text, in tenths of an em: a Chinese character is as wide as
// it is high, a digit about six tenths of that.
func textWidth(s string) int {
	n := 0
	for _, r := range s {
		if n += 6; r >= 0x2e80 {
			n += 4
		}
	}
	return n
}
