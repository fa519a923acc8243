package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// hall is the site of a village for a meeting: seventy households, of which 14 share the
// first rank, one has a long name, one a long number and one was corrected; two months, the second of which
// is a draft where posted is not. Honours are awarded each month.
func hall(t *testing.T, posted bool) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, content string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, []byte(content), 0o644))
	}
	write("config.toml", "title = \"会场（示例）\"\nbase_url = \"https://gongshi.example/x/\"\ndate = 2023-03-20\nscreen_top = 30\n[privacy]\nnames = \"full\"\n")
	write("data/v/place.toml", "name = \"会场县会场镇会场村民委员会\"\nkind = \"village\"\n[contact]\noffice = \"会场村村民委员会\"\nphone = \"000\"\n"+
		"[[group]]\nid = \"1\"\nname = \"东组\"\npanel = [\"甲\"]\n[[group]]\nid = \"2\"\nname = \"西组\"\npanel = [\"乙\"]\n")
	write("data/v/scheme/a.toml", `effective = 2023-01-01
base = 100
[[category]]
id = "c"
name = "环境"
[[category.item]]
id = "i"
name = "庭院"
points = 100
[honours]
cycle = "month"
[[honours.level]]
name = "金牌户"
count = 3
reward = "发奖牌"
[[honours.level]]
name = "银牌户"
count = 16
`)
	var households, first, second bytes.Buffer
	households.WriteString("户号,户主,组\n")
	first.WriteString("户号,庭院\n")
	second.WriteString("户号,庭院\n")
	for i := range 70 {
		id, name := fmt.Sprintf("%03d", i), "示例户"+string(rune('一'+i))
		switch i {
		case 7:
			name = "阿布都热合曼买买提江阿合"
		case 20:
			id = "LONG-NUMBER-OF-THIRTY-TWO-CHARS1"
		}
		fmt.Fprintf(&households, "%s,%s,%d\n", id, name, 1+i%2)
		fmt.Fprintf(&first, "%s,%d\n", id, 20+i) // 089 down to 020
		points := 97 - max(i-13, 0) - i/14*i%3   // 14 at 97, the others below
		if posted && i == 30 {
			points--
			write("data/v/corrections.csv", fmt.Sprintf("日期,周期,户号,对象,原分,现分,原因\n2023-03-06,2023-02,030,庭院,%d,%d,漏记\n", points, points+1))
		}
		fmt.Fprintf(&second, "%s,%d\n", id, points)
	}
	write("data/v/households.csv", households.String())
	write("data/v/scores/2023-01.csv", first.String())
	write("data/v/scores/2023-02.csv", second.String())
	write("data/v/notices/2023-01.toml", "posted = 2023-02-02\n")
	write("data/v/notices/2023-02.toml", map[bool]string{true: "posted = 2023-03-02\n", false: ""}[posted])
	return dir
}

// screenOf builds a site and is the address of a file of it.
func screenOf(t *testing.T, source, page string, flags ...string) (address string, files tree) {
	t.Helper()
	output := t.TempDir()
	files, err := build(source, output, flags...)
	must(t, err)
	return "file://" + filepath.ToSlash(filepath.Join(output, page)), files
}

// press sends keys to the page.
func press(t *testing.T, tab context.Context, keys string) {
	t.Helper()
	must(t, chromedp.Do(tab, chromedp.KeyEvent(keys)))
}

func visit(t *testing.T, tab context.Context, address string) {
	t.Helper()
	must(t, chromedp.Do(tab, chromedp.Navigate("about:blank"), chromedp.Navigate(address)))
}

