package press

import (
	"reflect"
	"text/template/parse"
)

// loop compiles a range over a list. Its variables are the whole value before the first round, as
// in text/template.
func (s *scope) loop(n *parse.RangeNode) step {
	defer s.hide(len(s.vars))
	e := s.pipeline(n.Pipe)
	round := s.round(n, elementOf(e.typ))
	for _, at := range s.loopVars(n) {
		at.typ = e.typ
	}
	otherwise := s.list(n.ElseList)
	return func(r *run, dot reflect.Value) {
		v := indirectAll(e.value(r, dot))
		switch v.Kind() {
		case reflect.Slice, reflect.Array:
		case reflect.Invalid: // an interface without a value
			otherwise(r, dot)
			return
		default:
			leave("range over %v", v.Kind())
		}
		for i := range v.Len() {
			round(r, reflect.ValueOf(i), v.Index(i))
		}
		if v.Len() == 0 {
			otherwise(r, dot)
		}
	}
}

// round compiles the body, which prints one element. Its first variable is the index if there are
// two.
func (s *scope) round(n *parse.RangeNode, elem reflect.Type) func(r *run, index, elem reflect.Value) {
	var slots []int
	for i, at := range s.loopVars(n) {
		at.typ = elem
		if len(n.Pipe.Decl) > 1 && i == 0 {
			at.typ = intType
		}
		slots = append(slots, at.slot)
	}
	outer, seen := s.dot, len(s.vars)
	s.dot = elem
	step := s.list(n.List)
	s.dot = outer
	s.hide(seen)
	switch len(slots) {
	case 0:
		return func(r *run, _, elem reflect.Value) { step(r, elem) }
	case 1:
		return func(r *run, _, elem reflect.Value) {
			r.vars[r.base+slots[0]] = elem
			step(r, elem)
		}
	}
	return func(r *run, index, elem reflect.Value) {
		r.vars[r.base+slots[0]], r.vars[r.base+slots[1]] = index, elem
		step(r, elem)
	}
}

// loopVars returns the variables that a round sets; those of a pipeline that leaves are not declared.
func (s *scope) loopVars(n *parse.RangeNode) []*variable {
	var list []*variable
	if !n.Pipe.IsAssign {
		for i := range n.Pipe.Decl {
			list = append(list, &s.vars[len(s.vars)-len(n.Pipe.Decl)+i])
		}
	}
	return list
}

// elementOf returns the type of a list's elements, nil if it is not known.
func elementOf(list reflect.Type) reflect.Type {
	base, _ := pointers(list)
	if base == nil || base.Kind() != reflect.Slice && base.Kind() != reflect.Array {
		return nil
	}
	return base.Elem()
}
