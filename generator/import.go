package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/site"
	"gongshi/generator/source"
)

type importCommand struct {
	where
	Files  []string `arg:"" name:"文件" help:"工作簿（xlsx）或 CSV，可以几个一起"`
	Place  string   `help:"表里没有写明时，是哪个地方的" placeholder:"PATH"`
	Period string   `help:"表里没有写明时，是哪一期的，如 2023-01" placeholder:"PERIOD"`
	Yes    bool     `help:"不问，直接写；清空的格子不写"`
	Clear  bool     `help:"工作簿里清空的格子、删去的行，在文件里也清空、删去"`
}

// Run shows what the files would change, and writes it after an answer.
func (c *importCommand) Run(t *terminal) error {
	opt, err := c.options(t)
	if err != nil {
		return err
	}
	opt.NoHistory = true
	folder := os.DirFS(c.Source)
	book, _, err := source.Read(folder, "")
	if err != nil {
		return err
	}
	scope, err := c.scope(book)
	if err != nil {
		return err
	}
	im := sheets(folder, book).NewImport()
	for _, name := range c.Files {
		if err := take(im, name, scope); err != nil {
			return err
		}
	}
	source.Cells(folder, book, im.Problems)
	im.Problems.Group()
	writeText(t.err, im.Problems)
	if im.Problems.HasErrors() {
		fmt.Fprintln(t.err, countLine(im.Problems)+"；什么都没有写")
		return errData
	}
	return c.settle(t, im, opt)
}

// scope is the place and period that were said.
func (c *importCommand) scope(book *ledger.Book) (scope convert.Scope, err error) {
	if c.Place != "" {
		if scope.Place = book.Place(placePath(c.Place)); scope.Place == nil {
			return scope, fmt.Errorf("没有地方 %s", c.Place)
		}
	}
	if c.Period != "" {
		if scope.Period, err = source.Period(c.Period); err != nil {
			return scope, err
		}
	}
	return scope, nil
}

// take reads one file for an import.
func take(im *convert.Import, name string, scope convert.Scope) error {
	var data []byte
	err := disk.Patiently(func() (err error) {
		data, err = os.ReadFile(name)
		return err
	})
	if err != nil {
		return err
	}
	book, list := convert.Read(filepath.Base(name), data)
	im.Problems = append(im.Problems, list...)
	if book != nil {
		im.Take(book, scope)
	}
	return nil
}

// settle shows the changes, looks what would come of them, asks, and writes.
func (c *importCommand) settle(t *terminal, im *convert.Import, opt site.Options) error {
	tellChanges(t, im.Changes)
	if len(im.Clears) > 0 {
		fmt.Fprintln(t.out, "工作簿里空着或没有了、文件里还有的：")
		tellChanges(t, im.Clears)
	}
	clear, err := c.clears(t, len(im.Clears))
	if err != nil {
		return err
	}
	files, err := im.Files(clear)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		fmt.Fprintln(t.out, "没有要写的：文件里已经是这样")
		return nil
	}
	wrong, err := brings(im, opt, files)
	writeText(t.err, wrong)
	if err != nil || wrong.HasErrors() {
		if err == nil {
			fmt.Fprintln(t.err, "这样写进去，上面这些就错了；什么都没有写。先改工作簿，再导入")
			err = errData
		}
		return err
	}
	if yes, err := t.agreed(c.Yes, "还没有写：看过上面的，没有问题，加 --yes 再运行一次"); err != nil || !yes {
		return err
	}
	if err := c.write(t, files); err != nil {
		return err
	}
	if im.Ours {
		fmt.Fprintln(t.out, "接着还要填的，先重新导出一本：这一本记着的是导出时的样子")
	}
	return nil
}

