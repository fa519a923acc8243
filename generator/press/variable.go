package press

import (
	"reflect"
	"text/template/parse"
)

// variable is a variable in scope. Its value is in a slot of the run.
type variable struct {
	name string
	slot int
	typ  reflect.Type
}

// declare brings a variable into scope. One that is assigned may later have another type.
func (s *scope) declare(name string, t reflect.Type) {
	if s.assigned[name] {
		t = nil
	}
	s.vars = append(s.vars, variable{name: name, slot: s.slots, typ: t})
	s.slots++
}

// hide ends the scope of the variables declared after the first n.
func (s *scope) hide(n int) { s.vars = s.vars[:n] }

// lookup returns the innermost variable of that name, or nil: the parser does not check for one
// that is assigned.
func (s *scope) lookup(name string) *variable {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return &s.vars[i]
		}
	}
	return nil
}

func (s *scope) variable(name string) expr {
	at := s.lookup(name)
	if at == nil {
		return leaves("undefined variable %s", name)
	}
	slot := at.slot
	return expr{typ: at.typ, value: func(r *run, _ reflect.Value) reflect.Value { return r.vars[r.base+slot] }}
}

// assignments collects the variables that are assigned below a node.
func assignments(n parse.Node, names map[string]bool) {
	pipe := func(p *parse.PipeNode) {
		if p != nil && p.IsAssign {
			for _, v := range p.Decl {
				names[v.Ident[0]] = true
			}
		}
	}
	branch := func(b *parse.BranchNode) {
		pipe(b.Pipe)
		assignments(b.List, names)
		assignments(b.ElseList, names)
	}
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				assignments(child, names)
			}
		}
	case *parse.ActionNode:
		pipe(n.Pipe)
	case *parse.TemplateNode:
		pipe(n.Pipe)
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	}
}
