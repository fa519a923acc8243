package clerk

import (
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// pages are all pages of the desk but the grid, of a village in all states.
var pages = []string{
	"", "?place=v", "event?place=v&period=2026-04", "review?place=v", "notice?place=v&period=2026-05", "notice?place=v&period=2026-04", "objection?place=v&period=2026-04",
	"answer?place=v&period=2026-04", "correction?place=v&period=2026-04", "redemption?place=v", "reward?place=v", "register?place=v", "seal?place=v", "commit?place=v", "none",
}

func busy(t *testing.T) *clerk {
	t.Helper()
	c := begin(t)
	for name, text := range map[string]string{
		"data/v/scores/2026-04.csv":   "户号,庭院,客厅\n001,16,1\n",
		"data/v/notices/2026-04.toml": "posted = 2026-05-03\n[meeting]\ndate = 2026-05-01\n[[objection]]\nno = \"1\"\nreceived = 2026-05-04\nhousehold = \"001\"\nabout = \"庭院\"\n",
		"data/v/events/2026.csv":      "编号,日期,户号,项目,事由,审核\n1,2026-04-02,001,好人好事,清渠,待审\n",
		"data/v/rewards.csv":          "编号,名称,积分,库存,单位\n1,盐,5,9,袋\n",
		"data/w/place.toml":           "name = \"另一个名字很长很长的村子\"\nkind = \"village\"\n",
	} {
		sitetest.WriteFile(t, c.dir, name, text)
	}
	return c
}

// axe finds nothing wrong, and at the width of an old laptop, also magnified, no page is wider than its window.
func TestLooks(t *testing.T) {
	file := look.NPM(t, "axe-core/axe.min.js")
	c := busy(t)
	for _, page := range pages {
		c.goes("/desk/" + page)
		look.LoadAxe(t, c.tab, file)
		for _, colours := range []string{"light", "dark"} {
			look.CheckAxe(t, c.tab, 1280, colours, true)
		}
		for _, width := range []int64{1280, 1024, 640, 320} {
			look.Window(t, c.tab, width, 720, "light")
			if wide := look.Ask[int](t, c.tab, "document.documentElement.scrollWidth"); wide > int(width) {
				t.Errorf("%s is %d wide in a window of %d", page, wide, width)
			}
		}
	}
}
