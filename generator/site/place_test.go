package site

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/oracle"
	"gongshi/generator/source"
)

// Place by place, several at a time, a site is built as from all places at once: the same files,
// the same notes.
func TestPlaceByPlaceIsTheSameAsAtOnce(t *testing.T) {
	for seed := range oracle.Thorough(8, 12, 24) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			files := oracle.RandomSite(seed)
			config, _, _ := strings.Cut(string(files["config.toml"].Data), "[privacy]")
			privacy := []string{"consent = \"ignore\"", "consent = \"omit\"", "keep = 5", "index = true"}[seed%4]
			files["config.toml"] = &fstest.MapFile{Data: []byte(config + "[privacy]\n" + privacy + "\n")}
			if err := os.CopyFS(dir, files); err != nil {
				t.Fatal(err)
			}
			sameBothWays(t, Options{Source: dir, NoHistory: true, Drafts: seed%3 == 0, Program: "1.0.0"})
		})
	}
}

func sameBothWays(t *testing.T, opt Options) {
	t.Helper()
	opt.files = source.Dir(opt.Source)
	defer opt.files.Close()
	one, all := opt, opt
	one.Output, all.Output = t.TempDir(), t.TempDir()
	result, _, list, err := byPlace(one)
	want, _, told, err2 := atOnce(all)
	if err != nil || err2 != nil || result != want || result.Written < 10 {
		t.Fatalf("%v, %+v; %v, %+v", err, result, err2, want)
	}
	if !reflect.DeepEqual(list, told) {
		t.Errorf("notes\n%v\nwant\n%v", list, told)
	}
	sums, err := os.ReadFile(filepath.Join(one.Output, "SHA256SUMS"))
	wanted, err2 := os.ReadFile(filepath.Join(all.Output, "SHA256SUMS"))
	if err != nil || err2 != nil || !bytes.Equal(sums, wanted) {
		t.Errorf("%v, %v: other files:\n%s", err, err2, firstDifference(string(sums), string(wanted)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return g[i] + "\n" + w[i]
		}
	}
	return fmt.Sprintf("%d lines, %d", len(g), len(w))
}
