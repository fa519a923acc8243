package site

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"gongshi/generator/oracle"
)

// Whatever happens between two builds, the one that uses what the last has kept writes the same
// files, reports the same and ends alike as one that does all anew.
func TestKeptBuildsAreAsClean(t *testing.T) {
	edits := int(oracle.Thorough(8, 12, 20))
	for seed := range oracle.Thorough(2, 2, 50) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			e := newEditor(t, seed)
			for range edits {
				e.do()
			}
		})
	}
}

// FuzzKeptBuilds lets the fuzzer choose what happens between two builds: a byte a choice.
func FuzzKeptBuilds(f *testing.F) {
	f.Add(uint64(0), []byte{1, 80, 120, 160, 30, 7})              // digits and rows of tables
	f.Add(uint64(1), []byte{90, 200, 40, 250, 110, 3})            // files that come and go, an article
	f.Add(uint64(3), []byte{170, 180, 9, 190, 210, 99, 250, 255}) // drafts, days, a damaged cache, commits
	f.Fuzz(func(t *testing.T, seed uint64, choices []byte) {
		chance := &byBytes{choices[:min(len(choices), 12)], rand.NewPCG(seed, 7)} // an input has ten seconds
		for e := editorOf(t, seed, 1, chance); len(chance.left) > 0; {
			e.do()
		}
	})
}

// byBytes is chance that makes a choice of each byte, and goes on by itself where none is left.
type byBytes struct {
	left []byte
	rand.Source
}

func (b *byBytes) Uint64() uint64 {
	if len(b.left) == 0 {
		return b.Source.Uint64()
	}
	next := b.left[0]
	b.left = b.left[1:]
	return uint64(next) * 0x0101010101010101
}

// editor does by chance what may happen to a site between two builds.
type editor struct {
	*rand.Rand
	t     *testing.T
	opt   Options
	clean string
	did   []string
	bad   bool              // the last build failed
	good  map[string]string // data/ as of the last that did not
}

// newEditor makes a site of two random ones, so that there are places that nothing touches.
func newEditor(t *testing.T, seed uint64) *editor {
	return editorOf(t, seed, 2, rand.NewPCG(seed, 7))
}

func editorOf(t *testing.T, seed, sites uint64, chance rand.Source) *editor {
	e := &editor{Rand: rand.New(chance), t: t, clean: filepath.Join(t.TempDir(), "public")}
	dir := t.TempDir()
	for i := range sites {
		files := oracle.RandomSite(sites*seed + i)
		for name, file := range files {
			if top, below, _ := strings.Cut(name, "/"); top == "data" && !strings.HasPrefix(below, "calendar") {
				name = fmt.Sprintf("data/s%d-%s", i, below)
			}
			e.write(filepath.Join(dir, name), file.Data)
		}
	}
	e.opt = Options{
		Source: dir, Output: filepath.Join(t.TempDir(), "public"), Cache: t.TempDir(), Program: "1.0.0",
		Clock: time.Date(2024, 5, 6, 12, 0, 0, 0, time.UTC), NoHistory: seed%3 != 0,
	}
	if !e.opt.NoHistory {
		e.git("init", "-q")
		e.commit()
	}
	e.compare("at first")
	return e
}

func (e *editor) write(name string, content []byte) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		e.t.Fatal(err)
	}
	if err := os.WriteFile(name, content, 0o644); err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) git(args ...string) {
	cmd := exec.Command("git", append([]string{"-c", "user.name=x", "-c", "user.email=x@example.cn"}, args...)...)
	cmd.Dir = e.opt.Source
	if out, err := cmd.CombinedOutput(); err != nil {
		e.t.Fatalf("%v: %s", args, out)
	}
}

func (e *editor) commit() {
	e.git("add", "-A")
	e.git("commit", "-q", "--allow-empty", "-m", "x")
}

// do lets something happen, and at times nothing, and compares.
func (e *editor) do() {
	events := []func() string{
		e.value, e.value, e.value, e.row, e.row, e.add, e.remove, e.rename, e.article, e.theme, e.words,
		e.drafts, e.later, e.damage, e.another, e.between, e.page, e.mistake, e.touch, e.kinds,
		func() string { return "nothing" },
	}
	if !e.opt.NoHistory {
		events = append(events, func() string { e.commit(); return "commit" })
	}
	if e.bad && e.IntN(3) > 0 {
		e.compare(e.undo())
		return
	}
	e.compare(events[e.IntN(len(events))]())
}

// compare builds the site both ways, from the same built site.
func (e *editor) compare(after string) {
	e.t.Helper()
	e.did = append(e.did, after)
	os.RemoveAll(e.clean)
	if err := os.CopyFS(e.clean, os.DirFS(e.opt.Output)); err != nil && !os.IsNotExist(err) {
		e.t.Fatal(err)
	}
	clean := e.opt
	clean.Cache, clean.Output = "", e.clean
	want, told, wrong := Build(clean)
	got, list, err := Build(e.opt)
	if said, wanted := e.plain(err), e.plain(wrong); got != want || said != wanted {
		e.t.Errorf("%s:\n%+v %s\nwant\n%+v %s", strings.Join(e.did, "\n"), got, said, want, wanted)
	}
	if len(list)+len(told) > 0 && !reflect.DeepEqual(list, told) {
		e.t.Errorf("%s:\nreports\n%v\nwant\n%v", strings.Join(e.did, "\n"), list, told)
	}
	if e.bad = err != nil || list.HasErrors(); !e.bad {
		e.good = e.tree(filepath.Join(e.opt.Source, "data"))
	}
	files, wanted := e.tree(e.opt.Output), e.tree(e.clean)
	if !maps.Equal(files, wanted) {
		for name := range wanted {
			if files[name] != wanted[name] {
				e.t.Errorf("%s: %s is another", strings.Join(e.did, "\n"), name)
				break
			}
		}
		e.t.Fatalf("%d files, want %d", len(files), len(wanted))
	}
}

// plain is an error without the names of folders.
func (e *editor) plain(err error) string {
	return strings.NewReplacer(e.clean, "", e.opt.Output, "").Replace(fmt.Sprint(err))
}

func (e *editor) tree(dir string) map[string]string {
	all := make(map[string]string)
	for _, name := range e.files(dir, "") {
		text, err := os.ReadFile(name)
		if err != nil {
			e.t.Fatal(err)
		}
		rel, _ := filepath.Rel(dir, name)
		all[rel] = string(text)
	}
	return all
}
