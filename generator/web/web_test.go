package web

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
)

// small are limits that a test reaches at once.
var small = limits{redirects: 3, header: 16 << 10, idle: absolute.idle, file: absolute.file, all: absolute.all, sent: 1 << 20}

// served is what a reader gets of one file of a server.
func served(t *testing.T, handler http.HandlerFunc) ([]byte, error) {
	t.Helper()
	server := httptest.NewServer(handler)
	defer server.Close()
	at, err := url.Parse(server.URL + "/x")
	if err != nil {
		t.Fatal(err)
	}
	site := open(at, small, new(net.Dialer))
	defer site.Close()
	return fs.ReadFile(site, "a/b.html")
}

func TestFilesAreReadAsTheyAre(t *testing.T) {
	text := strings.Repeat("示例 0123456789\n", 1000)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	for name, handler := range map[string]http.HandlerFunc{
		"plain": func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, text) },
		"packed without being asked to": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(packed.Bytes())
		},
		"redirected to itself": func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/x/a/b.html" {
				http.Redirect(w, r, "/x/a/b", http.StatusMovedPermanently)
				return
			}
			_, _ = io.WriteString(w, text)
		},
	} {
		if got, err := served(t, handler); err != nil || string(got) != text {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
	if _, err := served(t, http.NotFound); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestWhatAServerMayNotDo(t *testing.T) {
	redirect := func(to string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
	}
	packed := func(packing string, head, data []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", packing)
			_, _ = w.Write(head)
			for {
				if _, err := w.Write(data); err != nil {
					return
				}
			}
		}
	}
	head := []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff}
	nothing := bytes.Repeat([]byte{0, 0, 0, 0xff, 0xff}, 1<<14) // blocks of deflate that unpack to no byte
	for name, c := range map[string]struct {
		handler http.HandlerFunc
		want    string
	}{
		"a loop":         {redirect("/x/a/b.html"), "“a/b.html”转了 3 次还没有到；请管网站的人改正服务器的设置，或者把网站的文件夹拷来核对"},
		"another host":   {redirect("http://example.com/a"), "“a/b.html”要转到另一台服务器“http://example.com/a”；网站若搬到了那里，请直接核对那个网址"},
		"another port":   {redirect("http://127.0.0.1:1/a"), "“a/b.html”要转到另一台服务器“http://127.0.0.1:1/a”；网站若搬到了那里，请直接核对那个网址"},
		"another scheme": {redirect("https://127.0.0.1/a"), "“a/b.html”要转到“https://127.0.0.1/a”，协议不同了；网站若改用了它，请直接核对那个网址"},
		"an endless body": {func(w http.ResponseWriter, r *http.Request) {
			for block := make([]byte, 1<<16); ; {
				if _, err := w.Write(block); err != nil {
					return
				}
			}
		}, "“a/b.html”太大，服务器送来了 1 MB 还没有完；gongshi 的网站没有这样大的文件，先核对网址有没有写错"},
		"an endless nothing": {packed("gzip", head, nothing), "“a/b.html”太大，服务器送来了 1 MB 还没有完；gongshi 的网站没有这样大的文件，先核对网址有没有写错"},
		"broken gzip":        {packed("gzip", head, []byte("0123456789")), "“a/b.html”送来时压缩过，解不开；过一会儿再核对，或者把网站的文件夹拷来核对"},
		"a body that is cut": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "9")
			_, _ = w.Write([]byte("x"))
		}, "“a/b.html”没有送完就断了；过一会儿再核对，或者把网站的文件夹拷来核对"},
		"no gzip":         {packed("gzip", nil, []byte("0123456789")), "“a/b.html”送来时压缩过，解不开；过一会儿再核对，或者把网站的文件夹拷来核对"},
		"another packing": {packed("br", nil, []byte("x")), "“a/b.html”送来时用 \"br\" 压缩过，程序解不开；请管网站的人关掉这种压缩，或者把网站的文件夹拷来核对"},
		"a long head": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("X-Long", strings.Repeat("x", 64<<10))
		}, "“a/b.html”的答复开头（HTTP 头）太大，超过 16 KB；先核对网址有没有写错，或者把网站的文件夹拷来核对"},
		"a failure": {func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) }, "“a/b.html”：服务器答复 403 Forbidden"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := served(t, c.handler); err == nil || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

