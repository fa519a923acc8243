package paper

import (
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// The clerk's month is one sheet, to be put up beside the computer; the form of the impact assessment is
// two, which go on the two sides of one; each sheet is whole.
func TestHandbookOnPaper(t *testing.T) {
	tab, files := look.Browser(t), sample(t)
	dir := t.TempDir()
	for name, content := range files {
		if strings.HasPrefix(name, "help/") || !strings.Contains(name, "/") {
			sitetest.WriteFile(t, dir, name, string(content))
		}
	}
	for _, form := range []struct {
		page, end string
		sheets    int
	}{
		{"month.html", "程序说不明白的", 1},
		{"privacy-form.html", "下次评估", 2},
	} {
		sheets := onPaper(t, tab, filepath.Join(dir, "help", form.page), "A4")
		if len(sheets) != form.sheets || !strings.Contains(sheets[form.sheets-1].text, form.end) {
			t.Errorf("%s: %d sheets, and %q must be on the last of %d", form.page, len(sheets), form.end, form.sheets)
		}
	}
}
