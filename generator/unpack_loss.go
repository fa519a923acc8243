package main

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/pack"
	"gongshi/generator/source"
)

// lossLine returns what is only here and would be lost: with an older pack, what came since. It
// is empty if nothing would.
func lossLine(changes []pack.Change) string {
	rows, files := 0, 0
	for _, c := range changes {
		if c.Kind == pack.Removed {
			files++
		}
		rows += len(c.Removed)
	}
	if rows+files == 0 {
		return ""
	}
	return fmt.Sprintf("这里有、包里没有的，收下就没有了：%d 行，%d 个文件；包要是旧的，就不要收", rows, files)
}

var commitForm = regexp.MustCompile(`^[0-9a-f]{40,64}$`)

// outdated reports that files were changed here since the commit from which a pack was made, if
// git knows that: the pack would take those changes back. It is empty otherwise.
func (c *unpackCommand) outdated(p *pack.Pack, changes []pack.Change) string {
	if !commitForm.MatchString(p.Commit) {
		return ""
	}
	if _, err := git(c.Source, "merge-base", "--is-ancestor", p.Commit, "HEAD"); err != nil {
		return ""
	}
	said, err := git(c.Source, "-c", "core.quotePath=false", "diff", "--name-only", "--relative", "-z", p.Commit, "HEAD", "--", "data/"+p.Place, "content/"+p.Place)
	if err != nil {
		return ""
	}
	var names []string
	for name := range strings.SplitSeq(said, "\x00") {
		if slices.ContainsFunc(changes, func(c pack.Change) bool { return c.Path == name && c.Kind != pack.Added }) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf("包取自提交 %.12s，这里在那以后改过 %s（共 %d 个文件）：收下，那些改动就没有了；请对方先取到这里的资料，再打包", p.Commit, names[0], len(names))
}

// keep writes the present state of a place into a pack of its own, from which it can be restored.
// It does nothing if nothing is lost, or if git has it.
func (c *unpackCommand) keep(t *terminal, p *pack.Pack, changes []pack.Change, day ledger.Date) error {
	if !slices.ContainsFunc(changes, func(c pack.Change) bool { return c.Kind != pack.Added }) {
		return nil
	}
	if open, err := git(c.Source, "status", "--porcelain", "--", "data/"+p.Place, "content/"+p.Place); err == nil && open == "" {
		return nil
	}
	files, _, err := pack.Collect(source.Dir(c.Source), p.Place)
	if err != nil {
		return err
	}
	bundle, err := pack.Write(pack.Manifest{Place: p.Place, Name: p.Name}, day, files)
	if err != nil {
		return err
	}
	name, err := besides(strings.TrimSuffix(pack.Name(p.Place, day), ".zip")+"-原来的.zip", bundle)
	if err != nil {
		return fmt.Errorf("没有写：原来的存不下来：%w", err)
	}
	fmt.Fprintf(t.out, "原来的存成 %s；收错了，运行 gongshi unpack %s 就收回来\n", name, quoted(name))
	return nil
}

// besides writes a file under a name that is still free.
func besides(name string, data []byte) (string, error) {
	stem := strings.TrimSuffix(name, ".zip")
	for n := 2; ; n++ {
		if err := writeNew(name, data, 0o666); !errors.Is(err, fs.ErrExist) {
			return name, err
		}
		name = fmt.Sprintf("%s-%d.zip", stem, n)
	}
}
