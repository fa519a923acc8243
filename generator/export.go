package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
	"gongshi/generator/start"
)

// sheets hands a site over to package convert, which knows nothing of package source.
func sheets(files fs.FS, book *ledger.Book) *convert.Site {
	return &convert.Site{
		Files: files, Book: book, Same: source.Same, Date: source.Date, Key: source.Key,
		Table: func(name string, data []byte) (*ledger.Table, diag.List) { return source.Table(name, data, book) },
	}
}

type exportCommand struct {
	where
	Place  string `arg:"" name:"地方" help:"data 下面的路径，如 zhongping 或 fengsheng/youfang"`
	Period string `arg:"" name:"周期" help:"2023-01、2023-Q1 或 2023"`
	Blank  bool   `help:"空表：不写已经录入的分数和记录，印出来带去评分"`
	Output string `help:"写到哪个文件；默认在当前文件夹，以地方和周期为名" placeholder:"FILE"`
}

func (c *exportCommand) Run(t *terminal) error {
	period, err := source.Period(c.Period)
	if err != nil {
		return err
	}
	site := source.Dir(c.Source)
	book, _, err := source.Read(site, placePath(c.Place))
	if err != nil {
		return err
	}
	p := book.Place(placePath(c.Place))
	if p == nil {
		return fmt.Errorf("没有地方 %s", c.Place)
	}
	form, list := sheets(site, book).Form(p, period, c.Blank)
	if list.HasErrors() {
		return refused(t, site, book, list, "先照上面改好，再导出；没有写工作簿")
	}
	if len(form.Sheets()) == 0 {
		if err := start.NoMonth(p); err != nil {
			return err
		}
		return fmt.Errorf("%s 的 %s 没有可填的表：先有户册（households.csv）和积分办法（scheme 文件夹）", p.Name, period)
	}
	return c.write(t, form)
}

// write writes the workbook, but over no file that is there: somebody may have filled it in.
func (c *exportCommand) write(t *terminal, form *convert.Form) error {
	data, err := form.Write()
	if err != nil {
		return err
	}
	name := c.Output
	if name == "" {
		name = workbookName(form.Place.Name, form.Place.Path, form.Period)
	}
	err = writeNew(name, data, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("已经有 %[1]s 这个文件，没有动它：可能已经填了。填好的，运行 gongshi import %[2]s；要重做一本，先把它改名或移走，或用 --output 换个名字", name, quoted(name))
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(t.out, "%s：\n", name)
	for _, s := range form.Sheets() {
		fmt.Fprintf(t.out, "  %s %d 行\n", s.Sheet, s.Rows)
	}
	fmt.Fprintf(t.out, "填好以后：gongshi import %s\n", quoted(name))
	return nil
}

// workbookName is what the workbook of a place and a period is called where nothing else is asked for: by the
// place's name, or where no file can be named so, by that of its folder.
func workbookName(name, at string, period ledger.Period) string {
	if strings.ContainsAny(name, `\/:*?"<>|`) {
		name = path.Base(at)
	}
	return name + "-" + period.String() + ".xlsx"
}
