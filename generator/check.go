package main

import (
	"fmt"

	"gongshi/generator/gazette"
)

type checkCommand struct {
	where
	Place  string `help:"只查这个地方和它下面的" placeholder:"PATH"`
	Format string `help:"输出样式：${enum}" enum:"text,json,github" default:"text"`
}

func (c *checkCommand) Run(t *terminal) error {
	_, list, err := c.read(t, c.Place)
	if err != nil {
		return err
	}
	switch c.Format {
	case "json":
		err = gazette.JSON(t.plain, problemsOf(list, t.say))
	case "github":
		writeGitHub(t.plain, list, t.say)
	default:
		writeText(t.out, list)
		fmt.Fprintln(t.out, countLine(list))
	}
	if err == nil && list.HasErrors() {
		return errData
	}
	return err
}
