package main

import (
	"fmt"
	"path"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/start"
)

type newPlace struct {
	beginning
	newcomer
	Path string `arg:"" name:"路径" help:"data 下面的路径，如 youfang 或 fengsheng/youfang；上面的镇还没有的，一起建"`
	Yes  bool   `help:"不提问，没有写明的都用默认"`
}

// Run makes a village, with the places above it that are not there yet. It takes over the
// rules above; where there are none it gets rules of its own.
func (c *newPlace) Run(t *terminal) error {
	if err := isPath(c.Path); err != nil {
		return err
	}
	k, err := c.read(t, "")
	if err != nil {
		return err
	}
	where := placePath(c.Path)
	parent := k.nearest(where)
	if parent != nil && parent.Path == where {
		return fmt.Errorf("已经有 %s 这个地方（%s），什么也没有新建", where, parent.Name)
	}
	a := t.asker(c.Yes)
	name, err := a.ask("村的名字", c.Name, "我的村", anything)
	if err != nil {
		return err
	}
	rules, err := c.rules(a, parent)
	if err != nil {
		return err
	}
	there := func(path string) bool { return k.book.Place(path) != nil }
	places, err := c.places(a, name, where, there, rules.manner, k.day)
	if err != nil {
		return err
	}
	places[0].Top = parent == nil
	var files []disk.File
	for i := range places {
		files = append(files, places[i].Files(rules.average)...)
	}
	village := &places[len(places)-1]
	if rules.like != "" {
		files = append(files, start.Rules(&places[0], rules.like, rules.cross && len(village.Groups) > 1))
	}
	return k.create(fmt.Sprintf("名册：运行 gongshi export %s %s，在“户册”表里一户写一行，再用 gongshi import 收进来",
		where, ledger.WholeFrom(rules.cycle, village.Joined)), files...)
}

// nearest is the place at a path, or else the nearest above it; nil if there is none.
func (k *known) nearest(where string) *ledger.Place {
	for at := where; at != "."; at = path.Dir(at) {
		if p := k.book.Place(at); p != nil {
			return p
		}
	}
	return nil
}

// ruled is by which rules a new village is to go.
type ruled struct {
	manner
	average bool
	like    start.Like // of the rules to be made; "": those above hold
}

func (c *newPlace) rules(a *asker, parent *ledger.Place) (ruled, error) {
	if versions := parent.NearestSchemes(); versions != nil {
		s := versions[len(versions)-1]
		return ruled{manner{s.Zone.Cross, s.Cycle}, s.RankBy == ledger.ByAverage, ""}, nil
	}
	answer, err := a.ask(likes, c.Like, "z", isLike)
	like := likeOf(answer)
	return ruled{manner{like.Cross(), like.Cycle()}, like.Average(), like}, err
}
