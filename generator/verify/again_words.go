package verify

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// piece is a part of a file that a person would point at.
type piece struct {
	line int
	name string // what it is; "" for text of a page
	text string
}

func (p piece) same(q piece) bool { return p.name == q.name && p.text == q.text }

// where says where a piece is; after is the text before it.
func (p piece) where(after string) string {
	switch {
	case p.name != "":
		return p.name
	case after == "":
		return "开头"
	}
	return "“" + excerpt(after, after) + "”后面"
}

// piecesOfHTML are the texts of a page and the values of its attributes, in order. A text in
// an element with data-figure is named by it.
func piecesOfHTML(content []byte) []piece {
	var list []piece
	line, figure := 1, ""
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
				list = append(list, piece{at, figure, text})
				figure = ""
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			for _, a := range token.Attr {
				if a.Key == "data-figure" {
					figure = figureName(a.Val)
				}
				list = append(list, piece{at, "标记 " + token.Data + " 的属性 " + a.Key, a.Val})
			}
		}
	}
}

// figureName names a figure by its key: <period>/<户号>/<column>.
func figureName(key string) string {
	parts := strings.SplitN(key, "/", 3)
	if len(parts) < 3 {
		return key
	}
	return fmt.Sprintf("%s 户号“%s”的%s", parts[0], parts[1], parts[2])
}

// piecesOfCSV are the cells of a table, each named by its row and heading.
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
			list = append(list, piece{i + 1, name, cell})
		}
	}
	return list
}

// piecesOfLines are the lines of any other file.
func piecesOfLines(content []byte) []piece {
	var list []piece
	n := 0
	for line := range bytes.Lines(content) {
		n++
		list = append(list, piece{n, fmt.Sprintf("第%d行", n), strings.TrimRight(string(line), "\n")})
	}
	return list
}

// quoted is how many characters of a text a finding quotes.
const quoted = 40

// excerpt is a text as a finding quotes it: where it is long, what is around the first place in
// which it differs from another.
func excerpt(text, other string) string {
	if utf8.RuneCountInString(text) <= quoted {
		return text
	}
	a, b := []rune(text), []rune(other)
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
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
