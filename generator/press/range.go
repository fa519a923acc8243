package press

import (
	"cmp"
	"reflect"
	"slices"
	"text/template/parse"
)

// loop compiles a range. Its variables are the whole value before the first round, as in
// text/template.
func (s *scope) loop(n *parse.RangeNode) step {
	defer s.hide(len(s.vars))
	e := s.pipeline(n.Pipe)
	index, elem := rangeTypes(e.typ)
	round := s.round(n, index, elem)
	otherwise := s.elseList(n, e.typ)
	return func(r *run, dot reflect.Value) flow {
		v := indirectAll(e.value(r, dot))
		ran, to := false, next
		switch v.Kind() {
		case reflect.Slice, reflect.Array:
			ran, to = overList(r, v, round)
		case reflect.Map:
			ran, to = overMap(r, v, round)
		case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
			ran, to = overInt(r, v, round, len(n.Pipe.Decl))
		case reflect.Invalid:
		default:
			leave("range over %v", v.Kind())
		}
		if !ran {
			return otherwise(r, dot)
		}
		return to
	}
}

// round prints the body once.
type round func(r *run, index, elem reflect.Value) flow

// round compiles the body. Its first variable is the index if there are two.
func (s *scope) round(n *parse.RangeNode, index, elem reflect.Type) round {
	decl := n.Pipe.Decl
	var slots []int
	for i, at := range s.loopVars(n) {
		if !n.Pipe.IsAssign && !s.assigned[at.name] {
			at.typ = elem
			if len(decl) > 1 && i == 0 {
				at.typ = index
			}
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
		return func(r *run, _, elem reflect.Value) flow { return step(r, elem) }
	case 1:
		return func(r *run, _, elem reflect.Value) flow {
			r.vars[r.base+slots[0]] = elem
			return step(r, elem)
		}
	}
	return func(r *run, index, elem reflect.Value) flow {
		r.vars[r.base+slots[0]], r.vars[r.base+slots[1]] = index, elem
		return step(r, elem)
	}
}

// elseList compiles what is printed if there is nothing to range over.
func (s *scope) elseList(n *parse.RangeNode, whole reflect.Type) step {
	if !n.Pipe.IsAssign {
		for _, at := range s.loopVars(n) {
			if !s.assigned[at.name] {
				at.typ = whole
			}
		}
	}
	return s.list(n.ElseList)
}

// loopVars returns the variables that a round sets: its own, or those in scope that it assigns.
func (s *scope) loopVars(n *parse.RangeNode) []*variable {
	var list []*variable
	for i, v := range n.Pipe.Decl {
		at := &variable{} // of a pipeline that leaves
		if !n.Pipe.IsAssign {
			at = &s.vars[len(s.vars)-len(n.Pipe.Decl)+i]
		} else if known := s.lookup(v.Ident[0]); known != nil {
			at = known
		}
		list = append(list, at)
	}
	return list
}

// rangeTypes returns the types of the index and of an element.
func rangeTypes(t reflect.Type) (index, elem reflect.Type) {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil {
		return nil, nil
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Array:
		return intType, t.Elem()
	case reflect.Map:
		return t.Key(), t.Elem()
	}
	return nil, nil
}

func overList(r *run, v reflect.Value, round round) (ran bool, to flow) {
	for i := range v.Len() {
		if to := round(r, reflect.ValueOf(i), v.Index(i)); to == outOfRange {
			break
		}
	}
	return v.Len() > 0, next
}

// overMap ranges in the order of the keys, which fmt's package internal/fmtsort defines for more
// types.
func overMap(r *run, v reflect.Value, round round) (ran bool, to flow) {
	keys := v.MapKeys()
	switch basicKind(reflect.Zero(v.Type().Key())) {
	case stringKind:
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	case intKind:
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.Int(), b.Int()) })
	default:
		leave("range over %v", v.Type())
	}
	for _, key := range keys {
		if to := round(r, key, v.MapIndex(key)); to == outOfRange {
			break
		}
	}
	return len(keys) > 0, next
}

func overInt(r *run, v reflect.Value, round round, vars int) (ran bool, to flow) {
	if vars > 1 {
		leave("range over a number has no index")
	}
	for i := range v.Int() {
		if to := round(r, reflect.Value{}, reflect.ValueOf(i).Convert(v.Type())); to == outOfRange {
			break
		}
	}
	return v.Int() > 0, next
}
