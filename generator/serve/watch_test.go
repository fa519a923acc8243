package serve

import (
	"context"
	"errors"
	"log"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/google/go-cmp/cmp"
)

func TestRelevant(t *testing.T) {
	for path, want := range map[string]bool{
		"config.toml":                          true,
		"names.csv":                            true,
		"data":                                 true,
		"data/county/v/scores/2023-01.csv":     true,
		"content/图 1.png":                      true,
		"themes/village/style.css":             true,
		"data/x#1.csv":                         true,
		"data/tmp":                             true,
		".":                                    false,
		"..":                                   false,
		"../data/a.csv":                        false,
		"README.md":                            false,
		"public/index.html":                    false,
		"v/config.toml":                        false,
		"public/names.csv":                     false,
		"names.csv~":                           false,
		"~$names.csv":                          false,
		"config.toml~":                         false,
		"data/.git/index":                      false,
		"data/.x.csv.swp":                      false,
		"data/x.csv~":                          false,
		"data/~$x.csv":                         false,
		"data/.~lock.x.csv#":                   false,
		"data/#x.csv#":                         false,
		"data/4913":                            false,
		"data/AB12.TMP":                        false,
		"data/x.csv.tmp":                       false,
		"themes/node_modules/echarts/index.js": false,
		"themes/village/.cache/a":              false,
		"content/~$手册.docx":                    false,
	} {
		if got := relevant(path); got != want {
			t.Errorf("relevant(%q) = %v", path, got)
		}
	}
}

// quietly runs listen in a bubble of its own time, and returns how often the
// source settled.
func quietly(t *testing.T, send func(chan<- fsnotify.Event, chan<- error, *watcher)) (settled int) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		w := &watcher{source: "/site", log: log.New(t.Output(), "", 0), again: make(chan struct{}, 1), settled: make(chan struct{}, 100)}
		events, failures := make(chan fsnotify.Event), make(chan error)
		go w.listen(ctx, events, failures)
		send(events, failures, w)
		time.Sleep(time.Hour)
		cancel()
		synctest.Wait()
		settled = len(w.settled)
	})
	return settled
}

func TestListenWaitsUntilABurstIsOver(t *testing.T) {
	got := quietly(t, func(events chan<- fsnotify.Event, _ chan<- error, _ *watcher) {
		for range 100 {
			events <- fsnotify.Event{Name: "/site/data/a.csv", Op: fsnotify.Write}
			time.Sleep(quiet - time.Millisecond)
		}
	})
	if got != 1 {
		t.Errorf("settled %d times, want once", got)
	}
	got = quietly(t, func(events chan<- fsnotify.Event, _ chan<- error, _ *watcher) {
		for range 3 {
			events <- fsnotify.Event{Name: "/site/data/a.csv", Op: fsnotify.Write}
			time.Sleep(quiet + time.Millisecond)
		}
	})
	if got != 3 {
		t.Errorf("settled %d times, want 3 times", got)
	}
}

// A program that saves puts the old file aside, and then the new one in its place.
func TestListenWaitsForAFileThatIsGone(t *testing.T) {
	for _, aside := range []fsnotify.Op{fsnotify.Rename, fsnotify.Remove} {
		got := quietly(t, func(events chan<- fsnotify.Event, _ chan<- error, _ *watcher) {
			events <- fsnotify.Event{Name: "/site/data/a.csv", Op: aside}
			events <- fsnotify.Event{Name: "/site/data/b.csv", Op: fsnotify.Write}
			time.Sleep(quiet + time.Millisecond)
			events <- fsnotify.Event{Name: "/site/data/a.csv", Op: fsnotify.Create}
		})
		if got != 1 {
			t.Errorf("%v: settled %d times, want once", aside, got)
		}
	}
}

