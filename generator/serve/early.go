package serve

import (
	"bytes"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Looked are the pages that are open in browsers. A build may ask for them, and show each before
// the site is built.
type Looked struct {
	lock  sync.Mutex
	pages map[string]int // how often each is open, by path below the site's folder
	show  func(page string, content []byte)
}

// Pages are the pages that are open.
func (l *Looked) Pages() []string {
	l.lock.Lock()
	defer l.lock.Unlock()
	return slices.Sorted(maps.Keys(l.pages))
}

// Show shows a page that is not published yet. Only a build calls it, while it runs.
func (l *Looked) Show(page string, content []byte) { l.show(page, content) }

// at notes that a page is open, until it is closed.
func (l *Looked) at(page string) (closed func()) {
	if l == nil || page == "" {
		return func() {}
	}
	add := func(n int) {
		l.lock.Lock()
		defer l.lock.Unlock()
		if l.pages == nil {
			l.pages = make(map[string]int)
		}
		if l.pages[page] += n; l.pages[page] == 0 {
			delete(l.pages, page)
		}
	}
	add(1)
	return func() { add(-1) }
}

// pageAt is the page at the path of an address; "" for none.
func pageAt(address string) string {
	address, err := url.PathUnescape(address)
	if err != nil || !strings.HasPrefix(address, "/") {
		return ""
	}
	if strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	return strings.TrimPrefix(path.Clean(address), "/")
}

// version is a new one.
func (s *site) version() string {
	s.count++
	return fmt.Sprintf("%s-%d", s.board.run, s.count)
}

// show shows a page before the round has ended. While problems are shown, the last good one stays;
// so does one that is the same.
func (s *site) show(page string, content []byte) {
	former := s.board.read()
	was := former.early[page].content
	if was == nil {
		was, _ = os.ReadFile(filepath.Join(s.output, filepath.FromSlash(page)))
	}
	if former.problems != nil || bytes.Equal(was, content) {
		return
	}
	next := &state{version: former.version, early: maps.Clone(former.early)}
	next.early[page] = preview{s.version(), content}
	s.board.put(next)
}

// settled returns the pages that were shown early before this round, and those that the round showed
// and published so. Others are stale: files changed meanwhile, or the round failed.
func (s *site) settled(early map[string]preview) (before, now map[string]preview, stale bool) {
	before, now = make(map[string]preview), make(map[string]preview)
	for page, is := range early {
		if is.content == nil {
			before[page] = is
			continue
		}
		published, err := os.ReadFile(filepath.Join(s.output, filepath.FromSlash(page)))
		if err == nil && bytes.Equal(published, is.content) {
			now[page] = preview{version: is.version}
		} else {
			stale = true
		}
	}
	return before, now, stale
}
