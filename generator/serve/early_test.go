package serve

import (
	"errors"
	"gongshi/generator/diag"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// waiting is a village whose builds wait, until they are let pass.
func waiting(t *testing.T) *village {
	v := newVillage(t, map[string]string{"data/a.csv": "甲"})
	v.gate, v.read, v.looked = make(chan struct{}), make(chan struct{}), new(Looked)
	v.start()
	v.reads()
	v.gate <- struct{}{}
	return v
}

// reads waits for the next build, which has shown what it shows early.
func (v *village) reads() {
	v.t.Helper()
	select {
	case <-v.read:
	case <-time.After(patience):
		v.t.Fatal("no build")
	}
}

// ends lets all builds pass from now on.
func (v *village) ends() {
	go func() {
		v.gate <- struct{}{}
		for range v.read {
			v.gate <- struct{}{}
		}
	}()
}

// Who looks at a page sees it while the rest is still being built, and is not told twice; whoever
// looks at another waits for the site. An event bears the version of its time, so the next one that has to come
// shows whether another came before it.
func TestPagesAreShownEarly(t *testing.T) {
	v := waiting(t)
	page, other := v.listen("/"), v.listen("/none.html")
	v.write("data/a.csv", "乙")
	v.reads()
	early := page.expect("reload")
	if now := v.get("/"); !strings.Contains(now, "乙") || strings.Contains(now, "甲") {
		t.Errorf("the page is %s", now)
	}
	if file, err := os.ReadFile(filepath.Join(v.output, "index.html")); err != nil || !strings.Contains(string(file), "甲") {
		t.Errorf("%s is published, %v", file, err)
	}
	again, former := v.listen("/"), v.version("/none.html")
	v.ends()
	if told := other.expect("reload"); told == former || told != v.version("/none.html") {
		t.Error("the other page was told before the site was built")
	}
	if built := v.version("/"); built != early {
		t.Errorf("the page of version %s is of version %s once it is published", early, built)
	}
	late := v.listen("/")
	v.write("data/a.csv", "丙")
	for at, s := range []*stream{page, again, late} {
		if told := s.expect("reload"); told == early || told != v.version("/") {
			t.Errorf("page %d was told twice", at)
		}
	}
	if now := v.get("/"); !strings.Contains(now, "丙") {
		t.Errorf("the page is %s", now)
	}
}

// A page that was shown early is taken back if the build then fails: the last good one is shown,
// with the problems over it.
func TestEarlyPagesAreTakenBack(t *testing.T) {
	for _, fault := range []string{"错", "坏", "崩"} {
		v := waiting(t)
		page := v.listen("/")
		v.write("data/a.csv", fault)
		v.reads()
		page.expect("reload")
		early := v.listen("/")
		v.ends()
		early.expect("reload")
		if now := v.get("/"); !strings.Contains(now, "甲") {
			t.Errorf("%s: the page is %s", fault, now)
		}
		v.listen("/").expect("problems")
		v.write("data/a.csv", "丙")
		early.expectPage("丙")
	}
}

// A page is known by the path of its address, as browsers write it.
func TestPageAt(t *testing.T) {
	for address, want := range map[string]string{
		"/": "index.html", "/z/": "z/index.html", "/z/h/%E7%94%B2%201.html": "z/h/甲 1.html", "/a/../b.html": "b.html", "": "", "x": "", "/%zz": "",
	} {
		if got := pageAt(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

// A page that was shown early and is published otherwise, since a file changed back meanwhile, is shown anew, even if
// nothing else has changed; so is one that was taken back, after any number of rounds that failed.
func TestEarlyPagesDoNotStay(t *testing.T) {
	output := t.TempDir()
	if err := os.WriteFile(filepath.Join(output, "index.html"), []byte("甲"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := &site{output: output, board: newBoard(), log: log.New(io.Discard, "", 0)}
	s.build = func() (diag.List, error) { return nil, nil }
	s.round()
	var early string
	showing := func(err error) func() (diag.List, error) {
		return func() (diag.List, error) {
			s.show("index.html", []byte("乙"))
			if now := s.board.read().of("index.html"); early == "" {
				early = now
			}
			return nil, err
		}
	}
	s.build = showing(nil)
	s.round()
	if now := s.board.read().of("index.html"); now == early {
		t.Error("a stale page stays")
	}
	early, s.build = "", showing(errors.New("x"))
	s.round()
	s.round()
	if now := s.board.read().of("index.html"); now == early {
		t.Error("a page that was taken back stays")
	}
}