// walk goes through all slides, and tells of each what does not fit, and of the whole which
// rows stand in which section.
const walk = `(function () {
	function key(name) { document.dispatchEvent(new KeyboardEvent("keydown", {key: name, bubbles: true, cancelable: true})); }
	function box(e) { var r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect(); }
	function out(a, b) { return a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 1 || a.bottom > b.bottom + 1; }
	function meet(a, b) { return a.width && b.width && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1; }
	function light(colour) {
		return colour.match(/[\d.]+/g).slice(0, 3).map(function (v) { v /= 255; return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); })
			.reduce(function (sum, v, i) { return sum + v * [0.2126, 0.7152, 0.0722][i]; }, 0);
	}
	var wrong = [], rows = {}, kinds = [], root = document.documentElement, screen = {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
	key("Home");
	for (var last = ""; location.hash !== last; key("ArrowRight")) {
		last = location.hash;
		var on = document.querySelectorAll(".slide.on"), slide = on[0], where = last + " " + slide.className + ": ";
		function say(what) { wrong.push(where + what); }
		if (on.length !== 1) say(on.length + " slides show");
		if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight || document.body.scrollHeight > innerHeight) say("the window scrolls");
		if (scrollX || scrollY) say("the window is scrolled");
		if (slide.scrollWidth > slide.clientWidth + 1 || slide.scrollHeight > slide.clientHeight + 1) say("the slide scrolls: " + slide.scrollHeight + " of " + slide.clientHeight);
		var inside = slide.getBoundingClientRect();
		[].forEach.call(slide.querySelectorAll("h1, h2, p, td, th, svg, figcaption"), function (e) {
			if (!e.getClientRects().length) return;
			var mine = e.localName === "svg" ? e.getBoundingClientRect() : box(e), clips = e.parentNode, cut = out(mine, inside);
			for (; clips !== slide; clips = clips.parentNode) cut = cut || getComputedStyle(clips).overflowX !== "visible" && out(mine, clips.getBoundingClientRect());
			if (cut) say(e.localName + " “" + e.textContent.slice(0, 30) + "” is cut");
			if (e.closest("tbody tr") && e.localName !== "svg" && parseFloat(getComputedStyle(e).fontSize) < innerHeight * 0.05 - 0.01) say("a row is set in " + getComputedStyle(e).fontSize);
		});
		[].forEach.call(document.querySelectorAll(".strip p, .controls > *"), function (e) {
			if (e.getClientRects().length && (out(box(e), screen) || out(box(e), e.parentNode.getBoundingClientRect()))) say(e.className + e.localName + " “" + e.textContent + "” is cut");
		});
		[].forEach.call(document.querySelectorAll(".strip *, .controls *, .slide.on *"), function (e) {
			if (e.closest("svg") || !e.getClientRects().length || ![].some.call(e.childNodes, function (n) { return n.nodeType === 3 && n.data.trim(); })) return;
			var under = e;
			while (under.parentNode.nodeType === 1 && /, 0\)$|transparent/.test(getComputedStyle(under).backgroundColor)) under = under.parentNode;
			var a = light(getComputedStyle(e).color), b = light(getComputedStyle(under).backgroundColor);
			if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 7) say("“" + e.textContent + "” has too little contrast");
		});
		var parts = [].slice.call(slide.querySelectorAll("h2, .sub, .reward, table, figcaption")).filter(function (e) { return e.getClientRects().length; });
		parts.forEach(function (a, i) { parts.slice(i + 1).forEach(function (b) { if (meet(box(a), box(b))) say(a.localName + " and " + b.className + b.localName + " overlap"); }); });
		if (!document.querySelector(".strip .state").getClientRects().length) say("no state");
		var kind = slide.classList[1];
		kinds.push(kind + " " + slide.querySelector("h1, h2").textContent);
		[].forEach.call(slide.querySelectorAll("tbody tr"), function (row) {
			(rows[kind] = rows[kind] || []).push(row.querySelector("th").textContent);
		});
	}
	return JSON.stringify({wrong: wrong, rows: rows, kinds: kinds});
})()`

type walked struct {
	Wrong []string            `json:"wrong"`
	Rows  map[string][]string `json:"rows"` // by kind of slide, in their order
	Kinds []string            `json:"kinds"`
}

// walkScreen walks the slides of the page that is open, and reports what does not fit.
func walkScreen(t *testing.T, tab context.Context, what string) walked {
	t.Helper()
	var w walked
	must(t, json.Unmarshal([]byte(ask[string](t, tab, walk)), &w))
	for _, wrong := range w.Wrong {
		t.Errorf("%s: %s", what, wrong)
	}
	for kind, rows := range w.Rows {
		if sorted := slices.Sorted(slices.Values(rows)); kind != "distribution" && len(slices.Compact(sorted)) != len(rows) {
			t.Errorf("%s: a row of %s stands twice: %v", what, kind, rows)
		}
	}
	return w
}

var screens = []struct{ width, height int64 }{{1024, 768}, {1280, 800}, {1920, 1080}, {3840, 2160}}

