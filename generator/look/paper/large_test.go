package paper

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// The notice of 3,000 households prints each of them once.
func TestLargeVillageOnPaper(t *testing.T) {
	tab := look.Browser(t)
	source := t.TempDir()
	sitetest.LargeVillage(t, source, 3000, 11)
	const notice = "big/notices/2023-12.html"
	files := sitetest.Part(t, site.Options{Source: source}, func(path string) bool { return path == notice })
	sheets := onPaper(t, tab, filepath.Join(files.Folder(t), notice), "A3")
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
