package press

import (
	"bytes"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// long are templates over which both ways might take too long.
var long = regexp.MustCompile(`\d{3}|0[xXbBoO_]|'|(?s:range.*range.*range.*range)`)

var called = regexp.MustCompile(`{{template "([^"]*)"`)

// endless reports whether a template calls itself, by way of others too.
func endless(text string) bool {
	set, err := template.New("page").Funcs(testFuncs.Map()).Parse(text)
	if err != nil {
		return true
	}
	var from func(name string, depth int) bool
	from = func(name string, depth int) bool {
		t := set.Lookup(name)
		if t == nil || t.Tree == nil || depth > 8 {
			return depth > 8
		}
		return slices.ContainsFunc(called.FindAllStringSubmatch(t.Tree.Root.String(), -1), func(call []string) bool { return from(call[1], depth+1) })
	}
	return slices.ContainsFunc(set.Templates(), func(t *template.Template) bool { return from(t.Name(), 0) })
}

// FuzzPress executes a template both ways with a value made of bytes. Where press prints, it
// prints what html/template prints; where html/template fails, press does.
func FuzzPress(f *testing.F) {
	for _, text := range slices.Concat(constructs, contexts, left) {
		f.Add(text, []byte("\x03\xffa<b>&\"'+"))
		f.Add(text, []byte("\x02\x55中坪村"))
		f.Add(text, []byte{})
	}
	f.Fuzz(func(t *testing.T, text string, value []byte) {
		if long.MatchString(text) || endless(text) {
			return
		}
		data := made(value)
		want, got, wantErr, gotErr := bothWays(text, data)
		if gotErr == nil && (wantErr != nil || !bytes.Equal(want, got)) {
			t.Errorf("%s of %q:\n%q\n%q, html/template (%v)", text, value, got, want, wantErr)
		}
	})
}

// made is a thing of a number, a set of what is missing of it, and a text.
func made(value []byte) *thing {
	if len(value) < 2 {
		return &thing{}
	}
	t := filled(strings.Clone(string(value[2:])), int(int8(value[0])))
	has := func(bit int) bool { return value[1]>>bit&1 == 1 }
	if !has(0) {
		t.Pointer, t.Twice = nil, nil
	}
	if !has(1) {
		t.List, t.Lists = nil, nil
	}
	if !has(2) {
		t.Map, t.Numbers = nil, nil
	}
	if !has(3) {
		t.Nothing = &t.Inner
	}
	if !has(4) {
		t.Failure = nil
	}
	t.Yes, t.No = has(5), has(6)
	if !has(7) {
		t.Any = map[string]any{"Name": t.Text, "Count": t.N, "Next": nil}
	}
	return t
}
