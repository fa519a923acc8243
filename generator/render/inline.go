package render

import (
	"html"
	"html/template"
	"text/template/parse"
)

// inline writes the words that do not depend on a page, {{t "state.open"}}, into the templates
// once, instead of looking up each on every page. It must run before the first execution, so that
// html/template sees the words as the theme's own text.
func (w words) inline(t *template.Template) error {
	for _, part := range t.Templates() {
		if part.Tree != nil && part.Tree.Root != nil {
			if err := w.inlineIn(part.Tree.Root); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w words) inlineIn(list *parse.ListNode) error {
	if list == nil {
		return nil
	}
	for i, n := range list.Nodes {
		var err error
		switch n := n.(type) {
		case *parse.ActionNode:
			if key, ok := constant(n.Pipe); ok {
				var text string
				if text, err = w.t(key); err == nil {
					list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(html.EscapeString(text))}
				}
			}
		case *parse.IfNode:
			err = w.inlineBoth(&n.BranchNode)
		case *parse.RangeNode:
			err = w.inlineBoth(&n.BranchNode)
		case *parse.WithNode:
			err = w.inlineBoth(&n.BranchNode)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w words) inlineBoth(n *parse.BranchNode) error {
	if err := w.inlineIn(n.List); err != nil {
		return err
	}
	return w.inlineIn(n.ElseList)
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
