package site

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"gongshi/generator/cache"
	"gongshi/generator/oracle"
)

// Whatever happens between two builds, the one that uses what the last has kept writes the same
// files, reports the same and ends alike as one that does all anew.
func TestKeptBuildsAreAsClean(t *testing.T) {
	edits := int(oracle.Sites(8, 20))
	for seed := range oracle.Sites(3, 50) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			e := newEditor(t, seed)
			for range edits {
				e.do()
			}
		})
	}
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

func newEditor(t *testing.T, seed uint64) *editor {
	e := &editor{Rand: rand.New(rand.NewPCG(seed, 7)), t: t, clean: filepath.Join(t.TempDir(), "public")}
	dir := t.TempDir()
	for i := range uint64(2) { // two random sites as one, so that there are places that nothing touches
		files := oracle.RandomSite(2*seed + i)
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
		e.drafts, e.later, e.damage, e.another, e.page, e.mistake, e.touch, e.kinds,
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

// files are those below a folder of the site, as their suffix has it.
func (e *editor) files(dir, suffix string) (list []string) {
	filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, suffix) && !strings.Contains(name, ".git") {
			list = append(list, name)
		}
		return nil
	})
	return list
}

func (e *editor) pick(dir, suffix string) string {
	list := e.files(dir, suffix)
	if len(list) == 0 {
		return filepath.Join(dir, "none")
	}
	return list[e.IntN(len(list))]
}

func (e *editor) data(suffix string) string {
	return e.pick(filepath.Join(e.opt.Source, "data"), suffix)
}

// edit changes a file's lines.
func (e *editor) edit(name string, change func(lines []string) []string) string {
	text, _ := os.ReadFile(name)
	if lines := strings.SplitAfter(string(text), "\n"); len(lines) > 2 {
		e.write(name, []byte(strings.Join(change(lines), "")))
	}
	return name
}

// value puts another digit in the place of one.
func (e *editor) value() string {
	return "value " + e.edit(e.data(".csv"), func(lines []string) []string {
		i := 1 + e.IntN(len(lines)-1)
		if at := strings.LastIndexAny(lines[i], "123456789"); at >= 0 {
			lines[i] = lines[i][:at] + fmt.Sprint(1+e.IntN(9)) + lines[i][at+1:]
		}
		return lines
	})
}

func (e *editor) row() string {
	return "row " + e.edit(e.data(".csv"), func(lines []string) []string {
		i := 1 + e.IntN(len(lines)-1)
		return slices.Delete(lines, i, i+1)
	})
}

func (e *editor) kinds() string {
	return "place or rules " + e.edit(e.data(".toml"), func(lines []string) []string {
		i := e.IntN(len(lines))
		if at := strings.LastIndexAny(lines[i], "123456789"); at >= 0 {
			lines[i] = lines[i][:at] + fmt.Sprint(1+e.IntN(9)) + lines[i][at+1:]
		}
		return lines
	})
}

func (e *editor) add() string {
	name := e.data(".csv")
	text, _ := os.ReadFile(name)
	to := filepath.Join(filepath.Dir(e.data(".csv")), []string{"2023-05.csv", "2024-02.csv", "x.csv", filepath.Base(name)}[e.IntN(4)])
	e.write(to, text)
	return "add " + to
}

func (e *editor) remove() string {
	name := e.data("")
	os.Remove(name)
	return "remove " + name
}

func (e *editor) rename() string {
	from := e.data("")
	to := filepath.Join(filepath.Dir(from), []string{"x.csv", "2023-06.csv", "2023-07.toml", "第3季.csv"}[e.IntN(4)])
	os.Rename(from, to)
	return "rename " + from + " to " + to
}

func (e *editor) article() string {
	place := e.pick(filepath.Join(e.opt.Source, "data"), "place.toml")
	where, _ := filepath.Rel(filepath.Join(e.opt.Source, "data"), filepath.Dir(place))
	to := filepath.Join(e.opt.Source, "content", where, fmt.Sprintf("a%d.md", e.IntN(3)))
	e.write(to, fmt.Appendf(nil, "+++\ntitle = \"说明 %d\"\n+++\n\n[各期](notices/index.html)，[别处](../%s/index.html)。\n", e.IntN(9), filepath.Base(where)))
	return "article " + to
}

func (e *editor) theme() string {
	e.write(filepath.Join(e.opt.Source, "themes/default/static/own.txt"), fmt.Append(nil, e.IntN(5)))
	return "theme"
}

func (e *editor) words() string {
	name := filepath.Join(e.opt.Source, "themes/default/i18n/zh-CN.toml")
	if os.Remove(name) == nil {
		return "no words"
	}
	text, err := os.ReadFile("../../themes/default/i18n/zh-CN.toml")
	if err != nil {
		e.t.Fatal(err)
	}
	e.write(name, []byte(strings.ReplaceAll(string(text), "公示", "公布")))
	return "words"
}

func (e *editor) drafts() string {
	e.opt.Drafts = !e.opt.Drafts
	return "drafts"
}

func (e *editor) later() string {
	e.opt.Clock = e.opt.Clock.Add(24 * time.Hour)
	if e.opt.Date = 0; e.IntN(2) == 0 {
		e.opt.Date = oracle.Day(oracle.RandomSite(uint64(e.IntN(9)))) + 3
	}
	return "another day"
}

// damage damages the cache.
func (e *editor) damage() string {
	name := e.pick(filepath.Join(e.opt.Cache, "builds"), "")
	text, err := os.ReadFile(name)
	if err != nil || len(text) == 0 {
		return "no cache"
	}
	switch at := e.IntN(len(text)); e.IntN(3) {
	case 0:
		text[at] ^= 1 << e.IntN(8)
	case 1:
		text = text[:at]
	case 2:
		text = append(text, text[at:]...)
	}
	e.write(name, text)
	return "damaged cache"
}

// another is a cache that another program has left.
func (e *editor) another() string {
	f := cache.At(e.opt.Cache, e.opt.Source, e.opt.Output)
	var r record
	if f.Load(&r) {
		r.Program.Sights[0].Sum[0]++
		r.Program.Sights[0].Stamp.Size++
		r.List = nil
		if err := f.Keep(r); err != nil {
			e.t.Fatal(err)
		}
	}
	return "another program"
}

// page changes a page, or removes it.
func (e *editor) page() string {
	name := e.pick(e.opt.Output, "")
	if filepath.Base(name) == "SHA256SUMS" {
		return "no page"
	}
	if e.IntN(2) == 0 {
		os.Remove(name)
	} else {
		text, _ := os.ReadFile(name)
		e.write(name, append(text, '!'))
	}
	return "page " + name
}

func (e *editor) mistake() string {
	return "mistake " + e.edit(e.data(".csv"), func(lines []string) []string {
		return append(lines, "没有,这,样,的,一,行\n")
	})
}

func (e *editor) touch() string {
	name := e.data("")
	os.Chtimes(name, e.opt.Clock, e.opt.Clock)
	return "touch " + name
}

// undo takes back what no site can be built with.
func (e *editor) undo() string {
	data := filepath.Join(e.opt.Source, "data")
	for name := range e.tree(data) {
		if _, there := e.good[name]; !there {
			os.Remove(filepath.Join(data, name))
		}
	}
	for name, text := range e.good {
		if now, err := os.ReadFile(filepath.Join(data, name)); err != nil || string(now) != text {
			e.write(filepath.Join(data, name), []byte(text))
		}
	}
	return "undo"
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
