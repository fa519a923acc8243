package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gongshi/generator/serve"
)

// running is what one start leaves for the next: where a site is being shown. It is kept out
// of the site's folder, which others may get as it is.
type running struct {
	file string // holds the address on which the server listens
	mark string // of the site, which the server knows too
}

// runningAt is what is known of a site's folder, by whatever name or link it is reached.
func runningAt(source string) running {
	folder, err := resolved(source)
	if err != nil { // some of Windows' drives cannot tell what a link leads to
		folder, _ = filepath.Abs(source)
	}
	mark := fmt.Sprintf("%x", sha256.Sum256([]byte(folder)))
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return running{filepath.Join(cache, "gongshi", "serve", mark[:32]), mark}
}

// note leaves the address, and returns what takes it away again.
func (r running) note(address string) (forget func()) {
	if os.MkdirAll(filepath.Dir(r.file), 0o700) != nil || os.WriteFile(r.file, []byte(address), 0o600) != nil {
		return func() {} // then a second start shows the site a second time
	}
	return func() { os.Remove(r.file) }
}

// address is where the site is shown at this moment, empty if it is not. A note may be left
// from a start that ended badly, and another program may listen there by now: the server
// itself must tell that it shows this site.
func (r running) address() string {
	noted, err := os.ReadFile(r.file)
	if err != nil {
		return ""
	}
	at, err := netip.ParseAddrPort(string(noted))
	if err != nil || !at.Addr().IsLoopback() {
		return ""
	}
	asked := http.Client{Timeout: 2 * time.Second}
	answer, err := asked.Get("http://" + at.String() + serve.MarkPath)
	if err != nil {
		return ""
	}
	defer answer.Body.Close()
	mark, err := io.ReadAll(io.LimitReader(answer.Body, 100))
	if err != nil || strings.TrimSpace(string(mark)) != r.mark {
		return ""
	}
	return "http://" + at.String() + "/"
}