func TestListenIgnoresWhatChangesNothing(t *testing.T) {
	for _, event := range []fsnotify.Event{
		{Name: "/site/data/a.csv", Op: fsnotify.Chmod},
		{Name: "/site/data/~$a.csv", Op: fsnotify.Create},
		{Name: "/site/data/.a.csv.swp", Op: fsnotify.Create | fsnotify.Write},
		{Name: "/site/public", Op: fsnotify.Write},
		{Name: "/site", Op: fsnotify.Remove},
		{Name: "/elsewhere/data/a.csv", Op: fsnotify.Write},
	} {
		got := quietly(t, func(events chan<- fsnotify.Event, _ chan<- error, _ *watcher) { events <- event })
		if got != 0 {
			t.Errorf("%v: the source settled", event)
		}
	}
}

func TestListenTakesEveryChange(t *testing.T) {
	for _, event := range []fsnotify.Event{
		{Name: "/site/data/a.csv", Op: fsnotify.Rename},
		{Name: "/site/data", Op: fsnotify.Remove},
		{Name: "/site/content", Op: fsnotify.Create},
		{Name: "/site/config.toml", Op: fsnotify.Write | fsnotify.Chmod},
	} {
		got := quietly(t, func(events chan<- fsnotify.Event, _ chan<- error, _ *watcher) { events <- event })
		if got != 1 {
			t.Errorf("%v: the source did not settle", event)
		}
	}
	if got := quietly(t, func(_ chan<- fsnotify.Event, _ chan<- error, w *watcher) { poke(w.again) }); got != 1 {
		t.Error("nudge: the source did not settle")
	}
	// Whatever else came is lost when a queue overflows.
	if got := quietly(t, func(_ chan<- fsnotify.Event, failures chan<- error, _ *watcher) {
		failures <- fsnotify.ErrEventOverflow
	}); got != 1 {
		t.Error("overflow: the source did not settle")
	}
}

