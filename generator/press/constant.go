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

// literal returns a constant by its own syntax, whatever type is expected.
func literal(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.BoolNode:
		return constant(reflect.ValueOf(n.True))
	case *parse.StringNode:
		e := constant(reflect.ValueOf(n.Text))
		e.text = func(*run, reflect.Value) string { return n.Text }
		return e
	case *parse.NumberNode:
		if n.IsInt && strings.Trim(n.Text, "-0123456789") == "" && int64(int(n.Int64)) == n.Int64 {
			return constant(reflect.ValueOf(int(n.Int64)))
		}
	}
	return leaves("constant %s", n)
}
