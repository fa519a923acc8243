package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"gongshi/generator/pack"
	"gongshi/generator/source"
)

type packCommand struct {
	Place  string `arg:"" name:"地方" help:"data 下面的路径，如 zhongping 或 fengsheng/youfang"`
	File   string `arg:"" name:"文件" optional:"" help:"打成哪个文件；不写就用地方和日期作名字，放在当前文件夹"`
	Source string `help:"网站文件夹，内有 config.toml" default:"." type:"existingdir" placeholder:"DIR"`
	Date   string `help:"按这一天的情形，如 2024-01-12；默认用 config.toml 的 date，再默认今天" placeholder:"YYYY-MM-DD"`
}

// Run packs one place to hand in. What has errors is not handed in.
func (c *packCommand) Run(t *terminal) error {
	place := placePath(c.Place)
	work, list, err := where{Source: c.Source, Date: c.Date}.read(t, place)
	if err != nil {
		return err
	}
	if list.HasErrors() {
		wrong := list.Errors()
		writeText(t.err, wrong)
		fmt.Fprintf(t.err, "没有打包：%s 有错误 %d 处，照上面改好再打\n", place, len(wrong))
		return errData
	}
	files, left, err := pack.Collect(source.Dir(c.Source), place)
	if err != nil {
		return err
	}
	m := pack.Of(place, work.Book.Place(place).Name, work.History)
	bundle, err := pack.Write(m, work.Day, files)
	if err != nil {
		return err
	}
	name := c.File
	if name == "" {
		name = pack.Name(place, work.Day)
	}
	if err := save(name, bundle, place); err != nil {
		return err
	}
	fmt.Fprintf(t.out, "打好了“%s”的包：%s，%d 个文件，%s\n", m.Name, name, len(files), size(len(bundle)))
	if len(left) > 0 {
		fmt.Fprintf(t.out, "没有装进去，因为网站不读它们：%s\n", strings.Join(left, "、"))
	}
	fmt.Fprintln(t.out, "包里有这个地方的全部资料，不公布的也在里面：只交给做网站的人，不要发到群里")
	return nil
}

// save writes a pack, where there is nothing yet or a pack of the same place.
func save(name string, bundle []byte, place string) error {
	before, err := os.ReadFile(name)
	if err == nil {
		old, err := pack.Read(before)
		if err != nil || old.Place != place {
			return fmt.Errorf("%s 已经有了，又不是 %s 的包，没有动它；换一个名字", name, place)
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.WriteFile(name, bundle, 0o666)
}

// size is a number of bytes for people.
func size(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", (n+1023)>>10)
	}
	return fmt.Sprintf("%d MB", (n+1<<20-1)>>20)
}
