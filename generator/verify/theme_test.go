package verify_test

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gongshi/generator/render"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
	"gongshi/generator/verify"
	"gongshi/themes"
)

// verify goes by no class or id: a theme that has none of the default one's is found right, and
// its pages are made again where it is at hand.
func TestVerifyNeedsNoClasses(t *testing.T) {
	t.Parallel()
	dir := only(t, sharedIn)
	config, err := os.ReadFile(filepath.Join(dir, "config.toml"))
	sitetest.Must(t, err)
	sitetest.WriteFile(t, dir, "config.toml", strings.Replace(string(config), `theme = "default"`, `theme = "bare"`, 1))
	looks := regexp.MustCompile(` (class|id|aria-[a-z]+)="`)
	renamed := 0
	err = fs.WalkDir(themes.Default(), "layouts", func(name string, d fs.DirEntry, err error) error {
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
	for _, theme := range []string{"", filepath.Join(dir, "themes", "bare")} {
		report, err := verify.Site(held(files), verify.Options{Theme: render.ThemeIn(theme)})
		sitetest.Must(t, err)
		if len(report.Differences) > 0 || made(report) != (theme != "") || renamed < 100 {
			t.Errorf("%d attributes renamed, theme %q: %v", renamed, theme, report)
		}
	}
}
