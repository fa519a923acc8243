package convert

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"gongshi/generator/scan"
)

// readWeb reads a page of the web that is one table and nothing else that matters, as many systems hand out under
// the name of a workbook. Its rows are numbered as a spreadsheet does that opens it. It is nil where the page has
// several tables, one within another, fields to fill in, or cells that nobody sees or that hold another number than
// they show: what is meant there nobody can know.
func readWeb(data []byte) *Workbook {
	text, bad := scan.Decode(data, ".html")
	if bad != nil {
		return nil
	}
	page, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil
	}
	var tables []*html.Node
	for n := range page.Descendants() {
		switch n.DataAtom {
		case atom.Table:
			tables = append(tables, n)
		case atom.Style:
			if c := n.FirstChild; c != nil && hides(c.Data) {
				return nil
			}
		case atom.Input, atom.Select, atom.Textarea, atom.Frame, atom.Iframe:
			return nil
		}
	}
	if len(tables) != 1 {
		return nil
	}
	w := &web{left: mostCells}
	for n := range tables[0].Descendants() {
		if n.DataAtom == atom.Tr && !w.row(n) || n.DataAtom != atom.Tr && unseen(n) {
			return nil
		}
	}
	return &Workbook{Sheets: []Sheet{w.Sheet}}
}

// web reads a table's rows.
type web struct {
	Sheet
	number int
	left   int         // cells that may still be read
	taken  map[int]int // column → the last row that a cell above reaches into it
}

// row reads a row; false if that cannot be done safely.
func (w *web) row(tr *html.Node) bool {
	if w.taken == nil {
		w.taken = map[int]int{}
	}
	w.number++
	r := Row{Number: w.number, Hidden: unseen(tr)}
	column := 1
	for c := range tr.ChildNodes() {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		for w.taken[column] >= w.number {
			column++
		}
		at := Range{w.number, column, w.number + span(c, "rowspan") - 1, column + span(c, "colspan") - 1}
		if w.left -= at.LastColumn - at.Column + 1; w.left < 0 || at.LastColumn > mostColumns || len(w.Merged) > mostMerged {
			return false
		}
		if at.LastRow > at.Row || at.LastColumn > at.Column {
			w.Merged = append(w.Merged, at)
		}
		for ; column <= at.LastColumn; column++ {
			w.taken[column] = at.LastRow
		}
		text, picture := shown(c)
		if holds := attribute(c, "x:num"); holds != "" && holds != text {
			return false
		}
		switch {
		case text != "":
			r.Cells = append(r.Cells, Cell{Column: at.Column, Text: text})
		case picture:
			r.Cells = append(r.Cells, Cell{Column: at.Column, Fault: Picture})
		}
	}
	if len(r.Cells) > 0 {
		w.Rows = append(w.Rows, r)
	}
	return true
}

// shown is what a cell shows, and whether it has a picture.
func shown(cell *html.Node) (text string, picture bool) {
	var b strings.Builder
	for n := range cell.Descendants() {
		switch {
		case n.DataAtom == atom.Br, n.DataAtom == atom.P, n.DataAtom == atom.Div:
			b.WriteByte(' ')
		case n.DataAtom == atom.Img:
			picture = true
		case n.Type == html.TextNode && n.Parent.DataAtom != atom.Script && n.Parent.DataAtom != atom.Style:
			b.WriteString(n.Data)
		}
	}
	return scan.Trim(strings.Join(strings.FieldsFunc(b.String(), scan.Blank), " ")), picture
}

// unseen reports whether nobody sees what an element holds.
func unseen(n *html.Node) bool { return hides(attribute(n, "style")) }

// hides reports whether a style hides something.
func hides(style string) bool {
	style = strings.ToLower(strings.Join(strings.Fields(style), ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// span is how many rows or columns a cell takes.
func span(cell *html.Node, name string) int {
	n, err := strconv.Atoi(strings.TrimSpace(attribute(cell, name)))
	if err != nil || n < 1 || n > mostRows {
		return 1
	}
	return n
}

func attribute(n *html.Node, name string) string {
	if i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name }); i >= 0 {
		return n.Attr[i].Val
	}
	return ""
}
