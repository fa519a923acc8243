package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"gongshi"
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/start"
)

type initCommand struct {
	Dir string `arg:"" name:"文件夹" help:"网站建在这个文件夹里，没有就新建"`
	newcomer
	Place string `help:"data 里的文件夹，用拼音，如 zhongping；上面有镇的写 fengsheng/youfang" placeholder:"PATH"`
	CI    string `help:"另写自动发布的文件：${enum}" enum:"github,gitee,gitlab,none" default:"none" placeholder:"github|gitee|gitlab"`
	Yes   bool   `help:"不提问，没有写明的都用默认"`
	Date  string `help:"按这一天提出日期，默认今天" placeholder:"YYYY-MM-DD"`
}

// Run makes a site. In a folder that is one already it adds only the file for publishing.
func (c *initCommand) Run(t *terminal) error {
	_, err := os.Stat(filepath.Join(c.Dir, "config.toml"))
	if c.CI != "none" && err == nil {
		return c.publish(t)
	}
	if err == nil {
		return fmt.Errorf("%s 已经是一个网站，里面有 config.toml；什么也没有新建。加一个村用 gongshi new place", c.Dir)
	}
	today, err := t.day(c.Date, 0, "Asia/Shanghai") // where the villages are
	if err != nil {
		return err
	}
	site, err := c.site(t.asker(c.Yes), today)
	if err != nil {
		return err
	}
	files, err := site.Files(gongshi.Handbook())
	if err != nil {
		return err
	}
	if c.CI != "none" {
		files = append(files, start.Publishing(c.CI))
	}
	_, err = os.Stat(c.Dir)
	isNew := errors.Is(err, fs.ErrNotExist)
	if err := os.MkdirAll(c.Dir, 0o777); err != nil {
		return err
	}
	if err := create(c.Dir, files); err != nil {
		if isNew {
			os.Remove(c.Dir) // it is empty
		}
		return err
	}
	c.report(t, site, files)
	return nil
}

// publish adds the file by which a site is published automatically.
func (c *initCommand) publish(t *terminal) error {
	file := start.Publishing(c.CI)
	if err := create(c.Dir, []disk.File{file}); err != nil {
		return err
	}
	fmt.Fprintf(t.out, "新建了 %s\n照文件开头的说明改好、提交，以后每次推送就自动发布\n", file.Path)
	return nil
}

// site returns what the flags and the person at the terminal tell about it.
func (c *initCommand) site(a *asker, today ledger.Date) (*start.Site, error) {
	name, err := a.ask("村的名字", c.Name, "我的村", anything)
	if err != nil {
		return nil, err
	}
	like, err := a.ask(likes, c.Like, "z", isLike)
	if err != nil {
		return nil, err
	}
	s := &start.Site{Like: likeOf(like)}
	where, err := a.ask("村的文件夹，用拼音，上面有镇的写两段拼音", c.Place, defaultPath(s.Like), isPath)
	if err != nil {
		return nil, err
	}
	nowhere := func(string) bool { return false }
	s.Places, err = c.places(a, name, placePath(where), nowhere, manner{s.Like.Cross(), s.Like.Cycle()}, today)
	if err != nil {
		return nil, err
	}
	s.Places[0].Top = true
	return s, nil
}

// defaultPath returns the path of a village whose rules are a town's, or its own.
func defaultPath(like start.Like) string {
	if like == "f" {
		return "zhen/cun"
	}
	return "cun"
}

// report prints what was made, and what to do next.
func (c *initCommand) report(t *terminal, s *start.Site, files []disk.File) {
	fmt.Fprintf(t.out, "网站建好了，在 %s 里\n", c.Dir)
	fmt.Fprintln(t.out, repository(c.Dir, files))
	village := &s.Places[len(s.Places)-1]
	dir := path.Join("data", village.Path)
	book := workbookName(village.Name, village.Path, s.First())
	fmt.Fprintf(t.out, "\n接下来三步，都在 %s 里：\n", c.Dir)
	fmt.Fprintf(t.out, "1. 名册：运行 gongshi export %s %s，用 Excel 或 WPS 打开它做出的 %s，在“户册”表里一户写一行；存盘，运行 gongshi import %s\n",
		village.Path, s.First(), book, quoted(book))
	fmt.Fprintf(t.out, "2. 办法：用记事本打开 %s，把项目和分数改成本村的；再看看 %s/place.toml\n", s.Rules().Path, dir)
	sheet := "评分"
	if s.Like == "n" {
		sheet = "加减分"
	}
	fmt.Fprintf(t.out, "3. 评分：删掉 %s，再做一本，这回在“%s”表里填；存盘，再运行一次 gongshi import\n", book, sheet)
	fmt.Fprintln(t.out, "要在浏览器里看网站，运行 gongshi serve；它里面有工作台，不用 Excel 也能登记、打分、办公示；每一步怎样做，看手册“第一个小时”")
}

// create writes new files into a folder, all or none.
func create(dir string, files []disk.File) error {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("没有文件夹 %s", dir)
	}
	if err != nil {
		return err
	}
	defer root.Close()
	return disk.Create(root, files...)
}
