package verify_test

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/scan"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// The sites that are tampered with are small, so that many can be checked: each is of one village
// of the sample and the places above it. The first keeps a dozen of its households and those for
// which somebody objected, is sealed anew on the days of the sample's own seals, and has one more
// article, with an image.
const (
	tampered = "zhongping"
	sharedIn = "ninghe/banqiao/beizhu" // which shared out an income
	honoured = "longwu/longyuzhuang"
)

// wholes are these sites.
var wholes = map[string]func(testing.TB) sitetest.Tree{tampered: alone(tampered, cut), sharedIn: alone(sharedIn, only), honoured: alone(honoured, only)}

// part is a copy of one of them.
func part(t *testing.T, place string) sitetest.Tree {
	files := maps.Clone(wholes[place](t))
	files.Sum()
	return files
}

func alone(place string, from func(tb testing.TB, place string) string) func(testing.TB) sitetest.Tree {
	return sitetest.Once(func(tb testing.TB) sitetest.Tree { return sitetest.Build(tb, site.Options{Source: from(tb, place)}) })
}

// kept are the households that stay: a dozen, and who is named in a notice.
var (
	kept     = regexp.MustCompile(`^(00\d|01[0-2]|D0[1-3])$`)
	objected = regexp.MustCompile(`(?m)^household = "(.*)"`)
)

// cut copies of the sample what is of one village, and leaves few households there.
func cut(tb testing.TB, place string) string {
	tb.Helper()
	dir := only(tb, place)
	folder := filepath.Join(dir, "data", place)
	seals, err := os.ReadFile(filepath.Join(folder, "seals.csv"))
	sitetest.Must(tb, err)
	named := map[string]bool{}
	notices, err := filepath.Glob(filepath.Join(folder, "notices", "*.toml"))
	sitetest.Must(tb, err)
	for _, name := range append(notices, filepath.Join(folder, "place.toml")) {
		text, err := os.ReadFile(name)
		sitetest.Must(tb, err)
		for _, m := range objected.FindAllStringSubmatch(string(text), -1) {
			named[m[1]] = true
		}
	}
	sitetest.Unseal(tb, dir)
	sitetest.Must(tb, filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".csv" {
			err = cutTable(name, func(id string) bool { return named[id] || kept.MatchString(id) })
		}
		return err
	}))
	sealAgain(tb, dir, seals)
	sitetest.WriteFile(tb, dir, "content/articles/seen.md", "+++\ntitle = \"说明\"\n+++\n先看公示。\n\n![示例](seen.webp)\n")
	sitetest.WriteFile(tb, dir, "content/articles/seen.webp", "RIFF\x04\x00\x00\x00WEBP")
	return dir
}

// only copies of the sample what is of one village, without the handbook, of which no test is.
func only(tb testing.TB, place string) string {
	tb.Helper()
	dir := sitetest.CopySample(tb, sitetest.Same)
	sitetest.Must(tb, os.RemoveAll(filepath.Join(dir, "content", "help")))
	steps := strings.Split(place, "/")
	for i, step := range steps {
		for _, root := range []string{"data", "content"} {
			folder := filepath.Join(append([]string{dir, root}, steps[:i]...)...)
			entries, _ := os.ReadDir(folder) // content has no folder for most places
			for _, entry := range entries {
				above := root == "content" && i > 0 // articles there lead to other villages
				if entry.Name() != step && (above || entry.IsDir() && entry.Name() != "scheme") {
					sitetest.Must(tb, os.RemoveAll(filepath.Join(folder, entry.Name())))
				}
			}
		}
	}
	return dir
}

// cutTable leaves of a table the rows of some households.
func cutTable(name string, keeps func(id string) bool) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	rows, err := csv.NewReader(bytes.NewReader(sitetest.Plain(name, text))).ReadAll()
	if err != nil || len(rows) == 0 {
		return err
	}
	if column := slices.Index(rows[0], "户号"); column >= 0 {
		rows = append(rows[:1], slices.DeleteFunc(rows[1:], func(row []string) bool { return !keeps(row[column]) })...)
	}
	return os.WriteFile(name, []byte(scan.Lines(rows, ",", "\n")), 0o644)
}

// sealAgain seals a site on the days on which it was sealed.
func sealAgain(tb testing.TB, dir string, seals []byte) {
	tb.Helper()
	days := map[string]bool{}
	for _, seal := range sitetest.Columns(tb, "seals", seals) {
		days[seal["日期"]] = true
	}
	for _, day := range slices.Sorted(maps.Keys(days)) {
		var out, errs bytes.Buffer
		if code := run([]string{"seal", "--source", dir, "--date", day}, &out, &errs); code != 0 {
			tb.Fatalf("seal on %s: %s%s", day, out.String(), errs.String())
		}
	}
}
