package publish

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A crash can leave: a staging folder, the manifest of old and new paths together,
// and any of the new files in place, any of the obsolete ones gone. Whatever it
// left, the next run makes the site whole.
func TestSiteMendsEveryCrash(t *testing.T) {
	former := pages{"a.html": "旧", "b.html": "同", "gone/c.html": "旧", "turns": "文件"}
	next := pages{"a.html": "新", "b.html": "同", "new/d.html": "新", "turns/index.html": "夹"}
	union := maps.Clone(former)
	maps.Copy(union, next)
	steps := []func(pages){
		func(p pages) { delete(p, "turns") },
		func(p pages) { p["a.html"] = "新" },
		func(p pages) { p["new/d.html"] = "新" },
		func(p pages) { p["turns/index.html"] = "夹" },
		func(p pages) { delete(p, "gone/c.html") },
	}
	for _, goal := range []pages{former, next} { // the next run may be for either
		left := maps.Clone(former)
		for step := range len(steps) + 1 {
			dir := t.TempDir()
			foreign := pages{"CNAME": "example.org"}
			lay(t, dir, left)
			lay(t, dir, foreign)
			lay(t, dir, pages{Manifest: union.manifest(), Staging + "/0": "半", Staging + "/" + Manifest: "半"})
			if _, err := Site(dir, goal.seq(), Options{}); err != nil {
				t.Fatalf("after %d steps: %v", step, err)
			}
			same(t, look(t, dir), goal.with(foreign))
			if step < len(steps) {
				steps[step](left)
			}
		}
	}
}

func TestSiteRemovesStagingOfFirstCrash(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, pages{Staging + "/0": "半"})
	mustSite(t, dir, village, Result{Written: 5})
	same(t, look(t, dir), village.with(nil))
}

// A rename that fails leaves the mixed state that the package comment describes,
// with the manifest of both, and the next run completes it.
func TestSiteThatFailsHalfway(t *testing.T) {
	dir := t.TempDir()
	former := pages{"a.html": "旧", "b.html": "旧", "c.html": "旧", "gone.html": "旧"}
	next := pages{"a.html": "新", "b.html": "新", "c.html": "新"}
	mustSite(t, dir, former, Result{Written: 4})

	// Somebody puts a folder in the way after b.html has been judged.
	obstacle := filepath.Join(dir, "b.html")
	_, err := Site(dir, failing(next, func(func(File, error) bool) {
		os.Remove(obstacle)
		lay(t, dir, pages{"b.html/x": "别人的"})
	}), Options{})
	if err == nil || !strings.Contains(err.Error(), "b.html") || !strings.Contains(err.Error(), "新旧网页并存") {
		t.Errorf("error %v, want one that names b.html and the mixed state", err)
	}
	got := look(t, dir)
	named, err := parse([]byte(got[Manifest]))
	if err != nil {
		t.Fatal(err)
	}
	same(t, slices.Sorted(maps.Keys(named)), []string{"a.html", "b.html", "c.html", "gone.html", MarkName})
	delete(got, Manifest)
	delete(got, MarkName)
	same(t, got, pages{"a.html": "新", "b.html/x": "别人的", "c.html": "旧", "gone.html": "旧"})

	os.RemoveAll(obstacle)
	mustSite(t, dir, next, Result{Written: 2, Unchanged: 1, Removed: 1})
	same(t, look(t, dir), next.with(nil))
}
