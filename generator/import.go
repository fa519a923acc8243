package main

import (
	"cmp"
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
	opt.NoHistory, opt.Apart = true, true
	folder := source.Dir(c.Source)
	work, now, err := site.Read(opt)
	if err != nil {
		return err
	}
	book := work.Book
	scope, err := c.scope(book)
	if err != nil {
		return err
	}
	readings := sheets(folder, book)
	readings.Day = work.Day
	im := readings.NewImport()
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
	return c.settle(t, &outlook{im, opt, work, now})
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
func (c *importCommand) settle(t *terminal, o *outlook) error {
	im := o.im
	tellChanges(t, im.Changes)
	if len(im.Clears) > 0 {
		fmt.Fprintln(t.out, "工作簿里空着或没有了、文件里还有的：")
		tellChanges(t, im.Clears)
	}
	files, err := im.Files(c.clears(t, len(im.Clears)))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		fmt.Fprintln(t.out, "没有要写的：文件里已经是这样")
		return nil
	}
	wrong, err := o.brings(files)
	writeText(t.err, wrong)
	switch {
	case err != nil:
		return err
	case slices.ContainsFunc(wrong, func(d diag.Diagnostic) bool { return d.Code == sealsUnread }):
		fmt.Fprintln(t.err, countLine(wrong)+"；什么都没有写")
		return errData
	case wrong.HasErrors():
		fmt.Fprintln(t.err, "这样写进去，上面这些就错了；什么都没有写。先改工作簿，再导入")
		return errData
	}
	if sure, err := c.sure(t, im.Doubts); err != nil || !sure {
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

// sure reports whether what hardly anybody means is meant. --yes was said before it was known.
func (c *importCommand) sure(t *terminal, doubts diag.List) (bool, error) {
	if len(doubts) == 0 {
		return true, nil
	}
	writeText(t.err, doubts)
	if c.Yes || !t.asks() {
		fmt.Fprintln(t.err, "没有写：上面这样的，要看过才能写。真要写，在窗口里不加 --yes 再运行一次，看过再回答")
		return false, errData
	}
	if t.yes("没有错开，真要这样写吗？") {
		return true, nil
	}
	fmt.Fprintln(t.out, "没有写")
	return false, nil
}

// clears reports whether what is empty in the workbook is to be emptied.
func (c *importCommand) clears(t *terminal, n int) bool {
	switch {
	case n == 0 || c.Clear:
		return c.Clear
	case c.Yes || !t.asks():
		fmt.Fprintf(t.out, "这 %d 处没有动；要清空、删去，加 --clear\n", n)
		return false
	}
	return t.yes(fmt.Sprintf("这 %d 处在文件里也清空、删去吗？", n))
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

// tellChanges tells what each cell and row was and would be.
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
			fmt.Fprintf(t.out, "%s 第%d行 %s %s：%s → %s\n", file, c.Row, c.Who, c.Column, cmp.Or(c.From, "空"), cmp.Or(c.To, "空"))
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
