package press

import (
	"reflect"
	"text/template/parse"
)

// loop compiles a range over a list. Its variables are the index, if there are two, and the element.
func (s *scope) loop(n *parse.RangeNode) step {
	if n.Pipe.IsAssign {
		return leaving("assignment %s", n.Pipe)
	}
	defer s.hide(len(s.vars))
	e := s.commands(n.Pipe.Cmds)
	outer, elem := s.dot, elementOf(e.typ)
	var slots []int
	for i, v := range n.Pipe.Decl {
		of := elem
		if i == 0 && len(n.Pipe.Decl) == 2 {
			of = intType
		}
		slots = append(slots, s.declare(v.Ident[0], of))
	}
	declared := len(s.vars)
	s.dot = elem
	round := s.list(n.List)
	s.dot = outer
	s.hide(declared)
	for i := range slots {
		s.vars[declared-1-i].slot = whole
	}
	otherwise := s.list(n.ElseList)
	return func(r *run, dot reflect.Value) {
		v := indirectAll(e.value(r, dot))
		if v.Kind() != reflect.Slice && v.Kind() != reflect.Array {
			leave("range over %v", v.Kind())
		}
		for i := range v.Len() {
			elem := v.Index(i)
			switch len(slots) {
			case 1:
				r.vars[r.base+slots[0]] = elem
			case 2:
				r.vars[r.base+slots[0]], r.vars[r.base+slots[1]] = reflect.ValueOf(i), elem
			}
			round(r, elem)
		}
		if v.Len() == 0 {
			otherwise(r, dot)
		}
	}
}

// elementOf returns the type of a list's elements, nil if it is not known.
func elementOf(list reflect.Type) reflect.Type {
	base, _ := pointers(list)
	if base == nil || base.Kind() != reflect.Slice && base.Kind() != reflect.Array {
		return nil
	}
	return base.Elem()
}
