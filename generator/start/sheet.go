package start

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/write"
)

// Sheet is a period's sheet to fill in: a row for each household that takes part, a column for each item.
// Households that came or left within the period are in it only if the village adds a row for them: they are left
// out, and named.
func Sheet(p *ledger.Place, period ledger.Period) (sheet disk.File, partial []string, err error) {
	return toFill(p, period, "scores")
}

// Declaration is the same for what households declare themselves.
func Declaration(p *ledger.Place, period ledger.Period) (sheet disk.File, partial []string, err error) {
	return toFill(p, period, "declared")
}

func toFill(p *ledger.Place, period ledger.Period, folder string) (disk.File, []string, error) {
	if err := NoMonth(p); err != nil {
		return disk.File{}, nil, err
	}
	items, err := itemsOf(p, period)
	if err != nil {
		return disk.File{}, nil, err
	}
	if n := p.Notices[period]; n != nil && n.Posted != 0 {
		return disk.File{}, nil, fmt.Errorf("%s的 %s 已经张榜，张榜以后不再做表；改分数用更正", p.Name, period)
	}
	in, partial := taking(p, period)
	if len(in) == 0 {
		return disk.File{}, nil, fmt.Errorf("%s的名册里还没有参加 %s 的户：先填 data/%s/households.csv", p.Name, period, p.Path)
	}
	t := write.Blank(folder, items)
	for _, h := range in {
		t.Rows = append(t.Rows, []any{h.ID, h.SpanFor(period).Head})
	}
	return table(p.Path, folder+"/"+period.String()+".csv", t), partial, nil
}

// itemsOf are what is assessed in a period; why, where it is nothing.
func itemsOf(p *ledger.Place, period ledger.Period) ([]*ledger.Item, error) {
	if err := lawless(p, period); err != nil {
		return nil, err
	}
	s := p.SchemeFor(period)
	if items := s.ItemsOf(period.Cycle); len(items) > 0 {
		return items, nil
	}
	var cycles []string
	for c := ledger.Month; c <= ledger.Year; c++ {
		if len(s.ItemsOf(c)) > 0 {
			cycles = append(cycles, cycleWords[c])
		}
	}
	if len(cycles) == 0 {
		return nil, errNoItems
	}
	return nil, fmt.Errorf("本村的办法是%s评的，没有%s评的项目，不用 %s 的评分表", strings.Join(cycles, "、"), cycleWords[period.Cycle], period)
}

var errNoItems = errors.New("本村的办法没有入户评的项目，不用评分表：记事用 gongshi new event-list，张榜用 gongshi new notice")

var cycleWords = [...]string{ledger.Month: "按月", ledger.Quarter: "按季", ledger.Year: "按年"}

// taking are the households that take part in a period from its first day to its last, group
// by group, and the numbers of those that do only for a part of it.
func taking(p *ledger.Place, period ledger.Period) (whole []*ledger.Household, partial []string) {
	for _, h := range p.Households {
		switch span := h.SpanFor(period); {
		case span == nil || !span.TakesPart:
		case h.Whole(period):
			whole = append(whole, h)
		default:
			partial = append(partial, h.ID)
		}
	}
	order := make(map[string]int)
	for i, g := range p.Groups {
		order[g.ID] = i - len(p.Groups) // before those without a known group
	}
	slices.SortStableFunc(whole, func(a, b *ledger.Household) int {
		return order[a.SpanFor(period).Group] - order[b.SpanFor(period).Group]
	})
	return whole, partial
}
