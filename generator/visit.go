package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gongshi/generator/console"
	"gongshi/generator/disk"
)

// visit is a start without a command line: by a double click, or by what was dropped on the
// program. It asks and tells everything in the window that Windows made for it.
type visit struct {
	*terminal
	lines   *bufio.Reader              // what is typed into the window
	here    string                     // the current folder
	program string                     // the folder that the program is in
	run     func(args ...string) int   // runs a command in the current folder
	open    func(address string) error // shows an address in the browser
	hold    func()                     // waits for the return key
}

// dropped reports whether arguments are what Windows passes of files and folders that were
// dropped on the program, or none. Those of a shortcut with a command are neither.
func dropped(args []string) bool {
	return !slices.ContainsFunc(args, func(a string) bool {
		_, err := os.Stat(a)
		return err != nil || !filepath.IsAbs(a)
	})
}

// visited is a whole visit. Whatever went wrong can be read before the window goes.
func visited(args []string) int {
	console.Steady()
	v := &visit{
		terminal: &terminal{out: os.Stdout, err: os.Stderr, plain: os.Stdout, laid: os.Stdout},
		lines:    bufio.NewReader(os.Stdin),
		run:      func(args ...string) int { return run(args, os.Stdout, os.Stderr) },
		open:     console.Open,
	}
	v.hold = func() { v.line() }
	fmt.Fprintf(v.out, "公示：村积分公示网站\n%s\n\n", version())
	err := v.begin(args)
	if err == nil {
		return 0
	}
	fmt.Fprintf(v.err, "\ngongshi: %s\n按回车键关闭这个窗口\n", disk.Words(err))
	v.hold()
	return 2
}

// begin finds out where and when the visit is, and does what it is for.
func (v *visit) begin(args []string) (err error) {
	if v.clock, err = now(); err != nil {
		return err
	}
	if v.here, err = os.Getwd(); err != nil {
		return err
	}
	program, err := os.Executable()
	if err != nil {
		return err
	}
	v.program = filepath.Dir(program)
	return v.receive(args)
}

// receive does what a person wants who came with these files and folders.
func (v *visit) receive(came []string) error {
	folders := 0
	for _, name := range came {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			folders++
		}
	}
	switch {
	case folders == 0 && len(came) > 0:
		return v.take(came)
	case folders == 1 && len(came) == 1:
		v.here, v.program = came[0], ""
	case folders > 0:
		return errors.New("一次拖一个网站的文件夹，或者只拖表格，不要混在一起")
	}
	site, err := v.site()
	if site == "" || err != nil {
		return err
	}
	return v.show(site)
}

// take hands tables to the command that reads them into a site: theirs if they lie in one.
func (v *visit) take(tables []string) error {
	site := siteAround(filepath.Dir(tables[0]))
	if site == "" {
		var err error
		if site, err = v.site(); site == "" || err != nil {
			return err
		}
	}
	if err := os.Chdir(site); err != nil {
		return err
	}
	fmt.Fprintf(v.out, "把表格读进网站 %s\n\n", site)
	v.run(append([]string{"import"}, tables...)...)
	fmt.Fprintln(v.out, "\n按回车键关闭这个窗口")
	v.hold()
	return nil
}

// line is what was typed, up to the return key; false once nothing more can come.
func (v *visit) line() (string, bool) {
	text, err := v.lines.ReadString('\n')
	return strings.TrimSpace(text), err == nil || text != ""
}
