package sitetest

import (
	"bytes"
	"fmt"
	"testing"
)

// LargeVillage writes a village of so many households, with the months of 2023 from the given
// one, five items and one event each: six records for a household and month.
func LargeVillage(tb testing.TB, dir string, households, first int) {
	tb.Helper()
	write := func(name, format string, args ...any) { WriteFile(tb, dir, name, fmt.Sprintf(format, args...)) }
	write("config.toml", "title = \"大村（示例）\"\ndate = 2024-03-01\n")
	write("data/big/place.toml", "name = \"大村（示例）\"\nkind = \"village\"\n")
	scheme := "title = \"办法\"\neffective = 2023-01-01\n[[event]]\nid = \"deed\"\nname = \"好人好事\"\npoints = 1\nmax_per_year = 10\n"
	for id, items := range [...][]string{{"人居环境", "庭院", "客厅", "厨房"}, {"乡风文明", "邻里", "公益"}} {
		scheme += fmt.Sprintf("[[category]]\nid = \"c%d\"\nname = %q\n", id, items[0])
		for n, name := range items[1:] {
			scheme += fmt.Sprintf("[[category.item]]\nid = \"i%d%d\"\nname = %q\npoints = 20\n", id, n, name)
		}
	}
	write("data/big/scheme/a.toml", "%s", scheme)
	var list bytes.Buffer
	list.WriteString("户号,户主\n")
	for h := range households {
		fmt.Fprintf(&list, "%04d,示例户%d\n", h, h)
	}
	write("data/big/households.csv", "%s", &list)
	for m := first; m <= 12; m++ {
		var sheet, events bytes.Buffer
		sheet.WriteString("户号,庭院,客厅,厨房,邻里,公益\n")
		events.WriteString("编号,日期,户号,项目,事由\n")
		for h := range households {
			fmt.Fprintf(&sheet, "%04d,%d,%d,%d,%d,%d\n", h, 20-h*m%7, 20-h%5, 20-m%3, 20-(h+m)%6, 18)
			fmt.Fprintf(&events, "%d-%04d,2023-%02d-%02d,%04d,好人好事,帮助邻里\n", m, h, m, h%28+1, h)
		}
		write(fmt.Sprintf("data/big/scores/2023-%02d.csv", m), "%s", &sheet)
		write(fmt.Sprintf("data/big/events/2023-%02d.csv", m), "%s", &events)
		write(fmt.Sprintf("data/big/notices/2023-%02d.toml", m), "posted = %04d-%02d-03\n", 2023+m/12, m%12+1)
	}
}
