package main

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
)

// tree is a built site: path → bytes.
type tree map[string][]byte

// builtSample is the sample site as the real main builds it, made once for all tests.
var builtSample = sync.OnceValues(func() (tree, error) {
	dir, err := os.MkdirTemp("", "gongshi-sample-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	return build("..", dir)
})

// build runs `gongshi build` and reads what it wrote.
func build(source, output string, flags ...string) (tree, error) {
	var out, errs bytes.Buffer
	args := append([]string{"build", "--source", source, "--output", output}, flags...)
	if code := run(args, &out, &errs); code != 0 {
		return nil, &failure{code, errs.String()}
	}
	return readTree(output)
}

type failure struct {
	code int
	text string
}

func (f *failure) Error() string { return f.text }

func readTree(dir string) (tree, error) {
	files := make(tree)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(rel)], err = os.ReadFile(name)
		return err
	})
	return files, err
}

func sample(t *testing.T) tree {
	t.Helper()
	files, err := builtSample()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// pages parses every HTML page of a site.
func (files tree) pages(t *testing.T, visit func(name string, doc *html.Node)) {
	t.Helper()
	for name, content := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		doc, err := html.Parse(bytes.NewReader(content))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		visit(name, doc)
	}
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// compare reports how two sites differ, both ways.
func compare(t *testing.T, got, want tree) {
	t.Helper()
	for name, content := range want {
		switch other, ok := got[name]; {
		case !ok:
			t.Errorf("%s is missing", name)
		case !bytes.Equal(content, other):
			t.Errorf("%s differs: %s", name, firstDifference(other, content))
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s should not be there", name)
		}
	}
}

func firstDifference(got, want []byte) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(b []byte) string {
		return strings.ToValidUTF8(string(b[max(i-60, 0):min(i+60, len(b))]), "·")
	}
	return "\n got … " + around(got) + "\nwant … " + around(want)
}
