package verify

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// listed is a site of some files, with their manifest and further lines of it.
func listed(files map[string]string, lines ...string) fstest.MapFS {
	site := make(fstest.MapFS)
	var text strings.Builder
	for name, content := range files {
		site[name] = &fstest.MapFile{Data: []byte(content)}
		fmt.Fprintf(&text, "%x  %s\n", sha256.Sum256([]byte(content)), name)
	}
	for _, line := range lines {
		fmt.Fprintf(&text, "%064x  %s\n", 0, line)
	}
	site[manifest] = &fstest.MapFile{Data: []byte(text.String())}
	return site
}

// one is a site of one file of a place, which has open data.
func one(name, content string) fstest.MapFS {
	return listed(map[string]string{"cun/data/datapackage.json": "{}", name: content})
}

const honest = "；gongshi 的网站不会这样，先看看网址或文件夹对不对"

func TestWhatIsRefused(t *testing.T) {
	small := limits{manifest: 4 << 10, files: 20, file: 4 << 20, table: 2 << 20, small: 1 << 20, all: 8 << 20, room: 3 << 20}
	long := strings.Repeat("x", 2<<20)
	for name, c := range map[string]struct {
		site fstest.MapFS
		want string
	}{
		"a long manifest":     {listed(nil, strings.Repeat("a", 5<<10)), "读不到 SHA256SUMS，这里不像是 gongshi 生成的网站：“SHA256SUMS”太大，超过 0 MB" + honest},
		"very many files":     {listed(nil, strings.Split(strings.Repeat("a ", 21), " ")[:21]...), "清单 SHA256SUMS 里有 21 个文件，超过 20 个" + honest},
		"a path out of it":    {listed(nil, "../etc/passwd"), `SHA256SUMS 第 1 行："../etc/passwd" 不能用作网站里的路径；这不是 gongshi 写的清单，先看看网址或文件夹对不对`},
		"an absolute path":    {listed(nil, "/etc/passwd"), `SHA256SUMS 第 1 行："/etc/passwd" 不能用作网站里的路径；这不是 gongshi 写的清单，先看看网址或文件夹对不对`},
		"a path of Windows":   {listed(nil, `..\a.html`), `SHA256SUMS 第 1 行："..\\a.html" 不能用作网站里的路径；这不是 gongshi 写的清单，先看看网址或文件夹对不对`},
		"a path twice":        {listed(nil, "a.html", "a.html"), "SHA256SUMS 第 2 行：a.html 出现了两次；这不是 gongshi 写的清单，先看看网址或文件夹对不对"},
		"a path but for case": {listed(nil, "cun/a.html", "CUN/b.html"), "SHA256SUMS：cun 与 CUN 只有大小写或字符编码形式不同，在 Windows 和 macOS 上是同一个名字；请改其中一个；这不是 gongshi 写的清单，先看看网址或文件夹对不对"},
		"a file and a folder": {listed(nil, "cun", "cun/b.html"), "SHA256SUMS：cun 既是文件又是文件夹；这不是 gongshi 写的清单，先看看网址或文件夹对不对"},
		"a large file":        {one("cun/a.bin", long+long+"x"), "“cun/a.bin”太大，超过 4 MB" + honest},
		"a large table":       {one("cun/data/a.csv", long+"x"), "“cun/data/a.csv”太大，超过 2 MB" + honest},
		"a large description": {one("cun/data/datapackage.json", long), "“cun/data/datapackage.json”太大，超过 1 MB" + honest},
		"a wide table":        {one("cun/data/a.csv", strings.Repeat(",", 200_000)), "读到“cun/data/a.csv”，这个地方的表加起来要占超过 3 MB 的内存" + honest},
		"a long table":        {one("cun/data/a.csv", strings.Repeat("a\n", 100_000)), "读到“cun/data/a.csv”，这个地方的表加起来要占超过 3 MB 的内存" + honest},
		"very much in all":    {listed(map[string]string{"cun/data/notices.csv": "周期\n", "a.bin": long, "b.bin": long, "c.bin": long, "d.bin": long}), "个文件"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := check(c.site, Options{}, small)
			if name == "very much in all" {
				if err == nil || !strings.HasSuffix(err.Error(), ".bin”，所有文件加起来超过 8 MB"+honest) {
					t.Error(err)
				}
				return
			}
			if err == nil || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

// A folder may hold what is no file: a link out of it, and a pipe that nobody writes to.
func TestWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	site := filepath.Join(dir, "site")
	for name, file := range one("cun/a.html", "") {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(site, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(site, name), file.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	page := filepath.Join(site, "cun", "a.html")
	for _, c := range []struct {
		make func() error
		want string
	}{
		{func() error { return os.Mkdir(page, 0o777) }, "“cun/a.html”不是普通的文件（d---------），没有读" + honest},
		{func() error { return os.Symlink(dir, page) }, "“cun/a.html”是通到网站文件夹外面的链接，没有读" + honest},
		{func() error { return pipe(page) }, "“cun/a.html”不是普通的文件（p---------），没有读" + honest},
	} {
		if err := os.RemoveAll(page); err != nil {
			t.Fatal(err)
		}
		if err := c.make(); err != nil {
			t.Log(err) // Windows has no pipes in folders, nor links for everybody
			continue
		}
		root, err := os.OpenRoot(site)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Site(root.FS(), Options{}); err == nil || err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
		_ = root.Close()
	}
}

// endless is a file without an end.
type endless struct{ fs.File }

func (endless) Read(p []byte) (int, error) { return copy(p, strings.Repeat(",\n", len(p)/2+1)), nil }
func (endless) Close() error               { return nil }

type endlessSite struct{ fstest.MapFS }

func (s endlessSite) Open(name string) (fs.File, error) {
	if name == manifest {
		return s.MapFS.Open(name)
	}
	return endless{}, nil
}

func (s endlessSite) Stat(name string) (fs.FileInfo, error) { return s.MapFS.Stat(manifest) }

// Files without an end take no more memory than their limits allow.
func TestMemoryIsBounded(t *testing.T) {
	l := limits{manifest: 1 << 20, files: 100, file: 16 << 20, table: 16 << 20, small: 1 << 20, all: 1 << 30, room: 8 << 20}
	for _, name := range []string{"cun/a.webp", "cun/data/a.csv", "cun/data/datapackage.json", "cun/a.html"} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := check(endlessSite{listed(nil, "cun/data/index.html", name)}, Options{}, l)
		runtime.ReadMemStats(&after)
		// A file's bytes grow to 16 MB, by some 40 in all.
		if taken := after.TotalAlloc - before.TotalAlloc; err == nil || taken > 48<<20 {
			t.Errorf("%s: %d MB allocated, %v", name, taken>>20, err)
		}
	}
}

// What is not read any further is summed as it streams by.
func TestAssetsTakeNoMemory(t *testing.T) {
	f := &files{limits: absolute, site: fstest.MapFS{"a": {Data: bytes.Repeat([]byte("x"), 8<<20)}}, absent: map[string]bool{}, altered: map[string]bool{}}
	f.left.Store(absolute.all)
	if taken := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if f.read("a", 9<<20, false); f.err() != nil {
				b.Fatal(f.err())
			}
		}
	}).AllocedBytesPerOp(); taken > 256<<10 {
		t.Errorf("%d bytes allocated for a file of 8 MB", taken)
	}
}
