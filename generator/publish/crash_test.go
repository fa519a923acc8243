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

// A rename that fails leaves the mixed state that the package comment describes, with the
// manifest of both and the journal. What is in the way stays; once it is gone, all is finished.
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
	maps.DeleteFunc(got, func(name, _ string) bool { return strings.HasPrefix(name, Staging) })
	same(t, got, pages{"a.html": "新", "b.html/x": "别人的", "c.html": "旧", "gone.html": "旧"})

	if found, err := Recover(dir); found != Nothing || err == nil || !strings.Contains(err.Error(), "b.html") {
		t.Error(found, err)
	}
	same(t, look(t, dir)["b.html/x"], "别人的")

	os.RemoveAll(obstacle)
	if found, err := Recover(dir); found != Finished || err != nil {
		t.Error(found, err)
	}
	same(t, look(t, dir), next.with(nil))
	mustSite(t, dir, next, Result{Unchanged: 3})
	same(t, look(t, dir), next.with(nil))
}

// A power cut may leave a journal and not the files that it speaks of. Where the site was not
// changed yet, it stays the old one; else the next build makes it whole.
func TestSiteAfterAPowerCut(t *testing.T) {
	former, next := pages{"a.html": "旧", "gone.html": "旧"}, pages{"a.html": "新", "b.html": "新", "c.html": "新"}
	for name, c := range map[string]struct {
		lost  string // file in Staging
		cut   int    // steps of the swap that were done
		found Found
		is    pages
	}{
		"before the first":  {"2", 0, Undone, former},
		"after the first":   {"2", 1, Mixed, pages{"a.html": "新", "gone.html": "旧"}},
		"after the second":  {"2", 2, Mixed, pages{"a.html": "新", "b.html": "新", "gone.html": "旧"}},
		"nothing was lost":  {"", 2, Finished, next},
		"nothing, at first": {"", 0, Finished, next},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustSite(t, dir, former, Result{Written: 2})
			out, err := open(dir)
			if err != nil {
				t.Fatal(err)
			}
			for file := range next.seq() {
				if err := out.take(file); err != nil {
					t.Fatal(err)
				}
			}
			j := &journal{Old: former.manifest(), New: next.manifest(), Staged: out.staged, Late: []string{"gone.html"}}
			if err := out.commit(j); err != nil || !j.parse() {
				t.Fatal(err)
			}
			union := maps.Clone(former)
			maps.Copy(union, next)
			lay(t, dir, pages{Manifest: union.manifest()})
			if err := out.place(out.staged[:c.cut]); err != nil {
				t.Fatal(err)
			}
			out.close()
			if c.lost != "" {
				lay(t, dir, pages{Staging + "/" + c.lost: ""})
			}
			found, err := Recover(dir)
			if err != nil || found != c.found {
				t.Errorf("found %v, %v", found, err)
			}
			want := c.is.with(nil)
			if found == Mixed {
				want[Manifest] = union.manifest()
			}
			same(t, look(t, dir), want)
			if _, err := Site(dir, next.seq(), Options{}); err != nil {
				t.Fatal(err)
			}
			same(t, look(t, dir), next.with(nil))
		})
	}
}

// After a kill, at whatever step, somebody puts a file of theirs where a new one is to go.
func TestRecoverLeavesOthersAlone(t *testing.T) {
	tried := 0
	for steps := 0; ; steps++ {
		dir := t.TempDir()
		mustSite(t, dir, pages{"a.html": "旧"}, Result{Written: 1})
		if runOn(rootedIn(dir), pages{"a.html": "新", "b.html": "新"}, steps) == nil {
			break
		}
		if look(t, dir)["b.html"] != "" {
			continue
		}
		lay(t, dir, pages{"b.html": "别人的"})
		Recover(dir)
		same(t, look(t, dir)["b.html"], "别人的")
		tried++
	}
	if tried < 8 {
		t.Errorf("only %d kills", tried)
	}
}
