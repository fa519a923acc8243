package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// Organisations have a section after the ranks of households, by the same rules: down to
// screen_top, of those that tie all. A village of organisations has no other ranks, and no honours.
func TestScreenShowsOrganisations(t *testing.T) {
	tab := look.Browser(t)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	both := assembled(60)
	for i := range both.households { // 000 to 019 are households
		both.households[i].organisation = i >= 20
	}
	for i := 48; i < 55; i++ { // the 29th to 35th among themselves
		both.households[i].second = 51
	}
	only := assembled(5)
	for i := range only.households {
		only.households[i].organisation = true
	}
	names := func(a assembly, from, to int) (list []string) {
		for _, s := range a.households[from:to] {
			list = append(list, s.id+" "+s.name)
		}
		return list
	}
	for _, test := range []struct {
		name     string
		assembly assembly
		drafts   bool
		want     []string
		kinds    string
	}{
		{"both", both, false, names(both, 20, 55), "opening honours ranks organisations risers groups distribution course objecting close"},
		{"only organisations", only, false, names(only, 0, 5), "opening organisations course objecting close"},
		{"only organisations, a draft", only, true, names(only, 0, 5), "opening organisations course objecting close"},
	} {
		test.assembly.posted = !test.drafts
		address, _ := screenOf(t, test.assembly.source(t), "v/screen.html", test.drafts)
		visit(t, tab, address)
		w := walkScreen(t, tab, test.name)
		checkKinds(t, test.name, w)
		if got := w.Rows["organisations"]; !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
		if got := look.Ask[string](t, tab, `[].map.call(document.querySelectorAll(".slide"), function (e) { return e.classList[1] }).filter(function (k, i, all) { return all.indexOf(k) === i }).join(" ")`); got != test.kinds {
			t.Errorf("%s: %s, want %s", test.name, got, test.kinds)
		}
		heading := "organisations 单位"
		if test.drafts {
			heading += "（暂）"
		}
		if !slices.Contains(w.Kinds, heading) {
			t.Errorf("%s: %v", test.name, w.Kinds)
		}
	}
}

// Ranks that may still change say so in their heading, also where a script writes it anew; final ones do not.
func TestHeadingsOfRanksThatMayChange(t *testing.T) {
	files := sitetest.Sample(t)
	for name, marked := range map[string]bool{"zhongping/screen.html": true, "longwu/longyuzhuang/screen.html": false} {
		page := string(files[name])
		for _, heading := range []string{`data-range="第 %1～%2 名`, `data-single="第 %1 名`, `data-tied="并列第 %1 名`, `<h2>第 1～`} {
			_, rest, ok := strings.Cut(page, heading)
			if end := strings.IndexAny(rest, "\"<"); !ok || strings.Contains(rest[:max(end, 0)], "（暂）") != marked {
				t.Errorf("%s: %s%.20s", name, heading, rest)
			}
		}
	}
}
