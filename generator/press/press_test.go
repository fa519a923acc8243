package press

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"
)

// thing has a field or method of each kind that a page's model may have.
type thing struct {
	Text    string
	Word    word
	Said    greeting
	Day     day
	N       int
	Small   int8
	Size    uint16
	Large   uint64
	Share   float64
	Yes, No bool
	Wave    complex128
	HTML    template.HTML
	Address template.URL
	Script  template.JS
	Style   template.CSS
	Attr    template.HTMLAttr
	Inner   inner
	Pointer *inner
	Twice   **inner
	Nil     *inner
	List    []inner
	Lists   [][]string
	Texts   []string
	Spare   []string // has room for more
	Empty   []string
	Array   [2]int
	Map     map[string]inner
	Numbers map[int]string
	Any     any
	Nothing any
	Failure error
	Seq     func(func(int) bool)
	embedded
	hidden string
}

type embedded struct{ Promoted string }

type inner struct {
	Name  string
	Count int
	Next  *inner
	Days  []day
}

type word string

type greeting string

func (g greeting) String() string { return "<hello " + string(g) + ">" }

type day int32

func (d day) String() string { return fmt.Sprintf("<day %d>", int32(d)) }

func (w word) Shout() string { return strings.ToUpper(string(w)) + "!" }

func (i inner) Label(n int) string { return fmt.Sprint(i.Name, n) }

func (i *inner) Address() string {
	if i == nil {
		return "nowhere"
	}
	return "at " + i.Name
}

func (i inner) Fails() (string, error) { return "", errors.New("failed") }

func (i inner) Works(parts ...string) (string, error) { return strings.Join(parts, i.Name), nil }

func (t *thing) Method() *inner { return &t.Inner }

// filled is a thing whose texts hold s and whose numbers follow from n.
func filled(s string, n int) *thing {
	i := inner{Name: s, Count: n, Days: []day{1, day(n)}}
	p := &i
	return &thing{
		Text: s, Word: word(s), Said: greeting(s), Day: day(n), N: n, Small: int8(n), Size: uint16(n), Large: uint64(n), Share: float64(n) / 8, Yes: true, Wave: complex(1, 2),
		HTML: template.HTML("<b>" + s + "</b>"), Address: template.URL("x:" + s), Script: template.JS("f(1)"), Style: "color: red", Attr: `dir="ltr"`,
		Inner: i, Pointer: p, Twice: &p, List: []inner{i, {Name: "<2>"}, {Name: "three", Count: 3, Next: p}}[:1+n&1*2],
		Lists: [][]string{{s, "b"}, nil, {"c"}}, Texts: []string{"a", s}, Spare: append(make([]string, 0, 4), s), Array: [2]int{n, 2},
		Map: map[string]inner{"b": {Name: "B"}, "a": i}, Numbers: map[int]string{2: "two", -1: s}, Any: []any{s, n, nil, i, p}[(n%5+5)%5],
		Failure: errors.New(s), Seq: func(yield func(int) bool) { _ = yield(n) && yield(2) }, embedded: embedded{s}, hidden: s,
	}
}

// testFuncs are functions of every way to call one.
var testFuncs = Funcs{
	"day": One(func(d day) (string, error) { return fmt.Sprint(int(d)), nil }),
	"cells": Many(func(list ...inner) (template.HTML, error) {
		return template.HTML(fmt.Sprintf("<td>%d</td>", len(list))), nil
	}),
	"word":   Words(func(key string, args ...any) (string, error) { return fmt.Sprintf("%s %v", key, args), nil }),
	"add":    Any(func(a, b int) int { return a + b }),
	"double": Any(func(x float64) float64 { return 2 * x }),
	"fail":   One(func(s string) (string, error) { return s, errors.New("failed") }),
	"boom":   Any(func() string { panic("boom") }),
	"same":   Any(func(x any) any { return x }),
	"inner":  Any(func(i *inner) inner { return *i }),
	"safe":   One(func(s string) (template.URL, error) { return template.URL(s), nil }),
	"joined": Any(func(sep string, list ...string) string { return strings.Join(list, sep) }),
	"byte":   Any(func(n uint8) uint8 { return n }),
}

// bothWays executes a template by html/template and by press.
func bothWays(text string, data any, options ...string) (want, got []byte, wantErr, gotErr error) {
	t, err := template.New("page").Funcs(testFuncs.Map()).Option(options...).Parse(text)
	if err != nil {
		return nil, nil, err, err
	}
	compiled, gotErr := Compile(t, testFuncs, reflect.TypeOf(data))
	if gotErr == nil {
		got, gotErr = compiled.Append([]byte{}, data)
	}
	want, wantErr = executed(t, data)
	return want, got, wantErr, gotErr
}

// executed is what html/template writes. Where it panics, the caller would have to mind.
func executed(t *template.Template, data any) (out []byte, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("panic: %v", reason)
		}
	}()
	var b bytes.Buffer
	err = t.Execute(&b, data)
	return b.Bytes(), err
}

// Every construct that is compiled prints what html/template prints.
func TestSameBytes(t *testing.T) {
	for _, text := range append(constructs, contexts...) {
		for _, data := range []*thing{{}, filled(`a<b>&"'+`, 3), filled("中坪村 1+1", 2), filled("javascript:x\x00\xff", -128), filled("h/0012.html?a=b c%2f%zz", 7), filled("", 1), filled("/!#$&*+,:;=?@[]-._~()'%41%4", 4), filled("MailTo:a@b", 5), filled("HTTPS://a", 6)} {
			want, got, wantErr, gotErr := bothWays(text, data)
			switch {
			case wantErr != nil && gotErr == nil:
				t.Errorf("%s of %q: only html/template fails: %v", text, data.Text, wantErr)
			case wantErr == nil && gotErr != nil:
				t.Errorf("%s of %q: %v", text, data.Text, gotErr)
			case wantErr == nil && !bytes.Equal(want, got):
				t.Errorf("%s of %q:\n%q\n%q, html/template", text, data.Text, got, want)
			}
		}
	}
}

// What is not compiled, and what is an error, is left to html/template.
func TestLeftToHTMLTemplate(t *testing.T) {
	for _, text := range left {
		if _, got, _, err := bothWays(text, filled("s", 3)); err == nil {
			t.Errorf("%s: no error, but %q", text, got)
		}
	}
}

// A key that a map lacks is what the template's option says.
func TestMissingKeyIsLeft(t *testing.T) {
	for _, option := range []string{"missingkey=default", "missingkey=zero", "missingkey=error"} {
		want, got, _, err := bothWays(`{{.Map.nosuch.Name}}`, filled("s", 1), option)
		if err == nil {
			t.Errorf("%s: %q, html/template %q", option, got, want)
		}
	}
}

// A template is compiled for one type of data.
func TestOtherData(t *testing.T) {
	page := template.Must(template.New("page").Parse("{{.}}"))
	compiled, err := Compile(page, nil, reflect.TypeFor[int]())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := compiled.Append(nil, "text"); err == nil {
		t.Error("a string passes for an int")
	}
	out, err := compiled.Append([]byte("n = "), 5)
	if err != nil || string(out) != "n = 5" {
		t.Errorf("%q, %v", out, err)
	}
}

// A template that html/template refuses to escape is not compiled.
func TestEscapingFails(t *testing.T) {
	for _, text := range []string{`<a href='{{if .Yes}}"{{end}}`, `{{template "nosuch"}}`} {
		page := template.Must(template.New("page").Parse(text))
		if _, err := Compile(page, nil, reflect.TypeFor[*thing]()); err == nil {
			t.Errorf("%s is compiled", text)
		}
	}
}
