package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// refused runs Site, which has to fail with an error that says want, and to leave
// everything as it was.
func refused(t *testing.T, dir string, p pages, want string) {
	t.Helper()
	age(t, dir)
	before, timed := look(t, dir), times(t, dir, false)
	_, err := Site(dir, p.seq(), Options{})
	if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), dir) {
		t.Errorf("error %v, want one that names the folder and says %q", err, want)
	}
	same(t, look(t, dir), before)
	same(t, times(t, dir, false), timed)
}

func TestSiteRefusesPaths(t *testing.T) {
	for name, test := range map[string]struct {
		paths []string
		want  string
	}{
		"twice":             {[]string{"a.html", "a.html"}, "a.html 生成了两次"},
		"case":              {[]string{"h/a.html", "h/A.html"}, "h/A.html 与 h/a.html"},
		"case of a folder":  {[]string{"h/a.html", "H/b.html"}, "H 与 h"},
		"composed":          {[]string{"\u00e9.html", "e\u0301.html"}, "字符编码形式"},
		"kelvin":            {[]string{"k", "\u212a"}, "大小写"},
		"file, then folder": {[]string{"a", "a/b"}, "a 既是文件又是文件夹"},
		"folder, then file": {[]string{"a/b/c", "a/b"}, "a/b 既是文件又是文件夹"},
		"folder of a case":  {[]string{"a/b", "A"}, "A 既是文件又是文件夹"},
		"above":             {[]string{"../a"}, "不能用作"},
		"within":            {[]string{"a/../b"}, "不能用作"},
		"absolute":          {[]string{"/a"}, "不能用作"},
		"empty":             {[]string{""}, "不能用作"},
		"dot":               {[]string{"."}, "不能用作"},
		"slash":             {[]string{"a/"}, "不能用作"},
		"backslash":         {[]string{`a\b`}, "不能用作"},
		"line":              {[]string{"a\nb"}, "不能用作"},
		"not UTF-8":         {[]string{"a\xff"}, "不能用作"},
		"device":            {[]string{"a/con.html"}, "留给设备"},
		"of Windows":        {[]string{"a?b.html"}, "Windows 不能用的字符"},
		"turned":            {[]string{"a\u202eb.html"}, "改变文字方向"},
		"manifest":          {[]string{"sha256sums"}, "程序自己使用"},
		"staging":           {[]string{Staging + "/0"}, "程序自己使用"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustSite(t, dir, pages{"old.html": "旧"}, Result{Written: 1})
			age(t, dir)
			before, timed := look(t, dir), times(t, dir, false)
			_, err := Site(dir, func(yield func(File, error) bool) {
				for _, path := range append([]string{"old.html"}, test.paths...) {
					if !yield(File{Path: path, Content: []byte("新")}, nil) {
						return
					}
				}
			}, Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
			same(t, look(t, dir), before)
			same(t, times(t, dir, false), timed)
		})
	}
}

func TestSiteRefusesFolderOfOthers(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, pages{"照片.jpg": "?"})
	refused(t, dir, village, "照片.jpg")
}

// What Windows, macOS and Excel leave in a folder that somebody looked into makes it
// nobody's, and stays.
func TestSiteTakesFolderThatOnlySystemsWroteInto(t *testing.T) {
	dir := t.TempDir()
	left := pages{"desktop.ini": "[]", "Thumbs.db": "?", ".DS_Store": "?", "~$名册.xlsx": "?"}
	lay(t, dir, left)
	mustSite(t, dir, pages{"a.html": "a"}, Result{Written: 1})
	same(t, look(t, dir), pages{"a.html": "a"}.with(left))
}

func TestSiteRefusesForeignFiles(t *testing.T) {
	for name, test := range map[string]struct {
		foreign pages
		new     string
		want    string
	}{
		"in its place":           {pages{"b/c.html": "别人的"}, "b/c.html", "b/c.html 已经存在"},
		"equal all the same":     {pages{"b/c.html": "新"}, "b/c.html", "b/c.html 已经存在"},
		"of another case":        {pages{"A.HTML": "别人的"}, "A.HTML", "A.HTML 已经存在"},
		"in place of its folder": {pages{"b": "别人的"}, "b/c/d.html", "b 已经存在"},
		"folder in its place":    {pages{"b/c/d": "别人的"}, "b", "b/c"},
		"dot in its folder":      {pages{"dir/.keep": ""}, "dir", "dir/.keep"},
		"among ours":             {pages{"dir/x": ""}, "dir", "dir/x"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustSite(t, dir, pages{"a.html": "a", "dir/ours": "a"}, Result{Written: 2})
			lay(t, dir, test.foreign)
			refused(t, dir, pages{"0.html": "新", test.new: "新"}, test.want)
		})
	}
	t.Run("empty folder in its place", func(t *testing.T) {
		dir := t.TempDir()
		mustSite(t, dir, pages{"a/b": "a"}, Result{Written: 1})
		if err := os.Mkdir(filepath.Join(dir, "a", "c"), 0o755); err != nil {
			t.Fatal(err)
		}
		refused(t, dir, pages{"a": "新"}, "a/c")
	})
}

func TestSiteRefusesDamagedManifest(t *testing.T) {
	const sum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	for name, test := range map[string]struct{ manifest, want string }{
		"conflict":    {"<<<<<<< HEAD\n" + sum + "  a.html\n", "第 1 行"},
		"cut short":   {sum + "  a.html\n" + sum + "  b.ht", "第 2 行"},
		"binary mark": {sum + " *a.html\n", "第 1 行"},
		"not hex":     {"x" + sum[1:] + "  a.html\n", "十六进制"},
		"short":       {sum[1:] + "  a.html\n", "第 1 行"},
		"twice":       {sum + "  a.html\n" + sum + "  a.html\n", "两次"},
		"escape":      {sum + "  ../a.html\n", "不能用作"},
		"no path":     {sum + "  \n", "不能用作"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			lay(t, dir, pages{Manifest: test.manifest, "a.html": ""})
			refused(t, dir, village, test.want)
		})
	}
	t.Run("unreadable", func(t *testing.T) {
		dir := t.TempDir()
		lay(t, dir, pages{Manifest + "/x": "", "a.html": ""})
		refused(t, dir, village, Manifest)
	})
}

