package clerk

import (
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// Whatever is long on a form, its button and the first problem are in sight, and the button stays where it is.
func TestButtonInSight(t *testing.T) {
	c := begin(t)
	sitetest.WriteFile(t, c.dir, "data/v/scheme/a.toml", rules+"[[event]]\nid = \"help\"\nname = \"志愿服务\"\nrange = [1, 3]\n")
	const where = `(function (r) { return [r.left, r.top, r.bottom <= innerHeight && r.top >= 0 ? 1 : 0]; })(document.getElementById("write").getBoundingClientRect())`
	for _, size := range [][2]int64{{1280, 720}, {1024, 576}} {
		look.Window(t, c.tab, size[0], size[1], "light")
		c.goes("/desk/event?place=v&period=2026-05")
		before := look.Ask[[]float64](t, c.tab, where)
		c.clicks("#all")
		c.enters("kind", "志愿服务", "grounds", "清渠")
		c.awaits("what is wrong", `first.className === "error" && first.textContent.indexOf("没有写分值") >= 0`)
		after := look.Ask[[]float64](t, c.tab, where)
		if after[2] != 1 || before[0] != after[0] || before[1] != after[1] {
			t.Errorf("%v: the button was at %v, is at %v", size, before, after)
		}
		if n := look.Ask[int](t, c.tab, `problems.children.length`); n != 1 {
			t.Errorf("the same is said %d times", n)
		}
		if !look.Ask[bool](t, c.tab, `first.getBoundingClientRect().bottom <= innerHeight`) {
			t.Errorf("%v: the problem is out of sight", size)
		}
	}
	c.enters("points", "2")
	c.awaits("it may be written", `!document.getElementById("write").disabled && first.textContent === ""`)
	c.clicks("#write")
	c.awaits("written, and what was of this event alone is gone", `document.getElementById("done").textContent !== "" && grounds.value === "" && points.value === ""`)
	c.has("events/2026.csv", "202605-30,2026-05-06,030,志愿服务,")
}
