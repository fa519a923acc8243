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

func (l *Looked) shownBy(show func(page string, content []byte)) {
	if l != nil {
		l.show = show
	}
}

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
	was, there := former.early[page]
	if !there {
		was, _ = os.ReadFile(filepath.Join(s.output, filepath.FromSlash(page)))
	}
	if former.problems != nil || bytes.Equal(was, content) {
		return
	}
	s.early[page] = s.version()
	next := &state{version: former.version, versions: make(map[string]string), early: make(map[string][]byte)}
	maps.Copy(next.versions, former.versions)
	maps.Copy(next.early, former.early)
	next.versions[page], next.early[page] = s.early[page], content
	s.board.put(next)
}

// stale takes back pages that the round has shown early and published otherwise, since files changed
// meanwhile, and reports whether there are any.
func (s *site) stale(shown map[string][]byte) (any bool) {
	for page, content := range shown {
		published, err := os.ReadFile(filepath.Join(s.output, filepath.FromSlash(page)))
		if err != nil || !bytes.Equal(published, content) {
			delete(s.early, page)
			any = true
		}
	}
	return any
}

// withdraw takes back what a round has shown early that has failed.
func (s *site) withdraw(next *state) {
	next.versions = maps.Clone(next.versions)
	for page := range s.early {
		delete(next.versions, page)
	}
}
