package gongshi

import (
	"io/fs"
	"path"
	"testing"
)

// A site's folder content/ takes articles and pictures alone; whatever else the handbook
// held would be copied into every new site.
func TestHandbookIsArticlesAndPictures(t *testing.T) {
	articles := 0
	err := fs.WalkDir(Handbook(), "content/help", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch path.Ext(name) {
		case ".md":
			articles++
		case ".png", ".jpg", ".svg", ".webp":
		default:
			t.Errorf("%s is neither an article nor a picture", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if articles == 0 {
		t.Error("no article of the handbook is embedded")
	}
}
