package render

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/page"
)

// A layout has the parts that it includes, also by others, and its own in place of a shared one, unless its own is empty,
// as html/template has it.
func TestLayoutsHaveTheirParts(t *testing.T) {
	theme := fstest.MapFS{}
	for name, text := range map[string]string{
		"base.html": `{{template "main" .}}`, "404.html": `{{template "outer.html" .}}`,
		"partials/outer.html": `outer {{template "inner" .}}`, "partials/inner.html": `{{define "inner"}}inner{{end}}`,
		"village.html": `{{define "main"}}{{template "outer.html" .}}{{end}}{{define "inner"}}own {{template "mine" .}}{{end}}{{define "mine"}}mine{{end}}`,
		"rules.html":   `{{define "main"}}{{template "outer.html" .}}{{end}}{{define "inner"}} {{end}}`,
		"article.html": `{{define "main"}}{{template "nobody" .}}{{end}}`,
	} {
		theme["layouts/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	l, err := readLayouts(theme, words{}, &assets{})
	if err != nil {
		t.Fatal(err)
	}
	for m, want := range map[page.HTML]string{
		&page.NotFound{}: "outer inner", &page.Village{}: "outer own mine", &page.Rules{}: "outer inner",
	} {
		var out bytes.Buffer
		if err := l.execute(&out, m); err != nil || out.String() != want {
			t.Errorf("%T: %q and %v, want %q", m, &out, err, want)
		}
	}
	if err := l.execute(new(bytes.Buffer), &page.Article{}); err == nil || !strings.Contains(err.Error(), `"nobody"`) {
		t.Errorf("%v of a part that nobody has", err)
	}
}
