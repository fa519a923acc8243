package press

import (
	"html/template"
	"reflect"
	"text/template/parse"
)

// step prints a node.
type step func(r *run, dot reflect.Value) flow

// flow is where to go on after a step.
type flow uint8

const (
	next flow = iota
	toNextRound
	outOfRange
)

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
	dot      reflect.Type // nil if it is known only at run time
	vars     []variable   // in scope, the innermost last
	slots    int
	assigned map[string]bool // variables that are assigned somewhere
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
		b.step = func(*run, reflect.Value) flow { leave("no template %q", name); return next }
		return b
	}
	s := &scope{compiler: c, dot: dot, assigned: make(map[string]bool)}
	assignments(t.Tree.Root, s.assigned)
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
			if n.Type() == parse.NodeBreak || n.Type() == parse.NodeContinue {
				break // html/template has not escaped what follows
			}
		}
	}
	switch len(steps) {
	case 0:
		return func(*run, reflect.Value) flow { return next }
	case 1:
		return steps[0]
	}
	return func(r *run, dot reflect.Value) flow {
		for _, step := range steps {
			if to := step(r, dot); to != next {
				return to
			}
		}
		return next
	}
}

func (s *scope) node(n parse.Node) step {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(r *run, _ reflect.Value) flow { r.out = append(r.out, text...); return next }
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
	case *parse.BreakNode:
		return func(*run, reflect.Value) flow { return outOfRange }
	case *parse.ContinueNode:
		return func(*run, reflect.Value) flow { return toNextRound }
	case *parse.CommentNode:
		return func(*run, reflect.Value) flow { return next }
	}
	return func(*run, reflect.Value) flow { leave("unknown node %s", n); return next }
}

// action prints a pipeline, or declares or assigns a variable.
func (s *scope) action(n *parse.ActionNode) step {
	if len(n.Pipe.Decl) > 0 {
		e := s.pipeline(n.Pipe)
		return func(r *run, dot reflect.Value) flow { e.value(r, dot); return next }
	}
	cmds, escapers := s.split(n.Pipe.Cmds)
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
		return withStep(e, then, otherwise)
	}
	truth := e.truth()
	return func(r *run, dot reflect.Value) flow {
		if truth(r, dot) {
			return then(r, dot)
		}
		return otherwise(r, dot)
	}
}

func withStep(e expr, then, otherwise step) step {
	if e.text != nil {
		return func(r *run, dot reflect.Value) flow {
			if text := e.text(r, dot); text != "" {
				return then(r, boxed(text, e.typ))
			}
			return otherwise(r, dot)
		}
	}
	return func(r *run, dot reflect.Value) flow {
		if v := e.value(r, dot); isTrue(indirectInterface(v)) {
			return then(r, v)
		}
		return otherwise(r, dot)
	}
}

// template compiles the call of another template.
func (s *scope) template(n *parse.TemplateNode) step {
	if n.Pipe == nil {
		b := s.body(n.Name, nil)
		return func(r *run, _ reflect.Value) flow { b.print(r, reflect.Value{}); return next }
	}
	e := s.pipeline(n.Pipe)
	b := s.body(n.Name, e.typ)
	return func(r *run, dot reflect.Value) flow { b.print(r, e.value(r, dot)); return next }
}
