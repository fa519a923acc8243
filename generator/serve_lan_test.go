package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"gongshi/generator/console"
	"gongshi/generator/english"
	"gongshi/generator/serve"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// Of the addresses of a computer those in a local network are told, the hall's first.
func TestLocalAddresses(t *testing.T) {
	var all []net.Addr
	for _, text := range []string{
		"127.0.0.1/8", "fe80::1/64", "fd00::2/64", "172.17.0.1/16", "203.0.113.7/24", "100.64.0.1/10", "169.254.3.4/16", "172.32.0.1/16",
		"10.8.0.3/8", "192.168.1.5/24", "::ffff:192.168.1.6/120", "192.168.56.1/24",
	} {
		ip, ipNet, err := net.ParseCIDR(text)
		if err != nil {
			t.Fatal(err)
		}
		ipNet.IP = ip
		all = append(all, ipNet)
	}
	if got, want := fmt.Sprint(localOf(all)), "[192.168.1.5 192.168.1.6 192.168.56.1 10.8.0.3 172.17.0.1]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if err := lendAt(new(terminal), site.Options{}, localOf(all[:3]), 0); err == nil || !strings.Contains(err.Error(), "先连上会场的无线网") {
		t.Errorf("without a network: %v", err)
	}
}

// Who lends the site is told who sees it and where, with a code to scan; the network gets pages and no
// desk; another start does not take it for the clerk's own; Ctrl+C ends it.
func TestServeLan(t *testing.T) {
	interruptible(t)
	elsewhere(t)
	source := t.TempDir()
	sitetest.WriteFile(t, source, "config.toml", "title = \"示例\"\n")
	sitetest.WriteFile(t, source, "public/index.html", "首页")
	var said screen
	ended := make(chan error)
	opt := site.Options{Source: source, Output: filepath.Join(source, "public"), Clock: time.Unix(1700000000, 0)}
	go func() {
		ended <- lendAt(&terminal{out: &said}, opt, []netip.Addr{netip.MustParseAddr("127.0.0.1"), netip.MustParseAddr("127.0.0.2")}, 0)
	}()
	told := ""
	for !strings.Contains(told, "按 Ctrl+C 结束") {
		select {
		case err := <-ended:
			t.Fatal(err)
		case <-time.After(10 * time.Millisecond):
		}
		said.Lock()
		told = said.String()
		said.Unlock()
	}
	where := regexp.MustCompile(`http://127\.0\.0\.\d:\d+/`).FindAllString(told, -1)
	code, err := console.QR(where[0])
	if len(where) != 2 || err != nil || !strings.Contains(told, "同一个网络里的人，现在都能看") || !strings.Contains(told, code) {
		t.Fatalf("%q, said %s", where, told)
	}
	for _, address := range where {
		for path, want := range map[string]int{"": 200, "desk/": 404, strings.TrimPrefix(serve.MarkPath, "/"): 404, "config.toml": 404} {
			answer, err := http.Get(address + path)
			if err != nil {
				t.Fatal(err)
			}
			body, _ := io.ReadAll(answer.Body)
			answer.Body.Close()
			if answer.StatusCode != want || bytes.Contains(body, []byte("live.js")) {
				t.Errorf("%s%s: %d", address, path, answer.StatusCode)
			}
		}
	}
	if noted := runningAt(source).address(); noted != "" {
		t.Errorf("the next start is sent to %s", noted)
	}
	interrupt(t)
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestServeLanInEnglish(t *testing.T) {
	var out bytes.Buffer
	to := english.NewWriter(console.Legible(&out))
	if err := tellNetwork(&terminal{out: to}, []string{"192.168.1.5:1313", "10.0.0.2:1313"}); err != nil {
		t.Fatal(err)
	}
	to.Flush()
	code, _ := console.QR("http://192.168.1.5:1313/")
	if english.Chinese(out.String()) || !strings.Contains(out.String(), code) || !strings.Contains(out.String(), "try http://10.0.0.2:1313/") {
		t.Errorf("said %s", &out)
	}
}
