package render

import (
	"bytes"
	"html/template"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Link is an address in a Markdown text.
type Link struct {
	Href  string // as written, without Markdown's escapes
	Line  int    // its line, from 1
	Image bool
}

// Markdown turns an article's text into HTML, and returns its links, in order, and where it goes
// beyond what is read of one.
//
// It is CommonMark with tables. HTML in it is shown as text, comments not at all. An address that
// is neither relative nor http, https, mailto or tel is removed, and its text stays. Headings
// begin at h2, since the page's own is the h1, and their ids are made from their text. Emphasis
// works beside Chinese punctuation.
func Markdown(src string) (template.HTML, []Link, []Beyond) {
	b := &bounds{source: []byte(strings.ReplaceAll(src, "\r\n", "\n")), left: make(map[ast.Node]bool)}
	b.cut()
	m := goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(b.blocks()...),
			parser.WithInlineParsers(b.inlines()...),
			parser.WithParagraphTransformers(b.transformers()...),
			parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
		)),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(
			util.Prioritized(shownHTML{}, 1),
			util.Prioritized(extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)), 500),
		)),
	)
	doc := m.Parser().Parse(text.NewReader(b.source))
	links := finish(doc, b.source)
	var out bytes.Buffer
	if err := m.Renderer().Render(&out, b.source, doc); err != nil {
		panic("render: writing Markdown to memory: " + err.Error()) // a bytes.Buffer never fails
	}
	return template.HTML(out.String()), links, b.beyond
}

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
