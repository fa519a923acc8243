package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"

	"gongshi/generator/desk"
	"gongshi/generator/diag"
	"gongshi/generator/publish"
	"gongshi/generator/serve"
	"gongshi/generator/site"
)

type serveCommand struct {
	where
	Output string `help:"网站写到哪里；默认为网站文件夹中的 public" placeholder:"DIR"`
	Port   int    `help:"本机端口" default:"1313"`
	Drafts bool   `help:"连未张贴的草稿也看；网站写到临时文件夹"`
	Lan    bool   `help:"给同一个网络里的手机看：只有公布的网页，没有工作台；窗口里有二维码"`
}

func (c *serveCommand) Run(t *terminal) error {
	opt, err := c.options(t)
	if err != nil {
		return err
	}
	if c.Lan {
		return c.lend(t, opt)
	}
	opt.Drafts, opt.Output = c.Drafts, c.Output
	if c.Drafts && c.Output == "" {
		if opt.Output, err = os.MkdirTemp("", "gongshi-drafts-"); err != nil {
			return err
		}
		defer os.RemoveAll(opt.Output)
	}
	if err := outputFor(&opt); err != nil {
		return err
	}
	listener, err := listen("localhost", c.Port)
	if err != nil {
		if address := runningAt(opt.Source).address(); address != "" {
			fmt.Fprintf(t.out, "这个网站已经开着，在浏览器里打开 %s\n", address)
			return nil
		}
		return err
	}
	// The listener's own port: --port 0 takes any that is free.
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	fmt.Fprintf(t.out, "在浏览器中打开 http://localhost:%s/（按 Ctrl+C 结束）\n填评分、办公示，打开 http://localhost:%s%s\n", port, port, serve.DeskPath(opt.Source))
	return show(t, opt, listener)
}

// listen takes a port of this computer, by a name or number of its own; 0 is any that is free.
func listen(host string, port int) (net.Listener, error) {
	if port < 0 || port > 65535 {
		return nil, fmt.Errorf("--port 要写 0 到 65535 之间的整数，不能是“%d”", port)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
	if err != nil {
		if cause, is := errors.AsType[syscall.Errno](err); is {
			err = cause // without the words that package net puts around it
		}
		return nil, fmt.Errorf("端口 %d 用不了，可用 --port 换一个：%w", port, err)
	}
	return listener, nil
}

// show builds a site and serves it, until Ctrl+C, or until its window is closed.
func show(t *terminal, opt site.Options, listener net.Listener) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mark := "" // of drafts none: a second start is not to find them
	if !opt.Drafts {
		shown := runningAt(opt.Source)
		mark = shown.mark
		forget := shown.note(listener.Addr().String())
		defer forget()
		context.AfterFunc(ctx, forget) // Windows gives a program whose window is closed little time
	}
	work := desk.Options{Site: opt, Token: rand.Text()}
	record(&work, opt.Source)
	looked := new(serve.Looked)
	opt.Early = site.Early{Wanted: looked.Pages, Show: func(f publish.File) { looked.Show(f.Path, f.Content) }}
	return serve.Run(ctx, serve.Options{
		Looked: looked,
		Source: opt.Source, Output: opt.Output, Listen: []net.Listener{listener}, Log: t.out, English: t.english, Mark: mark, Desk: desk.New(work),
		Build: builder(t, opt),
	})
}

// builder builds a site each time that it is called, and prints what it finds.
func builder(t *terminal, opt site.Options) func() (diag.List, error) {
	told := ""
	return func() (diag.List, error) {
		_, list, err := site.Build(opt)
		var text strings.Builder
		if writeText(&text, list); text.String() != told { // the same notes at each save would hide new ones
			told = text.String()
			fmt.Fprint(t.out, told)
		}
		return list, err
	}
}
