package hosts

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// typeOf are the types that files must be served with.
var typeOf = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "application/javascript; charset=utf-8",
	".svg":  "image/svg+xml",
	".csv":  "text/csv; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".xml":  "text/xml; charset=utf-8",
	".ics":  "text/calendar; charset=utf-8",
	".txt":  "text/plain; charset=utf-8",
	"":      "text/plain; charset=utf-8",
}

// server is what a program does in its own way: types of files, and the size below which none is compressed.
type server struct {
	types map[string]string
	short int
}

var hashed = regexp.MustCompile(`\.[0-9a-f]{8}\.(css|js|svg)$`)

// The handbook's lines for nginx and rsync serve the site from a sub-path: every file with its type,
// compressed, asked for anew or kept for ever as its name allows, and a page that is not there as 404.
func TestNginx(t *testing.T) {
	nginx, _ := program(t, "nginx", "nginx-light"), program(t, "rsync", "rsync")
	files, dir, address := village(t), t.TempDir(), freeAddress(t)
	sync := func(files sitetest.Tree) {
		from := t.TempDir()
		for name, content := range files {
			sitetest.WriteFile(t, from, "public/"+name, string(content))
		}
		line := printed(t, "publish-server.md", "rsync -rc --delete-delay ")
		run(t, from, replaced(t, line, "cun@cun.example.cn:/srv/www", filepath.Join(dir, "www")))
	}
	listed := replaced(t, printed(t, "publish-server.md", "rsync -rc --files-from"), "cun@cun.example.cn:/srv/www", filepath.Join(dir, "www"))
	sitetest.Must(t, os.Mkdir(filepath.Join(dir, "www"), 0o755))
	sync(files)
	settings := printed(t, "publish-server.md", "server {")
	settings = replaced(t, settings, "/srv/www;", filepath.Join(dir, "www")+";", "listen 80;", "listen "+address+";")
	sitetest.WriteFile(t, dir, "nginx.conf", "daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\nhttp {\naccess_log off;\n"+settings+"}\n")
	serve(t, address, exec.Command(nginx, "-p", dir, "-c", "nginx.conf", "-e", "error.log"))
	site := "http://" + address + "/jifen/"

	server{types: typeOf, short: 20}.check(t, site, files)
	checkShown(t, site)
	checkUpdate(t, site, files, sync)
	checkListed(t, dir, filepath.Join(dir, "www/jifen"), func() { run(t, dir, listed) })
}

// check asks for every file of the site, for its address with and without the slash, and for a page that is not there.
func (s server) check(t *testing.T, site string, files sitetest.Tree) {
	t.Helper()
	for name, content := range files {
		s.checkServed(t, site+name, name, content)
	}
	page, head := fetch(t, site, "")
	if !bytes.Equal(page, files["index.html"]) || head.StatusCode != http.StatusOK {
		t.Errorf("the site's address: %d", head.StatusCode)
	}
	if _, head = fetch(t, strings.TrimSuffix(site, "/"), ""); head.StatusCode != http.StatusMovedPermanently || head.Header.Get("Location") != "/jifen/" {
		t.Errorf("without the slash: %d %s", head.StatusCode, head.Header.Get("Location"))
	}
	page, head = fetch(t, site+"zhongping/none.html", "")
	if !bytes.Equal(page, files["404.html"]) || head.StatusCode != http.StatusNotFound || head.Header.Get("Content-Type") != typeOf[".html"] {
		t.Errorf("what is not there: %d %s", head.StatusCode, head.Header.Get("Content-Type"))
	}
}

// checkListed changes a file of dir's public, adds one and takes one away, lists them, and sees what
// bring does of it where the site is published.
func checkListed(t *testing.T, dir, published string, bring func()) {
	t.Helper()
	sitetest.WriteFile(t, dir, "public/index.html", "changed")
	sitetest.WriteFile(t, dir, "public/zhongping/h/998.html", "added")
	sitetest.WriteFile(t, dir, "public/404.html", "not listed")
	sitetest.Must(t, os.RemoveAll(filepath.Join(dir, "public/zhongping/h/002.html")))
	sitetest.WriteFile(t, dir, "清单.txt", "# gongshi build --changes\nindex.html\nzhongping/h/998.html\nzhongping/h/002.html\n")
	bring()
	for name, want := range map[string]string{"index.html": "changed", "zhongping/h/998.html": "added"} {
		if text, err := os.ReadFile(filepath.Join(published, name)); string(text) != want {
			t.Errorf("%s is not brought: %.20q %v", name, text, err)
		}
	}
	if _, err := os.Stat(filepath.Join(published, "zhongping/h/002.html")); !os.IsNotExist(err) {
		t.Errorf("what was taken away is still there: %v", err)
	}
	for _, name := range []string{"404.html", "zhongping/index.html"} {
		if text, err := os.ReadFile(filepath.Join(published, name)); err != nil || string(text) == "not listed" {
			t.Errorf("%s is not left alone: %v", name, err)
		}
	}
}

