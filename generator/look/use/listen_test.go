package use

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// voices stand in for those of a browser: speech goes on by hand, by window.ends().
const voices = `(function () {
	const all = window.saying = [];
	let now = null, waiting = [];
	window.SpeechSynthesisUtterance = function (text) { this.text = text; };
	window.ends = () => { const u = now; now = waiting.shift() || null; if (u) u.onend(); };
	Object.defineProperty(window, "speechSynthesis", {value: {
		voices: [],
		getVoices() { return this.voices; },
		speak(u) { all.push(u); if (now) waiting.push(u); else now = u; },
		cancel() { const u = now; now = null; waiting = []; all.push({text: "(cancel)"}); if (u) u.onerror(); }
	}});
	window.give = (...langs) => {
		speechSynthesis.voices = langs.map(lang => ({lang: lang, name: lang}));
		speechSynthesis.onvoiceschanged();
	};
})()`

const (
	listens = `(b => !!b && b.checkVisibility())(document.querySelector(".listen"))`
	pressed = `document.querySelector(".listen").getAttribute("aria-pressed")`
)

// spoken presses the button, lets all be said and returns it, with the longest piece's length.
func spoken(t *testing.T, tab context.Context) (text string, longest int) {
	t.Helper()
	all := look.Ask[[]string](t, tab, `(() => {
		saying.length = 0;
		document.querySelector(".listen").click();
		for (let i = 0; i < 9999 && `+pressed+` === "true"; i++) ends();
		return saying.map(u => u.text);
	})()`)
	for _, piece := range all {
		longest = max(longest, len([]rune(piece)))
	}
	return strings.Join(all, "\n"), longest
}

// listener is a tab in whose pages nothing is heard.
func listener(t *testing.T) context.Context {
	t.Helper()
	tab := look.Browser(t)
	look.Prelude(t, tab, voices)
	return tab
}

// listening opens a page with voices that come late.
func listening(t *testing.T, tab context.Context, file string, voices ...string) {
	t.Helper()
	look.Open(t, tab, file)
	look.Ask[any](t, tab, `give("`+strings.Join(voices, `", "`)+`")`)
}

// The button reads a household's card, a notice without its table, and the rules in force, in pieces that no browser
// drops: what a reader sees, without what is struck out or folded away.
func TestPagesAreReadAloud(t *testing.T) {
	tab, dir := listener(t), amended(t)
	for _, c := range []struct {
		page, said string // a line a piece
		not        []string
	}{
		{"v/h/001.html", "001 张某明\n甲村（示例） 农户\n2024年1月 公示中 已更正\n41.5 分，第 1 名（共 2 户）\n" +
			"现在可以提异议，到2月7日（星期三）晚上12点，还有 2 天。\n打电话、当面都行，说清哪一户、哪一项、哪里不对；\n是谁说的，不记、不公开：\n村委会 0 5 7 2 ，8 0 0 1 2 3 4", []string{"38", "40.5"}},
		{"v/notices/2024-01.html", "公示期\n2024年2月5日至2月7日（星期三）24时（2024年2月4日更正后重新公示）\n户数\n全村 2 户：参加 2 户。\n参加户中已评 2 户（100.0%）。\n" +
			"农户积分\n共 2 户\n名单在这一页的表里。", []string{"001", "张", "38", "显示", "左右", "盖章", "41.5"}},
		{"v/rules.html", "庭院，50，", []string{"旧办法", "算出来的", "原来"}},
	} {
		listening(t, tab, filepath.Join(dir, c.page), "en-US", "zh-CN")
		text, longest := spoken(t, tab)
		if longest > 99 || !strings.Contains(text, c.said) {
			t.Errorf("%s: a piece of %d; want %s in\n%s", c.page, longest, c.said, text)
		}
		for _, never := range append(c.not, "*", "2024-") {
			if strings.Contains(text, never) {
				t.Errorf("%s: %q is said:\n%s", c.page, never, text)
			}
		}
	}
}

// village has a corrected period, and two versions of its rules.
var village = map[string]string{
	"config.toml":                 "title = \"示例\"\ndate = 2024-02-05\n",
	"data/v/place.toml":           "name = \"甲村（示例）\"\nkind = \"village\"\n[contact]\noffice = \"村委会\"\nphone = \"0572-8001234\"\n",
	"data/v/households.csv":       "户号,户主,类别,同意\n001,张晓明,农户,2022-12-01\n002,李云龙,农户,2022-12-01\n",
	"data/v/scheme/a.toml":        "title = \"旧办法\"\neffective = 2023-01-01\n[[category]]\nid = \"c\"\nname = \"人居\"\n[[category.item]]\nid = \"y\"\nname = \"庭院\"\npoints = 40\n",
	"data/v/scheme/b.toml":        "title = \"新办法\"\neffective = 2024-01-01\ndecimals = 1\n[[category]]\nid = \"c\"\nname = \"人居\"\n[[category.item]]\nid = \"y\"\nname = \"庭院\"\npoints = 50\nstandard = \"" + long + "\"\n",
	"data/v/scores/2024-01.csv":   "户号,庭院\n001,38\n002,40.5\n",
	"data/v/corrections.csv":      "日期,周期,户号,对象,原分,现分,原因\n2024-02-04,2024-01,001,庭院,38,41.5,看错\n",
	"data/v/notices/2024-01.toml": "posted = 2024-02-03\n",
}