// On Windows and macOS a folder is written to when anything in it comes or goes.
func TestListenIgnoresWritesToFolders(t *testing.T) {
	source := t.TempDir()
	if err := os.Mkdir(filepath.Join(source, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	w := &watcher{source: source}
	if w.matters(fsnotify.Event{Name: filepath.Join(source, "data"), Op: fsnotify.Write}) {
		t.Error("a write to a folder matters")
	}
	if !w.matters(fsnotify.Event{Name: filepath.Join(source, "data"), Op: fsnotify.Create}) {
		t.Error("a new folder does not matter")
	}
}

func TestRenewTellsOfNewFolders(t *testing.T) {
	v := newVillage(t, map[string]string{"data/v/a.csv": "", "content/.git/x": "", "themes/node_modules/e/x": "", "public/z/x": ""})
	w, err := newWatcher(v.source, log.New(t.Output(), "", 0))
	if err != nil {
		t.Fatal(err)
	}
	defer w.notes.Close()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go w.listen(ctx, w.notes.Events, w.notes.Errors)
	steps := []struct {
		do   func()
		grew bool
		want []string
	}{
		{func() {}, true, []string{".", "content", "data", "data/v", "themes"}},
		{func() {}, false, []string{".", "content", "data", "data/v", "themes"}},
		{func() { v.write("data/w/deep/a.csv", "") }, true, []string{".", "content", "data", "data/v", "data/w", "data/w/deep", "themes"}},
		{func() { v.write("data/w/deep/b.csv", "") }, false, []string{".", "content", "data", "data/v", "data/w", "data/w/deep", "themes"}},
		{func() { os.Rename(v.path("data/w"), v.path("away")) }, false, []string{".", "content", "data", "data/v", "themes"}},
		{func() { os.RemoveAll(v.path("data")) }, false, []string{".", "content", "themes"}},
	}
	for i, step := range steps {
		step.do()
		if grew := w.renew(); grew != step.grew {
			t.Errorf("step %d: grew is %v", i, grew)
		}
		var got []string
		for _, folder := range w.notes.WatchList() {
			path, _ := filepath.Rel(v.source, folder)
			got = append(got, filepath.ToSlash(path))
		}
		slices.Sort(got)
		if diff := cmp.Diff(step.want, got); diff != "" {
			t.Errorf("step %d: (-want +got)\n%s", i, diff)
		}
	}
}

// A build follows links within the site, so what they lead to is watched, once.
func TestRenewFollowsLinks(t *testing.T) {
	v := newVillage(t, map[string]string{"data/v/a.csv": "", "stock/w/scores/a.csv": ""})
	for name, to := range map[string]string{
		"data/w": "../stock/w", "data/x": "v", "stock/w/up": "..", "data/gone": "nowhere", "data/v/round": "../../data",
	} {
		if err := os.Symlink(to, v.path(name)); err != nil {
			t.Skip(err)
		}
	}
	w, err := newWatcher(v.source, log.New(t.Output(), "", 0))
	if err != nil {
		t.Fatal(err)
	}
	defer w.notes.Close()
	want := []string{".", "data", "data/v", "data/w", "data/w/scores", "data/w/up"}
	for i := range 3 {
		if grew := w.renew(); grew != (i == 0) {
			t.Errorf("round %d: grew is %v", i, grew)
		}
	}
	var got []string
	for _, folder := range w.notes.WatchList() {
		path, _ := filepath.Rel(v.source, folder)
		got = append(got, filepath.ToSlash(path))
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRunWatchesFoldersThatComeLater(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "甲"}).start()
	page := v.listen("/")
	v.write("content/a.md", "一")
	page.expectPage("一甲")
	v.write("content/a.md", "二")
	page.expectPage("二甲")
	v.write("data/v/deep/er/b.csv", "三")
	page.expectPage("二甲三")
	v.write("data/v/deep/er/b.csv", "四")
	page.expectPage("二甲四")
	v.write("data/v/deep/c.csv", "五")
	page.expectPage("二甲五四")
}

func TestRunWatchesFoldersThatComeAgain(t *testing.T) {
	v := newVillage(t, map[string]string{"data/v/a.csv": "甲", "data/w/a.csv": "乙"}).start()
	page := v.listen("/")
	remove := func(folder string) {
		if err := os.RemoveAll(v.path(folder)); err != nil {
			t.Fatal(err)
		}
	}
	remove("data/v")
	page.expectPage("乙")
	v.write("data/v/a.csv", "一")
	page.expectPage("一乙")
	v.write("data/v/a.csv", "二")
	page.expectPage("二乙")
	remove("data")
	page.expectPage("")
	v.write("data/v/a.csv", "三")
	page.expectPage("三")
	v.write("data/v/a.csv", "四")
	page.expectPage("四")
	if err := errors.Join(os.Rename(v.path("data"), v.path("away")), os.Rename(v.path("away"), v.path("data"))); err != nil {
		t.Fatal(err)
	}
	v.write("data/v/a.csv", "五")
	page.expectPage("五")
	v.write("data/v/a.csv", "六")
	page.expectPage("六")
}

func TestRunNoticesAtomicSaves(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "甲"}).start()
	page := v.listen("/")
	for _, content := range []string{"乙", "丙"} {
		beside := v.path("data/.a.csv.new")
		if err := errors.Join(os.WriteFile(beside, []byte(content), 0o644), os.Rename(beside, v.path("data/a.csv"))); err != nil {
			t.Fatal(err)
		}
		page.expectPage(content)
	}
	if err := os.Rename(v.path("data/a.csv"), v.path("a.old")); err != nil {
		t.Fatal(err)
	}
	page.expectPage("")
}

// Many changes at once are few builds; how few depends on the machine.
func TestRunBuildsABurstTogether(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "甲"}).start()
	page := v.listen("/")
	for range 200 {
		v.write("data/a.csv", "乙")
		v.write("data/b.csv", "乙")
	}
	v.write("data/b.csv", "末")
	page.expectPage("乙末")
	if got := v.builds.Load(); got > 40 {
		t.Errorf("%d builds for 401 changes", got)
	}
}
