package press

import "reflect"

// kind is a class of types whose values can be compared.
type kind int

const (
	otherKind kind = iota
	boolKind
	complexKind
	intKind
	floatKind
	stringKind
	uintKind
)

func basicKind(v reflect.Value) kind {
	switch {
	case v.Kind() == reflect.Bool:
		return boolKind
	case v.Kind() == reflect.String:
		return stringKind
	case v.CanInt():
		return intKind
	case v.CanUint():
		return uintKind
	case v.CanFloat():
		return floatKind
	case v.CanComplex():
		return complexKind
	}
	return otherKind
}

// comparisons compare two values.
var comparisons = map[string]func(a, b reflect.Value) bool{
	"eq": equal,
	"ne": func(a, b reflect.Value) bool { return !equal(a, b) },
	"lt": less,
	"le": func(a, b reflect.Value) bool { return less(a, b) || equal(a, b) },
	"gt": func(a, b reflect.Value) bool { return !less(a, b) && !equal(a, b) },
	"ge": func(a, b reflect.Value) bool { return !less(a, b) },
}

// comparison compiles a comparison; eq is true if its first value equals any of the others.
func comparison(name string, list []expr) expr {
	compare := comparisons[name]
	if e, ok := comparedTexts(name, list); ok {
		return e
	}
	return boolean(func(r *run, dot reflect.Value) bool {
		args := make([]reflect.Value, 0, 4)
		for _, e := range list { // each is computed, whichever decides
			args = append(args, indirectInterface(e.value(r, dot)))
		}
		for _, b := range args[1:] {
			if compare(args[0], b) {
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

func equal(a, b reflect.Value) bool {
	kindA, kindB := basicKind(a), basicKind(b)
	switch {
	case kindA == intKind && kindB == uintKind:
		return a.Int() >= 0 && uint64(a.Int()) == b.Uint()
	case kindA == uintKind && kindB == intKind:
		return b.Int() >= 0 && a.Uint() == uint64(b.Int())
	case kindA != kindB || kindA == otherKind:
		return equalOthers(a, b, kindA != kindB)
	}
	switch kindA {
	case boolKind:
		return a.Bool() == b.Bool()
	case complexKind:
		return a.Complex() == b.Complex()
	case floatKind:
		return a.Float() == b.Float()
	case intKind:
		return a.Int() == b.Int()
	case stringKind:
		return a.String() == b.String()
	}
	return a.Uint() == b.Uint()
}

// equalOthers compares values of which at least one is not of a basic kind.
func equalOthers(a, b reflect.Value, unlike bool) bool {
	switch {
	case unlike && a.IsValid() && b.IsValid():
		leave("incompatible types for comparison: %v and %v", a.Type(), b.Type())
	case unlike:
		return false
	case a.Kind() != b.Kind() && a.IsValid() && b.IsValid():
		leave("non-comparable types %v and %v", a.Type(), b.Type())
	case isNil(a) || isNil(b):
		return isNil(a) == isNil(b)
	case !b.Type().Comparable():
		leave("non-comparable type %v", b.Type())
	}
	return a.Interface() == b.Interface()
}

// isNil reports whether there is no value, or a nil of its type.
func isNil(v reflect.Value) bool { return !v.IsValid() || canBeNil(v.Type()) && v.IsNil() }

func less(a, b reflect.Value) bool {
	kindA, kindB := basicKind(a), basicKind(b)
	switch {
	case kindA == intKind && kindB == uintKind:
		return a.Int() < 0 || uint64(a.Int()) < b.Uint()
	case kindA == uintKind && kindB == intKind:
		return b.Int() >= 0 && a.Uint() < uint64(b.Int())
	case kindA != kindB:
		leave("incompatible types for comparison")
	}
	switch kindA {
	case floatKind:
		return a.Float() < b.Float()
	case intKind:
		return a.Int() < b.Int()
	case stringKind:
		return a.String() < b.String()
	case uintKind:
		return a.Uint() < b.Uint()
	}
	leave("invalid type for comparison")
	return false
}
