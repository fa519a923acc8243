package site_test

import (
	"path"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

// Every figure that a page of the sample shows is the very text of its cell of the open
// data: data-figure="<file>/<户号>/<column>", the file being that of a period, of a
// year's distribution, or for balance that of the balances.
func TestEveryFigureIsInTheOpenData(t *testing.T) {
	files := sitetest.Sample(t)
	data := make(map[string]map[string]map[string]string)
	seen := make(map[string]int)
	for name, doc := range sitetest.SamplePages(t) {
		for n := range doc.Descendants() {
			key, ok := sitetest.Attr(n, "data-figure")
			if !ok {
				continue
			}
			parts := strings.Split(key, "/")
			if len(parts) != 3 {
				t.Errorf("%s: data-figure %q", name, key)
				continue
			}
			file := fileOf(files, name, parts[0])
			if data[file] == nil && file != "" {
				data[file] = sitetest.Columns(t, file, files[file])
			}
			if cell := data[file][parts[1]][parts[2]]; cell != sitetest.Text(n) {
				t.Errorf("%s: %s shows %q, %s has %q", name, key, sitetest.Text(n), file, cell)
			}
			kind, _, _ := strings.Cut(parts[0], "-")
			seen[kind]++
		}
	}
	for _, kind := range []string{"2022", "2023", "balance", "distribution"} {
		if seen[kind] < 100 {
			t.Errorf("only %d figures of %s", seen[kind], kind)
		}
	}
}

// fileOf is the data file of a figure on a page, of the nearest place up the tree.
func fileOf(files sitetest.Tree, page, period string) string {
	if period == "balance" {
		period = "balances"
	}
	for dir := path.Dir(page); dir != "."; dir = path.Dir(dir) {
		if file := dir + "/data/" + period + ".csv"; files[file] != nil {
			return file
		}
	}
	return ""
}
