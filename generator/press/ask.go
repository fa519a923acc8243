package press

import (
	"fmt"
	"html/template"
	"strings"
	"sync"
	"text/template/parse"
)

// asked are the templates of ask, by the name of the escaper.
var asked sync.Map

// ask escapes a value with an escaper of html/template's own. A template of one action calls it
// by name: only templates can call it, and only as a tree, not in their text.
func ask(name string, v any) string {
	t, ok := asked.Load(name)
	if !ok {
		t, _ = asked.LoadOrStore(name, asking(name))
	}
	var b strings.Builder
	if err := t.(*template.Template).Execute(&b, v); err != nil {
		leave("%v", err)
	}
	return b.String()
}

func asking(name string) *template.Template {
	as := map[string]any{"as": func(text string) template.HTML { return template.HTML(text) }, name: func(any) string { return "" }}
	trees, err := parse.Parse("ask", fmt.Sprintf("{{as (%s .)}}", name), "", "", as)
	if err != nil {
		leave("%v", err)
	}
	t := template.New("ask").Funcs(template.FuncMap{"as": as["as"]})
	return template.Must(t.AddParseTree("ask", trees["ask"]))
}
