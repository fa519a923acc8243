package main

import (
	"fmt"
	"os"
	"path"
	"strings"

	"gongshi/generator/disk"
	"gongshi/generator/edit"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
	"gongshi/generator/start"
)

// noticed are the arguments of what goes into a notice that is there.
type noticed struct {
	beginning
	Place  string `arg:"" name:"地方" help:"data 下面的路径，如 zhongping"`
	Period string `arg:"" name:"周期" help:"2026-12、2026-Q4 或 2026"`
}

func (c *noticed) find(t *terminal) (k *known, p *ledger.Place, period ledger.Period, err error) {
	if k, p, err = c.village(t, c.Place); err == nil {
		period, err = source.Period(c.Period)
	}
	return k, p, period, err
}

type newObjection struct {
	noticed
	Household string `arg:"" name:"户号" help:"说的是哪一户，如 012；谁提的不记"`
	About     string `arg:"" name:"事项" help:"说的是哪一项，如 庭院"`
	Received  string `help:"哪天收到，默认今天" placeholder:"YYYY-MM-DD"`
}

// Run adds the objection at the end of the notice, and shows what it added.
func (c *newObjection) Run(t *terminal) error {
	k, p, period, err := c.find(t)
	if err != nil {
		return err
	}
	received, err := k.dayOf("--received", c.Received)
	if err != nil {
		return err
	}
	h := p.Household(source.Key(plain(c.Household)))
	if h == nil {
		return fmt.Errorf("%s没有户号 %s，看看名册", p.Name, c.Household)
	}
	added, err := start.Objection(p, period, received, h.ID, plain(c.About), k.book.Calendars)
	if err != nil {
		return err
	}
	return k.extend(path.Join("data", p.Path, "notices", period.String()+".toml"), added)
}

// extend adds a text at the end of a file and shows it.
func (k *known) extend(name, added string) error {
	return k.change(name, "在 "+name+" 末尾加了下面几行，别处没有动：", "", func(before []byte) ([]byte, string, error) {
		after, err := edit.Extended(before, added)
		return after, added, err
	})
}

// fill fills lines of a file in, shows them, and tells what to do next.
func (k *known) fill(name, next string, in func(*start.Form) error) error {
	return k.change(name, "在 "+name+" 里写上了，别处没有动：", next, func(before []byte) ([]byte, string, error) {
		f, err := start.OpenForm(before)
		if err == nil {
			err = in(f)
		}
		if err != nil {
			return nil, "", err
		}
		return f.Close()
	})
}

// change writes a file anew and shows which lines are new.
func (k *known) change(name, done, next string, edit func(before []byte) (after []byte, lines string, err error)) error {
	root, err := os.OpenRoot(k.folder)
	if err != nil {
		return err
	}
	defer root.Close()
	before, err := root.ReadFile(name)
	if err != nil {
		return err
	}
	after, lines, err := edit(before)
	if err != nil {
		return fmt.Errorf("%s：%w", name, err)
	}
	if err := disk.Replace(root, disk.File{Path: name, Content: after}); err != nil {
		return err
	}
	fmt.Fprintln(k.out, done)
	fmt.Fprint(k.laid, lines)
	if next != "" {
		fmt.Fprintln(k.out, next)
	}
	return nil
}

type newAnswer struct {
	noticed
	No      string `arg:"" name:"编号" help:"异议的编号，如 1"`
	Outcome string `arg:"" name:"结果" help:"成立，或者不成立"`
	Answer  string `arg:"" name:"答复" help:"会公布；不成立的也要写明理由"`
	Decided string `help:"哪天有了结果，默认今天" placeholder:"YYYY-MM-DD"`
}

// Run fills the answer into the notice.
func (c *newAnswer) Run(t *terminal) error {
	k, p, period, err := c.find(t)
	if err != nil {
		return err
	}
	decided, err := k.dayOf("--decided", c.Decided)
	if err != nil {
		return err
	}
	n := p.Notices[period]
	if n == nil {
		return fmt.Errorf("%s还没有 %s 的公示", p.Name, period)
	}
	outcome := strings.ReplaceAll(c.Outcome, "采纳", start.Upheld) // a notice may have it so too
	if outcome != start.Upheld && outcome != start.Rejected {
		return fmt.Errorf("结果“%s”要写成立或者不成立", c.Outcome)
	}
	next := fmt.Sprintf("要改分的，运行 gongshi export %s %s，在“更正”表里写一行，异议一列写 %s，再用 gongshi import 收进来", p.Path, period, c.No)
	if outcome == start.Rejected {
		next = "运行 gongshi check，再运行 gongshi build"
	}
	return k.fill(n.File, next, func(f *start.Form) error {
		return f.Answer(c.No, decided, outcome == start.Upheld, plain(c.Answer), false)
	})
}
