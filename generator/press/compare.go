package press

import (
	"cmp"
	"reflect"
)

// comparisons tell what the order of two values means.
var comparisons = map[string]func(order int) bool{
	"eq": func(order int) bool { return order == 0 },
	"ne": func(order int) bool { return order != 0 },
	"lt": func(order int) bool { return order < 0 },
	"le": func(order int) bool { return order <= 0 },
	"gt": func(order int) bool { return order > 0 },
	"ge": func(order int) bool { return order >= 0 },
}

// comparison compiles a comparison; eq is true if its first value equals any of the others.
func comparison(name string, list []expr) expr {
	holds := comparisons[name]
	if e, ok := comparedTexts(name, list); ok {
		return e
	}
	return boolean(func(r *run, dot reflect.Value) bool {
		args := make([]reflect.Value, 0, 4)
		for _, e := range list { // each is computed, whichever decides
			args = append(args, indirectInterface(e.value(r, dot)))
		}
		for _, b := range args[1:] {
			if holds(order(args[0], b)) {
				return true
			}
		}
		return false
	})
}

// comparedTexts compiles eq or ne of two strings.
func comparedTexts(name string, list []expr) (e expr, ok bool) {
	for _, e := range list {
		if e.typ == nil || e.typ.Kind() != reflect.String {
			return e, false
		}
	}
	if len(list) > 2 || name != "eq" && name != "ne" {
		return e, false
	}
	a, b, want := list[0].string(), list[1].string(), name == "eq"
	return boolean(func(r *run, dot reflect.Value) bool { return (a(r, dot) == b(r, dot)) == want }), true
}

// order compares two whole numbers or two texts.
func order(a, b reflect.Value) int {
	switch {
	case a.CanInt() && b.CanInt():
		return cmp.Compare(a.Int(), b.Int())
	case a.Kind() != reflect.String || b.Kind() != reflect.String:
		leave("comparison of %v and %v", a.Kind(), b.Kind())
	}
	return cmp.Compare(a.String(), b.String())
}
