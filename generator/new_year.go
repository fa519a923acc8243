package main

import (
	"fmt"

	"gongshi/generator/ledger"
	"gongshi/generator/start"
)

type newDistribution struct {
	beginning
	Place   string `arg:"" name:"地方" help:"data 下面的路径，如 beizhu"`
	Year    int    `arg:"" name:"年份" help:"分的是哪一年的"`
	Amount  string `arg:"" name:"金额" help:"一共分多少元，如 50000"`
	Shares  string `help:"几成按股份分，0 到 1，如 0.5；其余按积分分" default:"0" placeholder:"N"`
	Decided string `help:"哪天定下的，默认今天；按这一天已经生效的积分算" placeholder:"YYYY-MM-DD"`
}

// Run makes the distribution, which holds from the day on which it was decided.
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
	decided, err := k.dayOf("--decided", c.Decided)
	if err != nil {
		return err
	}
	return k.create("核对金额和日子，会议通过后填 [adopted]\n运行 gongshi check，再运行 gongshi build，网页上就有每户的一份", start.Distribution(p, c.Year, amount, weight, decided))
}

type newCalendar struct {
	beginning
	Year int    `arg:"" name:"年份" help:"如 2027"`
	Rest string `help:"放假的日子，如 “1月1日至3日、2月5日至11日”" placeholder:"DAYS"`
	Work string `help:"调休上班的周六、周日，如 “1月23日、2月14日”" placeholder:"DAYS"`
}

// Run makes the calendar, of flags or of what is answered at a terminal.
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
