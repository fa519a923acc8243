package render

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// shownHTML writes the HTML in a Markdown text as text, so that nothing is lost and nothing of it
// takes effect. It leaves out comments.
type shownHTML struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (shownHTML) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindRawHTML, writeRawHTML)
	r.Register(ast.KindHTMLBlock, writeHTMLBlock)
}

func writeRawHTML(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.Write(shown(n.(*ast.RawHTML).Segments.Value(source)))
	}
	return ast.WalkSkipChildren, nil
}

func writeHTMLBlock(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	block := n.(*ast.HTMLBlock)
	html := block.Lines().Value(source)
	if block.HasClosure() {
		html = append(html, block.ClosureLine.Value(source)...)
	}
	if html = bytes.TrimSpace(shown(html)); len(html) > 0 {
		_, _ = w.WriteString("<pre><code>")
		_, _ = w.Write(html)
		_, _ = w.WriteString("</code></pre>\n")
	}
	return ast.WalkSkipChildren, nil
}

var comment = regexp.MustCompile(`(?s)<!--.*?(?:-->|$)`)

// shown returns HTML as text, without its comments.
func shown(html []byte) []byte { return util.EscapeHTML(comment.ReplaceAll(html, nil)) }
