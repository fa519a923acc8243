package source

import (
	"maps"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// itemNames tells which headings of a sheet mean which items.
type itemNames struct {
	sheet  *ledger.Sheet
	here   map[string][]*ledger.Item // by label: of the sheet's own cycle
	others map[string]*ledger.Item   // by label: of other cycles
}

func newItemNames(s *ledger.Sheet) *itemNames {
	n := &itemNames{sheet: s, here: map[string][]*ledger.Item{}, others: map[string]*ledger.Item{}}
	if s.Scheme == nil {
		return n
	}
	for _, c := range s.Scheme.Categories {
		for _, i := range c.Items {
			if c.Cycle != s.Period.Cycle {
				n.others[scan.Label(i.ID)], n.others[scan.Label(i.Name)] = i, i
				continue
			}
			for _, within := range [...]string{"", c.Name + "/", c.ID + "/"} {
				for _, label := range slices.Compact([]string{scan.Label(within + i.ID), scan.Label(within + i.Name)}) {
					n.here[label] = append(n.here[label], i)
				}
			}
		}
	}
	return n
}

// known reports whether a heading is an item's, of a sheet; of another table none is.
func (n *itemNames) known(heading string) bool {
	return n != nil && slices.ContainsFunc(scan.Spellings(heading), func(s string) bool { return len(n.here[s]) > 0 })
}

// find is the item that a heading means; twice if it means several.
func (n *itemNames) find(heading string) (item *ledger.Item, twice bool) {
	if item, twice := ledger.FindItem(n.sheet.Items, heading); item != nil || twice {
		return item, twice
	}
	for _, s := range scan.Spellings(heading) {
		switch found := n.here[s]; len(found) {
		case 0:
		case 1:
			return found[0], false
		default:
			return nil, true
		}
	}
	return nil, false
}

// assign finds the columns of the items, and reports headings that are none. It fills
// the sheet's Columns, and answers where a row has each item, or -1.
func (n *itemNames) assign(t *table) []int {
	places := slices.Repeat([]int{-1}, len(n.sheet.Items))
	put := func(i, at int) { places[i], n.sheet.Columns[i] = at, t.heads[at].Column }
	t.others = slices.DeleteFunc(t.others, func(at int) bool {
		head := t.heads[at]
		item, twice := n.find(head.Text)
		i := slices.Index(n.sheet.Items, item)
		switch {
		case twice:
			t.report(t.position(head), diag.Error, head.Text, n.ambiguous(head.Text))
		case item == nil:
			return false
		case places[i] >= 0:
			t.twice(head, t.heads[places[i]])
		default:
			put(i, at)
		}
		return true
	})
	if n.sheet.Scheme == nil || t.lawless {
		return places // nothing can be said about the others
	}
	lacking := map[string]int{}
	for i, item := range n.sheet.Items {
		if places[i] < 0 {
			lacking[scan.Label(item.Name)] = i
		}
	}
	t.others = slices.DeleteFunc(t.others, func(at int) bool {
		return n.foreign(t, t.heads[at]) || n.misspelt(t, at, lacking, put)
	})
	t.ignored()
	return places
}

func (n *itemNames) ambiguous(heading string) *trouble {
	hint := "写成“分类/项目”"
	for _, i := range n.sheet.Items {
		if scan.Label(i.Name) == scan.Label(heading) {
			hint += "，例如“" + i.Category.Name + "/" + i.Name + "”"
			break
		}
	}
	return &trouble{"duplicate-label", "列名“" + scan.Short(heading) + "”指几个项目，分不清是哪一个", hint}
}

// foreign notes a heading that is an item of another cycle's sheet.
func (n *itemNames) foreign(t *table, head scan.Cell) bool {
	item := n.others[scan.Label(head.Text)]
	if item != nil && len(n.sheet.Items) > 0 { // else the whole sheet is needless, and check tells so
		t.report(t.position(head), diag.Note, head.Text, &trouble{"unknown-label",
			"“" + scan.Short(head.Text) + "”" + cycleWords[item.Category.Cycle] + "评一次，不在这张表里评，这一列已忽略", "把它移到" + sheetWords[item.Category.Cycle] + "的表里"})
	}
	return item != nil
}

// misspelt takes a heading that is nearly an item's for that of the item, and reports it.
func (n *itemNames) misspelt(t *table, at int, lacking map[string]int, put func(i, at int)) bool {
	name := meansItem(t.heads[at].Text, slices.Sorted(maps.Keys(lacking)))
	if name != "" {
		put(lacking[name], at)
		t.misspells(t.heads[at], n.sheet.Items[lacking[name]].Name)
		delete(lacking, name)
	}
	return name != ""
}

var (
	cycleWords = [...]string{ledger.Month: "每月", ledger.Quarter: "每季", ledger.Year: "每年"}
	sheetWords = [...]string{ledger.Month: "月度（如 2023-01.csv）", ledger.Quarter: "季度（如 2023-Q1.csv）", ledger.Year: "年度（如 2023.csv）"}
)
