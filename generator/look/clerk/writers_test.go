package clerk

import (
	"strings"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// types sends keys to the sheet.
func (c *clerk) types(keys string) {
	c.t.Helper()
	look.Press(c.t, c.tab, keys)
}

func (c *clerk) saves() {
	c.t.Helper()
	c.clicks("#save")
	c.awaits("the difference", `ask.open`)
	c.clicks("#yes")
}

const grid = "/desk/scores?place=v&period=2026-04"

func (c *clerk) opensGrid() {
	c.t.Helper()
	c.goes(grid)
	c.awaits("the grid", `!!document.getElementById("full") && document.activeElement.id === "pen"`)
}

// Two tabs and a spreadsheet write one sheet at the same time: no figure is lost, none is overwritten unseen, and
// what nobody touched stays as it was, byte for byte.
func TestThreeWriters(t *testing.T) {
	c := begin(t)
	const file = "data/v/scores/2026-04.csv"
	sitetest.WriteFile(t, c.dir, file, "四月评分表,,,\r\n户号,庭院,客厅,备注\r\n\"003\",,,\"看过,好\"\r\n006,,,\r\n009,,,\r\n")
	other := &clerk{t, look.Browser(t), c.dir, c.address, c.place}
	look.Window(t, other.tab, 1280, 720, "light")
	c.opensGrid()
	other.opensGrid()

	other.types("5\r6\r") // 003 and 006 庭院
	other.saves()
	other.awaits("saved", `say.textContent.indexOf("已保存") === 0`)
	c.types("\t7\t") // 003 客厅: nothing that the other tab touched
	c.saves()
	c.awaits("saved beside the other's", `say.textContent.indexOf("已保存") === 0`)
	c.has("scores/2026-04.csv", "四月评分表,,,\r\n", "\"003\",5,7,\"看过,好\"\r\n006,6,,\r\n009,,,\r\n")

	text := c.file("scores/2026-04.csv")
	sitetest.WriteFile(t, c.dir, file, strings.Replace(strings.Replace(text, "006,6,", "006,9,", 1), "009,,", "009,4,", 1)) // the spreadsheet
	other.types("8\r")                                                                                                      // 009 庭院, which the spreadsheet filled in as well
	other.saves()
	other.awaits("both versions", `ask.open && !two.hidden`)
	if got := look.Ask[string](t, other.tab, `theirs.textContent`); !strings.Contains(got, "009") || strings.Contains(got, "006") {
		t.Errorf("side by side: %s", got)
	}
	c.has("scores/2026-04.csv", "006,9,", "009,4,")
	look.Ask[int](t, other.tab, `theirs.rows[0].querySelectorAll("input")[0].click(), yes.click(), 0`)
	other.awaits("what was chosen", `say.textContent.indexOf("已保存") === 0`)
	if got, want := c.file("scores/2026-04.csv"), "四月评分表,,,\r\n户号,庭院,客厅,备注\r\n\"003\",5,7,\"看过,好\"\r\n006,9,,\r\n009,8,,\r\n"; !strings.HasPrefix(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
