package press

import (
	"html/template"
	"reflect"
	"text/template/parse"
)

// step prints a node.
type step func(r *run, dot reflect.Value)

// leaving is the step of what is not compiled.
func leaving(format string, args ...any) step {
	return func(*run, reflect.Value) { leave(format, args...) }
}

// call identifies a body: a template and the type of its dot.
type call struct {
	name string
	dot  reflect.Type
}

// compiler makes the bodies of a set of templates.
type compiler struct {
	set    *template.Template
	funcs  Funcs
	bodies map[call]*body
}

// scope is the body that is being compiled.
type scope struct {
	*compiler
	dot   reflect.Type // nil if it is known only at run time
	vars  []variable   // in scope, the innermost last
	slots int
}

// body returns the compiled template of that name for a dot of that type.
func (c *compiler) body(name string, dot reflect.Type) *body {
	key := call{name, dot}
	if b, ok := c.bodies[key]; ok {
		return b // possibly still being compiled
	}
	b := new(body)
	c.bodies[key] = b
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		b.step = leaving("no template %q", name)
		return b
	}
	s := &scope{compiler: c, dot: dot}
	s.declare("$", dot)
	b.step = s.list(t.Tree.Root)
	b.slots = s.slots
	return b
}

func (s *scope) list(l *parse.ListNode) step {
	var steps []step
	if l != nil {
		for _, n := range l.Nodes {
			steps = append(steps, s.node(n))
		}
	}
	if len(steps) == 1 {
		return steps[0]
	}
	return func(r *run, dot reflect.Value) {
		for _, step := range steps {
			step(r, dot)
		}
	}
}

func (s *scope) node(n parse.Node) step {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(r *run, _ reflect.Value) { r.out = append(r.out, text...) }
	case *parse.ActionNode:
		return s.action(n)
	case *parse.IfNode:
		return s.branch(&n.BranchNode)
	case *parse.WithNode:
		return s.branch(&n.BranchNode)
	case *parse.RangeNode:
		return s.loop(n)
	case *parse.TemplateNode:
		return s.template(n)
	}
	return leaving("node %s", n)
}

// action prints a pipeline, or declares a variable.
func (s *scope) action(n *parse.ActionNode) step {
	if len(n.Pipe.Decl) > 0 {
		e := s.pipeline(n.Pipe)
		return func(r *run, dot reflect.Value) { e.value(r, dot) }
	}
	cmds, escapers := split(n.Pipe.Cmds)
	return printed(s.commands(cmds), escapers)
}

// branch compiles an if or a with.
func (s *scope) branch(n *parse.BranchNode) step {
	defer s.hide(len(s.vars))
	e := s.pipeline(n.Pipe)
	outer := s.dot
	if n.NodeType == parse.NodeWith {
		s.dot = e.typ
	}
	then := s.list(n.List)
	s.dot = outer
	otherwise := s.list(n.ElseList)
	if n.NodeType == parse.NodeWith {
		return func(r *run, dot reflect.Value) {
			if v := e.value(r, dot); isTrue(indirectInterface(v)) {
				then(r, v)
			} else {
				otherwise(r, dot)
			}
		}
	}
	truth := e.truth()
	return func(r *run, dot reflect.Value) {
		if truth(r, dot) {
			then(r, dot)
		} else {
			otherwise(r, dot)
		}
	}
}

// template compiles the call of another template.
func (s *scope) template(n *parse.TemplateNode) step {
	if n.Pipe == nil {
		b := s.body(n.Name, nil)
		return func(r *run, _ reflect.Value) { b.print(r, reflect.Value{}) }
	}
	e := s.pipeline(n.Pipe)
	b := s.body(n.Name, e.typ)
	return func(r *run, dot reflect.Value) { b.print(r, e.value(r, dot)) }
}
