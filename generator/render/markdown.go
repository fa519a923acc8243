package render

import (
	"bytes"
	"html/template"
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
