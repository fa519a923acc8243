package render

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/page"
	"gongshi/generator/publish"
	"gongshi/themes"
)

// render is the site of some pages, with copies of their contents.
func render(t *testing.T, theme fs.FS, pages ...page.Page) []publish.File {
	t.Helper()
	var files []publish.File
	for f, err := range Site(slices.Values(pages), theme, "zh-CN") {
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, publish.File{Path: f.Path, Content: slices.Clone(f.Content)})
	}
	return files
}

// Files come in the order of the pages, whichever processor printed them.
func TestOrder(t *testing.T) {
	var pages []page.Page
	for range 50 {
		pages = append(pages, benchPeriod(1+len(pages)*7%300), benchHousehold(), &page.Image{Located: gazette.Located{Path: "a.png"}, Content: []byte("x")})
	}
	files := render(t, themes.Default(), pages...)
	files = files[len(files)-len(pages):]
	for i, f := range files {
		if f.Path != pages[i].At() {
			t.Fatalf("file %d is %s", i, f.Path)
		}
		if p, ok := pages[i].(*page.Period); ok {
			if n := strings.Count(string(f.Content), "<tr"); n < len(p.Boards[0].Rows) {
				t.Errorf("file %d has %d rows of %d", i, n, len(p.Boards[0].Rows))
			}
		}
	}
}

func TestTheSequenceMayBeLeft(t *testing.T) {
	pages := slices.Repeat([]page.Page{benchHousehold()}, 100)
	n := 0
	for range Site(slices.Values(pages), themes.Default(), "zh-CN") {
		if n++; n == 5 {
			break
		}
	}
}

func TestErrorsNameThePage(t *testing.T) {
	bad := benchPeriod(1)
	bad.Path, bad.State.Word = "v/bad.html", "nonsense"
	var last error
	n := 0
	for _, err := range Site(slices.Values([]page.Page{bad, benchHousehold(), benchHousehold()}), themes.Default(), "zh-CN") {
		last = err
		n++
	}
	if last == nil || !strings.Contains(last.Error(), "v/bad.html") {
		t.Errorf("after %d files: %v", n, last)
	}
}

var styleSheet = regexp.MustCompile(`href="\.\./(style\.[0-9a-f]{8}\.css)"`)

func TestAssetsAreHashed(t *testing.T) {
	files := render(t, themes.Default(), benchHousehold())
	m := styleSheet.FindSubmatch(files[len(files)-1].Content)
	if m == nil || !slices.ContainsFunc(files, func(f publish.File) bool { return f.Path == string(m[1]) }) {
		t.Errorf("no style sheet for the link %q", m)
	}
}

// A file of the site's own theme stands before the embedded one of that name.
func TestOwnTheme(t *testing.T) {
	site := fstest.MapFS{
		"themes/mine/layouts/article.html": {Data: []byte(`{{define "title"}}x{{end}}{{define "main"}}MINE{{end}}`)},
		"themes/mine/static/more.css":      {Data: []byte("p{}")},
	}
	theme, list := Theme(site, ledger.Config{Theme: "mine", Language: "zh-CN"})
	if len(list) > 0 {
		t.Fatal(list)
	}
	files := render(t, theme, &page.Article{Head: benchHead("a.html", "article")})
	more := slices.ContainsFunc(files, func(f publish.File) bool { return strings.HasPrefix(f.Path, "more.") })
	if last := files[len(files)-1]; !more || !strings.Contains(string(last.Content), "MINE") {
		t.Errorf("%d files, more.css: %v, the last %s", len(files), more, last.Content)
	}
	for _, c := range []ledger.Config{{Theme: "none", Language: "en"}, {Theme: "../x", Language: "en"}, {Theme: "mine", Language: "xx"}} {
		if _, list := Theme(site, c); len(list) != 1 || !list.HasErrors() {
			t.Errorf("%s, %s: %v", c.Theme, c.Language, list)
		}
	}
}

// What press leaves to html/template, html/template prints, and says of an error.
func TestOwnThemeThatPressLeaves(t *testing.T) {
	for text, want := range map[string]string{
		`<p title="{{2i}}">{{.Head.Lang}}</p>`: `<p title="(0&#43;2i)">zh-CN</p>`,
		`<p>{{.Nosuch}}`:                       `executing "404.html" at <.Nosuch>`,
	} {
		own := overlay{fstest.MapFS{"layouts/404.html": {Data: []byte(text)}}, themes.Default()}
		var got string
		for f, err := range Site(slices.Values([]page.Page{&page.NotFound{Head: benchHead("404.html", "404")}}), own, "zh-CN") {
			if got = string(f.Content); err != nil {
				got = err.Error()
			}
		}
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// A household's page and the style sheet fit into the first packets of a connection.
func TestWeight(t *testing.T) {
	const most = 14 << 10
	files := render(t, themes.Default(), benchHousehold())
	weight := 0
	for _, f := range files {
		if path.Ext(f.Path) == ".html" || strings.HasPrefix(path.Base(f.Path), "style.") { // the sheet that it loads
			weight += compressed(t, f.Content)
		}
	}
	t.Logf("%d bytes", weight)
	if weight > most {
		t.Errorf("%d bytes compressed", weight)
	}
}

func compressed(t *testing.T, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
