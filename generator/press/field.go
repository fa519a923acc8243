package press

import "reflect"

// chain compiles .A.B.C on a receiver; the arguments belong to the last, if that is a method.
func chain(e expr, names []string, args []expr) expr {
	for i, name := range names {
		if i < len(names)-1 {
			e = member(e, name, nil)
		} else {
			e = member(e, name, args)
		}
	}
	return e
}

// member compiles the access to a method or a field.
func member(e expr, name string, args []expr) expr {
	base, levels := pointers(e.typ)
	switch {
	case base == nil || base.Kind() == reflect.Interface:
		return leaves("%s of a type that is known only at run time", name)
	case hasMethod(base, name):
		return method(e, base, levels, name, args)
	case len(args) > 0:
		return leaves("%s is not a method but has arguments", name)
	case base.Kind() == reflect.Struct:
		return field(e, base, levels, name)
	}
	return leaves("can't evaluate field %s in type %v", name, base)
}

// pointers returns the type that a type points to in the end, and the number of pointers.
func pointers(t reflect.Type) (base reflect.Type, levels int) {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
		levels++
	}
	return t, levels
}

func hasMethod(base reflect.Type, name string) bool {
	_, ok := reflect.PointerTo(base).MethodByName(name)
	return ok
}

// deref follows pointers, none of which may be nil.
func deref(v reflect.Value, levels int) reflect.Value {
	for range levels {
		if v.IsNil() {
			leave("nil pointer of type %v", v.Type())
		}
		v = v.Elem()
	}
	return v
}

// field compiles a field of a struct.
func field(e expr, base reflect.Type, levels int, name string) expr {
	f, ok := base.FieldByName(name)
	if !ok || !f.IsExported() {
		return leaves("no field %s in type %v", name, base)
	}
	access := expr{typ: f.Type}
	i := f.Index[0]
	switch {
	case len(f.Index) > 1: // of an embedded struct
		access.value = func(r *run, dot reflect.Value) reflect.Value {
			return deref(e.value(r, dot), levels).FieldByIndex(f.Index)
		}
	case levels == 0:
		access.value = func(r *run, dot reflect.Value) reflect.Value { return e.value(r, dot).Field(i) }
	default:
		access.value = func(r *run, dot reflect.Value) reflect.Value {
			return deref(e.value(r, dot), levels).Field(i)
		}
	}
	return access
}
