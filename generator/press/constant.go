package press

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// constant returns an expr whose value is known before a run.
func constant(v reflect.Value) expr {
	return expr{typ: v.Type(), value: func(*run, reflect.Value) reflect.Value { return v }}
}

// literal returns a constant by its own syntax, for places where no type is expected.
func literal(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.BoolNode:
		return constant(reflect.ValueOf(n.True))
	case *parse.StringNode:
		e := constant(reflect.ValueOf(n.Text))
		e.text = func(*run, reflect.Value) string { return n.Text }
		return e
	case *parse.NumberNode:
		isRune, isHex := n.Text[0] == '\'', strings.ContainsAny(n.Text, "xX")
		switch {
		case n.IsComplex, strings.ContainsAny(n.Text, "pP"):
		case n.IsFloat && !isRune && !isHex && strings.ContainsAny(n.Text, ".eE"):
			return constant(reflect.ValueOf(n.Float64))
		case n.IsInt && int64(int(n.Int64)) == n.Int64:
			return constant(reflect.ValueOf(int(n.Int64)))
		}
	}
	return leaves("constant %s", n)
}

// typed returns a constant as a value of a type that is not an interface.
func typed(n parse.Node, t reflect.Type) expr {
	v := reflect.New(t).Elem()
	switch n := n.(type) {
	case *parse.BoolNode:
		if t.Kind() == reflect.Bool {
			v.SetBool(n.True)
			return constant(v)
		}
	case *parse.StringNode:
		if t.Kind() == reflect.String {
			v.SetString(n.Text)
			return constant(v)
		}
	case *parse.NumberNode:
		switch {
		case n.IsInt && v.CanInt():
			v.SetInt(n.Int64)
			return constant(v)
		case n.IsUint && v.CanUint():
			v.SetUint(n.Uint64)
			return constant(v)
		case n.IsFloat && v.CanFloat():
			v.SetFloat(n.Float64)
			return constant(v)
		}
	}
	return leaves("can't use %s as %v", n, t)
}