// On every screen every slide fits without scrolling, rows are at least 5 % of the height,
// and each household that is shown stands on one slide of its section; larger rows, a group
// alone and the other light change nothing of that.
func TestScreenFits(t *testing.T) {
	village, built := screenOf(t, hall(t, true), "v/screen.html")
	draft, _ := screenOf(t, hall(t, false), "v/screen.html", "--drafts")
	pages := map[string]string{"village": village, "draft": draft}
	output := t.TempDir()
	_, err := build("..", output)
	must(t, err)
	for _, place := range []string{"zhongping", "longwu/longyuzhuang", "ninghe/yuelong/jiangdian"} {
		pages[place] = "file://" + filepath.ToSlash(filepath.Join(output, place, "screen.html"))
	}
	before := make(map[string]walked) // at the first size
	for i, s := range screens {
		t.Run(fmt.Sprintf("%d×%d", s.width, s.height), func(t *testing.T) {
			tab := browser(t)
			must(t, chromedp.Do(tab, chromedp.EmulateViewport(s.width, s.height)))
			for name, address := range pages {
				visit(t, tab, address+"#1")
				w := walkScreen(t, tab, name)
				checkKinds(t, name, w)
				if i == 0 {
					before[name] = w
				} else if fmt.Sprint(w) != fmt.Sprint(before[name]) {
					t.Errorf("%s: other slides than on the first screen:\n%v\n%v", name, w, before[name])
				}
				if i == 0 || name == "village" {
					checkChoices(t, tab, name, w)
				}
			}
			checkShown(t, tab, village, built)
		})
	}
}

// checkChoices walks the slides in a dark hall, with the larger sizes and with each group.
func checkChoices(t *testing.T, tab context.Context, what string, usual walked) {
	t.Helper()
	for _, keys := range []string{"l+", "+", "g", "--g"} {
		press(t, tab, keys)
		what += " " + keys
		w := walkScreen(t, tab, what)
		if strings.HasSuffix(keys, "+") && fmt.Sprint(w.Rows) != fmt.Sprint(usual.Rows) {
			t.Errorf("%s: other rows:\n%v\n%v", what, w.Rows, usual.Rows)
		}
	}
	for range 4 { // past the last group
		if ask[string](t, tab, `document.querySelector(".chosen").textContent`) == "" {
			break
		}
		press(t, tab, "g")
	}
	if again := walkScreen(t, tab, what); fmt.Sprint(again) != fmt.Sprint(usual) {
		t.Errorf("%s: not as at first:\n%v\n%v", what, again, usual)
	}
}

// checkKinds holds the order of sections.
func checkKinds(t *testing.T, what string, w walked) {
	t.Helper()
	order := []string{"opening", "honours", "ranks", "risers", "groups", "distribution", "course", "close"}
	at := 0
	for _, k := range w.Kinds {
		kind, _, _ := strings.Cut(k, " ")
		i := slices.Index(order, kind)
		if i < at {
			t.Errorf("%s: %s after %s", what, kind, order[at])
		}
		at = i
	}
	if !strings.HasPrefix(w.Kinds[0], "opening") || !strings.HasPrefix(w.Kinds[len(w.Kinds)-1], "close") {
		t.Errorf("%s: %v", what, w.Kinds)
	}
}

// checkShown compares the ranks of the village with its open data: all at rank 30 or
// before, in that order, and no others; and its ties.
func checkShown(t *testing.T, tab context.Context, address string, built tree) {
	t.Helper()
	visit(t, tab, address+"#1")
	w := walkScreen(t, tab, "village")
	var want []string
	data := columnsOf(t, "2023-02", built["v/data/2023-02.csv"])
	for rank := 1; rank <= 30; rank++ {
		var tied []string
		for id, row := range data {
			if row["名次"] == fmt.Sprint(rank) {
				tied = append(tied, id+" "+row["户主"])
			}
		}
		slices.Sort(tied)
		want = append(want, tied...)
	}
	if got := w.Rows["ranks"]; len(want) < 30 || !slices.Equal(got, want) {
		t.Errorf("ranks: %v, want %v", got, want)
	}
	for _, heading := range []string{"ranks 并列第 1 名", "ranks 并列第 1 名（续）", "honours 金牌户", "honours 金牌户（续）"} {
		if !slices.Contains(w.Kinds, heading) {
			t.Errorf("no slide “%s”: %v", heading, w.Kinds)
		}
	}
}

// The script is a few kilobytes.
func TestScreenScriptIsSmall(t *testing.T) {
	for name, content := range sample(t) {
		if !strings.HasPrefix(name, "screen.") || path.Ext(name) != ".js" {
			continue
		}
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		_, err := w.Write(content)
		must(t, err)
		must(t, w.Close())
		if packed.Len() > 5<<10 {
			t.Errorf("%s: %d bytes", name, packed.Len())
		}
		return
	}
	t.Error("no script")
}
