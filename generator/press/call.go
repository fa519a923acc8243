package press

import (
	"reflect"
	"text/template/parse"
)

// method compiles the call of a method of base, to which e points over some levels.
func (s *scope) method(e expr, base reflect.Type, levels int, name string, args []parse.Node, final *expr) expr {
	ofPointer, _ := reflect.PointerTo(base).MethodByName(name)
	ofValue, has := base.MethodByName(name)
	bound := func(r *run, dot reflect.Value) reflect.Value {
		v := e.value(r, dot)
		switch {
		case levels > 0: // the last pointer may be nil if the method allows it
			return deref(v, levels-1).Method(ofPointer.Index)
		case has:
			return v.Method(ofValue.Index)
		case !v.CanAddr():
			leave("method %s needs an address", name)
		}
		return v.Addr().Method(ofPointer.Index)
	}
	signature := reflect.Zero(reflect.PointerTo(base)).Method(ofPointer.Index).Type()
	return s.call(bound, signature, name, args, final)
}

// call compiles the call of a function by reflection.
func (s *scope) call(fn func(*run, reflect.Value) reflect.Value, t reflect.Type, name string, args []parse.Node, final *expr) expr {
	operands, ok := s.args(t, args, final)
	if !ok || !goodResults(t) {
		return leaves("wrong arguments or results of %s", name)
	}
	return expr{typ: t.Out(0), value: func(r *run, dot reflect.Value) reflect.Value {
		f := fn(r, dot)
		argv := make([]reflect.Value, len(operands))
		for i, operand := range operands {
			argv[i] = operand.value(r, dot)
		}
		results := f.Call(argv)
		if len(results) == 2 && !results[1].IsNil() {
			leave("error calling %s: %v", name, results[1])
		}
		return results[0]
	}}
}

// goodResults reports whether a function returns one value, or one and an error.
func goodResults(t reflect.Type) bool {
	return (t.NumOut() == 1 || t.NumOut() == 2 && t.Out(1) == errorType) && t.Out(0) != valueType
}

// args compiles arguments of a function; the value of the command before is the last.
func (s *scope) args(t reflect.Type, args []parse.Node, final *expr) (list []expr, ok bool) {
	n := len(args)
	if final != nil {
		n++
	}
	if t.IsVariadic() && n < t.NumIn()-1 || !t.IsVariadic() && n != t.NumIn() {
		return nil, false
	}
	for i := range n {
		param := parameter(t, i)
		if param == valueType {
			return nil, false
		}
		if i < len(args) {
			list = append(list, s.arg(args[i], param))
		} else {
			list = append(list, fit(*final, param))
		}
	}
	return list, true
}

// parameter returns the type of the ith argument.
func parameter(t reflect.Type, i int) reflect.Type {
	if last := t.NumIn() - 1; t.IsVariadic() && i >= last {
		return t.In(last).Elem()
	}
	return t.In(i)
}

// arg compiles an argument of type t. A constant takes that type.
func (s *scope) arg(n parse.Node, t reflect.Type) expr {
	switch n := n.(type) {
	case *parse.NilNode:
		if canBeNil(t) {
			return constant(reflect.Zero(t))
		}
		return leaves("cannot assign nil to %v", t)
	case *parse.BoolNode, *parse.NumberNode, *parse.StringNode:
		if isAny(t) || t == stringType && n.Type() == parse.NodeString {
			return literal(n)
		}
		return typed(n, t)
	}
	return fit(s.operand(n), t)
}
