// Package press compiles templates of html/template, so that pages are printed without reflection
// at each action.
//
// In: a template that has not been executed yet, the functions that it may call, and the type of
// the data. Out: the bytes that html/template would write, appended to a buffer, or an error. It
// parses and escapes nothing itself: html/template escapes a copy, and press compiles the
// resulting trees, in which every action ends in its escapers.
//
// A template becomes closures: a step for each node, an expr for each operand. Types are derived
// from the type of the data. What the theme has no use for, from assignments to maps, fractions and
// arguments of another type, and whatever html/template would call an error, is not compiled: it
// ends the printing with an error (leave), and the caller executes the template itself. So
// html/template words every error, and decides what such a construct means. Functions and methods
// that templates call must therefore return the same when they are called again.
//
// The names follow text/template's exec.go and funcs.go, against which each part can be checked.
// The tests compare the output of both.
package press

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
)

// Template is a compiled template. It may be used by several goroutines at once.
type Template struct {
	data reflect.Type
	body *body
}

// Compile compiles a template for data of one type, and all templates that it calls. It does not
// change or escape the template. The error is html/template's.
func Compile(t *template.Template, funcs Funcs, data reflect.Type) (*Template, error) {
	set, err := escape(t)
	if err != nil {
		return nil, err
	}
	c := &compiler{set: set, funcs: funcs, bodies: make(map[call]*body)}
	return &Template{data: data, body: c.body(t.Name(), data)}, nil
}

// Append appends the page of data to out. After an error html/template must print the page.
func (t *Template) Append(out []byte, data any) (_ []byte, err error) {
	if reflect.TypeOf(data) != t.data {
		return out, fmt.Errorf("press: compiled for %v, not for %T", t.data, data)
	}
	defer func() {
		if reason := recover(); reason != nil { // in a function or method too, as in text/template
			err = fmt.Errorf("press: %v", reason)
		}
	}()
	r := &run{out: out, vars: make([]reflect.Value, 0, 32)}
	t.body.print(r, reflect.ValueOf(data))
	return r.out, nil
}

// run is one printing.
type run struct {
	out   []byte
	vars  []reflect.Value // those of all templates being printed
	base  int             // where the innermost's variables begin
	depth int
}

// leave ends a printing: html/template must print the page.
func leave(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }

// body is a template compiled for one type of dot.
type body struct {
	step  step
	slots int // of its variables; the first is $
}

// deepest is how deep templates may call each other.
const deepest = 1000

func (b *body) print(r *run, dot reflect.Value) {
	if r.depth == deepest {
		leave("templates call each other too deep")
	}
	outer := r.base
	r.depth, r.base = r.depth+1, len(r.vars)
	r.vars = slices.Grow(r.vars, b.slots)[:r.base+b.slots]
	r.vars[r.base] = dot
	b.step(r, dot)
	r.vars = r.vars[:r.base]
	r.depth, r.base = r.depth-1, outer
}
