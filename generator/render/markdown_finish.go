package render

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// finish prepares a parsed text for writing, and lists its links.
func finish(doc ast.Node, source []byte) []Link {
	f := finisher{source: source, ids: make(map[string]int)}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			f.node(n)
		}
		return ast.WalkContinue, nil // which never fails
	})
	for _, change := range f.changes {
		change()
	}
	if f.hasTop {
		for _, h := range f.headings {
			h.Level = min(h.Level+1, 6)
		}
	}
	return f.links
}

type finisher struct {
	source   []byte
	links    []Link
	changes  []func() // of the tree, when it has been walked through
	headings []*ast.Heading
	hasTop   bool           // there is an h1
	ids      map[string]int // the last number used for each
}

func (f *finisher) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		f.headings = append(f.headings, n)
		f.hasTop = f.hasTop || n.Level == 1
		n.SetAttributeString("id", f.id(plainText(n, f.source)))
	case *ast.Link:
		f.link(n, resolved(n.Destination), false)
	case *ast.AutoLink:
		f.link(n, autoAddress(n, f.source), false)
	case *ast.Image:
		f.link(n, resolved(n.Destination), true)
		n.SetAttributeString("loading", "lazy")
	case *ast.FencedCodeBlock:
		f.changes = append(f.changes, func() { headFile(n, f.source) })
	case *tables.Table:
		n.SetAttributeString("tabindex", "0") // it scrolls if it is too wide
	case *tables.TableCell:
		cell(n)
	case *ast.Text:
		f.joinLines(n)
	}
}

// link lists a link and marks it if it leads away. It removes one whose address is dangerous, and
// an image that is not the site's own: pages load nothing from elsewhere.
func (f *finisher) link(n ast.Node, address []byte, image bool) {
	line := 1 + bytes.Count(f.source[:max(n.Pos(), 0)], []byte{'\n'})
	f.links = append(f.links, Link{string(address), line, image})
	to := schemeOf(address)
	away := to == "http" || to == "https" || bytes.HasPrefix(address, []byte("//"))
	switch {
	case image && (away || to != ""), !away && !slices.Contains([]string{"", "mailto", "tel"}, to):
		f.changes = append(f.changes, func() { unlink(n, f.source) })
	case away:
		n.SetAttributeString("rel", "noopener")
	}
}

// headFile puts a file's name above a block whose language is followed by it, as in ```toml
// data/cun/place.toml.
func headFile(block *ast.FencedCodeBlock, source []byte) {
	if block.Info == nil {
		return
	}
	words := bytes.Fields(block.Info.Value(source))
	if len(words) < 2 || !bytes.ContainsRune(words[1], '.') {
		return
	}
	from := block.Info.Segment.Start
	from += bytes.Index(source[from:], words[1])
	name, head := ast.NewCodeSpan(), ast.NewParagraph()
	name.AppendChild(name, ast.NewTextSegment(text.NewSegment(from, from+len(words[1]))))
	head.AppendChild(head, name)
	head.SetAttributeString("class", "filename")
	block.Parent().InsertBefore(block.Parent(), block, head)
}

// resolved returns an address without Markdown's escapes and HTML's references.
func resolved(address []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(address)))
}

// autoAddress returns the address of a link between angle brackets.
func autoAddress(n *ast.AutoLink, source []byte) []byte {
	address := n.URL(source)
	if n.AutoLinkType == ast.AutoLinkEmail && schemeOf(address) == "" {
		return append([]byte("mailto:"), address...)
	}
	return address
}

var scheme = regexp.MustCompile(`^[\x00-\x20]*([A-Za-z][A-Za-z0-9+.\-]*):`)

// schemeOf returns an address's scheme in lower case, or "" if it is relative.
func schemeOf(address []byte) string {
	if m := scheme.FindSubmatch(address); m != nil {
		return strings.ToLower(string(m[1]))
	}
	return ""
}

// unlink replaces a link, or an image, with its text.
func unlink(n ast.Node, source []byte) {
	parent := n.Parent()
	if auto, ok := n.(*ast.AutoLink); ok {
		parent.ReplaceChild(parent, n, ast.NewString(auto.Label(source)))
		return
	}
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		parent.InsertBefore(parent, n, c)
	}
	parent.RemoveChild(parent, n)
}

// cell marks the alignment of a table's cell by a class: the content security policy allows no
// style=.
func cell(n *tables.TableCell) {
	if n.Alignment != tables.AlignNone {
		n.SetAttributeString("class", n.Alignment.String())
	}
	if n.Parent().Kind() == tables.KindTableHeader {
		n.SetAttributeString("scope", "col")
	}
}

// joinLines removes the line break between two wide characters, which would show as a blank
// within Chinese.
func (f *finisher) joinLines(n *ast.Text) {
	if !n.SoftLineBreak() || n.NextSibling() == nil {
		return
	}
	before := plainText(n, f.source)
	if n.PreviousSibling() != nil {
		before = plainText(n.PreviousSibling(), f.source) + before
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(plainText(n.NextSibling(), f.source))
	if wide(last) && wide(first) {
		n.SetSoftLineBreak(false)
	}
}

// plainText returns the text of a node without its marks.
func plainText(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.Write(n.Segment.Value(source))
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(source))
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// id returns the id of a heading: its letters and digits, of any script, with hyphens for
// everything between; then -2, -3 … if that exists already.
func (f *finisher) id(heading string) string {
	words := strings.FieldsFunc(strings.ToLower(heading), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	base := cmp.Or(strings.Join(words, "-"), "section")
	id := base
	for f.ids[id] > 0 {
		f.ids[base]++
		id = fmt.Sprintf("%s-%d", base, f.ids[base])
	}
	f.ids[id] = 1
	return id
}
