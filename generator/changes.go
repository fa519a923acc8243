package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gongshi/generator/disk"
	"gongshi/generator/site"
)

// list has a build list what it changes, if that is asked for.
func (c *buildCommand) list(opt *site.Options) error {
	if c.Changes == "" {
		return nil
	}
	if within(opt.Output, c.Changes) {
		return errors.New("--changes 的清单不能放在网站里，换一个地方")
	}
	opt.Changing = changeList(c.Changes).add
	return opt.Changing(nil) // there is a list even if nothing changes
}

// changeList is a file that lists what is to be brought to where the site is published: a path of
// the site on each line, of a file to be written there or, if the site has it no more, removed.
// Each build adds to it before it changes anything, so that nothing is lost when one is cut off or
// when bringing fails. Who has brought all of it removes the list.
type changeList string

// listHead is the first line. rsync and rclone skip it, and no other file is taken for a list.
const listHead = "# gongshi build --changes"

// add adds paths, each once.
func (c changeList) add(paths []string) error {
	text, err := os.ReadFile(string(c))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	head, former, _ := strings.Cut(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	if head != listHead && len(text) > 0 {
		return fmt.Errorf("%s 不是 --changes 写的清单，没有改动它；换一个文件名", string(c))
	}
	if len(paths) == 0 && len(text) > 0 {
		return nil
	}
	list := append(strings.FieldsFunc(former, func(r rune) bool { return r == '\n' }), paths...)
	slices.Sort(list)
	list = append([]string{listHead}, slices.Compact(list)...)
	root, err := os.OpenRoot(filepath.Dir(string(c)))
	if err != nil {
		return err
	}
	defer root.Close()
	return disk.Replace(root, disk.File{Path: filepath.Base(string(c)), Content: []byte(strings.Join(list, "\n") + "\n")})
}
