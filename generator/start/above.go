package start

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// NoMonth reports that a place above villages has no month of its own, and which villages it has; nil of a
// village.
func NoMonth(p *ledger.Place) error {
	const most = 12
	if p.Kind == "village" || len(p.Households) > 0 {
		return nil
	}
	names := villages(p)
	if len(names) == 0 {
		return fmt.Errorf("“%s”不是村，没有每月的分，它下面还没有村：先新建一个，gongshi new place %s/cun", p.Name, p.Path)
	}
	if len(names) > most {
		names = append(names[:most], "……")
	}
	return fmt.Errorf("“%s”不是村，没有每月的分；把“%s”换成它下面的村：“%s”", p.Name, p.Path, strings.Join(names, "”、“"))
}

// villages are those below a place, by path, with their paths.
func villages(p *ledger.Place) (names []string) {
	for _, c := range p.Children {
		if c.Kind == "village" {
			names = append(names, c.Name+"（"+c.Path+"）")
		}
		names = append(names, villages(c)...)
	}
	return slices.Clip(names)
}
