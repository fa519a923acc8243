package site_test

import (
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongshi/generator/sitetest"
)

// Every link of the sample resolves to a file of the site, with the very case of its
// name, and to an element of it where it names one. Links are relative and name files,
// not folders, so that they resolve from file:// as well.
func TestEveryLinkResolves(t *testing.T) {
	files := sitetest.Sample(t)
	ids := make(map[string]map[string]bool)
	for name, doc := range sitetest.SamplePages(t) {
		ids[name] = idsOf(t, name, doc)
	}
	links := 0
	for name, doc := range sitetest.SamplePages(t) {
		for n := range doc.Descendants() {
			checkRequest(t, name, n)
			for _, key := range []string{"href", "src"} {
				if target, ok := sitetest.Attr(n, key); ok && n.Type == html.ElementNode {
					links++
					checkLink(t, files, ids, name, target)
				}
			}
		}
	}
	if links < 10_000 {
		t.Errorf("only %d links were walked", links)
	}
}

// checkRequest holds that a browser gets nothing from elsewhere for an element, not even a connection in advance.
func checkRequest(t *testing.T, name string, n *html.Node) {
	t.Helper()
	if n.Type != html.ElementNode || n.Data == "a" || n.Data == "base" { // a is followed by readers alone; base asks for nothing
		return
	}
	for _, key := range []string{"href", "src", "srcset", "action", "formaction", "data", "poster"} {
		target, ok := sitetest.Attr(n, key)
		if !ok {
			continue
		}
		if u, err := url.Parse(target); err != nil || u.Host != "" || u.Scheme != "" && u.Scheme != "data" {
			t.Errorf("%s: <%s> asks %q", name, n.Data, target)
		}
	}
}

func checkLink(t *testing.T, files sitetest.Tree, ids map[string]map[string]bool, from, target string) {
	t.Helper()
	u, err := url.Parse(target)
	switch {
	case err != nil:
		t.Errorf("%s: %v", from, err)
		return
	case u.Scheme == "tel" || u.Scheme == "mailto" || u.Scheme == "data":
		return
	case strings.HasPrefix(target, "https://creativecommons.org/licenses/"):
		return // leaves the site when a reader follows it, and asks for nothing before
	case strings.HasPrefix(from, "help/") && u.Scheme == "https":
		return // the handbook says where to get a program; likewise
	case from == "404.html" && target == "https://gongshi.example/x/":
		return // hosts serve it at any depth
	case u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/"):
		t.Errorf("%s: %q is not relative", from, target)
		return
	}
	to := from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
		if strings.HasSuffix(u.Path, "/") {
			t.Errorf("%s: %q names a folder", from, target)
		}
	}
	if _, ok := files[to]; !ok {
		t.Errorf("%s: %q leads to %s, which is not there", from, target, to)
		return
	}
	if u.Fragment != "" && path.Ext(to) == ".html" && !ids[to][u.Fragment] {
		t.Errorf("%s: %q: no element %q in %s", from, target, u.Fragment, to)
	}
}

func idsOf(t *testing.T, name string, doc *html.Node) map[string]bool {
	ids := make(map[string]bool)
	for n := range doc.Descendants() {
		if id, ok := sitetest.Attr(n, "id"); ok {
			if ids[id] {
				t.Errorf("%s: id %q stands twice", name, id)
			}
			ids[id] = true
		}
	}
	return ids
}

// Every page that is not the front page can be reached from it by links.
func TestEveryPageIsReached(t *testing.T) {
	reached := clicksFrom(t, "index.html", "")
	for name := range sitetest.SamplePages(t) {
		if _, ok := reached[name]; !ok && name != "404.html" {
			t.Errorf("%s cannot be reached from the front page", name)
		}
	}
}

// No file of the built site holds anything of serve's.
func TestServeLeavesNoTraceInTheSite(t *testing.T) {
	for name, content := range sitetest.Sample(t) {
		if strings.Contains(string(content), "_gongshi") || strings.Contains(string(content), "connect-src") {
			t.Errorf("%s holds serve's script or policy", name)
		}
	}
}
