package press

import (
	"reflect"
	"sync"
	"text/template/parse"
)

// chain compiles .A.B.C on a receiver; the arguments belong to the last, if that is a method.
func (s *scope) chain(e expr, names []string, args []parse.Node, final *expr) expr {
	for i, name := range names {
		if i < len(names)-1 {
			e = s.member(e, name, nil, nil)
		} else {
			e = s.member(e, name, args, final)
		}
	}
	return e
}

// member compiles the access to a method, a field or a key of a map.
func (s *scope) member(e expr, name string, args []parse.Node, final *expr) expr {
	base, levels := pointers(e.typ)
	switch {
	case base == nil || base.Kind() == reflect.Interface:
		if len(args) > 0 || final != nil {
			return leaves("arguments for %s of an unknown type", name)
		}
		return found(e, name)
	case hasMethod(base, name):
		return s.method(e, base, levels, name, args, final)
	case len(args) > 0 || final != nil:
		return leaves("%s is not a method but has arguments", name)
	case base.Kind() == reflect.Struct:
		return field(e, base, levels, name)
	case base.Kind() == reflect.Map && stringType.AssignableTo(base.Key()):
		return entry(e, base, levels, name)
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

// entry compiles a map's value for a key. The meaning of a missing one is an option of the
// template.
func entry(e expr, base reflect.Type, levels int, name string) expr {
	key := reflect.ValueOf(name)
	return expr{typ: base.Elem(), value: func(r *run, dot reflect.Value) reflect.Value {
		v := deref(e.value(r, dot), levels).MapIndex(key)
		if !v.IsValid() {
			leave("map has no entry for key %q", name)
		}
		return v
	}}
}

// found is a member of a value whose type is known only at run time. The access is compiled once
// for each type.
func found(e expr, name string) expr {
	var known sync.Map // reflect.Type → expr whose receiver is dot
	return expr{value: func(r *run, dot reflect.Value) reflect.Value {
		v := indirectAll(e.value(r, dot))
		if !v.IsValid() || v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
			leave("nil data for %s", name)
		}
		access, ok := known.Load(v.Type())
		if !ok {
			alone := &scope{dot: v.Type()}
			access, _ = known.LoadOrStore(v.Type(), alone.member(alone.here(), name, nil, nil))
		}
		return access.(expr).value(r, v)
	}}
}
