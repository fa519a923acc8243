package main

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// kindOf is the kind of a page, the first class of its body; 404.html has none.
func kindOf(doc *html.Node) string {
	for n := range doc.Descendants() {
		if class, ok := attr(n, "class"); ok && n.Data == "body" {
			return strings.Fields(class)[0]
		}
	}
	return "404"
}

// traits are what one page of a kind has and another may lack: its elements and classes, whether it
// ranks by average, and whose page it is (of a household the last word below its name, say 单位).
func traits(doc *html.Node) []string {
	set := make(map[string]bool)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		set["<"+n.Data] = true
		class, _ := attr(n, "class")
		for _, c := range strings.Fields(class) {
			set["."+c] = true
		}
		if key, ok := attr(n, "data-figure"); ok && strings.HasSuffix(key, "/平均") {
			set["平均"] = true
		}
		if words := strings.Fields(text(n)); class == "sub" && len(words) > 1 {
			set["sub "+words[len(words)-1]] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// eachKind chooses pages of a site so that whatever stands on a page of some kind stands on one
// that was chosen of that kind, the largest first. New kinds and new states are taken in by themselves.
func eachKind(t *testing.T, files tree) (chosen []string) {
	t.Helper()
	type candidate struct {
		name   string
		traits []string
	}
	var all []candidate
	files.pages(t, func(name string, doc *html.Node) {
		c := candidate{name: name}
		for _, trait := range traits(doc) {
			c.traits = append(c.traits, kindOf(doc)+" "+trait)
		}
		all = append(all, c)
	})
	slices.SortFunc(all, func(a, b candidate) int {
		if d := len(files[b.name]) - len(files[a.name]); d != 0 {
			return d
		}
		return strings.Compare(a.name, b.name)
	})
	seen := make(map[string]bool)
	for _, c := range all {
		if slices.ContainsFunc(c.traits, func(trait string) bool { return !seen[trait] }) {
			chosen = append(chosen, c.name)
			for _, trait := range c.traits {
				seen[trait] = true
			}
		}
	}
	slices.Sort(chosen)
	return chosen
}

// oneOfEach is the largest page of each kind among some.
func oneOfEach(t *testing.T, files tree, pages []string) map[string]bool {
	t.Helper()
	largest, chosen := make(map[string]string), make(map[string]bool)
	for _, page := range pages {
		kind := kindIn(t, files[page])
		if len(files[page]) > len(files[largest[kind]]) {
			largest[kind] = page
		}
	}
	for _, page := range largest {
		chosen[page] = true
	}
	return chosen
}

// kindIn is the kind of a page's content.
func kindIn(t *testing.T, content []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(content))
	must(t, err)
	return kindOf(doc)
}

// folder writes a built site where a browser can open it as files.
func (files tree) folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, content, 0o644))
	}
	return dir
}

// npm is a file among what npm brings for tests. Without it the test is skipped, unless
// GONGSHI_REQUIRE=browser says that it must be there.
func npm(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join("../themes/node_modules", filepath.FromSlash(name))
	if _, err := os.Stat(file); err != nil {
		needs(t, "no "+name+": npm ci --prefix themes")
	}
	return file
}

func needs(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("GONGSHI_REQUIRE") == "browser" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// tabs are two tabs of one browser, for tests that look at many pages.
type tabs chan context.Context

func twoTabs(t *testing.T) tabs {
	first := browserFor(t, 8*time.Minute)
	pool := make(tabs, 2)
	for range min(2, runtime.GOMAXPROCS(0)) {
		tab, shut := chromedp.NewContext(first)
		t.Cleanup(shut)
		must(t, chromedp.Do(tab, call(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})))
		pool <- tab
	}
	return pool
}

// visit runs a subtest on each page, each in a tab of its own.
func (pool tabs) visit(t *testing.T, check string, pages []string, look func(t *testing.T, tab context.Context, page string)) {
	t.Run(check, func(t *testing.T) {
		for _, page := range pages {
			t.Run(page, func(t *testing.T) {
				t.Parallel()
				tab := <-pool
				defer func() { pool <- tab }()
				look(t, tab, page)
			})
		}
	})
}

// call is a command of the browser's protocol whose answer does not matter.
func call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}

// window sets the size of the window, and light, dark or print.
func window(t *testing.T, tab context.Context, width, height int64, look string) {
	t.Helper()
	media, scheme := "screen", look
	if look == "print" {
		media, scheme = "print", "light"
	}
	must(t, chromedp.Do(tab, chromedp.EmulateViewport(width, height),
		call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media:    media,
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})))
}

// found runs a script of testdata/browser and an expression of it, which lists what is wrong.
func found(t *testing.T, tab context.Context, script, expression string) []string {
	t.Helper()
	list, err := chromedp.Run(tab, chromedp.Evaluate[[]string]("(function () {"+javascript(t, script)+"\nreturn "+expression+"})()"))
	must(t, err)
	return list
}

func javascript(t *testing.T, name string) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("testdata/browser", name))
	must(t, err)
	return string(source)
}
