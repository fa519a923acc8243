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
		slots = append(slots, s.declare(v.Ident[0], e.typ))
	}
	return expr{typ: e.typ, value: func(r *run, dot reflect.Value) reflect.Value {
		v := e.value(r, dot)
		for _, slot := range slots {
			r.vars[r.base+slot] = v
		}
		return v
	}}
}

// commands compiles commands, each of which gets the value of the one before as its last argument.
func (s *scope) commands(cmds []*parse.CommandNode) expr {
	var e expr
	for i, cmd := range cmds {
		var args []expr
		for _, n := range cmd.Args[1:] {
			args = append(args, s.operand(n, nil))
		}
		if i > 0 {
			if id, ok := cmd.Args[0].(*parse.IdentifierNode); ok && (id.Ident == "and" || id.Ident == "or") {
				return leaves("a value piped to %s, which may not ask for it though it may fail", id.Ident)
			}
			args = append(args, e)
		}
		e = inside(s.operand(cmd.Args[0], args))
	}
	return e
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

// operand compiles what can be alone or an argument, and what its own arguments follow.
func (s *scope) operand(n parse.Node, args []expr) expr {
	switch n := n.(type) {
	case *parse.FieldNode:
		return chain(s.here(), n.Ident, args)
	case *parse.ChainNode:
		return chain(s.operand(n.Node, nil), n.Field, args)
	case *parse.IdentifierNode:
		return s.function(n.Ident, args)
	case *parse.VariableNode:
		if len(n.Ident) > 1 || len(args) == 0 {
			return chain(s.variable(n.Ident[0]), n.Ident[1:], args)
		}
	}
	if len(args) > 0 {
		return leaves("can't give argument to non-function %s", n)
	}
	switch n := n.(type) {
	case *parse.DotNode:
		return s.here()
	case *parse.PipeNode:
		if len(n.Decl) == 0 { // otherwise and, or decide whether the variable exists
			return s.commands(n.Cmds)
		}
	}
	return literal(n)
}

func (s *scope) here() expr {
	return expr{typ: s.dot, value: func(_ *run, dot reflect.Value) reflect.Value { return dot }}
}
