package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// pages are a site in a test, by path.
type pages map[string]string

func (p pages) seq() iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for _, path := range slices.Sorted(maps.Keys(p)) {
			if !yield(File{Path: path, Content: []byte(p[path])}, nil) {
				return
			}
		}
	}
}

// manifest is what SHA256SUMS has to say of p, and of the mark that is with it.
func (p pages) manifest() string {
	var b strings.Builder
	all := maps.Clone(p)
	all[MarkName] = markText
	for _, path := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256([]byte(all[path])), path)
	}
	return b.String()
}

// with is p, its manifest, and other files.
func (p pages) with(others pages) pages {
	all := pages{Manifest: p.manifest(), MarkName: markText}
	maps.Copy(all, p)
	maps.Copy(all, others)
	return all
}

// lay writes files as somebody else would.
func lay(t *testing.T, dir string, files pages) {
	t.Helper()
	for path, content := range files {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// look is every file below dir, folders as "path/" and links as "-> target".
func look(t *testing.T, dir string) pages {
	t.Helper()
	seen := pages{}
	walk(t, dir, func(path string, info fs.FileInfo) {
		name := filepath.Join(dir, filepath.FromSlash(path))
		switch {
		case info.IsDir():
			if entries, _ := os.ReadDir(name); len(entries) == 0 {
				seen[path+"/"] = ""
			}
		case info.Mode()&fs.ModeSymlink != 0:
			target, _ := os.Readlink(name)
			seen[path] = "-> " + target
		default:
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			seen[path] = string(content)
		}
	})
	return seen
}

// times are the times of every file below dir (of folders too, if asked).
func times(t *testing.T, dir string, folders bool) map[string]time.Time {
	t.Helper()
	seen := map[string]time.Time{}
	walk(t, dir, func(path string, info fs.FileInfo) {
		if folders || !info.IsDir() {
			seen[path] = info.ModTime()
		}
	})
	return seen
}

func walk(t *testing.T, dir string, see func(string, fs.FileInfo)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			see(path, info)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
}

// age sets everything's time back, so that a write shows.
func age(t *testing.T, dir string) {
	t.Helper()
	past := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	walk(t, dir, func(path string, info fs.FileInfo) {
		if info.Mode()&fs.ModeSymlink == 0 {
			if err := os.Chtimes(filepath.Join(dir, filepath.FromSlash(path)), past, past); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func mustSite(t *testing.T, dir string, p pages, want Result) {
	t.Helper()
	got, err := Site(dir, p.seq(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("result %+v, want %+v", got, want)
	}
}

func same[T any](t *testing.T, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

var village = pages{
	"index.html":              "首页",
	"z/y/h/001.html":          "一户",
	"z/y/data/2023-01.csv":    "户号,合计\r\n",
	"z/y/notices/2023.html":   "公示",
	"themes/style.0123ab.css": strings.Repeat("p{}\n", 50_000),
}

func TestSiteIntoNewFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "public")
	mustSite(t, dir, village, Result{Written: 5})
	same(t, look(t, dir), village.with(nil))
}

func TestSiteBesideDotFiles(t *testing.T) {
	dir := t.TempDir()
	git := pages{".gitignore": "/*", ".git/HEAD": "ref"}
	lay(t, dir, git)
	mustSite(t, dir, village, Result{Written: 5})
	same(t, look(t, dir), village.with(git))
}

func TestSiteAgainTouchesNothing(t *testing.T) {
	dir := t.TempDir()
	mustSite(t, dir, village, Result{Written: 5})
	age(t, dir)
	before := times(t, dir, true)
	mustSite(t, dir, village, Result{Unchanged: 5})
	same(t, times(t, dir, true), before)
}

func TestSiteWritesOnlyWhatChanged(t *testing.T) {
	dir := t.TempDir()
	mustSite(t, dir, village, Result{Written: 5})
	age(t, dir)
	before := times(t, dir, false)

	next := maps.Clone(village)
	next["index.html"] = "尾页"                                                      // the same size
	next["themes/style.0123ab.css"] = village["themes/style.0123ab.css"][1:] + "!" // differs in the last chunk
	mustSite(t, dir, next, Result{Written: 2, Unchanged: 3})
	same(t, look(t, dir), next.with(nil))
	for path, was := range before {
		_, changes := map[string]bool{"index.html": true, "themes/style.0123ab.css": true, Manifest: true}[path]
		if now := times(t, dir, false)[path]; now.Equal(was) == changes {
			t.Errorf("%s: time was %v, is %v", path, was, now)
		}
	}
}

func TestSiteMendsWhatSomebodyChanged(t *testing.T) {
	big := strings.Repeat("甲", 100_000)
	site := pages{"a.html": "原文", "b.html": "原文", "big.html": big, "empty.html": "", "gone.html": "x", "dir/gone.html": "x"}
	dir := t.TempDir()
	mustSite(t, dir, site, Result{Written: 6})
	lay(t, dir, pages{"a.html": "改文", "b.html": "更长的改文", "big.html": big[:len(big)-3] + "乙", "empty.html": "?"})
	os.Remove(filepath.Join(dir, "gone.html"))
	os.RemoveAll(filepath.Join(dir, "dir"))
	mustSite(t, dir, site, Result{Written: 6})
	same(t, look(t, dir), site.with(nil))
}

func TestSiteRemovesWhatIsObsolete(t *testing.T) {
	dir := t.TempDir()
	mustSite(t, dir, village, Result{Written: 5})
	foreign := pages{"z/y/notices/scan.pdf": "%PDF", "CNAME": "example.org", "z/empty": ""}
	lay(t, dir, foreign)
	age(t, dir)
	rest := pages{"index.html": "首页"}
	mustSite(t, dir, rest, Result{Unchanged: 1, Removed: 4})
	same(t, look(t, dir), rest.with(foreign))
	mustSite(t, dir, pages{}, Result{Removed: 1})
	same(t, look(t, dir), pages{}.with(foreign))
	mustSite(t, dir, pages{}, Result{})
}

func TestSiteTurnsFilesIntoFoldersAndBack(t *testing.T) {
	dir := t.TempDir()
	files := pages{"a": "file", "b.html": "b", "c/d/e": "deep"}
	folders := pages{"a/index.html": "folder", "b.html": "b", "c": "file"}
	mustSite(t, dir, files, Result{Written: 3})
	mustSite(t, dir, folders, Result{Written: 2, Unchanged: 1, Removed: 2})
	same(t, look(t, dir), folders.with(nil))
	mustSite(t, dir, files, Result{Written: 2, Unchanged: 1, Removed: 2})
	same(t, look(t, dir), files.with(nil))
}

func TestSiteRespells(t *testing.T) {
	dir := t.TempDir()
	mustSite(t, dir, pages{"Help.html": "1", "Dir/x": "2"}, Result{Written: 2})
	mustSite(t, dir, pages{"help.html": "1", "dir/x": "2"}, Result{Written: 2, Removed: 2})
	same(t, look(t, dir), pages{"help.html": "1", "dir/x": "2"}.with(nil))
}

// On Windows and macOS help.html is found where Help.html stands: one file under
// two names, here a hard link.
func TestSiteRespellsWhereCaseIsNotTold(t *testing.T) {
	dir := t.TempDir()
	mustSite(t, dir, pages{"Help.html": "1"}, Result{Written: 1})
	if err := os.Link(filepath.Join(dir, "Help.html"), filepath.Join(dir, "help.html")); err != nil {
		t.Skip(err)
	}
	mustSite(t, dir, pages{"help.html": "1"}, Result{Written: 1, Removed: 1})
	same(t, look(t, dir), pages{"help.html": "1"}.with(nil))
}

func TestSiteLetsTheBufferBeReused(t *testing.T) {
	dir := t.TempDir()
	buffer := make([]byte, 1)
	_, err := Site(dir, func(yield func(File, error) bool) {
		for _, c := range "abc" {
			buffer[0] = byte(c)
			if !yield(File{Path: string(c) + ".html", Content: buffer}, nil) {
				return
			}
		}
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	same(t, look(t, dir), pages{"a.html": "a", "b.html": "b", "c.html": "c"}.with(nil))
}

func TestSiteWithinScope(t *testing.T) {
	dir := t.TempDir()
	site := pages{"a/1.html": "1", "a/2.html": "2", "b/1.html": "1", "b/2.html": "2", "index.html": "首页"}
	mustSite(t, dir, site, Result{Written: 5})
	inA := func(path string) bool { return strings.HasPrefix(path, "a/") }

	got, err := Site(dir, pages{"a/1.html": "新", "index.html": "新首页"}.seq(), Options{Scope: inA})
	if want := (Result{Written: 2, Removed: 1}); err != nil || got != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	same(t, look(t, dir), pages{"a/1.html": "新", "index.html": "新首页", "b/1.html": "1", "b/2.html": "2"}.with(nil))

	before := look(t, dir)
	for _, clash := range []string{"B/1.html", "b/1.HTML", "b", "b/1.html/x"} {
		if _, err := Site(dir, pages{clash: "?"}.seq(), Options{Scope: inA}); err == nil {
			t.Errorf("%s: no error, though b/1.html stays", clash)
		}
		same(t, look(t, dir), before)
	}
}

func BenchmarkSite(b *testing.B) {
	const n, size = 5000, 12 << 10
	content := make([]byte, size)
	site := func(version int) iter.Seq2[File, error] {
		return func(yield func(File, error) bool) {
			for i := range n {
				copy(content, fmt.Sprint(version, i))
				if !yield(File{Path: fmt.Sprintf("county/town/village%d/h/%d.html", i/100, i%100), Content: content}, nil) {
					return
				}
			}
		}
	}
	run := func(b *testing.B, dir string, version int) {
		if _, err := Site(dir, site(version), Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("changed", func(b *testing.B) {
		dir, version := b.TempDir(), 0
		for b.Loop() {
			version++
			run(b, dir, version)
		}
		b.SetBytes(n * size)
	})
	b.Run("unchanged", func(b *testing.B) {
		dir := b.TempDir()
		run(b, dir, 1)
		for b.Loop() {
			run(b, dir, 1)
		}
		b.SetBytes(n * size)
	})
}