// long is a standard without a stop, longer than a browser says at once.
var long = strings.Repeat("院子扫过没有垃圾，", 30) + strings.Repeat("看", 120)

func amended(t *testing.T) string {
	t.Helper()
	source := t.TempDir()
	for name, content := range village {
		sitetest.WriteFile(t, source, name, content)
	}
	return sitetest.Build(t, site.Options{Source: source}).Folder(t)
}

// A second press stops it, and so does leaving the page; what was stopped says nothing more.
func TestReadingStops(t *testing.T) {
	tab, dir := listener(t), amended(t)
	listening(t, tab, filepath.Join(dir, "v/h/001.html"), "zh_CN")
	for _, stop := range []string{`document.querySelector(".listen").click()`, `window.dispatchEvent(new PageTransitionEvent("pagehide"))`} {
		if got := look.Ask[string](t, tab, `document.querySelector(".listen").click(), ends(), `+pressed); got != "true" {
			t.Fatalf("aria-pressed is %s while it speaks", got)
		}
		said := look.Ask[[]string](t, tab, `saying.length = 0, `+stop+`, ends(), saying.map(u => u.text)`)
		if got := look.Ask[string](t, tab, pressed); got != "false" || len(said) != 1 || said[0] != "(cancel)" {
			t.Errorf("%s: aria-pressed is %s, said %q", stop, got, said)
		}
	}
}

// The button is there where the browser speaks the page's language, on pages with something to read; not on paper,
// and not without scripts.
func TestListeningNeedsAVoice(t *testing.T) {
	tab := listener(t)
	dir, kinds := look.SampleFolder(t)
	for _, c := range []struct {
		kind, voices string
		want         bool
	}{
		{"household", "zh-CN", true}, {"notice", "en-US\", \"zh_TW", true}, {"rules", "cmn-Hans-CN", true},
		{"household", "en-US", false}, {"notice", "", false},
	} {
		listening(t, tab, filepath.Join(dir, kinds[c.kind]), c.voices)
		if got := look.Ask[bool](t, tab, listens); got != c.want {
			t.Errorf("%s with the voices %q: %v", c.kind, c.voices, got)
		}
		if got := look.Ask[string](t, tab, `(give("en-GB"), document.querySelector(".listen").hidden) + " " + (give("zh-HK", "zh-CN"), document.querySelector(".listen").hidden)`); got != "true false" {
			t.Errorf("%s: hidden, without and with a voice: %s", c.kind, got)
		}
		look.Window(t, tab, 800, 600, "print")
		if look.Ask[bool](t, tab, listens) {
			t.Errorf("%s: a button on paper", c.kind)
		}
		look.Window(t, tab, 800, 600, "light")
	}
	look.Open(t, tab, filepath.Join(dir, kinds["period"]))
	if look.Ask[bool](t, tab, `!!document.querySelector(".listen")`) {
		t.Error("a button where there is nothing to read")
	}
	mute := look.Browser(t)
	look.Prelude(t, mute, `Object.defineProperty(window, "speechSynthesis", {value: undefined})`)
	look.Open(t, mute, filepath.Join(dir, kinds["household"]))
	if look.Ask[bool](t, mute, listens) {
		t.Error("a button in a browser that cannot speak")
	}
	look.Scripting(t, tab, false)
	look.Open(t, tab, filepath.Join(dir, kinds["household"]))
	if look.Ask[bool](t, tab, listens) {
		t.Error("a button without scripts")
	}
}

// With the button the head of a page still fits, and it can be pressed and told apart.
func TestListeningLooks(t *testing.T) {
	axe, tab := look.NPM(t, "axe-core/axe.min.js"), listener(t)
	dir, kinds := look.SampleFolder(t)
	for _, kind := range []string{"household", "notice", "rules"} {
		listening(t, tab, filepath.Join(dir, kinds[kind]), "zh-CN")
		look.OpenFolds(t, tab)
		look.SomeRows(t, tab, 12)
		for _, width := range []int64{320, 360, 1280} {
			look.Window(t, tab, width, 640, "light")
			for size, least := range map[string]string{"larger": "60", "large": "60", "standard": "48"} {
				look.Wear(t, tab, size)
				look.Report(t, kind+", "+size, look.Found(t, tab, "layout.js", strings.Replace(look.Layout, "48", least, 1)))
			}
		}
		look.Ask[any](t, tab, `document.querySelector(".listen").click()`)
		for _, as := range []string{"light", "dark", "more"} {
			look.Window(t, tab, 360, 640, as)
			look.Report(t, kind+", "+as, look.Found(t, tab, "contrast.js", "contrast(7, false)"))
		}
		look.LoadAxe(t, tab, axe)
		look.CheckAxe(t, tab, 360, "light", true)
	}
}
