package render_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"gongshi/generator/oracle"
	"gongshi/generator/page"
	"gongshi/generator/render"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// What press prints is what html/template prints, with none of it left to html/template: the
// pages of the sample's places above villages and of one village, and of 5 random sites; with
// GONGSHI_PAGES=all and -timeout 60m all of the sample, in both languages, and of 1,000.
func TestPagesArePrintedAlikeBothWays(t *testing.T) {
	all := os.Getenv("GONGSHI_PAGES") == "all"
	languages, sites := []string{"zh-CN"}, uint64(5)
	if all {
		languages, sites = []string{"zh-CN", "en"}, 1000
	}
	sample := site.Options{Source: sitetest.Root(), NoHistory: true}
	for _, language := range languages {
		n := alike(t, sample, language, func(path string) bool {
			return all || strings.Count(path, "/") < 2 || strings.HasPrefix(path, "zhongping/")
		})
		t.Logf("sample, %s: %d pages", language, n)
	}
	n := 0
	for seed := range sites {
		opt := site.Options{Source: t.TempDir(), Instead: make(map[string][]byte), NoHistory: true, Clock: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
		for name, file := range oracle.RandomSite(seed) {
			opt.Instead[name] = file.Data
		}
		n += alike(t, opt, "zh-CN", func(string) bool { return true })
	}
	t.Logf("%d random sites: %d pages", sites, n)
}

// alike prints the pages of a site that are wanted, and counts them.
func alike(t *testing.T, opt site.Options, language string, wanted func(path string) bool) (n int) {
	t.Helper()
	work, list, err := site.Read(opt)
	sitetest.Must(t, err)
	if list.HasErrors() {
		t.Fatal(sitetest.Told(list))
	}
	both, err := render.BothWays(work.Theme, language)
	sitetest.Must(t, err)
	for p := range work.Pages {
		m, ok := p.(page.HTML)
		if !ok || !wanted(p.At()) {
			continue
		}
		n++
		if want, got, err := both(m); err != nil || !bytes.Equal(want, got) {
			t.Errorf("%s: %v\n%s", p.At(), err, differs(want, got))
		}
	}
	return n
}

// differs is where two pages begin to differ.
func differs(want, got []byte) string {
	i := 0
	for i < min(len(want), len(got)) && want[i] == got[i] {
		i++
	}
	near := func(page []byte) string { return string(page[max(i-80, 0):min(i+80, len(page))]) }
	return near(want) + "\n--- press:\n" + near(got)
}
