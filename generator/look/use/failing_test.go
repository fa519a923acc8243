package use

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

var scripted = regexp.MustCompile(`<script [^>]*src="([^"]+)"`)

// lacking serves a site at /<names of scripts, by commas>/, as if those scripts had been lost on the way.
func lacking(files sitetest.Tree) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lost, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
		content, is := files[name]
		if !is || slices.Contains(strings.Split(lost, ","), path.Base(name)) {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}[path.Ext(name)])
		_, _ = w.Write(content)
	})
}

// Of every kind of page any one script may fail to load: what no other script puts away is shown, no
// control is there that does nothing, and no script stumbles over the one that is missing.
func TestPagesWithAScriptMissing(t *testing.T) {
	pool := look.TwoTabs(t)
	files := sitetest.Sample(t)
	_, kinds := look.SampleFolder(t)
	server := httptest.NewServer(lacking(files))
	t.Cleanup(server.Close)
	pool.Visit(t, "missing", slices.Sorted(maps.Values(kinds)), func(t *testing.T, tab context.Context, page string) {
		look.Window(t, tab, 1024, 768, "light")
		scripts := scriptsOf(files[page])
		seen := make(map[string][]string) // what is shown, by the scripts that are lost
		without := func(lost ...string) (lines, faults []string) {
			key := strings.Join(append(lost, "none"), ",")
			if _, is := seen[key]; !is {
				seen[key], faults = shown(t, tab, server.URL+"/"+key+"/"+page)
			}
			return seen[key], faults
		}
		faults := make(map[string][]string)
		for _, script := range scripts {
			_, faults[script] = without(script)
			faults[script] = append(faults[script], look.Found(t, tab, "failing.js", "deadControls()")...)
		}
		plain, _ := without(scripts...)
		puts := make(map[string]map[string]bool) // by script, what it puts away
		for i, script := range scripts {
			alone, _ := without(slices.Delete(slices.Clone(scripts), i, i+1)...)
			puts[script] = less(plain, alone)
		}
		for _, script := range scripts {
			left, _ := without(script)
			gone := less(plain, left)
			for _, other := range scripts {
				if other != script {
					maps.DeleteFunc(gone, func(text string, _ bool) bool { return puts[other][text] })
				}
			}
			for text := range gone {
				faults[script] = append(faults[script], "not shown: "+text)
			}
			look.Report(t, "without "+script, faults[script])
		}
	})
}

// scriptsOf are the file names of a page's scripts.
func scriptsOf(content []byte) (names []string) {
	for _, at := range scripted.FindAllSubmatch(content, -1) {
		names = append(names, path.Base(string(at[1])))
	}
	return names
}

// less is what one look at a page shows and another does not.
func less(all, some []string) map[string]bool {
	gone := make(map[string]bool)
	for _, text := range all {
		gone[text] = true
	}
	for _, text := range some {
		delete(gone, text)
	}
	return gone
}

// shown opens a page, and returns what it shows, and what its scripts stumbled over.
func shown(t *testing.T, tab context.Context, address string) (lines, faults []string) {
	t.Helper()
	var lock sync.Mutex
	heard, stop := context.WithCancel(tab)
	defer stop()
	sitetest.Must(t, chromedp.Listen(heard, func(event any) {
		lock.Lock()
		defer lock.Unlock()
		if e, is := event.(*runtime.EventExceptionThrown); is {
			faults = append(faults, fmt.Sprint("exception: ", e.ExceptionDetails.Text, " ", e.ExceptionDetails.URL, ":", e.ExceptionDetails.LineNumber))
		}
	}))
	sitetest.Must(t, chromedp.Do(tab, chromedp.Navigate(address)))
	lines = look.Found(t, tab, "failing.js", "shownLines()")
	lock.Lock()
	defer lock.Unlock()
	return lines, faults
}
