package press

import (
	"cmp"
	"fmt"
	"html/template"
	"io"
	"strings"
	"text/template/parse"
)

// derived is part of the name of a template that html/template made from another, to be called in
// another context, such as an attribute: title$htmltemplate_stateAttr….
const derived = "$htmltemplate_"

// escape returns a copy of t and of the templates that it calls, escaped, as if t had been
// executed.
//
// The templates that html/template derives cannot be reached from outside. But it uses a template
// that has the derived name already. So each derived template that the first copy calls is given
// to the next copy, under that name and not yet escaped, until none is missing.
func escape(t *template.Template) (*template.Template, error) {
	names := map[string]bool{t.Name(): true}
	for {
		set := template.New(t.Name())
		for name := range names {
			if err := give(set, t, name); err != nil {
				return nil, err
			}
		}
		if err := escapeNow(set, t.Name()); err != nil {
			return nil, err
		}
		known := len(names)
		for _, part := range set.Templates() {
			if part.Tree != nil {
				calls(part.Tree.Root, func(name string) {
					if strings.Contains(name, derived) {
						names[name] = true
					}
				})
			}
		}
		if len(names) == known {
			return set, nil
		}
	}
}

// give copies a template of t into a set, under its name or a derived one, with the templates
// that it calls.
func give(set, t *template.Template, name string) error {
	original, _, _ := strings.Cut(name, derived)
	from := t.Lookup(original)
	if have := set.Lookup(name); from == nil || from.Tree == nil || have != nil && have.Tree != nil {
		return nil // it is there, or html/template will report it
	}
	if _, err := set.AddParseTree(name, from.Tree.Copy()); err != nil {
		return err
	}
	var err error
	calls(from.Tree.Root, func(called string) { err = cmp.Or(err, give(set, t, called)) })
	return err
}

// escapeNow makes html/template escape a set without executing any of it.
func escapeNow(set *template.Template, name string) error {
	entry, err := set.New("$press").Parse(fmt.Sprintf("{{if false}}{{template %q .}}{{end}}", name))
	if err != nil {
		return err
	}
	return entry.Execute(io.Discard, nil)
}

// calls collects the names of the templates that are called in a list.
func calls(list *parse.ListNode, tell func(name string)) {
	Walk(list, func(n *parse.Node) {
		if called, ok := (*n).(*parse.TemplateNode); ok {
			tell(called.Name)
		}
	})
}

// Walk visits the nodes of a list in order, those within a node after it. Each may be replaced.
func Walk(list *parse.ListNode, visit func(*parse.Node)) {
	if list == nil {
		return
	}
	for i := range list.Nodes {
		visit(&list.Nodes[i])
		var branch *parse.BranchNode
		switch n := list.Nodes[i].(type) {
		case *parse.IfNode:
			branch = &n.BranchNode
		case *parse.RangeNode:
			branch = &n.BranchNode
		case *parse.WithNode:
			branch = &n.BranchNode
		default:
			continue
		}
		Walk(branch.List, visit)
		Walk(branch.ElseList, visit)
	}
}
