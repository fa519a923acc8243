package look

import (
	"context"
	"os"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"

	"gongshi/generator/sitetest"
)

// Settle waits until the page is drawn after a Window and its colours.
func Settle(t *testing.T, tab context.Context) {
	t.Helper()
	Ask[int](t, tab, `(function () {
		const text = document.querySelector(".drawn .echarts text"), probe = document.createElement("i"), began = Date.now();
		return text ? new Promise(function look(done) {
			document.body.appendChild(probe);
			probe.style.color = "var(--ink)";
			const ink = getComputedStyle(probe).color;
			probe.remove();
			const all = [...document.querySelectorAll(".drawn .echarts text")];
			const late = !all.some(e => getComputedStyle(e).fill === ink) && !matchMedia("print").matches && Date.now() < began + 1000;
			setTimeout(late ? look : done, 60, late ? done : 0);
		}) : 0;
	})()`)
}

// LoadAxe loads axe-core into the page.
func LoadAxe(t *testing.T, tab context.Context, file string) {
	t.Helper()
	source, err := os.ReadFile(file)
	sitetest.Must(t, err)
	_, err = chromedp.Run(tab, chromedp.Evaluate[int](string(source)+";0"))
	sitetest.Must(t, err)
}

// CheckAxe runs axe-core's rules for WCAG 2.2 A and AA, which LoadAxe loaded, on a page of a
// width. The slowest, on the contrast of texts, is included only if asked for: contrast.js
// requires more of every text.
func CheckAxe(t *testing.T, tab context.Context, width int64, look string, contrast bool) {
	t.Helper()
	Window(t, tab, width, 800, look)
	Settle(t, tab)
	Report(t, "axe, "+look, Ask[[]string](t, tab, `axe.run(document, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"], preload: false,
		rules: {"color-contrast": {enabled: `+strconv.FormatBool(contrast)+`}}
	}).then(function (r) {
		return r.violations.map(function (v) {
			return v.id + ": " + v.help + "\n    " + v.nodes.slice(0, 5).map(function (n) { return n.html.slice(0, 200) + "\n    " + n.failureSummary; }).join("\n    ");
		});
	})`))
}
