package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/alecthomas/kong"

	"gongshi/generator/ledger"
	"gongshi/generator/start"
)

// newList begins an empty table, whose name is the command's.
type newList struct {
	beginning
	Place string `arg:"" optional:"" name:"地方" help:"data 下面的路径，如 zhongping；只有一个村的可以不写"`
}

// filling tells how each table is filled in.
var filling = map[string]string{
	"reward-list":     "一种商品一行：编号、名称、换一件要几分、一共进了多少件",
	"redemption-list": "一次兑换一行；商品写商品表里的名称或编号，还没有商品表的先运行 gongshi new reward-list",
	"correction-list": "改一格一行：对象写项目名或者记事的编号，原分照表里的，现分写改成的\n评分表和记事表不要动",
	"member-list":     "一人一行，参加的户都要有；姓名不会公布",
	"task-list":       "一项任务或项目一行；不知道的格子空着",
}

func (c *newList) Run(t *terminal, ctx *kong.Context) error {
	k, p, err := c.village(t, c.Place)
	if err != nil {
		return err
	}
	name := ctx.Selected().Name
	return k.create(filling[name], start.List(p, name))
}

type newScheme struct {
	beginning
	Place string `arg:"" optional:"" name:"地方" help:"办法是哪里的，如 fengsheng；只有一个村的可以不写"`
	Year  int    `arg:"" optional:"" name:"年份" help:"哪一年用；不写就是今年的后一年"`
	Own   bool   `help:"本村以前用上面的办法，现在自己另立一份"`
	Like  string `help:"还没有办法的，照哪一种做第一份：z、f、l、n、blank" placeholder:"z|f|l|n|blank"`
}

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
	for at := p; at != nil; at = at.Parent {
		n := len(at.Schemes)
		switch {
		case n == 0:
			continue
		case at != p && !c.Own:
			return nil, fmt.Errorf("%s用的是%s的办法：要换大家的，运行 gongshi new scheme %s；本村要另立一份，加上 --own", p.Name, at.Name, at.Path)
		}
		return at.Schemes[n-1], nil
	}
	return nil, nil
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

type newDistribution struct {
	beginning
	Place   string `arg:"" name:"地方" help:"data 下面的路径，如 beizhu"`
	Year    int    `arg:"" name:"年份" help:"分的是哪一年的"`
	Amount  string `arg:"" name:"金额" help:"一共分多少元，如 50000"`
	Shares  string `help:"几成按股份分，0 到 1，如 0.5；其余按积分分" default:"0" placeholder:"N"`
	Decided string `help:"哪天定下的，默认今天；按这一天已经生效的积分算" placeholder:"YYYY-MM-DD"`
}

func (c *newDistribution) Run(t *terminal) error {
	k, p, err := c.village(t, c.Place)
	if err != nil {
		return err
	}
	amount, ok := ledger.ParsePoints(c.Amount)
	if !ok || amount <= 0 {
		return fmt.Errorf("金额“%s”要写成 50000 或 50000.00 这样", c.Amount)
	}
	weight, ok := ledger.ParsePoints(c.Shares)
	if !ok || weight < 0 || weight > ledger.Point {
		return fmt.Errorf("--shares “%s”要写 0 到 1 之间的数，如 0.5", c.Shares)
	}
	decided, err := flagDate("--decided", c.Decided)
	if err != nil {
		return err
	}
	if decided == 0 {
		decided = k.day
	}
	return k.create("核对金额和日子，会议通过后填 [adopted]\n运行 gongshi check，再运行 gongshi build，网页上就有每户的一份", start.Distribution(p, c.Year, amount, weight, decided))
}

type newCalendar struct {
	beginning
	Year int    `arg:"" name:"年份" help:"如 2027"`
	Rest string `help:"放假的日子，如 “1月1日至3日、2月5日至11日”" placeholder:"DAYS"`
	Work string `help:"调休上班的周六、周日，如 “1月23日、2月14日”" placeholder:"DAYS"`
}

func (c *newCalendar) Run(t *terminal) error {
	k, err := c.read(t, "")
	if err != nil {
		return err
	}
	a := t.asker(false)
	rest, err := a.ask("放假的日子，照通知写，如 1月1日至3日、2月5日至11日", c.Rest, "", anything)
	if err != nil {
		return err
	}
	work, err := a.ask("调休上班的周六、周日，如 1月23日、2月14日", c.Work, "", anything)
	if err != nil {
		return err
	}
	file, err := start.Calendar(c.Year, rest, work)
	if err != nil {
		return err
	}
	return k.create("公示期从现在起照它算；已经张榜的，看看截止的日子变了没有", file)
}
