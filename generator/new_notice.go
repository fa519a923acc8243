package main

import (
	"fmt"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/source"
	"gongshi/generator/start"
)

type newNotice struct {
	periodic
	Visited  string `help:"哪天入户" placeholder:"YYYY-MM-DD"`
	Meeting  string `help:"哪天开评议会" placeholder:"YYYY-MM-DD"`
	Posted   string `help:"哪天张榜；不写就是草稿，不公布" placeholder:"YYYY-MM-DD"`
	Reported string `help:"公示期满以后，哪天报镇里" placeholder:"YYYY-MM-DD"`
}

// Run makes the notice or, of one that is there, fills in the days that are given.
func (c *newNotice) Run(t *terminal) error {
	decided, err := c.decided()
	if err != nil {
		return err
	}
	next := start.NextNotice
	if decided != (start.Days{}) {
		next = start.FirstDraft
	}
	k, p, period, err := c.find(t, next)
	if err != nil {
		return err
	}
	n := p.Notices[period]
	switch {
	case n != nil && decided != (start.Days{}):
		return k.fill(n.File, c.next(k, p, period, decided.Posted, 0), func(f *start.Form) error { return f.Days(decided) })
	case n == nil && decided.Reported != 0:
		return fmt.Errorf("%s还没有 %s 的公示", p.Name, period)
	}
	proposed := start.Propose(period, k.day, k.book.Calendars)
	file, err := start.Notice(p, period, decided, proposed)
	if err != nil {
		return err
	}
	return k.create(c.next(k, p, period, decided.Posted, proposed.Posted), file)
}

// decided are the days that the flags give.
func (c *newNotice) decided() (d start.Days, err error) {
	for _, f := range []struct {
		flag, typed string
		to          *ledger.Date
	}{
		{"--visited", c.Visited, &d.Visited}, {"--meeting", c.Meeting, &d.Met},
		{"--posted", c.Posted, &d.Posted}, {"--reported", c.Reported, &d.Reported},
	} {
		if *f.to, err = flagDate(f.flag, f.typed); err != nil {
			return d, err
		}
	}
	return d, nil
}

// next is what to do with a notice that was made or filled in.
func (c *newNotice) next(k *known, p *ledger.Place, period ledger.Period, posted, proposed ledger.Date) string {
	switch {
	case posted != 0:
		return fmt.Sprintf("%s 张榜，异议收到 %s 为止\n接下来运行 gongshi check，再运行 gongshi seal，再运行 gongshi build，打印公示张贴",
			posted, notice.LastDay(p.Publicity, posted, k.book.Calendars))
	case proposed != 0:
		return fmt.Sprintf("还是草稿，不公布。张榜那天运行 gongshi new notice %s %s --posted 那天的日期\n如果 %s 张榜，异议收到 %s 为止",
			p.Path, period, proposed, notice.LastDay(p.Publicity, proposed, k.book.Calendars))
	case p.Notices[period].Posted == 0:
		return "还是草稿，不公布。张榜那天运行 gongshi new notice " + p.Path + " " + period.String() + " --posted 那天的日期"
	}
	return "运行 gongshi check，再运行 gongshi build"
}

// dayOf is the date of a flag, else the day as of which something new is made.
func (k *known) dayOf(flag, typed string) (ledger.Date, error) {
	d, err := flagDate(flag, typed)
	if d == 0 {
		d = k.day
	}
	return d, err
}

// flagDate reads the date of a flag, in any form in which a table may write one; empty is none.
func flagDate(flag, typed string) (ledger.Date, error) {
	if typed == "" {
		return 0, nil
	}
	d, err := source.Date(typed)
	if err != nil {
		return 0, fmt.Errorf("%s “%s”%w", flag, typed, err)
	}
	return d, nil
}
