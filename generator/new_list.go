package main

import (
	"github.com/alecthomas/kong"

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
