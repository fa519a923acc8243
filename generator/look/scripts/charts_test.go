package scripts

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/render"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
	"gongshi/themes"
)

// The sample's pages with an interactive chart, one of each kind, with the chart's id.
var interactive = []struct{ page, id string }{
	{"zhongping/index.html", "course"},
	{"fengsheng/index.html", "compare"},
	{"zhongping/2023-11.html", "distribution"},
}

// builtPages writes those pages, and what they load, with the theme less one of its files.
func builtPages(t *testing.T, without string) string {
	t.Helper()
	work, list, err := site.Read(site.Options{Source: sitetest.Root()})
	sitetest.Must(t, err)
	if list.HasErrors() {
		t.Fatal(list)
	}
	output := t.TempDir()
	missing := len(interactive)
	for f, err := range render.Site(work.Pages, lacking{work.Theme, without}, work.Book.Config.Language) {
		sitetest.Must(t, err)
		wanted := slices.ContainsFunc(interactive, func(p struct{ page, id string }) bool { return p.page == f.Path })
		if wanted || !strings.Contains(f.Path, "/") {
			sitetest.WriteFile(t, output, f.Path, string(f.Content))
		}
		if wanted {
			missing--
		}
		if missing == 0 {
			break
		}
	}
	return output
}

// lacking is a theme without one of its files.
type lacking struct {
	fs.FS
	name string
}

func (l lacking) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return l.FS.Open(name)
}

func (l lacking) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(l.FS, name)
	return slices.DeleteFunc(list, func(d fs.DirEntry) bool { return path.Join(name, d.Name()) == l.name }), err
}

// echarts skips a test where npm has not run.
func echarts(t *testing.T) {
	t.Helper()
	if _, err := fs.Stat(themes.Default(), "static/echarts.min.js"); err != nil {
		sitetest.Need(t, "no ECharts: npm ci --prefix themes")
	}
}

// watch opens a tab that notes what its pages ask for, and what their security policy
// refuses; at the end of the test neither may lead out of the folder, or exist.
func watch(t *testing.T, parent context.Context, folder string) context.Context {
	t.Helper()
	tab, shut := chromedp.NewContext(parent)
	t.Cleanup(shut)
	var lock sync.Mutex
	var asked []string
	sitetest.Must(t, chromedp.Listen(tab, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok {
			lock.Lock()
			defer lock.Unlock()
			asked = append(asked, e.Request.URL)
		}
	}))
	command(t, tab, network.Enable, network.EnableParams{})
	command(t, tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `
		refused = [];
		document.addEventListener("securitypolicyviolation", function (e) { refused.push(e.violatedDirective + " " + e.blockedURI); });
		addEventListener("error", function (e) { refused.push("error " + e.message); });`})
	t.Cleanup(func() {
		lock.Lock()
		defer lock.Unlock()
		for _, address := range asked {
			if !strings.HasPrefix(address, "file://"+filepath.ToSlash(folder)+"/") {
				t.Errorf("asked for %s", address)
			}
		}
		if len(asked) < len(interactive) {
			t.Errorf("only %d requests were seen", len(asked))
		}
	})
	return tab
}

func command[P, R any](t *testing.T, tab context.Context, c cdp.Command[P, R], params P) {
	t.Helper()
	_, err := chromedp.Call(tab, c, params)
	sitetest.Must(t, err)
}

// inFigure begins an expression: the figure that the options belong to, its picture, the
// box in which ECharts draws, and the options.
const inFigure = `(function () {
	var script = document.getElementById("%s-option"), figure = script.previousElementSibling, picture = figure.querySelector("svg.chart"),
		box = figure.querySelector(".echarts"), option = JSON.parse(script.textContent), chart = box && echarts.getInstanceByDom(box);
	return %s;
})()`

// ECharts draws over the picture, and says what a line of the table says when a pointer
// comes near; it follows the dark scheme, the text's size and the window's width. The
// pages' security policy holds, and nothing outside the folder is asked for.
func TestInteractiveCharts(t *testing.T) {
	echarts(t)
	tab := look.Browser(t)
	sitetest.Must(t, chromedp.Do(tab, chromedp.Navigate("about:blank")))
	output := builtPages(t, "")
	for _, c := range interactive {
		tab := watch(t, tab, output)
		in := func(expression string) string { return fmt.Sprintf(inFigure, c.id, expression) }
		command(t, tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 800, DeviceScaleFactor: 1})
		look.Open(t, tab, filepath.Join(output, filepath.FromSlash(c.page)))
		look.Await(t, tab, c.page+": drawn", in(`chart && box.querySelectorAll("svg path").length > 0`))
		look.Await(t, tab, c.page+": the picture makes room, the table stays", in(`getComputedStyle(picture).display === "none" && box.offsetHeight > 50 &&
			figure.querySelectorAll("tbody tr").length === option.tips.length`))
		look.Await(t, tab, c.page+": it has a name", in(`box.getAttribute("role") === "img" && box.getAttribute("aria-labelledby").split(" ").every(function (id) {
			return document.getElementById(id).textContent.length > 5; })`))
		look.Await(t, tab, c.page+": no wider than a phone", `document.documentElement.scrollWidth <= 360`)

		hover(t, tab, c.page, in)
		follow(t, tab, c.page, in)
		if refused := look.Ask[string](t, tab, `refused.join("; ")`); refused != "" {
			t.Errorf("%s: %s", c.page, refused)
		}
	}
}

