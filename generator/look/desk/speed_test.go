package desk

import (
	"context"
	"testing"

	"gongshi/generator/look"
)

// What is pressed shows within two frames in 300 households by 18 items, and 3,000 are drawn no slower: a key changes
// as few elements. (How many milliseconds it takes is told; how many elements change is held to.)
func TestKeysShowAtOnce(t *testing.T) {
	drawn := make(map[string]int)
	for _, households := range []int{300, 3000} {
		s := sheet(households, 18)
		for r := range s.Rows {
			for i := range s.Items {
				s.Rows[r].Cells[i] = "5"
			}
		}
		_, tab := serve(t, s)
		look.Await(t, tab, "checked", `first.textContent !== ""`)
		t.Logf("%d households: loaded in %.0f ms", households, look.Ask[float64](t, tab, `performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd`))
		for _, key := range []string{"Down", "Enter", "7", "Delete", "Ctrl+Z", "PageDown", "Ctrl+End", "Ctrl+Home"} {
			ms, n := shows(t, tab, key)
			t.Logf("%d households: %s changes %d elements and shows in %.1f ms", households, key, n, ms)
			if most := max(2*drawn[key], 40); households > 300 && n > most || n > 3000 {
				t.Errorf("%d households: %s changes %d elements, more than %d", households, key, n, most)
			}
			drawn[key] = n
		}
		if n := look.Ask[int](t, tab, `document.querySelectorAll("td").length`); n > 1500 {
			t.Errorf("%d households: %d cells are drawn", households, n)
		}
	}
}

// shows presses a key, three times, and tells after how many milliseconds what it does was drawn, at best, and how
// many changes of the page that took, at most.
func shows(t *testing.T, tab context.Context, key string) (ms float64, changes int) {
	t.Helper()
	ms = 1e9
	for range 3 {
		look.Ask[int](t, tab, `window.took = new Promise(done => pen.addEventListener("keydown", () => {
			const began = performance.now(), channel = new MessageChannel(), watch = new MutationObserver(list => { n += list.length; });
			let n = 0;
			watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
			channel.port1.onmessage = () => { watch.disconnect(); done([performance.now() - began, n]); };
			requestAnimationFrame(() => channel.port2.postMessage(0));
		}, {once: true, capture: true})), 0`)
		press(t, tab, key)
		took := look.Ask[[]float64](t, tab, "took")
		ms, changes = min(ms, took[0]), max(changes, int(took[1]))
		if key == "7" {
			press(t, tab, "Enter")
		}
	}
	return ms, changes
}
