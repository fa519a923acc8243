package press

import (
	"html/template"
	"reflect"
)

// Funcs are the functions that templates may call, by name.
type Funcs map[string]Func

// Func is a function that templates may call.
type Func struct {
	fn any

	// text calls it without reflection, with arguments of its own type; nil if there is no such way.
	text func(args []expr, r *run, dot reflect.Value) (string, error)
}

// Map returns the functions as html/template takes them.
func (f Funcs) Map() template.FuncMap {
	m := make(template.FuncMap)
	for name, fn := range f {
		m[name] = fn.fn
	}
	return m
}

// Any returns a function of any kind that html/template accepts. It is called by reflection.
func Any(fn any) Func { return Func{fn: fn} }

// One returns a function of one argument that returns a text.
func One[A any, R ~string](fn func(A) (R, error)) Func {
	return Func{fn: fn, text: func(args []expr, r *run, dot reflect.Value) (string, error) {
		text, err := fn(as[A](args[0].value(r, dot)))
		return string(text), err
	}}
}

// Many returns a function of any number of arguments that returns a text.
func Many[A any, R ~string](fn func(...A) (R, error)) Func {
	return Func{fn: fn, text: func(args []expr, r *run, dot reflect.Value) (string, error) {
		list := make([]A, len(args))
		for i, arg := range args {
			list[i] = as[A](arg.value(r, dot))
		}
		text, err := fn(list...)
		return string(text), err
	}}
}

// Words returns a function of a key and the values that fill its text.
func Words(fn func(key string, args ...any) (string, error)) Func {
	return Func{fn: fn, text: func(args []expr, r *run, dot reflect.Value) (string, error) {
		key := args[0].string()(r, dot)
		list := make([]any, len(args)-1)
		for i, arg := range args[1:] {
			list[i] = anyOf(arg.value(r, dot))
		}
		return fn(key, list...)
	}}
}

// as returns a value as type A, without a copy on the heap if it has an address.
func as[A any](v reflect.Value) A {
	if v.CanAddr() {
		if p, ok := v.Addr().Interface().(*A); ok {
			return *p
		}
	}
	return v.Interface().(A)
}

// function compiles the call of a function; the site's come before text/template's.
func (s *scope) function(name string, args []expr) expr {
	f, ok := s.funcs[name]
	if !ok {
		return builtin(name, args)
	}
	t := reflect.TypeOf(f.fn)
	if f.text == nil {
		fn := reflect.ValueOf(f.fn)
		return invoke(func(*run, reflect.Value) reflect.Value { return fn }, t, name, args)
	}
	if !takes(t, args) {
		return leaves("wrong arguments of %s", name)
	}
	text := func(r *run, dot reflect.Value) string {
		text, err := f.text(args, r, dot)
		if err != nil {
			leave("error calling %s: %v", name, err)
		}
		return text
	}
	result := t.Out(0)
	return expr{typ: result, text: text, value: func(r *run, dot reflect.Value) reflect.Value {
		return boxed(text(r, dot), result)
	}}
}
