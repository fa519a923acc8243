package verify_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/ledger"
	"gongshi/generator/oracle"
	"gongshi/generator/render"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
	"gongshi/generator/verify"
)

// Whatever rules a village has, what is built and sealed is found right: on random sites that
// use every feature, sealed on two days, under several choices of privacy, of language and of
// theme, verify has nothing to say. 20 sites, 30 with
// GONGSHI_SITES=all, 40 with GONGSHI_SITES=thorough, 200 with GONGSHI_TAMPER=all.
func TestVerifyAgreesOnRandomSites(t *testing.T) {
	sites := oracle.Thorough(20, 30, 40)
	if all() {
		sites = 200
	}
	for seed := range sites {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			files := oracle.RandomSite(seed)
			config, _, _ := strings.Cut(string(files["config.toml"].Data), "[privacy]")
			theme := ""
			if seed%11 == 3 {
				theme = filepath.Join(dir, "themes", "own")
				sitetest.WriteFile(t, dir, "themes/own/layouts/404.html", "<!doctype html>\n<html lang=\"{{.Head.Lang}}\">\n<title>{{t \"missing.title\"}}</title>\n")
				config = "theme = \"own\"\n" + config
			}
			if seed%5 == 2 {
				config = "language = \"en\"\n" + config
			}
			files["config.toml"] = &fstest.MapFile{Data: []byte(config + privacies[seed%uint64(len(privacies))])}
			writeFiles(t, dir, files)
			sealRandomly(t, dir)
			built := sitetest.Build(t, site.Options{Source: dir, Drafts: seed%9 == 4})
			report, err := verify.Site(held(built), verify.Options{Theme: render.ThemeIn(theme)})
			sitetest.Must(t, err)
			if len(report.Differences) > 0 || !made(report) {
				var said bytes.Buffer
				report.Write(&said)
				t.Fatalf("seed %d:\n%s", seed, lastLines(said.String(), 30))
			}
		})
	}
}

// made reports whether the files of a site were made again.
func made(r *verify.Report) bool {
	return slices.ContainsFunc(r.Done, func(line string) bool { return strings.HasPrefix(line, "全部文件：") })
}

var privacies = []string{
	"[privacy]\nconsent = \"ignore\"\n",
	"[privacy]\nconsent = \"omit\"\n",
	"[privacy]\nkeep = 5\n",
	"[privacy]\nconsent = \"omit\"\nkeep = 9\n",
	"[privacy]\nnames = \"full\"\nconsent = \"ignore\"\ndeductions = \"grounds\"\n",
	"[privacy]\nnames = \"none\"\nconsent = \"omit\"\ndeductions = \"grounds\"\nindex = true\n",
	"[privacy]\nnames = \"surname\"\n",
}

// sealRandomly seals a site on a day half a year before its own, and on its own.
func sealRandomly(t *testing.T, dir string) {
	t.Helper()
	config, err := os.ReadFile(filepath.Join(dir, "config.toml"))
	sitetest.Must(t, err)
	_, rest, _ := strings.Cut(string(config), "date = ")
	day, ok := ledger.ParseDate(rest[:10])
	if !ok {
		t.Fatalf("no date in %s", config)
	}
	for _, d := range []ledger.Date{day - 180, day} {
		var out, errs bytes.Buffer
		if code := run([]string{"seal", "--source", dir, "--date", d.String()}, &out, &errs); code != 0 {
			t.Fatalf("seal on %s: %s%s", d, out.String(), errs.String())
		}
	}
}

func writeFiles(t *testing.T, dir string, files fstest.MapFS) {
	t.Helper()
	for name, file := range files {
		sitetest.WriteFile(t, dir, name, string(file.Data))
	}
}

func lastLines(s string, n int) string {
	lines := strings.Split(s, "\n")
	return strings.Join(lines[max(len(lines)-n, 0):], "\n")
}
