package site

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"gongshi/generator/ledger"
	"gongshi/generator/oracle"
)

// After names_for months no file of a site holds the name of somebody who stands in old periods
// alone, no file of an old period holds any, and what is newer names whom it named before.
func TestNamesLeaveOldPeriods(t *testing.T) {
	ended, gone, kept := 0, 0, 0
	for seed := range oracle.Thorough(15, 24, 200) {
		files := oracle.RandomSite(seed)
		people := markHeads(files)
		setPrivacy(files, 0)
		before, ok := tablesOf(t, files)
		if !ok {
			continue
		}
		months := int(1 + seed%6)
		setPrivacy(files, months)
		after, ok := tablesOf(t, files)
		if !ok {
			t.Fatalf("seed %d: is not built with names_for", seed)
		}
		day := oracle.Day(files)
		allowed := make(map[string]bool)
		for name, text := range after.tables {
			period, dated := periodOf(name)
			old := dated && after.final[path.Dir(name)+period.String()] && monthsAfter(period.Last(), months) < day
			for _, mark := range people {
				was, is := strings.Contains(before.tables[name], mark), strings.Contains(text, mark)
				allowed[mark] = allowed[mark] || is
				switch {
				case old && is:
					t.Fatalf("seed %d: %s names %s after %d months, on %v", seed, name, mark, months, day)
				case old && was:
					ended++
				case dated && was != is:
					t.Fatalf("seed %d: %s named %s: %t, and now %t", seed, name, mark, was, is)
				case is:
					kept++
				}
			}
		}
		for name, text := range after.all {
			for _, mark := range people {
				if strings.Contains(text, mark) && !allowed[mark] {
					t.Fatalf("seed %d: %s names %s, whom no table names any more", seed, name, mark)
				}
			}
		}
		for _, mark := range people {
			if slices.ContainsFunc(slices.Collect(values(before.tables)), func(text string) bool { return strings.Contains(text, mark) }) && !allowed[mark] {
				gone++
			}
		}
	}
	if ended < 50 || gone < 5 || kept < 50 {
		t.Errorf("%d names of old periods ended, %d are gone, %d newer ones stayed: too few to tell", ended, gone, kept)
	}
	t.Logf("%d names of old periods ended, %d people are gone, %d newer names stayed", ended, gone, kept)
}

func values(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
	}
}

// markHeads gives every head of a household in a site a name of its own, and returns these names.
// Organisations keep theirs.
func markHeads(files fstest.MapFS) (marks []string) {
	var names []string
	for name := range files {
		if path.Base(name) == "households.csv" && utf8.Valid(files[name].Data) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(files[name].Data), "\ufeff"))).ReadAll()
		if err != nil {
			continue
		}
		head := slices.IndexFunc(rows[0], func(h string) bool { return h == "户主" || h == "head" })
		for _, row := range rows[1:] {
			if head >= 0 && row[head] != "" && !slices.Contains(row, "单位") {
				row[head] = "㐀" + string(rune(0x3401+len(marks))) + "㐀"
				marks = append(marks, row[head])
			}
		}
		var b strings.Builder
		_ = csv.NewWriter(&b).WriteAll(rows)
		files[name] = &fstest.MapFile{Data: []byte(b.String())}
	}
	return marks
}

var privacyLines = regexp.MustCompile(`(?m)^(names|consent|names_for) = .*\n`)

func setPrivacy(files fstest.MapFS, months int) {
	text := privacyLines.ReplaceAllString(string(files["config.toml"].Data), "")
	text = strings.Replace(text, "[privacy]\n", fmt.Sprintf("[privacy]\nnames = \"full\"\nconsent = \"ignore\"\nnames_for = %d\n", months), 1)
	files["config.toml"] = &fstest.MapFile{Data: []byte(text)}
}

// published is what a site says: all of its files, those that are tables of names, and which
// periods of which folder are final.
type published struct {
	all, tables map[string]string
	final       map[string]bool
}

func tablesOf(t *testing.T, files fstest.MapFS) (published, bool) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "public")
	if _, list, err := Build(Options{Source: dir, Output: out, NoHistory: true}); err != nil || list.HasErrors() {
		return published{}, false
	}
	p := published{make(map[string]string), make(map[string]string), make(map[string]bool)}
	site := os.DirFS(out)
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(site, name)
		p.all[name] = string(text)
		switch {
		case path.Ext(name) != ".csv" || path.Base(path.Dir(name)) != "data":
		case path.Base(name) == "notices.csv":
			for line := range strings.Lines(string(text)) {
				if cells := strings.Split(line, ","); slices.Contains(cells, "已生效") {
					p.final[path.Dir(name)+cells[0]] = true
				}
			}
		case strings.Contains(string(text), "户主"):
			p.tables[name] = string(text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p, true
}

// periodOf is the period that a table is of, as its name tells.
func periodOf(name string) (ledger.Period, bool) {
	return ledger.ParsePeriod(strings.TrimPrefix(strings.TrimSuffix(path.Base(name), ".csv"), "honours-"))
}

// monthsAfter is the last day of the month that is so many after a day's.
func monthsAfter(day ledger.Date, months int) ledger.Date {
	for range months {
		y, m, _ := day.Civil()
		next := ledger.Day(y, m, 28) + 7
		y, m, _ = next.Civil()
		next = ledger.Day(y, m, 28) + 7
		y, m, _ = next.Civil()
		day = ledger.Day(y, m, 1) - 1
	}
	return day
}
