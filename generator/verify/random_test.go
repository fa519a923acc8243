package verify_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/ledger"
	"gongshi/generator/oracle"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// Whatever rules a village has, what is built and sealed is found right: on random sites that
// use every feature, sealed on two days, under several choices of privacy, verify has nothing
// to say.
func TestVerifyAgreesOnRandomSites(t *testing.T) {
	for seed := range uint64(40) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			files := oracle.RandomSite(seed)
			config, _, _ := strings.Cut(string(files["config.toml"].Data), "[privacy]")
			files["config.toml"] = &fstest.MapFile{Data: []byte(config + privacies[seed%uint64(len(privacies))])}
			writeFiles(t, dir, files)
			sealRandomly(t, dir)
			built := sitetest.Build(t, site.Options{Source: dir})
			if differs, said := checked(t, held(built)); differs {
				t.Fatalf("seed %d:\n%s", seed, lastLines(said, 30))
			}
		})
	}
}

var privacies = []string{
	"[privacy]\nconsent = \"ignore\"\n",
	"[privacy]\nconsent = \"omit\"\n",
	"[privacy]\nkeep = 5\n",
	"[privacy]\nconsent = \"omit\"\nkeep = 9\n",
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
