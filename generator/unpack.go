package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/pack"
	"gongshi/generator/site"
	"gongshi/generator/source"
)

type unpackCommand struct {
	where
	File string `arg:"" name:"文件" type:"existingfile" help:"gongshi pack 打的包"`
	Yes  bool   `help:"不提问，直接写进去"`
}

// Run takes in a place that was handed in: it shows what differs, and writes all of it or
// nothing.
func (c *unpackCommand) Run(t *terminal) error {
	opt, err := c.options(t)
	if err != nil {
		return err
	}
	p, err := c.read()
	if err != nil {
		return err
	}
	here := source.Dir(c.Source)
	if err := p.Stranger(here); err != nil {
		return err
	}
	kept, err := p.KeepSeals(here)
	if err != nil {
		return err
	}
	changes, err := p.Changes(here)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, packLine(p))
	if len(changes) == 0 {
		fmt.Fprintln(t.out, "和这里的一样，没有要写的")
		return nil
	}
	day, err := c.check(t, opt, p, changes)
	if err != nil {
		return err
	}
	for _, dir := range kept {
		fmt.Fprintf(t.out, "%s 的封存记录这里更全，用这里的\n", dir)
	}
	for _, change := range changes {
		writeChange(t.out, change)
	}
	fmt.Fprintln(t.out, changesLine(changes))
	if line := lossLine(changes); line != "" {
		fmt.Fprintln(t.out, line)
	}
	if line := c.outdated(p, changes); line != "" {
		fmt.Fprintln(t.out, line)
		if c.Yes {
			return errors.New("没有写：上面这样的，不加 --yes 再运行一次，看过再回答")
		}
	}
	return c.write(t, p, changes, day)
}

// packLine describes a pack and what it was made from.
func packLine(p *pack.Pack) string {
	line := fmt.Sprintf("%s“%s”的包，%s 打的，%d 个文件", p.Place, p.Name, p.Date, len(p.Manifest.Files))
	if p.Commit != "" {
		line += fmt.Sprintf("，资料取自提交 %.12s", p.Commit)
	}
	if p.Uncommitted {
		line += "，另有未提交的改动"
	}
	return line
}

func (c *unpackCommand) read() (*pack.Pack, error) {
	f, err := os.Open(c.File)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, pack.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	return pack.Read(data)
}

// check checks the site as it would be, on the day that it returns. What was sealed here must not
// change.
func (c *unpackCommand) check(t *terminal, opt site.Options, p *pack.Pack, changes []pack.Change) (ledger.Date, error) {
	here := source.Dir(c.Source)
	opt.Instead, opt.Before, opt.Place, opt.NoHistory = map[string][]byte{}, here, p.Place, true
	write, remove := p.Writes(changes)
	for _, f := range write {
		opt.Instead[f.Path] = f.Content
	}
	for _, name := range remove {
		opt.Instead[name] = nil
	}
	work, list, err := site.Read(opt)
	if err != nil {
		return 0, err
	}
	wrong := list.Errors()
	if len(wrong) == 0 {
		return work.Day, nil
	}
	writeText(t.err, wrong)
	if slices.ContainsFunc(wrong, func(d diag.Diagnostic) bool { return p.Within(d.File) }) {
		fmt.Fprintf(t.err, "没有收：照这个包写进去，会有错误 %d 处。请对方照上面改好，重新打包\n", len(wrong))
	} else {
		fmt.Fprintf(t.err, "没有收：这里的资料有错误 %d 处，照上面改好再收\n", len(wrong))
	}
	return 0, errData
}

// write does what was shown, if the person at the terminal agrees.
func (c *unpackCommand) write(t *terminal, p *pack.Pack, changes []pack.Change, day ledger.Date) error {
	if yes, err := t.agreed(c.Yes, "没有写：看过没有问题，再运行一次，加上 --yes"); err != nil || !yes {
		return err
	}
	if err := c.keep(t, p, changes, day); err != nil {
		return err
	}
	root, err := os.OpenRoot(c.Source)
	if err != nil {
		return err
	}
	defer root.Close()
	write, remove := p.Writes(changes)
	if err := disk.Change(root, write, remove); err != nil {
		return fmt.Errorf("没有写，什么也没有改动：%w", err)
	}
	fmt.Fprintln(t.out, "写好了；再运行 gongshi build 生成网站")
	return nil
}

// few is how many lines of a file are shown.
const few = 8

// writeChange prints what a pack would change in a file.
func writeChange(w io.Writer, c pack.Change) {
	switch {
	case c.Kind == pack.Added && c.Text:
		fmt.Fprintf(w, "%s：新文件，%d 行\n", c.Path, c.Lines)
	case c.Kind == pack.Added:
		fmt.Fprintf(w, "%s：新文件，%s\n", c.Path, size(c.Size))
	case c.Kind == pack.Removed && c.Text:
		fmt.Fprintf(w, "%s：删去这个文件，它有 %d 行\n", c.Path, c.Lines)
	case c.Kind == pack.Removed:
		fmt.Fprintf(w, "%s：删去这个文件，它有 %s\n", c.Path, size(c.Size))
	case !c.Text:
		fmt.Fprintf(w, "%s：内容不同，新的有 %s\n", c.Path, size(c.Size))
	case len(c.Changed)+len(c.Added)+len(c.Removed) == 0:
		fmt.Fprintf(w, "%s：内容一样，只是引号、空格或编码不同\n", c.Path)
	default:
		writeLines(w, c)
	}
}

// writeLines prints the first lines of a file that differ, and how many do.
func writeLines(w io.Writer, c pack.Change) {
	var lines []string
	for _, l := range c.Changed {
		if l.Heading != "" {
			lines = append(lines, fmt.Sprintf("第%d行 %s“%s”：原“%s”，新“%s”", l.No, pack.Plain(l.Of), l.Heading, l.Old, l.New))
		} else {
			lines = append(lines, fmt.Sprintf("第%d行 原“%s”，新“%s”", l.No, pack.Plain(l.Old), pack.Plain(l.New)))
		}
	}
	for _, l := range c.Added {
		lines = append(lines, fmt.Sprintf("第%d行 新加“%s”", l.No, pack.Plain(l.New)))
	}
	for _, l := range c.Removed {
		lines = append(lines, fmt.Sprintf("原第%d行 删去“%s”", l.No, pack.Plain(l.Old)))
	}
	fmt.Fprintf(w, "%s：改 %d 处，加 %d 行，删 %d 行\n", c.Path, len(c.Changed), len(c.Added), len(c.Removed))
	for _, line := range lines[:min(len(lines), few)] {
		fmt.Fprintln(w, "  "+line)
	}
	if len(lines) > few {
		fmt.Fprintf(w, "  还有 %d 处没有列出\n", len(lines)-few)
	}
}

// changesLine sums up what a pack would change.
func changesLine(changes []pack.Change) string {
	var n [3]int
	for _, c := range changes {
		n[c.Kind]++
	}
	words := []string{}
	for kind, word := range [3]string{"加 %d 个文件", "改 %d 个文件", "删 %d 个文件"} {
		if n[kind] > 0 {
			words = append(words, fmt.Sprintf(word, n[kind]))
		}
	}
	return "一共" + strings.Join(words, "，")
}
