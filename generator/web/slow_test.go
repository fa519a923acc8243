package web

import (
	"bytes"
	"context"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"testing"
	"testing/synctest"
	"time"
)

// pipes is a network without a machine, in which a test's clock runs.
type pipes chan net.Conn

func (p pipes) Accept() (net.Conn, error) {
	conn, ok := <-p
	if !ok {
		return nil, net.ErrClosed
	}
	return conn, nil
}
func (p pipes) Close() error   { close(p); return nil }
func (p pipes) Addr() net.Addr { return &net.TCPAddr{} }

func (p pipes) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case p <- there:
		return here, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// dribble sends a byte every so often, and never ends.
func dribble(every time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for {
			if _, err := w.Write([]byte("x")); err != nil {
				return
			}
			w.(http.Flusher).Flush()
			select {
			case <-time.After(every):
			case <-r.Context().Done():
				return
			}
		}
	}
}

// With the limits as they are, on the clock of the test.
func TestSlowServers(t *testing.T) {
	for name, c := range map[string]struct {
		handler http.HandlerFunc
		after   time.Duration
		want    string
	}{
		"no answer": {func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, time.Minute,
			"读“a.html”时，服务器 1 分钟没有动静；过一会儿再核对，或者把网站的文件夹拷来核对"},
		"a body that stops": {dribble(61 * time.Second), time.Minute,
			"读“a.html”时，服务器 1 分钟没有动静；过一会儿再核对，或者把网站的文件夹拷来核对"},
		"a byte now and then": {dribble(59 * time.Second), 10 * time.Minute,
			"“a.html”读了 10 分钟还没有读完；换一条快的网络再核对，或者把网站的文件夹拷来核对"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				site := slowly(t, c.handler)
				began := time.Now()
				_, err := fs.ReadFile(site, "a.html")
				if err == nil || err.Error() != c.want {
					t.Errorf("got  %v\nwant %s", err, c.want)
				}
				if took := time.Since(began); took != c.after {
					t.Errorf("after %v, want %v", took, c.after)
				}
			})
		})
	}
}

// A site of very many slow files.
func TestAllTakesTooLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		site := slowly(t, func(w http.ResponseWriter, r *http.Request) {
			select { // the last request may come as the time is up
			case <-time.After(50 * time.Second):
				_, _ = w.Write(bytes.Repeat([]byte("x"), 1000))
			case <-r.Context().Done():
			}
		})
		began := time.Now()
		for {
			_, err := fs.ReadFile(site, "a.html")
			if err == nil && time.Since(began) < 13*time.Hour {
				continue
			}
			const want = "核对了 12 小时还没有读完；用 --place 一个地方一个地方核对，或者把网站的文件夹拷来核对"
			if took := time.Since(began); took != 12*time.Hour || err == nil || err.Error() != want {
				t.Errorf("after %v: %v", took, err)
			}
			return
		}
	})
}

// slowly is a site on a server of the test's own network.
func slowly(t *testing.T, handler http.HandlerFunc) *Site {
	network := make(pipes)
	server := &http.Server{Handler: handler}
	go func() { _ = server.Serve(network) }()
	site := open(&url.URL{Scheme: "http", Host: "gongshi.example"}, absolute, new(net.Dialer))
	site.client.Transport.(*http.Transport).DialContext = network.dial
	site.client.Transport.(*http.Transport).Proxy = nil
	t.Cleanup(func() {
		_ = site.Close()
		_ = server.Close()
	})
	return site
}
