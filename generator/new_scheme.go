package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/start"
)

type newScheme struct {
	beginning
	Place string `arg:"" optional:"" name:"地方" help:"办法是哪里的，如 fengsheng；只有一个村的可以不写"`
	Year  int    `arg:"" optional:"" name:"年份" help:"哪一年用；不写就是今年的后一年"`
	Own   bool   `help:"本村以前用上面的办法，现在自己另立一份"`
	Like  string `help:"还没有办法的，照哪一种做第一份：z、f、l、n、blank" placeholder:"z|f|l|n|blank"`
}

// Run makes the next version of the rules, or the first.
func (c *newScheme) Run(t *terminal) error {
	if year, err := strconv.Atoi(c.Place); err == nil && c.Year == 0 {
		c.Place, c.Year = "", year
	}
	k, p, err := c.village(t, c.Place)
	if err != nil {
		return err
	}
	old, err := c.latest(p)
	if err != nil {
		return err
	}
	if old == nil {
		return c.first(k, p)
	}
	year := c.Year
	if year == 0 {
		year = max(k.day.Year(), old.Effective.Year()) + 1
	}
	if old.Effective >= ledger.Day(year, 1, 1) {
		return fmt.Errorf("%s已经有从 %s 起施行的办法 %s；再新的写 %d 年以后的", old.Place.Name, old.Effective, old.File, old.Effective.Year())
	}
	content, err := os.ReadFile(filepath.Join(k.folder, old.File))
	if err != nil {
		return err
	}
	file, err := start.Scheme(p, old, content, year)
	if err != nil {
		return err
	}
	return k.create(fmt.Sprintf("照 %s 抄的，从 %d-01-01 起施行，原来的没有动\n用记事本打开它，改好项目和分数，经会议通过后填 [adopted]", old.File, year), file)
}

// latest is the version that the new one follows: the place's own or, if it is to have its own,
// that of the place above; nil if there is none.
func (c *newScheme) latest(p *ledger.Place) (*ledger.Scheme, error) {
	versions := p.NearestSchemes()
	if versions == nil {
		return nil, nil
	}
	last := versions[len(versions)-1]
	if at := last.Place; at != p && !c.Own {
		return nil, fmt.Errorf("%s用的是%s的办法：要换大家的，运行 gongshi new scheme %s；本村要另立一份，加上 --own", p.Name, at.Name, at.Path)
	}
	return last, nil
}

// first makes the first rules of a place.
func (c *newScheme) first(k *known, p *ledger.Place) error {
	like := likeOf(c.Like)
	if err := isLike(c.Like); err != nil {
		return fmt.Errorf("%s还没有积分办法，写明照哪一种做第一份：--like z、f、l、n 或 blank", p.Name)
	}
	begin := p.Joined
	if begin == 0 {
		begin = firstMonth(like.Cycle(), k.day).First()
	}
	to := &start.Place{Path: p.Path, Name: p.Name, Joined: begin}
	return k.create("用记事本打开它，把项目和分数改成本村的，经会议通过后填 [adopted]", start.Rules(to, like, like.Cross() && len(p.Groups) > 1))
}
