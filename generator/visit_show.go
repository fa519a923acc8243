package main

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync/atomic"

	"gongshi/generator/site"
)

// show serves a site and opens it in the browser; if it is shown already, it opens that page.
func (v *visit) show(folder string) error {
	if address := runningAt(folder).address(); address != "" {
		fmt.Fprintf(v.out, "这个网站已经开着，在浏览器里打开 %s\n", address)
		return v.open(address)
	}
	if err := os.Chdir(folder); err != nil { // where commands look for the site
		return err
	}
	// By number: the name localhost may be lost from the hosts file, or lead to another server.
	listener, err := listen("127.0.0.1", 1313)
	if err != nil {
		listener, err = listen("127.0.0.1", 0) // another site is shown there, or another program
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(v.out, "正在生成网页，好了浏览器会自己打开：%s\n\n", folder)
	v.obey("http://" + listener.Addr().String() + "/")
	opt := site.Options{Source: ".", Output: "public", Clock: v.clock, Program: edition(), Cache: cache()}
	return show(v.terminal, opt, listener)
}

// obey waits until the site is shown, opens it, and from then on runs what is typed into the
// window.
func (v *visit) obey(address string) {
	var over atomic.Bool
	done := make(chan bool)
	go func() {
		defer close(done)
		if answer, err := http.Get(address); err == nil {
			answer.Body.Close()
			v.greet(address)
		}
		for {
			typed, ok := v.line()
			if !ok || over.Load() {
				return
			}
			if args := typedArguments(typed); len(args) > 0 {
				v.run(args...)
				fmt.Fprintln(v.out)
			}
		}
	}()
	v.hold = func() { // the return key comes to the loop
		over.Store(true)
		<-done
	}
}

// greet opens the site, and tells what the window does and how to stop it.
func (v *visit) greet(address string) {
	fmt.Fprintf(v.out, "\n网页在 %s\n", address)
	if err := v.open(address); err != nil {
		fmt.Fprintln(v.out, "浏览器没有打开，请自己打开浏览器，输入上面的网址。")
	}
	fmt.Fprintln(v.out, "表格改好、保存，网页就跟着更新。")
	fmt.Fprintln(v.out, "关掉这个窗口就停止；资料都在文件夹里，不会丢。")
	fmt.Fprint(v.out, "别的事在这里打一行命令，按回车，例如 check；有哪些命令，打 help。\n\n")
}

// typedArguments are the command that was typed, with the program's name in front or without
// it, or by a table that was dropped into the window.
func typedArguments(typed string) []string {
	var args []string
	for i, part := range strings.Split(typed, `"`) {
		switch {
		case i%2 == 0:
			args = append(args, strings.Fields(part)...)
		case part != "": // in quotation marks
			args = append(args, part)
		}
	}
	if len(args) == 0 {
		return nil
	}
	switch strings.ToLower(args[0]) {
	case "gongshi", "gongshi.exe":
		args = args[1:]
	case "help":
		args[0] = "--help"
	}
	if len(args) > 0 && dropped(args) {
		args = append([]string{"import"}, args...)
	}
	return args
}
