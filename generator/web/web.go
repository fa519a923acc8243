// Package web reads the files of a site from a server that is not trusted.
//
// In: an address. Out: its files as an [fs.FS] that never waits, grows or redirects without end:
// time, redirects and bytes sent are bounded by [limits]. The reader bounds how much it reads of
// a file; a file is decompressed only as far as it is read.
package web

import (
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// limits are absolute: an honest server comes nowhere near them.
type limits struct {
	redirects int           // of one file: /index.html to / is one
	header    int64         // bytes of an answer's head
	idle      time.Duration // without a byte
	file      time.Duration // for one file
	all       time.Duration // for the whole site
	sent      int64         // bytes of one file, as they are sent
}

var absolute = limits{redirects: 3, header: 64 << 10, idle: time.Minute, file: 10 * time.Minute, all: 12 * time.Hour, sent: 1 << 30}

// Site is a site on a server.
type Site struct {
	root   *url.URL
	client *http.Client
	limits limits
	ctx    context.Context // of all requests, until it is closed
	cancel context.CancelFunc

	first  sync.Once // of the connections
	inside bool      // the first one led to an address that is not public
}

// Open returns the site at an address. It reads nothing yet; close it after reading.
func Open(at *url.URL) *Site {
	return open(at, absolute, (&net.Dialer{Timeout: absolute.idle}))
}

func open(at *url.URL, l limits, dialer *net.Dialer) *Site {
	s := &Site{root: at.JoinPath("/"), limits: l}
	dialer.Control = s.admit
	transport := &http.Transport{
		Proxy: http.ProxyFromEnvironment, DialContext: dialer.DialContext, Protocols: new(http.Protocols),
		MaxResponseHeaderBytes: l.header, DisableCompression: true, MaxConnsPerHost: 8, MaxIdleConnsPerHost: 8,
	}
	transport.Protocols.SetHTTP1(true) // one version is enough to bound
	s.client = &http.Client{Transport: transport, CheckRedirect: s.follow}
	s.ctx, s.cancel = context.WithTimeoutCause(context.Background(), l.all, slow("核对了 %d 小时还没有读完；用 --place 一个地方一个地方核对，或者把网站的文件夹拷来核对", l.all/time.Hour))
	return s
}

// Close ends all requests.
func (s *Site) Close() error {
	s.cancel()
	s.client.CloseIdleConnections()
	return nil
}

// Open asks for a file. A breach of the limits may be reported only when it is read.
func (s *Site) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) || name == "." { // a server does not list its files
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	f := &file{name: name, limits: s.limits}
	timed, stop := context.WithTimeoutCause(s.ctx, s.limits.file, slow("“%s”读了 %d 分钟还没有读完；换一条快的网络再核对，或者把网站的文件夹拷来核对", name, s.limits.file/time.Minute))
	ctx, cancel := context.WithCancelCause(timed)
	f.ctx, f.stop = ctx, stop
	f.idle = time.AfterFunc(s.limits.idle, func() {
		cancel(slow("读“%s”时，服务器 %d 分钟没有动静；过一会儿再核对，或者把网站的文件夹拷来核对", name, s.limits.idle/time.Minute))
	})
	if err := f.ask(s); err != nil {
		f.Close()
		return nil, f.why(err)
	}
	return f, nil
}

// slow is the reason for which reading was given up.
func slow(format string, args ...any) error { return &refusal{fmt.Sprintf(format, args...)} }

// refusal is something that a server may not do.
type refusal struct{ text string }

func (r *refusal) Error() string { return r.text }

// file is one answer of a server.
type file struct {
	name   string
	limits limits
	ctx    context.Context
	stop   context.CancelFunc
	idle   *time.Timer
	body   io.ReadCloser // as sent
	plain  io.Reader     // decompressed
	sent   int64
}

// ask sends the request and reads the head of the answer.
func (f *file) ask(s *Site) error {
	at := *s.root
	at.Path, at.RawPath = at.Path+f.name, ""
	request, err := http.NewRequestWithContext(f.ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept-Encoding", "identity")
	response, err := s.client.Do(request)
	if err != nil {
		return err
	}
	f.body, f.plain = response.Body, sentBytes{f}
	switch response.StatusCode {
	case http.StatusOK:
		return f.unpack(response.Header.Get("Content-Encoding"))
	case http.StatusNotFound, http.StatusGone:
		return &fs.PathError{Op: "open", Path: f.name, Err: fs.ErrNotExist}
	}
	return fmt.Errorf("“%s”：服务器答复 %s", f.name, response.Status)
}

// unpack decompresses: some servers compress although they were asked not to.
func (f *file) unpack(packing string) error {
	switch strings.ToLower(packing) {
	case "", "identity":
		return nil
	case "gzip", "x-gzip":
		unpacked, err := gzip.NewReader(f.plain)
		if err != nil {
			return err
		}
		f.plain = unpacked
		return nil
	}
	return &refusal{fmt.Sprintf("“%s”送来时用 %q 压缩过，程序解不开；请管网站的人关掉这种压缩，或者把网站的文件夹拷来核对", f.name, packing)}
}

// sentBytes are the bytes of a file as the server sends them.
type sentBytes struct{ *file }

func (b sentBytes) Read(p []byte) (int, error) {
	n, err := b.body.Read(p)
	b.idle.Reset(b.limits.idle)
	if b.sent += int64(n); b.sent > b.limits.sent {
		return 0, &refusal{fmt.Sprintf("“%s”太大，服务器送来了 %d MB 还没有完；gongshi 的网站没有这样大的文件，先核对网址有没有写错", b.name, b.limits.sent>>20)}
	}
	return n, err
}

func (f *file) Read(p []byte) (int, error) {
	n, err := f.plain.Read(p)
	if err != nil && err != io.EOF {
		err = f.why(err)
	}
	return n, err
}

// why returns an error in the reader's words: the limit, if one was reached.
func (f *file) why(err error) error {
	var told *refusal
	switch cause := context.Cause(f.ctx); {
	case errors.As(cause, &told), errors.As(err, &told):
		return told
	case strings.Contains(err.Error(), "response headers exceeded"): // net/http has no name for it
		return &refusal{fmt.Sprintf("“%s”的答复开头（HTTP 头）太大，超过 %d KB；先核对网址有没有写错，或者把网站的文件夹拷来核对", f.name, f.limits.header>>10)}
	case errors.Is(err, io.ErrUnexpectedEOF):
		return &refusal{fmt.Sprintf("“%s”没有送完就断了；过一会儿再核对，或者把网站的文件夹拷来核对", f.name)}
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, new(flate.CorruptInputError)):
		return &refusal{fmt.Sprintf("“%s”送来时压缩过，解不开；过一会儿再核对，或者把网站的文件夹拷来核对", f.name)}
	}
	return err
}

func (f *file) Close() error {
	f.idle.Stop()
	f.stop()
	if f.body == nil {
		return nil
	}
	return f.body.Close()
}

// Stat knows nothing of a file before it is read: the server's word for its size is not trusted.
func (f *file) Stat() (fs.FileInfo, error) {
	return nil, &fs.PathError{Op: "stat", Path: f.name, Err: errors.ErrUnsupported}
}
