package press

import (
	"reflect"
	"text/template/parse"
)

// expr is the value of an operand, a command or a pipeline.
type expr struct {
	typ   reflect.Type // of value's result; nil if it is known only at run time
	value func(r *run, dot reflect.Value) reflect.Value

	// text is the value without a reflect.Value around it, if typ is a kind of string; nil if
	// there is no such way.
	text func(r *run, dot reflect.Value) string
}

// textual returns an expr whose value is a text.
func textual(text func(*run, reflect.Value) string) expr {
	return expr{typ: stringType, text: text, value: func(r *run, dot reflect.Value) reflect.Value {
		return reflect.ValueOf(text(r, dot))
	}}
}

// leaves returns an expr that leaves the page to html/template.
func leaves(format string, args ...any) expr {
	return expr{value: func(*run, reflect.Value) reflect.Value {
		leave(format, args...)
		return reflect.Value{}
	}}
}

// string returns the text of an expr whose typ is a kind of string.
func (e expr) string() func(*run, reflect.Value) string {
	if e.text != nil {
		return e.text
	}
	return func(r *run, dot reflect.Value) string { return e.value(r, dot).String() }
}

// boxed returns a text as a value of a type.
func boxed(text string, t reflect.Type) reflect.Value {
	if t == stringType {
		return reflect.ValueOf(text)
	}
	return reflect.ValueOf(text).Convert(t)
}

// pipeline compiles a pipeline with the variables that it declares.
func (s *scope) pipeline(p *parse.PipeNode) expr {
	e := s.commands(p.Cmds)
	switch {
	case p.IsAssign:
		return leaves("assignment %s", p)
	case len(p.Decl) == 0:
		return e
	}
	var slots []int
	for _, v := range p.Decl {
		slots = append(slots, s.slots)
		s.declare(v.Ident[0], e.typ)
	}
	return expr{typ: e.typ, value: func(r *run, dot reflect.Value) reflect.Value {
		v := e.value(r, dot)
		for _, slot := range slots {
			r.vars[r.base+slot] = v
		}
		return v
	}}
}

// commands compiles commands, each of which gets the value of the one before.
func (s *scope) commands(cmds []*parse.CommandNode) expr {
	var e *expr
	for _, cmd := range cmds {
		value := inside(s.command(cmd, e))
		e = &value
	}
	return *e
}

// inside returns e, or its content if it is an interface without methods.
func inside(e expr) expr {
	if e.typ != nil && !isAny(e.typ) {
		return e
	}
	return expr{value: func(r *run, dot reflect.Value) reflect.Value {
		v := e.value(r, dot)
		if v.Kind() == reflect.Interface && v.NumMethod() == 0 {
			return v.Elem()
		}
		return v
	}}
}

// command compiles a command. final is the value of the command before, nil for the first.
func (s *scope) command(cmd *parse.CommandNode, final *expr) expr {
	first, args := cmd.Args[0], cmd.Args[1:]
	switch n := first.(type) {
	case *parse.FieldNode:
		return s.chain(s.here(), n.Ident, args, final)
	case *parse.ChainNode:
		return s.chain(s.operand(n.Node), n.Field, args, final)
	case *parse.IdentifierNode:
		return s.function(n.Ident, args, final)
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			return s.chain(s.variable(n.Ident[0]), n.Ident[1:], args, final)
		}
	}
	if len(args) > 0 || final != nil {
		return leaves("can't give argument to non-function %s", first)
	}
	switch n := first.(type) {
	case *parse.BoolNode, *parse.NumberNode, *parse.StringNode:
		return literal(n)
	}
	return s.operand(first)
}

// operand compiles anything but a constant that can be alone or an argument.
func (s *scope) operand(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.here()
	case *parse.FieldNode:
		return s.chain(s.here(), n.Ident, nil, nil)
	case *parse.VariableNode:
		return s.chain(s.variable(n.Ident[0]), n.Ident[1:], nil, nil)
	case *parse.IdentifierNode:
		return s.function(n.Ident, nil, nil)
	case *parse.ChainNode:
		return s.chain(s.operand(n.Node), n.Field, nil, nil)
	case *parse.PipeNode:
		if len(n.Decl) == 0 { // otherwise and, or decide whether the variable exists
			return s.commands(n.Cmds)
		}
	}
	return leaves("can't evaluate %s", n)
}

func (s *scope) here() expr {
	return expr{typ: s.dot, value: func(_ *run, dot reflect.Value) reflect.Value { return dot }}
}
