package web

import (
	"fmt"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
)

const ask = "不要核对这个网址，先问清楚是谁给的"

// follow allows a few redirects within the same server: what is checked is the address that the
// reader typed, not one that it leads to.
func (s *Site) follow(to *http.Request, before []*http.Request) error {
	name := strings.TrimPrefix(before[0].URL.Path, s.root.Path)
	shown := to.URL.Redacted()
	addr, err := netip.ParseAddr(to.URL.Hostname())
	switch own := strings.EqualFold(server(to.URL), server(s.root)); {
	case !own && !s.inside && (err == nil && private(addr) || strings.EqualFold(to.URL.Hostname(), "localhost")):
		return &refusal{fmt.Sprintf("“%s”要转到内部的地址“%s”，公开的网站不会这样；%s", name, shown, ask)}
	case !own && to.URL.Scheme != s.root.Scheme:
		return &refusal{fmt.Sprintf("“%s”要转到“%s”，协议不同了；网站若改用了它，请直接核对那个网址", name, shown)}
	case !own:
		return &refusal{fmt.Sprintf("“%s”要转到另一台服务器“%s”；网站若搬到了那里，请直接核对那个网址", name, shown)}
	case len(before) > s.limits.redirects:
		return &refusal{fmt.Sprintf("“%s”转了 %d 次还没有到；请管网站的人改正服务器的设置，或者把网站的文件夹拷来核对", name, s.limits.redirects)}
	}
	return nil
}

// server returns the scheme, host and port of an address.
func server(at *url.URL) string {
	port := at.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[at.Scheme]
	}
	return at.Scheme + "://" + at.Hostname() + ":" + port
}

// admit allows a connection. A name that meant a public address cannot later mean one in the
// reader's own network.
func (s *Site) admit(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	inside := private(to.Addr())
	s.first.Do(func() { s.inside = inside })
	if inside && !s.inside {
		return &refusal{fmt.Sprintf("“%s”起先在公网上，忽然指到了内部的地址 %s；%s", s.root.Host, to.Addr(), ask)}
	}
	return nil
}

// shared is the range in which providers put many customers.
var shared = netip.MustParsePrefix("100.64.0.0/10")

// private reports whether an address is in the reader's own machine or network.
func private(a netip.Addr) bool {
	a = a.Unmap()
	return !a.IsGlobalUnicast() || a.IsPrivate() || shared.Contains(a)
}
