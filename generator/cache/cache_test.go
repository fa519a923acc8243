package cache

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What was seen holds until it changes, whichever way it was looked at.
func TestSights(t *testing.T) {
	for name, c := range map[string]struct {
		look   func(*Trace)
		change func(dir string) error
		holds  bool
	}{
		"nothing":      {func(t *Trace) { t.ReadFile("a") }, func(string) error { return nil }, true},
		"other bytes":  {func(t *Trace) { t.ReadFile("a") }, func(d string) error { return os.WriteFile(d+"/a", []byte("2"), 0o644) }, false},
		"same bytes":   {func(t *Trace) { t.ReadFile("a") }, func(d string) error { return os.WriteFile(d+"/a", []byte("1"), 0o644) }, true},
		"opened":       {func(t *Trace) { t.Open("a") }, func(d string) error { return os.WriteFile(d+"/a", []byte("2"), 0o644) }, false},
		"gone":         {func(t *Trace) { t.ReadFile("a") }, func(d string) error { return os.Remove(d + "/a") }, false},
		"was not":      {func(t *Trace) { t.ReadFile("b") }, func(d string) error { return os.WriteFile(d+"/b", nil, 0o644) }, false},
		"still not":    {func(t *Trace) { t.ReadFile("b") }, func(d string) error { return os.WriteFile(d+"/c", nil, 0o644) }, true},
		"a new name":   {func(t *Trace) { t.ReadDir(".") }, func(d string) error { return os.WriteFile(d+"/b", nil, 0o644) }, false},
		"below":        {func(t *Trace) { t.ReadDir(".") }, func(d string) error { return os.WriteFile(d+"/v/b", nil, 0o644) }, true},
		"walked":       {func(t *Trace) { fs.WalkDir(t, ".", func(string, fs.DirEntry, error) error { return nil }) }, func(d string) error { return os.WriteFile(d+"/v/b", nil, 0o644) }, false},
		"now a folder": {func(t *Trace) { t.Stat("a") }, func(d string) error { os.Remove(d + "/a"); return os.Mkdir(d+"/a", 0o755) }, false},
		"now a link":   {func(t *Trace) { t.Lstat("a") }, func(d string) error { os.Rename(d+"/a", d+"/c"); return os.Symlink("c", d+"/a") }, false},
		"led through":  {func(t *Trace) { t.Stat("a") }, func(d string) error { os.Rename(d+"/a", d+"/c"); return os.Symlink("c", d+"/a") }, true},
		"leads away":   {func(t *Trace) { t.ReadLink("l") }, func(d string) error { os.Remove(d + "/l"); return os.Symlink("v", d+"/l") }, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			os.WriteFile(filepath.Join(dir, "a"), []byte("1"), 0o644)
			os.Mkdir(filepath.Join(dir, "v"), 0o755)
			if err := os.Symlink("a", filepath.Join(dir, "l")); err != nil {
				t.Skip(err)
			}
			trace := Watch(os.DirFS(dir))
			c.look(trace)
			if err := c.change(dir); err != nil {
				t.Fatal(err)
			}
			part := Part{time.Now().Add(time.Hour).UnixNano(), trace.Seen()}
			if got := part.Same(os.DirFS(dir)); got != c.holds {
				t.Errorf("%t, want %t", got, c.holds)
			}
		})
	}
}

// A program that is replaced while it runs, as by an update beside serve, is not taken for the one
// that built.
func TestProgramIsTheOneThatRuns(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "gongshi")
	os.WriteFile(file, []byte("1"), 0o755)
	var running start
	later := time.Now().Add(time.Hour).UnixNano()
	first := running.seen(Part{}, later, os.DirFS(dir), "gongshi")
	if early := (Part{0, first.Sights}); !early.Same(os.DirFS(dir)) {
		t.Error("its sum is not that of its bytes")
	}
	os.WriteFile(file, []byte("other"), 0o755)
	again := running.seen(Part{}, later, os.DirFS(dir), "gongshi")
	if again.Same(os.DirFS(dir)) {
		t.Error("what is kept is of the new program")
	}
	if next := new(start).seen(first, later, os.DirFS(dir), "gongshi"); next.Sights[0] != first.Sights[0] {
		t.Error("the program was read again, though it is kept")
	}
}

// A file that was written when it was read is read again: its stamp may be that of other bytes.
func TestStampsTooNear(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a")
	os.WriteFile(file, []byte("1"), 0o644)
	trace := Watch(os.DirFS(dir))
	trace.ReadFile("a")
	seen := trace.Seen()[0]
	seen.Sum[0]++ // the bytes were others, under the same stamp
	written := seen.Stamp.Modified
	if seen.Holds(os.DirFS(dir), written+int64(time.Millisecond)) {
		t.Error("a stamp of the same instant is believed")
	}
	if !seen.Holds(os.DirFS(dir), written+int64(time.Minute)) {
		t.Error("an older file is read")
	}
}

// What is seen twice, and is another, is not kept.
func TestTorn(t *testing.T) {
	dir := t.TempDir()
	trace := Watch(os.DirFS(dir))
	trace.ReadFile("a")
	os.WriteFile(filepath.Join(dir, "a"), nil, 0o644)
	trace.ReadFile("a")
	if trace.Seen() != nil {
		t.Error("kept")
	}
}

// Of a cache file that is not whole, nothing is read.
func TestFileIsWhole(t *testing.T) {
	folder := t.TempDir()
	f := At(folder, "site", "site/public")
	if f.Begin() == 0 {
		t.Fatal("no folder")
	}
	if err := f.Keep(Build{Asked: "x"}); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(string(f))
	if err != nil {
		t.Fatal(err)
	}
	load := func(text []byte) bool {
		os.WriteFile(string(f), text, 0o600)
		return f.Load(new(Build))
	}
	if !load(whole) {
		t.Error("the whole file is not read")
	}
	for i := range whole {
		damaged := append([]byte(nil), whole...)
		damaged[i] ^= 0x10
		if load(damaged) || load(whole[:i]) {
			t.Fatalf("a file that is damaged or cut at %d is read", i)
		}
	}
	if File("").Load(new(Build)) || At(folder, "other", "site/public").Load(new(Build)) {
		t.Error("read from nowhere")
	}
}
