package press

import (
	"fmt"
	"html/template"
	"io"
	"strings"
	"text/template/parse"
)

// derived stands in the name of a template that html/template made from another, to be
// called in another context, such as an attribute: title$htmltemplate_stateAttr….
const derived = "$htmltemplate_"

// escape returns a copy of t's set, escaped, as if t had been executed.
//
// The templates that html/template derives cannot be reached from outside. But it takes a
// template that bears the derived name already: whatever the first copy calls by such a name
// is given to the next copy, under that name and not yet escaped, until none is missing.
func escape(t *template.Template) (*template.Template, error) {
	names := make(map[string]bool)
	for {
		set, err := t.Clone()
		if err != nil {
			return nil, err
		}
		for name := range names {
			original, _, _ := strings.Cut(name, derived)
			if _, err := set.AddParseTree(name, t.Lookup(original).Tree.Copy()); err != nil {
				return nil, err
			}
		}
		if err := escapeNow(set, t.Name()); err != nil {
			return nil, err
		}
		known := len(names)
		for _, part := range set.Templates() {
			if part.Tree != nil {
				calls(part.Tree.Root, names)
			}
		}
		if len(names) == known {
			return set, nil
		}
	}
}

// escapeNow has html/template escape a set without executing any of it.
func escapeNow(set *template.Template, name string) error {
	entry, err := set.New("$press").Parse(fmt.Sprintf("{{if false}}{{template %q .}}{{end}}", name))
	if err != nil {
		return err
	}
	return entry.Execute(io.Discard, nil)
}

// calls collects the derived names that are called from a node.
func calls(n parse.Node, names map[string]bool) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				calls(child, names)
			}
		}
	case *parse.IfNode:
		calls(n.List, names)
		calls(n.ElseList, names)
	case *parse.WithNode:
		calls(n.List, names)
		calls(n.ElseList, names)
	case *parse.RangeNode:
		calls(n.List, names)
		calls(n.ElseList, names)
	case *parse.TemplateNode:
		if strings.Contains(n.Name, derived) {
			names[n.Name] = true
		}
	}
}
