package render

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
	"gongshi/themes"
)

// Theme returns the theme that config.toml names: each file is that of the site's folder
// themes/<name>/ if there is one of that name, otherwise the embedded one. An unknown theme or
// language is a problem of config.toml; errors in the site's own files are reported there.
func Theme(site fs.FS, c ledger.Config) (fs.FS, diag.List) {
	theme, list := themes.Default(), diag.List(nil)
	own, err := fs.Sub(site, "themes/"+c.Theme)
	if err == nil {
		_, err = fs.Stat(own, ".")
	}
	switch {
	case err == nil:
		theme = overlay{own, theme}
		list = checkTheme(own, theme, "themes/"+c.Theme, c.Language)
	case c.Theme != "default":
		list.Wrong(c.At("theme"), "constraint-error", "没有“"+c.Theme+"”这个主题：缺文件夹 themes/"+c.Theme, "写 default，或建立这个文件夹")
	}
	if known := languages(theme); !slices.Contains(known, c.Language) {
		list.Wrong(c.At("language"), "constraint-error", "主题里没有“"+c.Language+"”这种语言", "写成 "+strings.Join(known, " 或 "))
	}
	return theme, list
}

// Digest returns the digest of all files of a theme that pages are made from.
func Digest(theme fs.FS) (string, error) {
	sum := sha256.New()
	for _, folder := range []string{"i18n", "layouts", "static"} {
		err := fs.WalkDir(theme, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			content, err := fs.ReadFile(theme, name)
			fmt.Fprintf(sum, "%s\n%d\n", name, len(content))
			sum.Write(content)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// ThemeIn returns the theme in a folder, with missing files taken from the embedded one; "" means
// the embedded one.
func ThemeIn(folder string) fs.FS {
	if folder == "" {
		return themes.Default()
	}
	return overlay{source.Dir(folder), themes.Default()}
}

// StaticCharts returns a note if the theme lacks ECharts, so that no chart is interactive. It is
// shown only at a site's first build: most villages never want it.
func StaticCharts(theme fs.FS) diag.List {
	if _, err := fs.Stat(theme, "static/echarts.min.js"); err == nil {
		return nil
	}
	return diag.List{{
		Position: diag.Position{File: "themes/default/static/echarts.min.js"}, Severity: diag.Note, Code: "static-charts",
		Message: "没有装 ECharts，图表是静态的，数字和走势都看得到", Hint: "不必改；想要能点开的图表，装好 Node 以后运行一次 npm ci --prefix themes",
	}}
}

// overlay is over, with missing files taken from under.
type overlay struct{ over, under fs.FS }

// Open opens the file in over, or else in under.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.under.Open(name)
	}
	return f, err
}

// ReadDir lists the files in either.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.over, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	below, errBelow := fs.ReadDir(o.under, name)
	if errBelow != nil && !errors.Is(errBelow, fs.ErrNotExist) {
		return nil, errBelow
	}
	if err != nil && errBelow != nil {
		return nil, err
	}
	list = append(list, below...) // those of over first
	slices.SortStableFunc(list, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(list, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
