package main

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// axe finds nothing on the slides: the first, a ranking, in the other light, of one group, and
// with the help open.
func TestScreenIsAccessible(t *testing.T) {
	axe := npm(t, "axe-core/axe.min.js")
	tab := browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html")
	window(t, tab, 1280, 800, "light")
	for _, look := range []struct{ name, at, keys string }{
		{"first slide", "#1", ""}, {"ranking", "#5", ""}, {"other light", "#5", "l"}, {"one group", "#5", "g"},
		{"help", "#5", "?"}, {"help, other light", "#5", "l?"}, {"reveal", "#1", "rrr"}, {"last slide", "#1", kb.End},
	} {
		visit(t, tab, address+look.at)
		press(t, tab, look.keys)
		loadAxe(t, tab, axe)
		t.Run(look.name, func(t *testing.T) { checkAxe(t, tab, 1280, "light", axeRules) })
	}
}
