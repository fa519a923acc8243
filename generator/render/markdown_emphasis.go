package render

import (
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/width"
)

// emphasis reads * and _ as CommonMark does, with one exception. CommonMark lets a run of them
// between a punctuation mark and a letter open or close only on the letter's side: without
// blanks, **注意：**请 stays literal. Here a wide mark (：，。！（「) counts as a letter, and a narrow one
// (” — %) beside a Chinese character does not stop the run from opening or closing, as proposed
// in github.com/tats-u/markdown-cjk-friendly.
type emphasis struct{ parser.InlineParser }

// Parse implements parser.InlineParser.
func (e emphasis) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, _ := block.PeekLine()
	node := e.InlineParser.Parse(parent, block, pc)
	if d, ok := node.(*parser.Delimiter); ok {
		after := ' '
		if d.OriginalLength < len(line) {
			after = util.ToRune(line, d.OriginalLength)
		}
		d.CanOpen, d.CanClose = flanks(before, after, d.Char == '_')
	}
	return node
}

// flanks reports whether a run of delimiters between two characters opens and closes
// emphasis. A run of _ does not do so within a word.
func flanks(before, after rune, underscore bool) (opens, closes bool) {
	left := !util.IsSpaceRune(after) &&
		(!narrowMark(after) || util.IsSpaceRune(before) || narrowMark(before) || wide(before))
	right := !util.IsSpaceRune(before) &&
		(!narrowMark(before) || util.IsSpaceRune(after) || narrowMark(after) || wide(after))
	if underscore {
		return left && (!right || util.IsPunctRune(before)), right && (!left || util.IsPunctRune(after))
	}
	return left, right
}

// wide reports whether r is a character or mark of Chinese, Japanese or Korean.
func wide(r rune) bool {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianHalfwidth:
		return true
	}
	return unicode.Is(unicode.Han, r)
}

// narrowMark reports whether r is a punctuation mark that is not wide.
func narrowMark(r rune) bool { return util.IsPunctRune(r) && !wide(r) }
