package press

import (
	"fmt"
	"reflect"
)

var (
	stringType   = reflect.TypeFor[string]()
	intType      = reflect.TypeFor[int]()
	boolType     = reflect.TypeFor[bool]()
	errorType    = reflect.TypeFor[error]()
	valueType    = reflect.TypeFor[reflect.Value]()
	stringerType = reflect.TypeFor[fmt.Stringer]()
	formatType   = reflect.TypeFor[fmt.Formatter]()
)

// isAny reports whether t is an interface without methods.
func isAny(t reflect.Type) bool { return t.Kind() == reflect.Interface && t.NumMethod() == 0 }

// truth compiles whether an expr is true, as for if.
func (e expr) truth() func(*run, reflect.Value) bool {
	switch {
	case e.text != nil:
		return func(r *run, dot reflect.Value) bool { return e.text(r, dot) != "" }
	case e.typ == nil:
	case e.typ.Kind() == reflect.Bool:
		return func(r *run, dot reflect.Value) bool { return e.value(r, dot).Bool() }
	case e.typ.Kind() == reflect.String, e.typ.Kind() == reflect.Slice:
		return func(r *run, dot reflect.Value) bool { return e.value(r, dot).Len() > 0 }
	}
	return func(r *run, dot reflect.Value) bool { return isTrue(indirectInterface(e.value(r, dot))) }
}

// isTrue is text/template's: a value is true unless it is the zero of its type. A struct is
// always true.
func isTrue(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Struct:
		return true
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0 // nor is -0
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0
	}
	return !v.IsZero()
}

// indirectInterface returns the content of an interface.
func indirectInterface(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// indirectAll follows pointers and interfaces to the end, or to one that is nil.
func indirectAll(v reflect.Value) reflect.Value {
	for (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && !v.IsNil() {
		v = v.Elem()
	}
	return v
}

// anyOf returns a value as an argument of type any.
func anyOf(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	return v.Interface()
}
