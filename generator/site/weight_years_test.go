package site_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// oldVillage writes a village of three households with so many years of months, each of twenty
// items, and of an event every second month.
func oldVillage(t *testing.T, dir string, first, last int) {
	t.Helper()
	write := func(name string, content any) { sitetest.WriteFile(t, dir, name, fmt.Sprint(content)) }
	write("config.toml", "title = \"老村（示例）\"\ndate = 2024-01-05\n")
	write("data/old/place.toml", "name = \"老村（示例）\"\nkind = \"village\"\n[contact]\noffice = \"老村村民委员会\"\nphone = \"000-0000 0001\"\n")
	scheme := fmt.Sprintf("title = \"办法\"\neffective = %d-01-01\n[[event]]\nid = \"deed\"\nname = \"好人好事\"\npoints = 2\n", first)
	for c := range 4 {
		scheme += fmt.Sprintf("[[category]]\nid = \"c%d\"\nname = \"第%s类\"\n", c, string([]rune("一二三四")[c]))
		for i := range 5 {
			scheme += fmt.Sprintf("[[category.item]]\nid = \"i%d%d\"\nname = \"房前屋后的卫生%s%d\"\npoints = 5\n", c, i, string([]rune("甲乙丙丁")[c]), i+1)
		}
	}
	write("data/old/scheme/a.toml", scheme)
	write("data/old/households.csv", "户号,户主\n001,示例甲\n002,示例乙\n003,示例丙\n")
	for year := first; year <= last; year++ {
		for m := 1; m <= 12; m++ {
			var sheet, events bytes.Buffer
			sheet.WriteString("户号")
			for i := range 20 {
				fmt.Fprintf(&sheet, ",房前屋后的卫生%s%d", string([]rune("甲乙丙丁")[i/5]), i%5+1)
			}
			events.WriteString("编号,日期,户号,项目,事由\n")
			for h := range 3 {
				fmt.Fprintf(&sheet, "\n%03d", h+1)
				for i := range 20 {
					fmt.Fprintf(&sheet, ",%d", 5-(h+m*i+year)%3)
				}
				if m%2 == 0 {
					fmt.Fprintf(&events, "%d-%d-%d,%d-%02d-%02d,%03d,好人好事,帮助邻居收稻谷，送老人到镇卫生院\n", year, m, h, year, m, 7+h, h+1)
				}
			}
			write(fmt.Sprintf("data/old/scores/%d-%02d.csv", year, m), sheet.String()+"\n")
			write(fmt.Sprintf("data/old/events/%d-%02d.csv", year, m), events.String())
			write(fmt.Sprintf("data/old/notices/%d-%02d.toml", year, m), fmt.Sprintf("posted = %04d-%02d-03\n", year+m/12, m%12+1))
		}
	}
}

// A household's page does not grow with the years, and the page of a year stays small beside it.
func TestOldVillageIsLight(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	oldVillage(t, dir, 2014, 2023)
	files := sitetest.Build(t, site.Options{Source: dir})
	sheets, pages, years, all := 0, 0, 0, 0
	for name, content := range files {
		all += len(content)
		switch {
		case strings.HasPrefix(name, "style."):
			sheets += gzipped(t, content)
		case strings.HasPrefix(name, "old/h/20"):
			pages, years = pages+1, years+len(content)
			if zipped := gzipped(t, content); len(content) > 30_000 || zipped > 6_000 {
				t.Errorf("%s: %d bytes, compressed %d; at most 30000 and 6000", name, len(content), zipped)
			}
		}
	}
	if pages != 3*10 {
		t.Errorf("%d pages of years", pages)
	}
	page := gzipped(t, files["old/h/001.html"]) + sheets
	if page > 14<<10 {
		t.Errorf("after 120 months a household's page with its style sheet is %d bytes compressed, more than 14 KB", page)
	}
	t.Logf("household %d, year %d (compressed %d), years %d of %d", page, len(files["old/h/2023/001.html"]), gzipped(t, files["old/h/2023/001.html"]), years, all)
}
