package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// twoMonths writes a village of 3,000 households with November and December.
func twoMonths(t *testing.T, source string) {
	t.Helper()
	largeVillage(t, source, 3000)
	for m := 1; m <= 10; m++ {
		for _, file := range []string{"notices/2023-%02d.toml", "scores/2023-%02d.csv", "events/2023-%02d.csv"} {
			must(t, os.Remove(filepath.Join(source, "data/big", fmt.Sprintf(file, m))))
		}
	}
}

// builtLarge is the site of such a village, made once for all tests.
func builtLarge(t *testing.T) tree {
	t.Helper()
	once.Do(func() {
		source := t.TempDir()
		twoMonths(t, source)
		large, largeErr = build(source, t.TempDir())
	})
	must(t, largeErr)
	return large
}

var (
	once     sync.Once
	large    tree
	largeErr error
)

// The pages of a village of 3,000 households pass as those of a small one do. A table of so many
// rows is looked at as a whole for contrast, targets and what is cut, and by axe with some rows: its
// first ones, and one of each trait.
func TestLargeVillage(t *testing.T) {
	source := npm(t, "axe-core/axe.min.js")
	pool := twoTabs(t)
	files := builtLarge(t)
	dir := files.folder(t)
	pool.visit(t, "looks", eachKind(t, files), func(t *testing.T, tab context.Context, page string) {
		window(t, tab, 360, 640, "light")
		open(t, tab, filepath.Join(dir, page))
		openFolds(t, tab)
		report(t, "at 360 px", found(t, tab, "layout.js", layout))
		report(t, "light", found(t, tab, "contrast.js", "contrast(7, false)"))
		ask[int](t, tab, someRows)
		loadAxe(t, tab, source)
		checkAxe(t, tab, 360, "light", axeRules)
	})
}

// someRows leaves of each table and list its first 20 rows, and each further one that has an element or a
// class which none before has.
const someRows = `document.querySelectorAll("tbody, ul, ol").forEach(list => {
	const had = new Set();
	[...list.children].forEach((row, i) => {
		const traits = [row, ...row.querySelectorAll("*")].flatMap(e => [e.localName, ...e.classList]);
		if (i >= 20 && traits.every(trait => had.has(trait))) row.remove();
		traits.forEach(trait => had.add(trait));
	});
}), 0`

// The notice of 3,000 households prints each of them once.
func TestLargeVillageOnPaper(t *testing.T) {
	tab := browser(t)
	files := builtLarge(t)
	const notice = "big/notices/2023-12.html"
	small := tree{notice: files[notice]}
	for name, content := range files {
		if strings.HasSuffix(name, ".css") {
			small[name] = content
		}
	}
	sheets := onPaper(t, tab, filepath.Join(small.folder(t), notice), "A3")
	times := make(map[string]int)
	for i, s := range sheets {
		for at, w := range s.words[1:] {
			if strings.HasPrefix(w.text, "示") { // 示例户, the name after the number
				times[s.words[at].text]++
			}
		}
		if want := fmt.Sprintf("第%d页，共%d页", i+1, len(sheets)); !strings.HasSuffix(s.text, want) {
			t.Errorf("sheet %d does not end with %s", i+1, want)
		}
	}
	for h := range 3000 {
		if id := fmt.Sprintf("%04d", h); times[id] != 1 {
			t.Errorf("%s stands %d times on %d sheets", id, times[id], len(sheets))
		}
	}
}