// clears reports whether what is empty in the workbook is to be emptied.
func (c *importCommand) clears(t *terminal, n int) (bool, error) {
	switch {
	case n == 0 || c.Clear:
		return c.Clear, nil
	case c.Yes || !t.asks():
		fmt.Fprintf(t.out, "这 %d 处没有动；要清空、删去，加 --clear\n", n)
		return false, nil
	}
	return t.yes(fmt.Sprintf("这 %d 处在文件里也清空、删去吗？", n)), nil
}

func (c *importCommand) write(t *terminal, files []disk.File) error {
	root, err := os.OpenRoot(c.Source)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := disk.Change(root, files, nil); err != nil {
		return fmt.Errorf("没有导入，文件都没有改动：%w", err)
	}
	for _, f := range files {
		fmt.Fprintln(t.out, "已写 "+f.Path)
	}
	return nil
}

// brings are the errors that the site would have with the files and does not have now.
func brings(im *convert.Import, opt site.Options, files []disk.File) (diag.List, error) {
	opt.Apart = true
	work, now, err := site.Read(opt)
	if err != nil {
		return nil, err
	}
	opt.Instead = map[string][]byte{}
	for _, f := range files {
		opt.Instead[f.Path] = f.Content
	}
	_, then, err := site.Read(opt)
	if err != nil {
		return nil, err
	}
	list := moreOf(then, now, im)
	if now.HasErrors() && then.HasErrors() && slices.ContainsFunc(work.Book.Places, func(p *ledger.Place) bool { return len(p.Seals) > 0 }) {
		old := now.Errors()[0]
		list.Add(diag.Diagnostic{Position: diag.At(old.File, 0, 0), Severity: diag.Note, Code: "seals-unread", Message: "这里原来就有错误，改好以前，封存过的有没有改动核对不出来",
			Hint: "先运行 gongshi check，照着改好，再导入"})
	}
	return list, nil
}

// moreOf are the errors of one list that another has not. Those of a cell that an import changes are new where
// they say something new; of others, which other rows may have moved, there have to be more.
func moreOf(then, now diag.List, im *convert.Import) (list diag.List) {
	more := map[string]int{}
	for n, of := range []diag.List{now, then} {
		for _, d := range of {
			more[alike(d)] += 2*n - 1
			more[alike(d)+"\x00"+d.Message] += 2*n - 1
		}
	}
	for _, d := range then {
		if d.Severity != diag.Error || more[alike(d)+"\x00"+d.Message] <= 0 {
			continue
		}
		if at := im.Locate(d); at.File != d.File || more[alike(d)] > 0 {
			list.Add(at)
		}
	}
	list.Group()
	return list
}

// alike is a problem without its row.
func alike(d diag.Diagnostic) string {
	return strings.Join([]string{d.Severity.String(), d.File, d.Code, d.Heading}, "\x00")
}

// tellChanges says what each cell and row was and would be.
func tellChanges(t *terminal, changes []convert.Change) {
	const most = 20 // new rows of one file that are told
	added := map[string]int{}
	for _, c := range changes {
		if c.Row == 0 {
			added[c.File]++
		}
	}
	told := map[string]int{}
	for _, c := range changes {
		file := strings.TrimPrefix(c.File, "data/")
		switch {
		case c.Row > 0 && c.Column != "":
			fmt.Fprintf(t.out, "%s 第%d行 %s %s：%s → %s\n", file, c.Row, c.Who, c.Column, orNothing(c.From), orNothing(c.To))
		case c.Row > 0:
			fmt.Fprintf(t.out, "%s 第%d行 删去：“%s”\n", file, c.Row, c.From)
		case told[c.File] < most:
			told[c.File]++
			fmt.Fprintf(t.out, "%s 新增 %s：“%s”\n", file, c.Who, c.To)
		case told[c.File] == most:
			told[c.File]++
			fmt.Fprintf(t.out, "%s 还新增 %d 行\n", file, added[c.File]-most)
		}
	}
}

func orNothing(text string) string {
	if text == "" {
		return "空"
	}
	return text
}
