package main

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
)

const letters = `getComputedStyle(document.documentElement).fontSize`

// wear chooses a size of letters by its button: standard, large or larger. False: the page has none.
func wear(t *testing.T, tab context.Context, size string) bool {
	t.Helper()
	return ask[bool](t, tab, fmt.Sprintf(`(b => b ? (b.click(), true) : false)(document.querySelector(".sizes [value=%s]"))`, size))
}

// 标准 / 大字 / 超大 is remembered from page to page, opened from files, also where the browser
// refuses to keep anything.
func TestSizeIsRemembered(t *testing.T) {
	dir, kinds := sampleFolder(t)
	for _, refuses := range []bool{false, true} {
		tab := browser(t)
		if refuses {
			prelude(t, tab, `Object.defineProperty(window, "localStorage", {get: function () { throw new Error("refused"); }})`)
		}
		open(t, tab, filepath.Join(dir, kinds["home"]))
		if got := ask[string](t, tab, letters); got != "20px" {
			t.Errorf("first visit: %s", got)
		}
		for _, step := range []struct{ size, want, next string }{
			{"large", "28px", kinds["household"]}, {"larger", "36px", kinds["period"]}, {"standard", "20px", kinds["notice"]},
		} {
			wear(t, tab, step.size)
			for range 2 { // on the page itself, and on the next
				if got := ask[string](t, tab, letters); got != step.want {
					t.Errorf("storage refused: %v, %s: letters of %s, want %s", refuses, step.size, got, step.want)
				}
				if got := ask[string](t, tab, `document.querySelector(".sizes [aria-pressed=true]").value`); got != step.size {
					t.Errorf("storage refused: %v, %s is pressed, want %s", refuses, got, step.size)
				}
				open(t, tab, filepath.Join(dir, step.next))
			}
		}
	}
}