// A file that packs a gigabyte is unpacked only as far as it is read.
func TestABombIsUnpackedAsFarAsItIsRead(t *testing.T) {
	var bomb bytes.Buffer
	w, _ := gzip.NewWriterLevel(&bomb, gzip.BestSpeed)
	_, _ = io.Copy(w, io.LimitReader(zeros{}, 64<<20))
	_ = w.Close()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(bomb.Bytes())
	}))
	defer server.Close()
	at, _ := url.Parse(server.URL)
	site := open(at, small, new(net.Dialer))
	defer site.Close()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f, err := site.Open("a.csv")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.CopyN(io.Discard, f, 1<<20); err != nil {
		t.Error(err)
	}
	_ = f.Close()
	runtime.ReadMemStats(&after)
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 4<<20 {
		t.Errorf("%d bytes for one megabyte", taken)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// A name that led to a public address may not lead into the reader's network later; a site
// within the network is read as before.
func TestNoWayIntoTheNetwork(t *testing.T) {
	at, _ := url.Parse("https://gongshi.example/x/")
	for _, inner := range []string{"127.0.0.1:80", "10.1.2.3:80", "192.168.1.1:80", "172.16.0.1:80", "169.254.169.254:80", "100.64.0.1:80", "0.0.0.0:80", "[::1]:80", "[fe80::1]:80", "[fd00::1]:80", "[::ffff:10.0.0.1]:80"} {
		site := open(at, small, new(net.Dialer))
		for range 2 {
			if err := site.admit("tcp", "203.0.113.7:443", nil); err != nil {
				t.Error(err)
			}
		}
		if err := site.admit("tcp", inner, nil); err == nil || !strings.Contains(err.Error(), "“gongshi.example”起先在公网上，忽然指到了内部的地址") {
			t.Errorf("%s: %v", inner, err)
		}
		within := open(at, small, new(net.Dialer))
		if err := within.admit("tcp", inner, nil); err != nil {
			t.Errorf("%s at first: %v", inner, err)
		}
	}
	site := open(at, small, new(net.Dialer))
	first := httptest.NewRequest(http.MethodGet, "https://gongshi.example/x/a.html", nil)
	for to, want := range map[string]string{
		"https://GONGSHI.example:443/x/a": "",
		"https://10.0.0.1/":               "“a.html”要转到内部的地址“https://10.0.0.1/”，公开的网站不会这样；不要核对这个网址，先问清楚是谁给的",
		"http://user:secret@localhost/":   "“a.html”要转到内部的地址“http://user:xxxxx@localhost/”，公开的网站不会这样；不要核对这个网址，先问清楚是谁给的",
		"http://gongshi.example/x/a.html": "“a.html”要转到“http://gongshi.example/x/a.html”，协议不同了；网站若改用了它，请直接核对那个网址",
	} {
		said := ""
		if err := site.follow(httptest.NewRequest(http.MethodGet, to, nil), []*http.Request{first}); err != nil {
			said = err.Error()
		}
		if said != want {
			t.Errorf("%s: got %q, want %q", to, said, want)
		}
	}
}

// A site ends with its reader.
func TestReadersOfOneByte(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "abc") }))
	defer server.Close()
	at, _ := url.Parse(server.URL)
	site := open(at, small, new(net.Dialer))
	f, err := site.Open("a")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(iotest.OneByteReader(f)); err != nil || string(got) != "abc" {
		t.Errorf("%q %v", got, err)
	}
	_ = site.Close()
	if _, err := site.Open("a"); err == nil {
		t.Error("read after its end")
	}
}
