package render

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// What an article may have at most. Beyond that goldmark's time would grow with the square of the
// text, so that a hundred kilobytes take minutes: of what is within quotes and lists with their
// depth, of marks with those of their paragraph, of tables with columns × rows, whatever the rows
// hold. What goes beyond is read as plain text, and told.
const (
	maxText       = 256 << 10 // bytes
	maxDepth      = 16        // quotes and lists in one another
	maxMarks      = 1000      // in a paragraph
	maxCells      = 50_000    // of all tables
	maxEscapes    = 5000      // of | in all tables
	maxReferences = 1000      // lines of a paragraph that begins with the address of a link
)

// Beyond is the first place where an article goes beyond one of its limits.
type Beyond struct {
	Line          int // from 1
	Message, Hint string
}

var (
	tooLong    = Beyond{0, fmt.Sprintf("文章太长，超过 %d KB", maxText>>10), "分成几篇文章"}
	tooDeep    = Beyond{0, fmt.Sprintf("引用和列表一层套一层，超过 %d 层", maxDepth), "减少行首的 >、- 和编号，或少缩进几层"}
	tooMarked  = Beyond{0, fmt.Sprintf("一段里的 * _ [ ] ` < 等记号超过 %d 个", maxMarks), "分成几段，段与段之间空一行"}
	tooWide    = Beyond{0, fmt.Sprintf("文章里的表格太大，列数乘行数一共超过 %d 格", maxCells), "把表格拆到几篇文章里，或减少列数"}
	tooEscaped = Beyond{0, fmt.Sprintf("文章里的表格用 \\| 一共超过 %d 次", maxEscapes), "换成全角的｜，或把表格拆到几篇文章里"}
	tooDefined = Beyond{0, fmt.Sprintf("一段里的链接地址“[名称]: 地址”超过 %d 行", maxReferences), "每几百行空一行，或把地址直接写进链接的圆括号"}
)

// bounds are those of one article, and where it went beyond them.
type bounds struct {
	source []byte
	beyond []Beyond
	left   map[ast.Node]bool // paragraphs left as they are
	block  ast.Node          // whose marks are counted
	marks  int
	cells  int
	pipes  int // escaped, in tables
}

// tell notes that the text at offset at goes beyond a limit, once for each.
func (b *bounds) tell(what Beyond, at int) {
	if !slices.ContainsFunc(b.beyond, func(had Beyond) bool { return had.Message == what.Message }) {
		what.Line = 1 + bytes.Count(b.source[:at], []byte{'\n'})
		b.beyond = append(b.beyond, what)
	}
}

// cut is as much of an article as is read.
func (b *bounds) cut() {
	if len(b.source) > maxText {
		b.tell(tooLong, maxText)
		b.source = bytes.ToValidUTF8(b.source[:maxText], nil)
	}
}

// blocks are CommonMark's, but for quotes and lists beyond the depth.
func (b *bounds) blocks() []util.PrioritizedValue {
	list := parser.DefaultBlockParsers()
	for i, p := range list {
		if p.Value == parser.NewBlockquoteParser() || p.Value == parser.NewListParser() {
			list[i].Value = nested{p.Value.(parser.BlockParser), b}
		}
	}
	return list
}

// nested opens blocks as far as the depth allows.
type nested struct {
	parser.BlockParser
	*bounds
}

// Open implements parser.BlockParser.
func (n nested) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.Position()
	node, state := n.BlockParser.Open(parent, reader, pc)
	if node == nil || depth(parent) < maxDepth {
		return node, state
	}
	reader.SetPosition(line, at)
	n.tell(tooDeep, at.Start)
	return nil, parser.NoChildren
}

// depth is how many quotes and lists are around what is in a block.
func depth(block ast.Node) int {
	d := 0
	for ; block != nil; block = block.Parent() {
		if block.Kind() == ast.KindBlockquote || block.Kind() == ast.KindList {
			d++
		}
	}
	return d
}

// inlines are CommonMark's, with emphasis that works beside Chinese, but for marks beyond those of
// a paragraph.
func (b *bounds) inlines() []util.PrioritizedValue {
	list := parser.DefaultInlineParsers()
	for i, p := range list {
		read := p.Value.(parser.InlineParser)
		if read == parser.NewEmphasisParser() {
			read = emphasis{read}
		}
		list[i].Value = marked{read, b}
	}
	return list
}

// marked reads as many marks of a paragraph as are allowed.
type marked struct {
	parser.InlineParser
	*bounds
}

// Parse implements parser.InlineParser.
func (m marked) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if m.block != parent {
		m.block, m.marks = parent, 0
	}
	line, at := block.PeekLine()
	if m.marks <= maxMarks {
		m.marks += len(line) - len(bytes.TrimLeft(line, string(line[:1])))
	}
	switch {
	case m.marks <= maxMarks:
		return m.InlineParser.Parse(parent, block, pc)
	case !m.left[parent]:
		m.tell(tooMarked, at.Start)
	}
	return nil
}

// CloseBlock implements parser.CloseBlocker.
func (m marked) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := m.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

// transformers make link addresses, and tables, of paragraphs.
func (b *bounds) transformers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(paragraphs{parser.LinkReferenceParagraphTransformer, b, b.defines}, 100),
		util.Prioritized(paragraphs{extension.NewTableParagraphTransformer(), b, b.tabulates}, 200),
	}
}

// paragraphs transforms those that are within the limits.
type paragraphs struct {
	parser.ParagraphTransformer
	*bounds
	within func(*ast.Paragraph) bool
}

// Transform implements parser.ParagraphTransformer.
func (p paragraphs) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	switch {
	case p.left[node]:
	case p.within(node):
		p.ParagraphTransformer.Transform(node, reader, pc)
	default:
		p.left[node] = true
	}
}

func (b *bounds) defines(node *ast.Paragraph) bool {
	lines := node.Lines()
	first := lines.At(0)
	if lines.Len() <= maxReferences || !bytes.HasPrefix(bytes.TrimLeft(first.Value(b.source), " "), []byte("[")) {
		return true
	}
	b.tell(tooDefined, first.Start)
	return false
}

// tabulates counts the cells that a table would have: as many in each row as its head has.
func (b *bounds) tabulates(node *ast.Paragraph) bool {
	lines, widest, pipes := node.Lines(), 0, 0
	for i := range lines.Len() {
		line := lines.At(i)
		text := line.Value(b.source)
		pipes += bytes.Count(text, []byte(`\|`))
		if isRule(text) {
			widest = max(widest, 1+bytes.Count(bytes.Trim(text, "| \t\r\n"), []byte("|")))
		}
	}
	if widest == 0 {
		return true
	}
	b.cells, b.pipes = b.cells+widest*lines.Len(), b.pipes+pipes
	if b.cells > maxCells {
		b.tell(tooWide, lines.At(0).Start)
	}
	if b.pipes > maxEscapes {
		b.tell(tooEscaped, lines.At(0).Start)
	}
	return b.cells <= maxCells && b.pipes <= maxEscapes
}

// isRule reports whether a line may be the one below a table's head.
func isRule(line []byte) bool {
	return len(bytes.Trim(line, " \t\r\n|:-")) == 0 && bytes.ContainsRune(line, '-')
}
