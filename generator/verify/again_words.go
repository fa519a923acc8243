package verify

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"gongshi/generator/notice"
)

// piece is a part of a file that a person would point at.
type piece struct {
	line  int
	name  string // its name; "" for text of a page
	text  string
	after string // the text of a page before it, by which it is named if it has no name; not a figure's
}

func (p piece) same(q piece) bool { return p.name == q.name && p.text == q.text }

// where names the place of a piece.
func (p piece) where() string {
	switch {
	case p.name != "":
		return p.name
	case p.after == "":
		return "开头"
	}
	return "“" + excerpt(p.after, p.after) + "”后面"
}

// is names a piece, and quotes its text beside another.
func (p piece) is(other string) string {
	switch {
	case p.text == "":
		return p.name
	case p.name == "":
		return p.where() + "的“" + excerpt(p.text, other) + "”"
	}
	return p.name + "“" + excerpt(p.text, other) + "”"
}

// piecesOfHTML returns the texts of a page and the values of its attributes, in order. A text in
// an element with data-figure is named by it, and a heading's as a heading.
func piecesOfHTML(content []byte) []piece {
	var list []piece
	line, name, after := 1, "", ""
	for z := html.NewTokenizer(bytes.NewReader(content)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return list
		}
		raw := z.Raw()
		at := line
		line += bytes.Count(raw, []byte("\n"))
		switch token := z.Token(); kind {
		case html.TextToken:
			if text := strings.Join(strings.Fields(token.Data), " "); text != "" {
				list = append(list, piece{at, name, text, after})
				if name == "" || name == heading || name == title {
					after = text
				}
				name = ""
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name = cmp.Or(headings[token.Data], name)
			for _, a := range token.Attr {
				p := attribute(token.Data, a)
				if p.line = at; a.Key == "data-figure" {
					name = p.text
				}
				list = append(list, p)
			}
		}
	}
}

// The names of headings.
const (
	heading = "标题"
	title   = "网页的标题"
)

// headings are the elements whose texts have a name.
var headings = map[string]string{"h1": heading, "h2": heading, "h3": heading, "title": title}

// attributes are those that a reader knows by another name.
var attributes = map[string]string{
	"data-figure": "这一格", "data-row": "一户的一行", "data-seal": "封存的序号", "data-state": "状态标记", "href": "链接指向的地址",
	"src": "图片或脚本的地址", "datetime": "日期", "alt": "读屏软件念的话", "aria-label": "读屏软件念的话",
}

// attribute names the value of an attribute in words that a reader knows.
func attribute(tag string, a html.Attribute) piece {
	p := piece{name: attributes[a.Key], text: a.Val}
	switch {
	case a.Key == "data-figure":
		p.text = figureName(a.Val)
	case a.Key == "data-state":
		var s notice.Status
		if s.UnmarshalText([]byte(a.Val)) == nil {
			p.text = s.String()
		}
	case p.name == "" && drawn[tag]:
		p.name = "图表里 " + tag + " 的 " + a.Key
	case p.name == "":
		p.name = "网页代码 " + tag + " 的 " + a.Key
	}
	return p
}

// drawn are the elements of charts.
var drawn = map[string]bool{"svg": true, "g": true, "path": true, "line": true, "polyline": true, "rect": true, "circle": true, "text": true, "tspan": true}

// figureName names a figure by its key: <period>/<户号>/<column>.
func figureName(key string) string {
	parts := strings.SplitN(key, "/", 3)
	if len(parts) < 3 {
		return key
	}
	return fmt.Sprintf("%s 户号“%s”的%s", parts[0], parts[1], parts[2])
}

// piecesOfCSV returns the cells of a table, each named by its row and heading.
func piecesOfCSV(content []byte) []piece {
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
	in.FieldsPerRecord = -1
	rows, err := in.ReadAll()
	if err != nil || len(rows) == 0 {
		return piecesOfLines(content)
	}
	var list []piece
	for i, row := range rows {
		for k, cell := range row {
			name := fmt.Sprintf("第%d行第%d列", i+1, k+1)
			if i > 0 && k < len(rows[0]) {
				name = fmt.Sprintf("第%d行的“%s”", i+1, rows[0][k])
			}
			list = append(list, piece{line: i + 1, name: name, text: cell})
		}
	}
	return list
}

// piecesOfLines returns the lines of any other file.
func piecesOfLines(content []byte) []piece {
	var list []piece
	n := 0
	for line := range bytes.Lines(content) {
		n++
		list = append(list, piece{line: n, name: fmt.Sprintf("第%d行", n), text: strings.TrimRight(string(line), "\r\n")})
	}
	return list
}

// quoted is how many characters of a text a finding quotes.
const quoted = 40

// excerpt returns a text as a finding quotes it: of a long one, the part around the first place
// in which it differs from another.
func excerpt(text, other string) string {
	a := []rune(text)
	if len(a) <= quoted {
		return text
	}
	i := common(a, []rune(other), func(a, b rune) bool { return a == b })
	if i == len(a) { // the other one is longer, or the same
		i = 0
	}
	from := max(i-quoted/4, 0)
	to := min(from+quoted, len(a))
	part := string(a[from:to])
	if from > 0 {
		part = "…" + part
	}
	if to < len(a) {
		part += "…"
	}
	return part
}
