package hosts

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"gongshi/generator/sitetest"
)

// readers look at the site at once, each by a connection of its own that stays open until all have seen
// their page, with its style sheets and scripts.
const readers = 1000

var loaded = regexp.MustCompile(`<(?:script|link) [^>]*(?:src|href)="([^"]+\.[0-9a-f]{8}\.(?:js|css|svg))"`)

// On the evening of a notice the whole village looks: with what the handbook says of many readers, nginx
// answers each of them, whole.
func TestNginxUnderLoad(t *testing.T) {
	nginx := program(t, "nginx", "nginx-light")
	files, dir, address := village(t), t.TempDir(), freeAddress(t)
	for name, content := range files {
		sitetest.WriteFile(t, dir, "www/jifen/"+name, string(content))
	}
	settings := printed(t, "publish-server.md", "server {")
	settings = replaced(t, settings, "/srv/www;", filepath.Join(dir, "www")+";", "listen 80;", "listen "+address+";")
	sitetest.WriteFile(t, dir, "nginx.conf", printed(t, "publish-server.md", "worker_rlimit_nofile")+
		"daemon off;\nmaster_process off;\npid nginx.pid;\nhttp {\naccess_log off;\n"+settings+"}\n")
	serve(t, address, exec.Command(nginx, "-p", dir, "-c", "nginx.conf", "-e", "error.log"))

	pages := slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool { return path.Ext(name) != ".html" })
	var dialled atomic.Int64
	var ready, done sync.WaitGroup
	ready.Add(readers)
	failed := make(chan error, readers)
	for i := range readers {
		done.Go(func() {
			reader := newReader(&dialled)
			defer reader.CloseIdleConnections()
			failed <- read(reader, files, "http://"+address+"/jifen/", pages[i%len(pages)], func() { ready.Done(); ready.Wait() })
		})
	}
	done.Wait()
	wrong := make(map[string]int)
	for range readers {
		if err := <-failed; err != nil {
			wrong[err.Error()]++
		}
	}
	if n := dialled.Load(); len(wrong) > 0 || n < readers {
		t.Errorf("%d connections of %d readers; what they saw: %v", n, readers, wrong)
	}
}

// newReader is a browser of one connection.
func newReader(dialled *atomic.Int64) *http.Client {
	return &http.Client{Transport: &http.Transport{
		MaxConnsPerHost: 1,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			dialled.Add(1)
			return new(net.Dialer).DialContext(ctx, network, address)
		},
	}}
}

// read gets a page, waits until every other reader has one, and gets what it loads.
func read(reader *http.Client, files sitetest.Tree, site, page string, wait func()) error {
	err := same(reader, files, site, page)
	wait()
	for _, at := range loaded.FindAllSubmatch(files[page], -1) {
		if err == nil {
			err = same(reader, files, site, path.Join(path.Dir(page), string(at[1])))
		}
	}
	return err
}

// same gets a file as a browser does, and holds it against the one that was built.
func same(reader *http.Client, files sitetest.Tree, site, name string) error {
	request, err := http.NewRequest(http.MethodGet, site+name, nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept-Encoding", "gzip")
	answer, err := reader.Do(request)
	if err != nil {
		return fmt.Errorf("no answer: %s", err.Error()[strings.LastIndex(err.Error(), ": ")+2:])
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	if plain, err := gzip.NewReader(bytes.NewReader(body)); err == nil {
		if body, err = io.ReadAll(plain); err != nil {
			return err
		}
	}
	if answer.StatusCode != http.StatusOK || !bytes.Equal(body, files[name]) {
		return fmt.Errorf("%s: %d, %d bytes of %d", name, answer.StatusCode, len(body), len(files[name]))
	}
	return nil
}
