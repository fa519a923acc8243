package serve

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gongshi/generator/diag"
)

// patience is how long a test waits for what has to come. It is never waited out
// by a test that passes.
const patience = 30 * time.Second

// village is a site whose build puts all its sources, one after the other, into
// index.html. Words in the sources make it fail: 错 is a problem, 示 a note, 坏 an
// error, 崩 a panic.
type village struct {
	t              *testing.T
	source, output string
	spare          string // a folder that nobody watches
	url            string
	stop           func() error // ends Run and returns what it returned
	log            *lines
	builds         atomic.Int32
	building       atomic.Int32
	gate           chan struct{} // where not nil, a build waits here, after reading
	read           chan struct{} // … and tells here that it does
	looked         *Looked       // where not nil, a build shows the page early, before it waits
}

// lines is a log that may be read at any time.
type lines struct {
	lock sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.lock.Lock()
	defer l.lock.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.lock.Lock()
	defer l.lock.Unlock()
	return l.text.String()
}

func newVillage(t *testing.T, files map[string]string) *village {
	v := &village{t: t, source: t.TempDir(), spare: t.TempDir(), output: filepath.Join(t.TempDir(), "public"), log: &lines{}}
	for path, content := range files {
		v.write(path, content)
	}
	return v
}

// start runs the server until the test ends.
func (v *village) start() *village {
	v.t.Helper()
	listen, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		v.t.Fatal(err)
	}
	v.url = "http://" + listen.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- Run(ctx, Options{Source: v.source, Output: v.output, Listen: []net.Listener{listen}, Build: v.build, Log: v.log, Mark: "stone", Looked: v.looked})
	}()
	v.stop = sync.OnceValue(func() error {
		cancel()
		select {
		case err := <-done:
			return err
		case <-time.After(patience):
			return errors.New("Run does not return")
		}
	})
	v.t.Cleanup(func() {
		if err := v.stop(); err != nil {
			v.t.Error(err)
		}
		if v.t.Failed() {
			v.t.Log(v.log)
		}
	})
	return v
}

func (v *village) build() (list diag.List, err error) {
	v.builds.Add(1)
	if v.building.Add(1) > 1 {
		v.t.Error("two builds at once")
	}
	defer v.building.Add(-1)
	text := v.sources()
	page := "<!doctype html><head><title>村</title></head>" + text
	if v.looked != nil && slices.Contains(v.looked.Pages(), "index.html") {
		v.looked.Show("index.html", []byte(page))
	}
	if v.gate != nil {
		v.read <- struct{}{}
		<-v.gate
	}
	if strings.Contains(text, "示") {
		list.Add(diag.Diagnostic{Position: diag.At("data/a.csv", 1, 1), Severity: diag.Note, Message: "提示"})
	}
	switch {
	case strings.Contains(text, "崩"):
		panic("崩了")
	case strings.Contains(text, "坏"):
		return list, errors.New("磁盘坏了")
	case strings.Contains(text, "错"):
		list.Add(diag.Diagnostic{Position: diag.At("data/a.csv", 3, 2), Code: "missing-cell", Heading: "户主", Message: "这里<空>着；应为姓名", Hint: "补上姓名"})
		return list, nil
	}
	name := filepath.Join(v.output, "index.html")
	if old, err := os.ReadFile(name); err == nil && string(old) == page {
		return list, nil
	}
	return list, errors.Join(os.MkdirAll(v.output, 0o755), os.WriteFile(name, []byte(page), 0o644))
}

func (v *village) sources() string {
	var text strings.Builder
	fs.WalkDir(os.DirFS(v.source), ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && relevant(path) {
			content, _ := os.ReadFile(filepath.Join(v.source, path))
			text.Write(content)
		}
		return nil
	})
	return text.String()
}

func (v *village) path(path string) string { return filepath.Join(v.source, filepath.FromSlash(path)) }

