package edit

import (
	"cmp"
	"slices"
	"strings"
)

// Words tell what differs, record by record from the top down, each by the columns that it is known by:
// 001 庭院：14 → 15.
func (e *Table) Words(keys ...string) []string {
	var list []string
	for i := range e.Records {
		who := known(keys, func(c string) string { return e.Was(i, c) })
		if e.gone[i] {
			list = append(list, who+" 删去")
			continue
		}
		columns := make([]string, 0, len(e.sets[i]))
		for c := range e.sets[i] {
			columns = append(columns, c)
		}
		slices.SortFunc(columns, func(a, b string) int { return cmp.Compare(e.index(a), e.index(b)) })
		for _, c := range columns {
			if was, now := e.Was(i, c), e.sets[i][c]; was != now {
				list = append(list, who+" "+c+"："+orNothing(was)+" → "+orNothing(now))
			}
		}
	}
	for _, a := range e.Added {
		list = append(list, "新增 "+known(keys, func(c string) string { return a.Cells[c] })+e.rest(a, keys))
	}
	return list
}

// known is what a record is known by.
func known(keys []string, value func(column string) string) string {
	var parts []string
	for _, c := range keys {
		if text := value(c); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}

// rest is what a new record has beyond what it is known by.
func (e *Table) rest(a Addition, keys []string) string {
	var parts []string
	tell := func(name string) {
		if text := a.Cells[name]; text != "" && !slices.Contains(keys, name) {
			parts = append(parts, name+" "+text)
		}
	}
	for _, c := range e.Columns {
		tell(c.Name)
	}
	for _, name := range e.header {
		tell(name)
	}
	if len(parts) == 0 {
		return ""
	}
	return "：" + strings.Join(parts, "，")
}

func orNothing(text string) string { return cmp.Or(text, "空") }
