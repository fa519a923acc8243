package scripts

import (
	"path/filepath"
	"testing"

	"gongshi/generator/look"
)

const letters = `getComputedStyle(document.documentElement).fontSize`

// 标准 / 大字 / 超大 is remembered from page to page, opened from files, also where the browser
// refuses to keep anything.
func TestSizeIsRemembered(t *testing.T) {
	for _, refuses := range []bool{false, true} {
		tab := look.Browser(t)
		dir, kinds := look.SampleFolder(t)
		if refuses {
			look.Prelude(t, tab, `Object.defineProperty(window, "localStorage", {get: function () { throw new Error("refused"); }})`)
		}
		look.Open(t, tab, filepath.Join(dir, kinds["home"]))
		if got := look.Ask[string](t, tab, letters); got != "20px" {
			t.Errorf("first visit: %s", got)
		}
		for _, step := range []struct{ size, want, next string }{
			{"large", "28px", kinds["household"]}, {"larger", "36px", kinds["period"]}, {"standard", "20px", kinds["notice"]},
		} {
			look.Wear(t, tab, step.size)
			for range 2 { // on the page itself, and on the next
				if got := look.Ask[string](t, tab, letters); got != step.want {
					t.Errorf("storage refused: %v, %s: letters of %s, want %s", refuses, step.size, got, step.want)
				}
				if got := look.Ask[string](t, tab, `document.querySelector(".sizes [aria-pressed=true]").value`); got != step.size {
					t.Errorf("storage refused: %v, %s is pressed, want %s", refuses, got, step.size)
				}
				look.Open(t, tab, filepath.Join(dir, step.next))
			}
		}
	}
}