// write saves a file in one step: no build can read half of it.
func (v *village) write(path, content string) {
	v.t.Helper()
	whole := filepath.Join(v.spare, "file")
	err := errors.Join(
		os.MkdirAll(filepath.Dir(v.path(path)), 0o755),
		os.WriteFile(whole, []byte(content), 0o644),
		os.Rename(whole, v.path(path)),
	)
	if err != nil {
		v.t.Fatal(err)
	}
}

func (v *village) get(path string) string {
	v.t.Helper()
	response, err := http.Get(v.url + path)
	if err != nil {
		v.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return string(body)
}

// event is what a page is told.
type event struct{ name, data string }

// stream are the events of one page.
type stream struct {
	t      *testing.T
	v      *village
	events chan event
}

// version is that of the page that is under path now.
func (v *village) version(path string) string {
	v.t.Helper()
	_, rest, found := strings.Cut(v.get(path), `data-version="`)
	version, _, _ := strings.Cut(rest, `"`)
	if !found || version == "" {
		v.t.Fatal("the page does not say of which version it is")
	}
	return version
}

// listen is what live.js does on a page that it found under path.
func (v *village) listen(path string) *stream {
	v.t.Helper()
	request, err := http.NewRequestWithContext(v.t.Context(), "GET", v.url+"/_gongshi/events?seen="+v.version(path)+"&at="+url.QueryEscape(path), nil)
	if err != nil {
		v.t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		v.t.Fatal(err)
	}
	s := &stream{v.t, v, make(chan event, 100)}
	go func() {
		defer close(s.events)
		defer response.Body.Close()
		var now event
		for text := bufio.NewScanner(response.Body); text.Scan(); {
			name, value, _ := strings.Cut(text.Text(), ": ")
			switch {
			case name == "event":
				now.name = value
			case name == "data":
				now.data = value
			case name == "" && now.name != "":
				s.events <- now
				now = event{}
			}
		}
	}()
	return s
}

// expect waits for the next event, which has to be name, and returns its data.
func (s *stream) expect(name string) string {
	s.t.Helper()
	select {
	case got, open := <-s.events:
		if !open || got.name != name {
			s.t.Fatalf("event %q (stream open: %v), want %q", got, open, name)
		}
		return got.data
	case <-time.After(patience):
		s.t.Fatalf("no event, want %q", name)
	}
	return ""
}

// expectPage reloads the page until it is made of text. One change may be two
// builds, if the machine is slow enough to rest in the midst of it.
func (s *stream) expectPage(text string) {
	s.t.Helper()
	for {
		s.expect("reload")
		if _, body, _ := strings.Cut(s.v.get("/"), "</head>"); body == text {
			return
		}
	}
}

func TestRunServesAndReloads(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "甲"}).start()
	page := v.listen("/")
	file, err := os.ReadFile(filepath.Join(v.output, "index.html"))
	if err != nil || strings.Contains(string(file), "script") {
		t.Errorf("the page on the disk is %q, %v", file, err)
	}
	if shown := v.get("/"); !strings.Contains(shown, `<script src="/_gongshi/live.js" defer`) || !strings.Contains(shown, "甲") {
		t.Errorf("the page is %q", shown)
	}

	if err := os.WriteFile(v.path("data/a.csv"), []byte("乙"), 0o644); err != nil {
		t.Fatal(err)
	}
	page.expectPage("乙")
	v.write("config.toml", "丙")
	page.expectPage("丙乙")
}

func TestRunShowsProblemsUntilTheyAreMended(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "甲"}).start()
	page := v.listen("/")
	v.write("data/a.csv", "错示")
	got := page.expect("problems")
	want := `{"language":"zh-CN","problems":[{"file":"data/a.csv","where":"第3行","code":"missing-cell","message":"这里\u003c空\u003e着；应为姓名","hint":"补上姓名"}]}`
	if got != want {
		t.Errorf("problems %s\nwant     %s", got, want)
	}
	if shown := v.get("/"); !strings.Contains(shown, "甲") {
		t.Errorf("the last good page is gone, there is %q", shown)
	}
	late := v.listen("/") // a page that is loaded now
	late.expect("problems")

	v.write("data/a.csv", "甲") // no page changes, and the problems have to go all the same
	page.expect("reload")
	late.expect("reload")
	if !strings.Contains(v.log.String(), "有 1 处错误，网页暂不更新，改好以后自动更新\n") {
		t.Errorf("the log is %s", v.log)
	}
}

