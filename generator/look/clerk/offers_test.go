package clerk

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// allMarks are the marks of all thirty households.
func allMarks() string {
	text := "户号,庭院,客厅\n"
	for h := 1; h <= 30; h++ {
		text += fmt.Sprintf("%03d,%d,9\n", h, 1+h%15)
	}
	return text
}

// What is filled in and not saved is called so beside the form, and each button says what it does.
func TestFilledAndNotSaved(t *testing.T) {
	c := begin(t)
	sitetest.WriteFile(t, c.dir, "data/v/scores/2026-04.csv", allMarks())
	c.goes("/desk/notice?place=v&period=2026-04")
	const list = `[...document.querySelectorAll("#checks li span")].filter(s => !s.hidden).map(s => s.textContent).join("|")`
	c.awaits("what is proposed and not saved", list+`.indexOf("谁监督填了，还没保存") >= 0`)
	c.awaits("what is empty", list+`.indexOf("没有写评议会哪天开") >= 0`)
	c.enters("met", "2026-05-05")
	c.awaits("what is filled in", list+`.indexOf("评议会的日子填了，还没保存") >= 0 && `+list+`.indexOf("没有写评议会") < 0`)
	c.enters("posted", "2026-05-06")
	c.awaits("what its button does", `write.textContent === "保存公示，2026年5月6日张榜" && !write.disabled`)
	c.clicks("#write")
	c.awaits("saved", `done.textContent === "写好了。"`)
	c.goes("/desk/seal?place=v")
	c.awaits("the seal's button", `write.textContent === "封存2026年4月" && !write.disabled`)
}

// To write a correction anew is offered only where there is one of today, which the program takes.
func TestCorrectionOffers(t *testing.T) {
	c := begin(t)
	sitetest.WriteFile(t, c.dir, "data/v/scores/2026-04.csv", marks)
	sitetest.WriteFile(t, c.dir, "data/v/notices/2026-04.toml", "posted = 2026-05-04\n")
	sitetest.WriteFile(t, c.dir, "data/v/corrections.csv", "日期,周期,户号,对象,原分,现分,原因\n2026-05-06,2026-04,002,庭院,14,13,量错\n2026-05-05,2026-04,003,庭院,14,13,量错\n")
	c.goes("/desk/correction?place=v&period=2026-04")
	const offered = `[...same.options].filter(o => !o.disabled).map(o => o.value).join(" ")`
	c.enters("household", "001", "target", "庭院", "to", "12", "reason", "看错", "date", "2026-05-06")
	c.awaits("nothing is asked where none was written", `!write.disabled && again.hidden`)
	c.enters("household", "002")
	c.awaits("that of today", `!again.hidden && `+offered+` === " amend again"`)
	c.enters("same", "amend")
	c.awaits("it is written anew", `!write.disabled && changes.textContent.indexOf("13 → 12") >= 0`)
	c.enters("household", "003", "date", "2026-05-05")
	c.awaits("that of another day", `!again.hidden && `+offered+` === " again" && same.value === ""`)
	c.enters("same", "again")
	c.awaits("another one", `!write.disabled`)
	c.clicks("#write")
	c.awaits("the boxes are empty for the next one", `done.textContent !== "" && ["household", "target", "to", "reason"].every(id => document.getElementById(id).value === "") && document.activeElement.id === "household" && date.value === "2026-05-05"`)
}

// On a small screen, as one that is enlarged by a quarter, a link that is seen leads to the notice; where it stands beside the form there is none.
func TestNoticeIsFound(t *testing.T) {
	c := begin(t)
	sitetest.WriteFile(t, c.dir, "data/v/scores/2026-04.csv", marks)
	for _, w := range []struct {
		width, height int64
		scale         float64
		link          bool
	}{{1024, 576, 1.25, true}, {1280, 720, 1, false}} {
		sitetest.Must(t, chromedp.Do(c.tab, look.Call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: w.width, Height: w.height, DeviceScaleFactor: w.scale})))
		c.goes("/desk/notice?place=v&period=2026-04")
		if got := look.Ask[bool](t, c.tab, `(r => r.height > 0 && r.bottom <= innerHeight)(document.querySelector(".down").getBoundingClientRect())`); got != w.link {
			t.Errorf("%d wide: the link is seen: %v", w.width, got)
		}
		if w.link {
			c.clicks(".down")
		}
		c.awaits("the notice in sight", `(r => r.top >= -1 && r.top < innerHeight / 2 && r.width > 200)(seen.getBoundingClientRect())`)
	}
}
