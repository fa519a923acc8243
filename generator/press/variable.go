package press

import (
	"reflect"
	"slices"
)

// variable is a variable in scope. Its value is in a slot of the run.
type variable struct {
	name string
	slot int
	typ  reflect.Type
}

// whole is the slot of a range's variable after it: the whole list, which only html/template knows.
const whole = -1

// declare brings a variable into scope, and returns its slot.
func (s *scope) declare(name string, t reflect.Type) int {
	s.vars = append(s.vars, variable{name: name, slot: s.slots, typ: t})
	s.slots++
	return s.slots - 1
}

// hide ends the scope of the variables declared after the first n.
func (s *scope) hide(n int) { s.vars = s.vars[:n] }

// variable compiles the innermost variable of that name.
func (s *scope) variable(name string) expr {
	for _, at := range slices.Backward(s.vars) {
		switch {
		case at.name != name:
		case at.slot == whole:
			return leaves("variable %s after its range", name)
		default:
			return expr{typ: at.typ, value: func(r *run, _ reflect.Value) reflect.Value { return r.vars[r.base+at.slot] }}
		}
	}
	return leaves("undefined variable %s", name)
}
