package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/source"
	"gongshi/generator/start"
)

// newcomer are the flags that tell of a village that is to be.
type newcomer struct {
	Name            string `help:"村的名字" placeholder:"NAME"`
	Above           string `help:"上面的镇（区、县）的名字，从上往下用 / 隔开" placeholder:"NAME"`
	Groups          string `help:"分几个组或片区" placeholder:"N"`
	Office          string `help:"村民有事找谁" placeholder:"NAME"`
	Phone           string `help:"它的电话" placeholder:"TEL"`
	Supervisor      string `help:"谁监督" placeholder:"NAME"`
	SupervisorPhone string `help:"监督的电话" placeholder:"TEL"`
	Like            string `help:"办法像哪一种：z 每月 100 分，f 镇里统一加减分，l 季加年评星，n 只记事算人均，blank 空白" placeholder:"z|f|l|n|blank"`
	First           string `help:"从哪个月开始积分，如 2026-12" placeholder:"YYYY-MM"`
}

// likes is the question which kind of rules a site begins with.
const likes = `积分办法像哪一种？以后一项一项改成自己的：
  z  每月入户评，满分 100 分，加减分，积分换物品
  f  全镇一个办法，基础分 100 分，加分减分，每月公示
  l  每季评一次，年底再评一次，评星级文明户
  n  不入户评，只记好事坏事，按人均排名，终身累计
  blank  空白的，只有一个项目，自己写
写前面的字母`

func isLike(answer string) error {
	switch likeOf(answer) {
	case "z", "f", "l", "n", "blank":
		return nil
	}
	return fmt.Errorf("“%s”不行，要写 z、f、l、n、blank 中的一个", answer)
}

func likeOf(answer string) start.Like { return start.Like(strings.ToLower(answer)) }

// manner is what of its rules a village's settings depend on.
type manner struct {
	cross bool         // panels do not assess their own groups
	cycle ledger.Cycle // in which it publishes
}

// village gathers what is to be known of a village: from flags, answers, defaults.
func (n *newcomer) village(a *asker, name string, rules manner, today ledger.Date) (p start.Place, err error) {
	take := func(question, flag, otherwise string, judge func(string) error) (answer string) {
		if err == nil {
			answer, err = a.ask(question, flag, otherwise, judge)
		}
		return answer
	}
	p.Name, p.Kind = name, start.Village
	groups := "1"
	if rules.cross {
		groups = "2"
	}
	groups = take("分几个组或片区", n.Groups, groups, isCount)
	who := start.Offices(p.Name, p.Kind)
	p.Contact.Office = take("村民有事找谁", n.Office, who.Office, anything)
	p.Contact.Phone = take("它的电话", n.Phone, "", anything)
	p.Contact.Supervisor = take("谁监督", n.Supervisor, who.Supervisor, anything)
	p.Contact.SupervisorPhone = take("监督的电话", n.SupervisorPhone, "", anything)
	first := take("从哪个月开始积分", n.First, firstMonth(rules.cycle, today).String(), isMonth)
	if err != nil {
		return p, err
	}
	count, _ := strconv.Atoi(groups)
	p.Groups = start.Groups(count, rules.cross)
	month, _ := source.Period(first)
	p.Joined = month.First()
	return p, nil
}

// firstMonth is the first month of the next period in which something is published.
func firstMonth(cycle ledger.Cycle, today ledger.Date) ledger.Period {
	return ledger.PeriodOf(ledger.Month, ledger.PeriodOf(cycle, today).Next().First())
}

func isCount(answer string) error {
	if n, err := strconv.Atoi(answer); err != nil || n < 1 || n > 99 {
		return fmt.Errorf("“%s”不行，要写 1 到 99 的一个数", answer)
	}
	return nil
}

func isMonth(answer string) error {
	p, err := source.Period(answer)
	if err == nil && p.Cycle != ledger.Month {
		err = fmt.Errorf("“%s”不是一个月，写成 2026-12 这样", answer)
	}
	return err
}

// places are the places of a path that are not there yet, the topmost first, the village last.
func (n *newcomer) places(a *asker, name, where string, there func(path string) bool, rules manner, today ledger.Date) ([]start.Place, error) {
	paths := start.Above(where)
	above, at := paths[:len(paths)-1], paths[len(paths)-1]
	above = slices.DeleteFunc(above, there)
	names, err := n.namesAbove(a, above, at)
	if err != nil {
		return nil, err
	}
	village, err := n.village(a, name, rules, today)
	if err != nil {
		return nil, err
	}
	var list []start.Place
	for i, path := range above {
		kind := start.KindAbove(at, path)
		list = append(list, start.Place{Path: path, Name: names[i], Kind: kind, Joined: village.Joined, Contact: start.Offices(names[i], kind)})
	}
	village.Path = at
	return append(list, village), nil
}

// namesAbove are the names of new places above the village, the topmost first.
func (n *newcomer) namesAbove(a *asker, above []string, village string) ([]string, error) {
	if len(above) == 0 {
		return nil, nil
	}
	otherwise := make([]string, len(above))
	for i, path := range above {
		otherwise[i] = "我的" + start.KindAbove(village, path)
	}
	names, err := a.ask("上面的镇（区、县）叫什么，从上往下用 / 隔开", n.Above, strings.Join(otherwise, "/"), func(answer string) error {
		if got := strings.Split(answer, "/"); len(got) != len(above) || slices.Contains(got, "") {
			return fmt.Errorf("“%s”不行，要写 %d 个名字，用 / 隔开", answer, len(above))
		}
		return nil
	})
	return strings.Split(names, "/"), err
}

// isPath tells what is wrong with a place's path.
func isPath(answer string) error {
	for name := range strings.SplitSeq(placePath(answer), "/") {
		if err := source.FolderName(name); err != nil {
			return err
		}
	}
	return nil
}