// fetch asks for an address, for what is newer than a tag, and follows no redirection.
func fetch(t *testing.T, address, tag string) ([]byte, *http.Response) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, address, nil)
	sitetest.Must(t, err)
	request.Header.Set("Accept-Encoding", "gzip")
	if tag != "" {
		request.Header.Set("If-None-Match", tag)
	}
	answer, err := http.DefaultTransport.RoundTrip(request)
	sitetest.Must(t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	sitetest.Must(t, err)
	if answer.Header.Get("Content-Encoding") == "gzip" {
		plain, err := gzip.NewReader(bytes.NewReader(body))
		sitetest.Must(t, err)
		body, err = io.ReadAll(plain)
		sitetest.Must(t, err)
	}
	return body, answer
}

func (s server) checkServed(t *testing.T, address, name string, content []byte) {
	t.Helper()
	body, answer := fetch(t, address, "")
	cache := "no-cache"
	if hashed.MatchString(name) {
		cache = "public, max-age=31536000, immutable"
	}
	head := answer.Header
	switch packed := head.Get("Content-Encoding") == "gzip"; {
	case answer.StatusCode != http.StatusOK || !bytes.Equal(body, content):
		t.Errorf("%s: %d, %d bytes of %d", name, answer.StatusCode, len(body), len(content))
	case head.Get("Content-Type") != s.types[path.Ext(name)] || head.Get("X-Content-Type-Options") != "nosniff":
		t.Errorf("%s: %s %s", name, head.Get("Content-Type"), head.Get("X-Content-Type-Options"))
	case head.Get("Cache-Control") != cache:
		t.Errorf("%s: %s", name, head.Get("Cache-Control"))
	case packed != (len(content) >= s.short):
		t.Errorf("%s, %d bytes: compressed %v", name, len(content), packed)
	}
}

// checkShown opens a page of the village and goes on from it: its style, scripts and links do.
func checkShown(t *testing.T, site string) {
	t.Helper()
	tab := look.Browser(t)
	sitetest.Must(t, chromedp.Do(tab, chromedp.Navigate(site+"zhongping/index.html")))
	const wrong = `performance.getEntriesByType("resource").filter(r => r.responseStatus !== 200).map(r => r.name + " " + r.responseStatus)`
	look.Report(t, "asked for", look.Ask[[]string](t, tab, wrong))
	if !look.Ask[bool](t, tab, `document.styleSheets.length > 0 && [...document.styleSheets].every(s => s.cssRules.length)`) {
		t.Error("no style")
	}
	look.Ask[int](t, tab, `document.querySelector("a[href='h/index.html']").click(), 0`)
	look.Await(t, tab, "the page of households", `location.pathname === "/jifen/zhongping/h/index.html" && !!document.querySelector("a[href='001.html']")`)
}

// checkUpdate changes a page, takes one away, and brings the site there again.
func checkUpdate(t *testing.T, site string, files sitetest.Tree, sync func(sitetest.Tree)) {
	t.Helper()
	_, before := fetch(t, site+"robots.txt", "")
	next := make(sitetest.Tree)
	for name, content := range files {
		next[name] = content
	}
	next["index.html"] = bytes.Replace(files["index.html"], []byte("</h1>"), []byte("，新</h1>"), 1)
	delete(next, "zhongping/h/001.html")
	sync(next)
	page, _ := fetch(t, site+"index.html", "")
	_, gone := fetch(t, site+"zhongping/h/001.html", "")
	_, kept := fetch(t, site+"robots.txt", before.Header.Get("ETag"))
	got := fmt.Sprintln(bytes.Equal(page, next["index.html"]), gone.StatusCode, kept.StatusCode)
	if want := fmt.Sprintln(true, http.StatusNotFound, http.StatusNotModified); got != want {
		t.Errorf("after an update: new page, page taken away, kept page: %swant %s", got, want)
	}
}
