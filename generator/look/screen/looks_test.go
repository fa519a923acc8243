package screen

import (
	"testing"

	"github.com/chromedp/chromedp/kb"

	"gongshi/generator/look"
)

// axe finds nothing on the slides: the first, a ranking, in the other light, of one group, and
// with the help open.
func TestScreenIsAccessible(t *testing.T) {
	axe := look.NPM(t, "axe-core/axe.min.js")
	tab := look.Browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	look.Window(t, tab, 1280, 800, "light")
	for _, at := range []struct{ name, slide, keys string }{
		{"first slide", "#1", ""}, {"ranking", "#5", ""}, {"other light", "#5", "l"}, {"one group", "#5", "g"},
		{"help", "#5", "?"}, {"help, other light", "#5", "l?"}, {"reveal", "#1", "rrr"}, {"last slide", "#1", kb.End},
	} {
		visit(t, tab, address+at.slide)
		look.Press(t, tab, at.keys)
		look.LoadAxe(t, tab, axe)
		t.Run(at.name, func(t *testing.T) { look.CheckAxe(t, tab, 1280, "light", false) })
	}
}
