package verify_test

import (
	"bytes"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"testing"

	"gongshi/generator/site"
	"gongshi/generator/sitetest"
	"gongshi/themes"
)

// verify goes by the attributes that the theme manual names: a theme that has none of the
// default one's classes, ids and names is found right.
func TestVerifyNeedsNoClasses(t *testing.T) {
	t.Parallel()
	dir := sitetest.CopySample(t, func(name string, content []byte) []byte {
		if filepath.Base(name) == "config.toml" {
			content = bytes.Replace(content, []byte(`theme = "default"`), []byte(`theme = "bare"`), 1)
		}
		return content
	})
	looks := regexp.MustCompile(` (class|id|aria-[a-z]+)="`)
	renamed := 0
	err := fs.WalkDir(themes.Default(), "layouts", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(themes.Default(), name)
		renamed += len(looks.FindAll(text, -1))
		sitetest.WriteFile(t, dir, path.Join("themes/bare", name), looks.ReplaceAllString(string(text), ` data-my-$1="`))
		return err
	})
	sitetest.Must(t, err)
	files := sitetest.Build(t, site.Options{Source: dir})
	if differs, said := checked(t, held(files)); differs || renamed < 100 {
		t.Errorf("%d attributes renamed, differs: %v\n%s", renamed, differs, lastLines(said, 20))
	}
}
