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
type emphasis struct{}

func (emphasis) Trigger() []byte { return []byte{'*', '_'} }

func (emphasis) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, emphasis{})
	if d == nil {
		return nil
	}
	after := ' '
	if d.OriginalLength < len(line) {
		after = util.ToRune(line, d.OriginalLength)
	}
	d.CanOpen, d.CanClose = flanks(before, after, d.Char == '_')
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
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

// IsDelimiter, CanOpenCloser and OnMatch make emphasis a parser.DelimiterProcessor.
func (emphasis) IsDelimiter(b byte) bool { return b == '*' || b == '_' }

func (emphasis) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (emphasis) OnMatch(consumed int) ast.Node { return ast.NewEmphasis(consumed) }
