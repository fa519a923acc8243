package press

import "reflect"

// method compiles the call of a method of base, to which e points over some levels.
func method(e expr, base reflect.Type, levels int, name string, args []expr) expr {
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
	return invoke(bound, signature, name, args)
}

// invoke compiles the call of a function by reflection.
func invoke(fn func(*run, reflect.Value) reflect.Value, t reflect.Type, name string, args []expr) expr {
	if !takes(t, args) || !goodResults(t) {
		return leaves("wrong arguments or results of %s", name)
	}
	return expr{typ: t.Out(0), value: func(r *run, dot reflect.Value) reflect.Value {
		f := fn(r, dot)
		argv := make([]reflect.Value, len(args))
		for i, arg := range args {
			argv[i] = arg.value(r, dot)
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

// takes reports whether a function takes arguments as they are. text/template would convert some.
func takes(t reflect.Type, args []expr) bool {
	if t.IsVariadic() && len(args) < t.NumIn()-1 || !t.IsVariadic() && len(args) != t.NumIn() {
		return false
	}
	for i, arg := range args {
		if arg.typ == nil || !arg.typ.AssignableTo(parameter(t, i)) {
			return false
		}
	}
	return true
}

// parameter returns the type of the ith argument.
func parameter(t reflect.Type, i int) reflect.Type {
	if last := t.NumIn() - 1; t.IsVariadic() && i >= last {
		return t.In(last).Elem()
	}
	return t.In(i)
}
