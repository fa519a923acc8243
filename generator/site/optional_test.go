package site

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"gongshi/generator/oracle"
	"gongshi/generator/page"
	"gongshi/generator/render"
	"gongshi/generator/scan"
)

// What a clerk may leave out, he may: whatever is absent or empty, data that check finds
// without error become a site, in both languages, with drafts and without.
func TestOptionalThingsMayBeAbsentOrEmpty(t *testing.T) {
	t.Parallel()
	for seed, language := range []string{"zh-CN", "en", "zh-CN", "en"}[:oracle.Sites(2, 4)] {
		t.Run(fmt.Sprint(language, seed), func(t *testing.T) {
			t.Parallel()
			everything := unpack(t, "testdata/everything.txtar")
			config := everything["config.toml"]
			config.Data = bytes.Replace(config.Data, []byte("zh-CN"), []byte(language), 1)
			sites := wander(t, rand.New(rand.NewPCG(uint64(seed), 0)), everything)
			if problem := build(sites); problem == "" {
				return
			}
			for _, s := range sites { // which of them is it
				if problem := build([]stripped{s}); problem != "" {
					t.Fatalf("%s\nthe site, built with %+v: %s", problem, s.opt, keep(s.files))
				}
			}
		})
	}
}

// stripped is a site without error.
type stripped struct {
	files fstest.MapFS
	opt   Options
	Work
}

// wander strips a site step by step, and returns what is without error of that. Each site is
// built in part, by the pages of a place.
func wander(t *testing.T, dice *rand.Rand, whole fstest.MapFS) []stripped {
	const steps, fresh = 80, 20
	var sites []stripped
	site := whole
	for step := range steps {
		next := maps.Clone(site)
		if step%fresh == 0 { // little is left of the last one
			next = maps.Clone(whole)
		}
		for range min(step%fresh, 1+dice.IntN(2)) {
			strip(dice, next)
		}
		opt := Options{NoHistory: true, Drafts: dice.IntN(3) == 0, Place: pick(dice, []string{"", "zhen", "zhen/cun", "zhen/cun", "zhen/he"})}
		work, list, err := read(next, opt)
		if err == nil && !list.HasErrors() {
			site = next
			sites = append(sites, stripped{next, opt, work})
		}
	}
	if len(sites) < steps/3 {
		t.Errorf("only %d of %d sites are without error", len(sites), steps)
	}
	return sites
}

// build makes the pages of sites with one theme, and tells what went wrong.
func build(sites []stripped) string {
	pages := func(yield func(page.Page) bool) {
		for _, s := range sites {
			for p := range s.Pages {
				if !yield(p) {
					return
				}
			}
		}
	}
	for _, err := range render.Site(pages, sites[0].Theme, sites[0].Book.Config.Language) {
		if err != nil {
			return err.Error()
		}
	}
	return ""
}

// strip takes something out of one file.
func strip(dice *rand.Rand, site fstest.MapFS) {
	name := pick(dice, slices.Sorted(maps.Keys(site)))
	text := string(site[name].Data)
	switch n := dice.IntN(20); {
	case n == 0:
		delete(site, name)
		return
	case n == 1:
		text = ""
	case path.Ext(name) == ".csv":
		text = stripTable(dice, text)
	default:
		text = stripLines(dice, text)
	}
	site[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
}

func pick[T any](dice *rand.Rand, list []T) T { return list[dice.IntN(len(list))] }

// stripLines takes out a key, a table or a line, or leaves a text, list or line empty.
func stripLines(dice *rand.Rand, text string) string {
	lines := strings.Split(text, "\n")
	i := dice.IntN(len(lines))
	key, value, isKey := strings.Cut(lines[i], " = ")
	to := i + 1
	switch {
	case isKey && dice.IntN(2) == 0 && strings.HasPrefix(value, `"`):
		lines[i] = key + ` = ""`
		return strings.Join(lines, "\n")
	case isKey && dice.IntN(2) == 0 && strings.HasPrefix(value, "[") && strings.HasSuffix(value, "]"):
		lines[i] = key + " = []"
		return strings.Join(lines, "\n")
	case strings.HasPrefix(lines[i], "["):
		for to < len(lines) && !strings.HasPrefix(lines[to], "[") {
			to++
		}
	}
	return strings.Join(slices.Delete(lines, i, to), "\n")
}

// stripTable takes out a column or a row, or empties a column or a cell.
func stripTable(dice *rand.Rand, text string) string {
	head, _, _ := strings.Cut(text, "\n")
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	for _, sep := range ",\t;" {
		if strings.ContainsRune(head, sep) {
			r.Comma = sep
		}
	}
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 || len(rows[0]) == 0 {
		return text
	}
	column := dice.IntN(len(rows[0]))
	switch row := dice.IntN(len(rows)); dice.IntN(4) {
	case 0:
		for i := range rows {
			rows[i] = slices.Delete(rows[i], column, column+1)
		}
	case 1:
		for _, r := range rows[1:] {
			r[column] = ""
		}
	case 2:
		rows[row][column] = ""
	default:
		rows = slices.Delete(rows, row, row+1)
	}
	return scan.Lines(rows, string(r.Comma), "\n")
}

// keep writes a site down where who mends can look at it.
func keep(site fstest.MapFS) string {
	dir, err := os.MkdirTemp("", "gongshi-optional-")
	if err == nil {
		err = os.CopyFS(dir, fs.FS(site))
	}
	return fmt.Sprint(dir, " ", err)
}

func unpack(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{}
	for _, f := range archive.Files {
		site[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	return site
}
