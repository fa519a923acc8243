package main

import (
	"fmt"
	"os"
	"path"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/source"
	"gongshi/generator/start"
)

type newNotice struct {
	periodic
	Visited string `help:"哪天入户" placeholder:"YYYY-MM-DD"`
	Meeting string `help:"哪天开评议会" placeholder:"YYYY-MM-DD"`
	Posted  string `help:"哪天张榜；不写就是草稿，不公布" placeholder:"YYYY-MM-DD"`
}

func (c *newNotice) Run(t *terminal) error {
	k, p, period, err := c.find(t, start.NextNotice)
	if err != nil {
		return err
	}
	var decided start.Days
	for _, d := range []struct {
		flag, typed string
		to          *ledger.Date
	}{{"--visited", c.Visited, &decided.Visited}, {"--meeting", c.Meeting, &decided.Met}, {"--posted", c.Posted, &decided.Posted}} {
		if *d.to, err = flagDate(d.flag, d.typed); err != nil {
			return err
		}
	}
	proposed := start.Propose(period, k.day, k.book.Calendars)
	file, err := start.Notice(p, period, decided, proposed, k.book.Calendars)
	if err != nil {
		return err
	}
	return k.create(c.next(k, p, decided.Posted, proposed.Posted), file)
}

// next is what to do with a notice that was made.
func (c *newNotice) next(k *known, p *ledger.Place, posted, proposed ledger.Date) string {
	if posted == 0 {
		return fmt.Sprintf("还是草稿，不公布。用记事本打开它，改好开会的日子\n张榜那天，把 posted 一行的日子写成真的，删去行首的“# ”\n"+
			"如果 %s 张榜，异议收到 %s 为止", proposed, notice.LastDay(p.Publicity, proposed, k.book.Calendars))
	}
	return fmt.Sprintf("%s 张榜，异议收到 %s 为止\n接下来运行 gongshi check，再运行 gongshi seal，再运行 gongshi build，打印公示张贴",
		posted, notice.LastDay(p.Publicity, posted, k.book.Calendars))
}

// flagDate reads the date of a flag.
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

type newObjection struct {
	beginning
	Place     string `arg:"" name:"地方" help:"data 下面的路径，如 zhongping"`
	Period    string `arg:"" name:"周期" help:"2026-12、2026-Q4 或 2026"`
	Household string `arg:"" name:"户号" help:"说的是哪一户，如 012；谁提的不记"`
	About     string `arg:"" name:"事项" help:"说的是哪一项，如 庭院"`
	Received  string `help:"哪天收到，默认今天" placeholder:"YYYY-MM-DD"`
}

// Run adds the objection at the end of the notice, and shows what it added.
func (c *newObjection) Run(t *terminal) error {
	k, p, err := c.village(t, c.Place)
	if err != nil {
		return err
	}
	period, err := source.Period(c.Period)
	if err != nil {
		return err
	}
	received, err := flagDate("--received", c.Received)
	if err != nil {
		return err
	}
	if received == 0 {
		received = k.day
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
	root, err := os.OpenRoot(k.folder)
	if err != nil {
		return err
	}
	defer root.Close()
	before, err := root.ReadFile(name)
	if err != nil {
		return err
	}
	after, err := start.Extended(before, added)
	if err != nil {
		return fmt.Errorf("%s %w", name, err)
	}
	if err := disk.Replace(root, disk.File{Path: name, Content: after}); err != nil {
		return err
	}
	fmt.Fprintf(k.out, "在 %s 末尾加了下面几行，别处没有动：\n", name)
	fmt.Fprint(k.plain, added)
	return nil
}
