// Package press compiles templates of html/template, so that a page is printed without
// asking by reflection, at each place and for each page, what stands there.
//
// In: a template that has not been executed yet, the functions that it may call, and the
// type of the data. Out: the bytes that html/template would write, appended to a buffer,
// or an error. It parses and escapes nothing itself: html/template escapes a copy, and what
// is compiled are the trees that it leaves, in which every action ends in its escapers.
//
// A template becomes closures: a step for each node, an expr for each operand, with the
// types known from that of the data on. What is met too seldom to be worth a closure, and
// whatever html/template would call an error, ends the printing by an error (leave), upon
// which the caller executes the template itself: an error's words are html/template's, and
// so is what a construct means that is not compiled. Functions and methods that templates
// call must therefore give the same again when they are called again.
//
// The names follow text/template's exec.go and funcs.go, by which each part can be checked.
// The tests hold both against each other.
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

// Compile compiles a template for data of one type, and all templates that it calls. The
// template itself is left as it is, and still to be escaped. The error is html/template's.
func Compile(t *template.Template, funcs Funcs, data reflect.Type) (*Template, error) {
	set, err := escape(t)
	if err != nil {
		return nil, err
	}
	c := &compiler{set: set, funcs: funcs, bodies: make(map[call]*body)}
	return &Template{data: data, body: c.body(t.Name(), data)}, nil
}

// Append appends the page of data to out. The error tells why html/template has to be asked.
func (t *Template) Append(out []byte, data any) (_ []byte, err error) {
	if reflect.TypeOf(data) != t.data {
		return out, fmt.Errorf("press: compiled for %v, not for %T", t.data, data)
	}
	defer func() {
		if reason := recover(); reason != nil { // of a function or method, too, as text/template has it
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
	vars  []reflect.Value // those of all templates under way
	base  int             // where the variables of the innermost begin
	depth int
}

// leave ends a printing: html/template has to be asked.
func leave(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }

// body is a template compiled for one type of dot.
type body struct {
	step  step
	slots int // of its variables; the first is $
}

// deepest is how many templates may be under way, each called by the other.
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