func TestSiteReadsManifestThatGitMadeCRLF(t *testing.T) {
	dir := t.TempDir()
	mustSite(t, dir, pages{"a": "1", "b": "2"}, Result{Written: 2})
	crlf := strings.ReplaceAll(pages{"a": "1", "b": "2"}.manifest(), "\n", "\r\n")
	lay(t, dir, pages{Manifest: crlf})
	mustSite(t, dir, pages{"a": "1"}, Result{Unchanged: 1, Removed: 1})
	same(t, look(t, dir), pages{"a": "1"}.with(nil))
}

// link makes a symbolic link, or skips where that needs a privilege.
func link(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Skip(err)
	}
}

func TestSiteFollowsNoLink(t *testing.T) {
	outside := t.TempDir()
	lay(t, outside, pages{"page.html": "别人的", "old.html": "旧"})
	before := look(t, outside)

	t.Run("folder", func(t *testing.T) {
		dir := t.TempDir()
		mustSite(t, dir, pages{"a.html": "a"}, Result{Written: 1})
		link(t, outside, filepath.Join(dir, "out"))
		refused(t, dir, pages{"a.html": "新", "out/new.html": "新"}, "out 已经存在")
	})
	t.Run("folder within", func(t *testing.T) {
		dir := t.TempDir()
		mustSite(t, dir, pages{"a/x": "a"}, Result{Written: 1})
		link(t, "a", filepath.Join(dir, "b"))
		refused(t, dir, pages{"b/x": "新"}, "b 已经存在")
	})
	t.Run("foreign file", func(t *testing.T) {
		dir := t.TempDir()
		mustSite(t, dir, pages{"a.html": "a"}, Result{Written: 1})
		link(t, filepath.Join(outside, "page.html"), filepath.Join(dir, "b.html"))
		refused(t, dir, pages{"b.html": "新"}, "b.html 已经存在")
	})
	t.Run("in place of our file", func(t *testing.T) {
		dir := t.TempDir()
		mustSite(t, dir, pages{"a.html": "别人的"}, Result{Written: 1})
		os.Remove(filepath.Join(dir, "a.html"))
		link(t, filepath.Join(outside, "page.html"), filepath.Join(dir, "a.html"))
		mustSite(t, dir, pages{"a.html": "别人的"}, Result{Written: 1})
		same(t, look(t, dir), pages{"a.html": "别人的"}.with(nil))
	})
	t.Run("in place of our file, equal in bytes and length", func(t *testing.T) {
		dir := t.TempDir()
		site := pages{"a.html": "b.html", "b.html": "b.html"}
		mustSite(t, dir, site, Result{Written: 2})
		os.Remove(filepath.Join(dir, "a.html"))
		link(t, "b.html", filepath.Join(dir, "a.html"))
		mustSite(t, dir, site, Result{Written: 1, Unchanged: 1})
		same(t, look(t, dir), site.with(nil))
	})
	t.Run("over an obsolete folder", func(t *testing.T) {
		dir := t.TempDir()
		mustSite(t, dir, pages{"a.html": "a", "out/old.html": "旧"}, Result{Written: 2})
		os.RemoveAll(filepath.Join(dir, "out"))
		link(t, outside, filepath.Join(dir, "out"))
		mustSite(t, dir, pages{"a.html": "a"}, Result{Unchanged: 1})
		same(t, look(t, dir), pages{"a.html": "a"}.with(pages{"out": "-> " + outside}))
	})
	same(t, look(t, outside), before)
}

// failing is a sequence that breaks off after p.
func failing(p pages, fail func(yield func(File, error) bool)) func(func(File, error) bool) {
	return func(yield func(File, error) bool) {
		for file, err := range p.seq() {
			if !yield(file, err) {
				return
			}
		}
		fail(yield)
	}
}

func TestSiteChangesNothingWhenTheSequenceFails(t *testing.T) {
	broken := errors.New("模板出错")
	next := pages{"index.html": "新", "z/new.html": "新"}
	dir := t.TempDir()
	mustSite(t, dir, village, Result{Written: 5})
	age(t, dir)
	before, timed := look(t, dir), times(t, dir, false)

	result, err := Site(dir, failing(next, func(yield func(File, error) bool) { yield(File{}, broken) }), Options{})
	if err != broken || result != (Result{}) {
		t.Errorf("got %+v, %v, want nothing and the error of the sequence", result, err)
	}
	same(t, look(t, dir), before)
	same(t, times(t, dir, false), timed)

	func() {
		defer func() { recover() }()
		Site(dir, failing(next, func(func(File, error) bool) { panic("模板出错") }), Options{})
		t.Error("the panic of the sequence was lost")
	}()
	same(t, look(t, dir), before)
	same(t, times(t, dir, false), timed)
}

func TestSiteLeavesNoFolderWhenTheSequenceFails(t *testing.T) {
	up := t.TempDir()
	_, err := Site(filepath.Join(up, "a", "public"), failing(village, func(yield func(File, error) bool) {
		yield(File{}, errors.New("?"))
	}), Options{})
	if err == nil {
		t.Error("no error")
	}
	same(t, look(t, up), pages{"./": ""})
}
