package main

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
	"gongshi/generator/start"
)

// periodic are the arguments of what begins something for a period of a place.
type periodic struct {
	beginning
	Place  string `arg:"" optional:"" name:"地方" help:"data 下面的路径，如 zhongping；只有一个村的可以不写"`
	Period string `arg:"" optional:"" name:"周期" help:"2026-12、2026-Q4 或 2026；不写就是下一期"`
}

// find is the place and the period that were asked for. Where the place is left out, the
// period may come first.
func (c *periodic) find(t *terminal, next func(*ledger.Place) (ledger.Period, error)) (*known, *ledger.Place, ledger.Period, error) {
	if c.Period == "" {
		if _, err := source.Period(c.Place); err == nil {
			c.Place, c.Period = "", c.Place
		}
	}
	k, p, err := c.village(t, c.Place)
	if err != nil {
		return nil, nil, ledger.Period{}, err
	}
	var period ledger.Period
	if c.Period == "" {
		period, err = next(p)
	} else {
		period, err = source.Period(c.Period)
	}
	return k, p, period, err
}

type newPeriod struct{ periodic }

func (c *newPeriod) Run(t *terminal) error {
	return c.sheet(t, start.Sheet, "用 Excel 或 WPS 打开它，逐项填分，没有这一项的户填“不适用”\n填好运行 gongshi check，张榜以前运行 gongshi new notice")
}

type newDeclaration struct{ periodic }

func (c *newDeclaration) Run(t *terminal) error {
	return c.sheet(t, start.Declaration, "各户自己报几分填几分，没有申报的户删去那一行；申报只作对照，不计分")
}

// sheet makes a sheet to fill in.
func (c *periodic) sheet(t *terminal, of func(*ledger.Place, ledger.Period) (disk.File, []string, error), hint string) error {
	k, p, period, err := c.find(t, start.NextSheet)
	if err != nil {
		return err
	}
	file, partial, err := of(p, period)
	if err != nil {
		return err
	}
	if len(partial) > 0 {
		hint = fmt.Sprintf("中途加入或退出的户没有列入：%s；本期要算的，自己加上它的一行\n", strings.Join(partial, "、")) + hint
	}
	return k.create(hint, file)
}

type newEventList struct{ periodic }

// Run makes the list of the month that is asked for, or of the day's.
func (c *newEventList) Run(t *terminal) error {
	k, p, month, err := c.find(t, func(*ledger.Place) (ledger.Period, error) { return ledger.Period{}, nil })
	if err != nil {
		return err
	}
	if month.Cycle == 0 {
		month = ledger.PeriodOf(ledger.Month, max(k.day, p.Joined))
	}
	if month.Cycle != ledger.Month {
		return fmt.Errorf("记事表一个月一张，写成 %s 这样", ledger.PeriodOf(ledger.Month, month.First()))
	}
	s := p.SchemeFor(month)
	if s == nil || len(s.Events) == 0 {
		return fmt.Errorf("%s的办法在 %s 没有加分和扣分的项目，不用记事表", p.Name, month)
	}
	hint := "一件事一行；项目写：" + strings.Join(kinds(s), "、")
	if slices.ContainsFunc(s.Events, func(e *ledger.EventKind) bool { return e.Approval }) {
		hint += "\n要审核的，审核写“通过”“待审”或“未通过”，再写审核日期"
	}
	return k.create(hint, start.Events(p, month))
}

func kinds(s *ledger.Scheme) (names []string) {
	for _, e := range s.Events {
		names = append(names, "“"+e.Name+"”")
	}
	return names
}
