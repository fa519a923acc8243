// Package screen shows the screen for the hall in a real browser, and uses it as a meeting does.
package screen

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gongshi/generator/look"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

func TestMain(m *testing.M) { look.Main(m) }

var (
	screens = []struct{ width, height int64 }{{1024, 768}, {1280, 800}, {1920, 1080}, {3840, 2160}}
	unusual = []struct{ width, height int64 }{{911, 512}, {800, 600}, {1280, 1024}, {768, 1024}, {740, 360}}
)

// sample are the screens of the sample, with the theme's files.
var sample = sitetest.Once(func(tb testing.TB) sitetest.Tree {
	return sitetest.Part(tb, site.Options{Source: sitetest.Root()}, func(path string) bool {
		return strings.HasSuffix(path, "/screen.html")
	})
})

// On every screen every slide fits without scrolling, rows are at least 5 % of the height,
// and each household that is shown stands on one slide of its section; larger rows, a group
// alone and the other light change nothing of that.
func TestScreenFits(t *testing.T) {
	tab := look.Browser(t)
	village, built := screenOf(t, hall(t, true), "v/screen.html", false)
	draft, _ := screenOf(t, hall(t, false), "v/screen.html", true)
	pages := map[string]string{"village": village, "draft": draft}
	output := sample(t).Folder(t)
	for _, place := range []string{"zhongping", "longwu/longyuzhuang", "ninghe/yuelong/jiangdian"} {
		pages[place] = "file://" + filepath.ToSlash(filepath.Join(output, place, "screen.html"))
	}
	before := make(map[string]walked) // at the first size
	for i, s := range screens {
		t.Run(fmt.Sprintf("%d×%d", s.width, s.height), func(t *testing.T) {
			sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(s.width, s.height)))
			for name, address := range pages {
				visit(t, tab, address+"#1")
				if name == "draft" {
					walkSteps(t, tab)
					look.Press(t, tab, kb.End+kb.Escape)
				}
				w := walkScreen(t, tab, name)
				checkKinds(t, name, w)
				if name == "village" {
					checkShown(t, w, built)
				}
				if i == 0 {
					before[name] = w
				} else if fmt.Sprint(w.Rows) != fmt.Sprint(before[name].Rows) {
					t.Errorf("%s: other rows than on the first screen:\n%v\n%v", name, w.Rows, before[name].Rows)
				}
				if i == 0 || name == "village" {
					checkChoices(t, tab, name, w)
				}
			}
		})
	}
	for _, s := range unusual {
		t.Run(fmt.Sprintf("%d×%d", s.width, s.height), func(t *testing.T) {
			sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(s.width, s.height)))
			visit(t, tab, village+"#1")
			w := walkScreen(t, tab, "village")
			if fmt.Sprint(w.Rows) != fmt.Sprint(before["village"].Rows) {
				t.Errorf("other rows than on the first screen:\n%v\n%v", w.Rows, before["village"].Rows)
			}
			checkChoices(t, tab, "village", w)
		})
	}
}

// Long names take smaller type or several lines, and are never cut; English words are not broken.
func TestScreenFitsLongNames(t *testing.T) {
	english := assembled(60)
	english.language, english.place, english.groups = "en", "Village of the Meeting", []string{"East", "West"}
	english.levels, english.reward = [2]string{"Household of honour, gold", "Household of honour, silver"}, "a plaque at the door"
	for i := range english.households {
		english.households[i].name = fmt.Sprintf("Household Number %d", i)
	}
	long := assembled(60)
	long.place = strings.Repeat("广西壮族自治区百色市", 3)[:28*3]
	long.groups = []string{"南岸片区第三村民小组", "北组"}
	long.levels[0], long.reward = "文明和谐卫生清洁示范家庭标兵荣誉户（五星级）", strings.Repeat("奖励", 40)
	for i, name := range []string{
		strings.Repeat("阿布都热合曼买买提江", 4), strings.Repeat("W", 40), strings.Repeat("ABCDEFGHIJKLMNOPQRSTUVWXYZ ", 2),
		strings.Repeat("Ｗ", 12), "阿布都热合曼买买提江阿合", strings.Repeat("名", 250),
	} {
		long.households[2*i].name = name
	}
	long.households[1].id = strings.Repeat("W", 32)
	tab := look.Browser(t)
	for name, a := range map[string]assembly{"english": english, "long": long} {
		address, _ := screenOf(t, a.source(t), "v/screen.html", false)
		for _, s := range append(unusual, screens[0], screens[2]) {
			t.Run(fmt.Sprintf("%s, %d×%d", name, s.width, s.height), func(t *testing.T) {
				sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(s.width, s.height)))
				visit(t, tab, address+"#1")
				w := walkScreen(t, tab, "at first")
				if s == screens[0] || s == unusual[0] {
					checkChoices(t, tab, "", w)
				}
				visit(t, tab, address+"#1")
				look.Press(t, tab, "r")
				walkSteps(t, tab)
			})
		}
	}
}
