package render

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
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

// Markdown turns an article's text into HTML, and returns its links, in order.
//
// It is CommonMark with tables. HTML in it is shown as text, comments not at all. An address that
// is neither relative nor http, https, mailto or tel is removed, and its text stays. Headings
// begin at h2, since the page's own is the h1, and their ids are made from their text. Emphasis
// works beside Chinese punctuation.
func Markdown(src string) (template.HTML, []Link) {
	source := []byte(strings.ReplaceAll(src, "\r\n", "\n"))
	m := goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(parser.DefaultBlockParsers()...),
			parser.WithInlineParsers(inlineParsers()...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		)),
		goldmark.WithExtensions(extension.NewTable(
			extension.WithTableCellAlignMethod(extension.TableCellAlignNone))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(shownHTML{}, 1))),
	)
	doc := m.Parser().Parse(text.NewReader(source))
	links := finish(doc, source)
	var out bytes.Buffer
	if err := m.Renderer().Render(&out, source, doc); err != nil {
		panic("render: writing Markdown to memory: " + err.Error()) // a bytes.Buffer never fails
	}
	return template.HTML(out.String()), links
}