func TestRunShowsErrorsAndPanics(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "甲"}).start()
	page := v.listen("/")
	for _, test := range []struct{ source, want string }{
		{"坏", "磁盘坏了"},
		{"崩", "程序出错：崩了"},
		{"坏 again", "磁盘坏了"},
	} {
		v.write("data/a.csv", test.source)
		var got struct{ Problems []overlaid }
		if err := json.Unmarshal([]byte(page.expect("problems")), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]overlaid{{Message: test.want}}, got.Problems); diff != "" {
			t.Error(diff)
		}
	}
	v.write("data/a.csv", "乙")
	page.expect("reload")
}

func TestRunTakesNotesForNoProblem(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "示"}).start()
	page := v.listen("/")
	v.write("data/a.csv", "示示")
	page.expect("reload")
}

func TestRunWhoseFirstBuildFails(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "错"}).start()
	page := v.listen("/any/page.html")
	page.expect("problems")
	v.write("data/a.csv", "甲")
	page.expectPage("甲")
}

// A page may be loaded before a build ends, and ask for events only afterwards.
func TestRunReloadsPagesThatComeLate(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "甲"}).start()
	first := v.listen("/")
	v.write("data/a.csv", "乙")
	version := first.expect("reload")
	if !strings.Contains(v.get("/"), version) {
		t.Error("the new page is not of the new version")
	}
	response, err := http.Get(v.url + "/_gongshi/events?seen=former")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	for text := bufio.NewScanner(response.Body); text.Scan(); {
		if text.Text() == "event: reload" {
			return
		}
	}
	t.Error("a stale page is not told to reload")
}

// What changes while a build runs is in the next one.
func TestRunBuildsAgainAfterChangesDuringABuild(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "甲"})
	v.gate, v.read = make(chan struct{}), make(chan struct{})
	v.start()
	pass := func() {
		t.Helper()
		select {
		case <-v.read:
		case <-time.After(patience):
			t.Fatal("no build")
		}
	}
	pass()
	v.gate <- struct{}{}
	page := v.listen("/")

	v.write("data/a.csv", "乙")
	pass()
	v.write("data/a.csv", "丙") // too late for the build that waits
	v.gate <- struct{}{}
	page.expect("reload")
	pass()
	v.gate <- struct{}{}
	page.expectPage("丙")
	go func() { // whatever else the file system tells
		for range v.read {
			v.gate <- struct{}{}
		}
	}()
}

func TestRunEndsWithOpenPages(t *testing.T) {
	v := newVillage(t, map[string]string{"data/a.csv": "甲"}).start()
	page := v.listen("/")
	if err := v.stop(); err != nil {
		t.Error(err)
	}
	if got, open := <-page.events; open {
		t.Errorf("event %q", got)
	}
	if _, err := net.Dial("tcp", strings.TrimPrefix(v.url, "http://")); err == nil {
		t.Error("the server still listens")
	}
}

func TestRunFails(t *testing.T) {
	listen := func() []net.Listener {
		listen, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		return []net.Listener{listen}
	}
	build := func() (diag.List, error) { return nil, nil }
	t.Run("no source", func(t *testing.T) {
		opt := Options{Source: filepath.Join(t.TempDir(), "none"), Output: t.TempDir(), Listen: listen(), Build: build, Log: io.Discard}
		if err := Run(t.Context(), opt); err == nil || !strings.Contains(err.Error(), "none") {
			t.Errorf("error %v", err)
		}
	})
	t.Run("no listener", func(t *testing.T) {
		opt := Options{Source: t.TempDir(), Output: t.TempDir(), Listen: listen(), Build: build, Log: io.Discard}
		opt.Listen[0].Close()
		if err := Run(t.Context(), opt); err == nil {
			t.Error("no error")
		}
	})
}
