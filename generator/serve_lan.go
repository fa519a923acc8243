package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"gongshi/generator/console"
	"gongshi/generator/serve"
	"gongshi/generator/site"
)

// lend shows the published site to the local network. It is a run of its own, without a desk: no
// way leads from the network to what writes, and the clerk's own window stays as it is.
func (c *serveCommand) lend(t *terminal, opt site.Options) error {
	for _, f := range []struct {
		name  string
		given bool
	}{{"--drafts", c.Drafts}, {"--output", c.Output != ""}, {"--date", c.Date != ""}} {
		if f.given { // it would show what is not published, or not yet
			return fmt.Errorf("--lan 给别人看的是已经公布的网站，去掉 %s；要这样看的，去掉 --lan，只在这台电脑上看", f.name)
		}
	}
	if err := outputFor(&opt); err != nil {
		return err
	}
	at, err := ownAddresses()
	if err != nil {
		return err
	}
	return lendAt(t, opt, at, c.Port)
}

// lendAt shows the site at these addresses of this computer, and at no other.
func lendAt(t *terminal, opt site.Options, at []netip.Addr, port int) error {
	if len(at) == 0 {
		return errors.New("这台电脑没有连上村里的网络：先连上会场的无线网，或者插上网线，再来一次；没有网络的，把 public 拷到优盘")
	}
	shown := serve.Options{Source: opt.Source, Output: opt.Output, Log: t.out, English: t.english, Build: builder(t, opt)}
	for _, a := range at {
		listener, err := listen(a.String(), port)
		if err != nil {
			return err
		}
		defer listener.Close()
		shown.Listen = append(shown.Listen, listener)
		// Browsers leave out the port of HTTP.
		shown.Hosts = append(shown.Hosts, strings.TrimSuffix(listener.Addr().String(), ":80"))
	}
	if err := tellNetwork(t, shown.Hosts); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return serve.Run(ctx, shown)
}

// tellNetwork tells who sees the site now, where, and until when.
func tellNetwork(t *terminal, hosts []string) error {
	address := "http://" + hosts[0] + "/"
	code, err := console.QR(address)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.out, "同一个网络里的人，现在都能看这个网站\n手机连上这个网络，扫下面的码，或者打网址 %s\n%s", address, code)
	for _, other := range hosts[1:] {
		fmt.Fprintf(t.out, "扫不上的，换一个网址 http://%s/\n", other)
	}
	fmt.Fprintln(t.out, "只能看，不能改；没有工作台，也没有草稿。Windows 问是否允许访问网络的，点“允许”\n按 Ctrl+C 结束，别人就看不到了")
	return nil
}

// ownAddresses are the addresses of this computer in local networks. A tunnel leads elsewhere.
func ownAddresses() ([]netip.Addr, error) {
	cards, err := net.Interfaces()
	if err != nil {
		return nil, err
	}
	var all []net.Addr
	for _, card := range cards {
		if card.Flags&net.FlagUp == 0 || card.Flags&(net.FlagLoopback|net.FlagPointToPoint) != 0 {
			continue
		}
		of, err := card.Addrs()
		if err != nil {
			return nil, err
		}
		all = append(all, of...)
	}
	return localOf(all), nil
}

// localOf are those of addresses that no one outside a local network can reach (RFC 1918), the
// likeliest of a hall first: 172.16 to 172.31 are mostly machines within this computer.
func localOf(all []net.Addr) []netip.Addr {
	var found []netip.Addr
	for _, a := range all {
		if prefix, err := netip.ParsePrefix(a.String()); err == nil && prefix.Addr().Is4() && prefix.Addr().IsPrivate() {
			found = append(found, prefix.Addr())
		}
	}
	likely := func(a netip.Addr) int { return slices.Index([]byte{192, 10, 172}, a.As4()[0]) }
	slices.SortStableFunc(found, func(a, b netip.Addr) int { return likely(a) - likely(b) })
	return found
}
