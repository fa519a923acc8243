// Package themes embeds the default theme, so that the program is one file.
//
// In: nothing. Out: the files of default/: layouts/ (templates, which know page models
// only), static/ (copied under hashed names) and i18n/ (words, one file a language).
// What comes from npm is declared in package.json beside default/, since an embed of
// default/ would swallow node_modules; install.js puts ECharts into static/.
package themes

import (
	"embed"
	"io/fs"
)

//go:embed all:default
var files embed.FS

// Default is the default theme.
func Default() fs.FS {
	theme, err := fs.Sub(files, "default")
	if err != nil {
		panic("themes: " + err.Error()) // the folder is embedded above
	}
	return theme
}
