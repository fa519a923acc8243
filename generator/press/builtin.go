package press

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// builtin compiles the call of one of text/template's own functions.
func builtin(name string, list []expr) expr {
	switch {
	case name == "print":
		return printing(list)
	case len(list) == 0:
	case name == "and" || name == "or":
		return shortCircuit(list, name == "or")
	case name == "not" && len(list) == 1:
		truth := list[0].truth()
		return boolean(func(r *run, dot reflect.Value) bool { return !truth(r, dot) })
	case name == "len" && len(list) == 1:
		return length(list[0])
	case name == "index" && len(list) > 1:
		return index(list)
	case name == "printf" && list[0].typ == stringType:
		return printf(list)
	case len(list) >= 2 && (name == "eq" || comparisons[name] != nil && len(list) == 2):
		return comparison(name, list)
	}
	return leaves("function %s", name)
}

func boolean(truth func(*run, reflect.Value) bool) expr {
	return expr{typ: boolType, value: func(r *run, dot reflect.Value) reflect.Value {
		return reflect.ValueOf(truth(r, dot))
	}}
}

func printing(list []expr) expr {
	if !slices.ContainsFunc(list, func(e expr) bool { return e.typ != stringType }) { // it puts no spaces between strings
		parts := make([]func(*run, reflect.Value) string, len(list))
		for i, e := range list {
			parts[i] = e.string()
		}
		return textual(func(r *run, dot reflect.Value) string {
			var b strings.Builder
			for _, part := range parts {
				b.WriteString(part(r, dot))
			}
			return b.String()
		})
	}
	return textual(func(r *run, dot reflect.Value) string { return fmt.Sprint(anys(list, r, dot)...) })
}

func anys(list []expr, r *run, dot reflect.Value) []any {
	args := make([]any, len(list))
	for i, e := range list {
		args[i] = anyOf(e.value(r, dot))
	}
	return args
}

func printf(list []expr) expr {
	format := list[0].string()
	return textual(func(r *run, dot reflect.Value) string {
		return fmt.Sprintf(format(r, dot), anys(list[1:], r, dot)...)
	})
}

// shortCircuit compiles and, or: the first value whose truth is stop, or else the last.
func shortCircuit(list []expr, stop bool) expr {
	typ := list[0].typ
	for _, e := range list {
		if e.typ != typ {
			typ = nil
		}
	}
	return expr{typ: typ, value: func(r *run, dot reflect.Value) (v reflect.Value) {
		for _, e := range list {
			if v = e.value(r, dot); isTrue(indirectInterface(v)) == stop {
				break
			}
		}
		return v
	}}
}
