package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gongshi/generator/sitetest"
)

// visitor is a visit to a folder, in which something is typed; ran has the commands that were
// run, and said what was told.
func visitor(t *testing.T, here, typed string) (v *visit, ran *[][]string, said *bytes.Buffer) {
	t.Helper()
	ran, said = new([][]string), new(bytes.Buffer)
	v = &visit{
		terminal: &terminal{out: said, err: said, clock: time.Date(2023, 4, 10, 12, 0, 0, 0, time.UTC)},
		lines:    bufio.NewReader(strings.NewReader(typed)),
		here:     here, program: here,
		run: func(args ...string) int { *ran = append(*ran, args); return 0 },
	}
	v.hold = func() { v.line() }
	return v, ran, said
}

// elsewhere keeps what is temporary for the program, and its notes, out of the folders of a test.
func elsewhere(t *testing.T) {
	t.Helper()
	for _, name := range []string{"TMPDIR", "TMP", "XDG_CACHE_HOME", "HOME", "LocalAppData"} {
		t.Setenv(name, t.TempDir())
	}
}

// newSites makes folders with what marks a site.
func newSites(t *testing.T, names ...string) (above string) {
	t.Helper()
	above = t.TempDir()
	for _, name := range names {
		sitetest.WriteFile(t, above, name+"/config.toml", "title = \"示例\"\n")
		sitetest.WriteFile(t, above, name+"/data/cun/place.toml", "name = \"示例村\"\nkind = \"village\"\n")
	}
	return above
}

func TestVisitKnowsTheSite(t *testing.T) {
	elsewhere(t)
	desk := newSites(t, "东村", "西村")
	for _, tt := range []struct {
		name, here, program, typed, want string
	}{
		{"in it", desk + "/东村", desk, "", "东村"},
		{"below it", desk + "/东村/data/cun", desk, "", "东村"},
		{"the program is in it", desk, desk + "/西村", "", "西村"},
		{"the first of those beside the program", desk, desk, "\r\n", "东村"},
		{"one of them by number", desk, desk, "7\r\nx\r\n2\r\n", "西村"},
		{"one elsewhere, dropped", t.TempDir(), "", "\n\"" + desk + "/西村\"\r\n", "西村"},
		{"nothing is typed", desk, desk, "", ""},
	} {
		v, ran, said := visitor(t, tt.here, tt.typed)
		v.program = tt.program
		want := ""
		if tt.want != "" {
			want = filepath.Join(desk, tt.want)
		}
		if got, err := v.site(); got != want || err != nil || len(*ran) > 0 {
			t.Errorf("%s: site %q, want %q (%v); ran %v; said %s", tt.name, got, want, err, *ran, said)
		}
	}
}

// In a folder as it was unpacked a new site is around the program, so that the next double
// click opens it; elsewhere it has a folder of its own.
func TestVisitOffersANewSite(t *testing.T) {
	elsewhere(t)
	alone, desk := t.TempDir(), newSites(t, "东村")
	sitetest.WriteFile(t, alone, "gongshi.exe", "")
	sitetest.WriteFile(t, alone, "使用说明.txt", "")
	for _, tt := range []struct{ here, typed, want string }{
		{alone, "1\n\n", alone},
		{desk, "2\n\n", filepath.Join(desk, "积分公示")},
		{desk, "2\n石桥村\n", filepath.Join(desk, "石桥村")},
		{alone, "1\n\"" + desk + "/我的 村\"\n", filepath.Join(desk, "我的 村")},
	} {
		v, ran, said := visitor(t, tt.here, tt.typed)
		got, err := v.site()
		if got != tt.want || err != nil || len(*ran) != 1 || !slices.Equal((*ran)[0], []string{"init", tt.want}) {
			t.Errorf("site %q, want %q (%v); ran %q; said %s", got, tt.want, err, *ran, said)
		}
	}
	v, _, _ := visitor(t, alone, "1\n\n")
	v.run = func(...string) int { return 2 }
	if site, err := v.site(); err == nil {
		t.Errorf("site %q, though none was made", site)
	}
}

// What is made in a folder that is only unpacked for a look is lost.
func TestVisitMakesNothingInsideAnArchive(t *testing.T) {
	elsewhere(t)
	v, ran, _ := visitor(t, "", "1\n\n")
	v.here = filepath.Join(os.TempDir(), "Temp1_gongshi.zip")
	sitetest.WriteFile(t, v.here, "gongshi.exe", "")
	v.program = v.here
	if site, err := v.site(); err == nil || !strings.Contains(err.Error(), "先把压缩包全部解压") || len(*ran) > 0 {
		t.Errorf("site %q, %v, ran %q", site, err, *ran)
	}
}

func TestVisitTakesTables(t *testing.T) {
	elsewhere(t)
	desk := newSites(t, "东村", "西村")
	sitetest.WriteFile(t, desk, "二月.xlsx", "")
	sitetest.WriteFile(t, desk, "西村/data/cun/一月.xlsx", "")
	beside, within := filepath.Join(desk, "二月.xlsx"), filepath.Join(desk, "西村/data/cun/一月.xlsx")
	for _, tt := range []struct {
		tables      []string
		typed, site string
	}{
		{[]string{beside}, "\n\n", "东村"},
		{[]string{beside, within}, "2\n\n", "西村"},
		{[]string{within}, "\n", "西村"},
	} {
		t.Chdir(desk)
		v, ran, said := visitor(t, desk, tt.typed)
		if err := v.receive(tt.tables); err != nil {
			t.Fatal(err)
		}
		now, _ := os.Getwd()
		if want := append([]string{"import"}, tt.tables...); len(*ran) != 1 || !slices.Equal((*ran)[0], want) || filepath.Base(now) != tt.site {
			t.Errorf("ran %q in %s, want %q in %s; said %s", *ran, now, want, tt.site, said)
		}
	}
	v, _, _ := visitor(t, desk, "")
	if err := v.receive([]string{filepath.Join(desk, "东村"), beside}); err == nil {
		t.Error("a folder and a table at once were taken")
	}
}

func TestDroppedAreFilesThatAre(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	sitetest.WriteFile(t, folder, "check", "")
	for _, tt := range []struct {
		args []string
		want bool
	}{
		{nil, true}, {[]string{folder}, true}, {[]string{filepath.Join(folder, "check"), folder}, true},
		{[]string{"check"}, false}, {[]string{"serve", "--source", folder}, false}, {[]string{filepath.Join(folder, "gone.xlsx")}, false},
	} {
		if got := dropped(tt.args); got != tt.want {
			t.Errorf("%q: %v", tt.args, got)
		}
	}
}

func TestTypedArguments(t *testing.T) {
	table := filepath.Join(t.TempDir(), "我的 表.xlsx")
	sitetest.WriteFile(t, filepath.Dir(table), filepath.Base(table), "")
	for typed, want := range map[string]string{
		"": "[]", `"`: "[]", "gongshi": "[]",
		"check":                                 `["check"]`,
		" GONGSHI.exe  explain cun 012 2024-03": `["explain" "cun" "012" "2024-03"]`,
		"help":                                  `["--help"]`,
		`import "` + table + `" --yes`:          fmt.Sprintf("%q", []string{"import", table, "--yes"}),
		`"` + table + `"`:                       fmt.Sprintf("%q", []string{"import", table}),
	} {
		if got := fmt.Sprintf("%q", typedArguments(typed)); got != want {
			t.Errorf("%s: got %s, want %s", typed, got, want)
		}
	}
}
