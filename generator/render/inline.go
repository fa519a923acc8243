package render

import (
	"html"
	"html/template"
	"text/template/parse"

	"gongshi/generator/press"
)

// inline writes the words that do not depend on a page, {{t "state.open"}}, into the templates
// once, instead of looking up each on every page. It must run before the first execution, so that
// html/template sees the words as the theme's own text.
func (w words) inline(t *template.Template) error {
	s := speaker{words: w}
	for _, part := range t.Templates() {
		if part.Tree != nil {
			press.Walk(part.Tree.Root, s.inline)
		}
	}
	return s.err
}

func (s *speaker) inline(n *parse.Node) {
	if action, ok := (*n).(*parse.ActionNode); ok {
		if key, ok := constant(action.Pipe); ok {
			text := html.EscapeString(s.t(key))
			*n = &parse.TextNode{NodeType: parse.NodeText, Pos: action.Pos, Text: []byte(text)}
		}
	}
}

// constant returns the key of a pipeline that is only t and one string.
func constant(p *parse.PipeNode) (string, bool) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 2 {
		return "", false
	}
	name, isName := p.Cmds[0].Args[0].(*parse.IdentifierNode)
	key, isText := p.Cmds[0].Args[1].(*parse.StringNode)
	if !isName || !isText || name.Ident != "t" {
		return "", false
	}
	return key.Text, true
}