// texts are the texts that ECharts shows.
const texts = `[].map.call(box.querySelectorAll("text"), function (n) { return n.textContent; })`

// hover points at the last figure: the words of its tip appear, none of them was there.
func hover(t *testing.T, tab context.Context, name string, in func(string) string) {
	t.Helper()
	const says = `option.tips[option.tips.length - 1].split("\n").slice(1).every(function (line) { return ` + texts + `.indexOf(line) >= 0; })`
	if before := look.Ask[string](t, tab, in(`String(`+says+`)`)); before != "false" {
		t.Errorf("%s: the tip shows by itself", name)
	}
	at, err := chromedp.Run(tab, chromedp.Evaluate[[]float64](in(`(function () {
		box.scrollIntoView({ block: "center" });
		var n = option.series.length - 1, i = option.tips.length - 1, value = option.series[n].data[i].value;
		var p = chart.convertToPixel({ seriesIndex: n }, option.yAxis[0].type === "category" ? [value / 2, i] : [i, value]), r = box.getBoundingClientRect();
		return [r.left + p[0], r.top + p[1]];
	})()`)))
	sitetest.Must(t, err)
	sitetest.Must(t, chromedp.Do(tab, chromedp.MouseEvent("mouseMoved", at[0]-2, at[1]), chromedp.MouseEvent("mouseMoved", at[0], at[1])))
	look.Await(t, tab, name+": the tip", in(says))
}

// follow changes the scheme, the text's size and the width: each time it is drawn anew.
func follow(t *testing.T, tab context.Context, name string, in func(string) string) {
	t.Helper()
	const ink = `[].some.call(box.querySelectorAll("text"), function (n) { return n.getAttribute("fill") === getComputedStyle(document.documentElement).getPropertyValue("--ink").trim(); })`
	light := look.Ask[string](t, tab, `getComputedStyle(document.documentElement).getPropertyValue("--ink")`)
	look.Await(t, tab, name+": the style sheet's ink", in(ink))
	command(t, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
	look.Await(t, tab, name+": the dark scheme's ink", in(fmt.Sprintf(`getComputedStyle(document.documentElement).getPropertyValue("--ink") !== %q && %s`, light, ink)))

	before := look.Ask[string](t, tab, in(`String(chart.getOption().xAxis[0].axisLabel.fontSize + chart.getOption().yAxis[0].axisLabel.fontSize)`))
	sitetest.Must(t, chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](`document.documentElement.setAttribute("data-size", "test"); document.documentElement.style.fontSize = "36px"`)))
	look.Await(t, tab, name+": larger text", in(`chart.getOption().xAxis[0].axisLabel.fontSize + chart.getOption().yAxis[0].axisLabel.fontSize > `+before))

	width := look.Ask[string](t, tab, in(`String(chart.getWidth())`))
	command(t, tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1280, Height: 800, DeviceScaleFactor: 1})
	look.Await(t, tab, name+": a wider window", in(`chart.getWidth() > `+width))
}

// Where ECharts is absent no page asks for it, and the picture with its name, its
// description and its table stands there; it opens by the keyboard.
func TestChartsWithoutECharts(t *testing.T) {
	tab := look.Browser(t)
	sitetest.Must(t, chromedp.Do(tab, chromedp.Navigate("about:blank")))
	output := builtPages(t, "static/echarts.min.js")
	tab = watch(t, tab, output)
	for _, c := range interactive {
		look.Open(t, tab, filepath.Join(output, filepath.FromSlash(c.page)))
		look.Await(t, tab, c.page+": no ECharts", `!window.echarts && !document.querySelector("script[src*=chart], .echarts, .drawn")`)
		look.Await(t, tab, c.page+": the picture", fmt.Sprintf(`(function () {
			var picture = document.getElementById("%s-t").parentNode, box = picture.getBoundingClientRect();
			return picture.matches("figure svg.chart[role=img]") && box.width > 200 && box.height > 50 && picture.querySelector("desc").textContent.length > 5;
		})()`, c.id))
		sitetest.Must(t, chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.getElementById("%s-t").parentNode.parentNode.querySelector("summary").focus()`, c.id)),
			chromedp.KeyEvent("\r")))
		look.Await(t, tab, c.page+": the table", fmt.Sprintf(`document.getElementById("%s-t").parentNode.parentNode.querySelector("tbody td").getBoundingClientRect().height > 10`, c.id))
		if refused := look.Ask[string](t, tab, `refused.join("; ")`); refused != "" {
			t.Errorf("%s: %s", c.page, refused)
		}
	}
	sitetest.Must(t, chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](`document.body.setAttribute("style", "color: red")`)))
	look.Await(t, tab, "a style of its own would have been refused", `refused.join().indexOf("style-src") === 0`)
}
