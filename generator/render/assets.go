package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"gongshi/generator/publish"
)

// assets are the theme's static files under their published names: style.css as
// style.<hash8>.css, so that a changed file has a new address.
type assets struct {
	names map[string]string
	files []publish.File
}

func readAssets(theme fs.FS) (*assets, error) {
	a := &assets{names: make(map[string]string)}
	err := fs.WalkDir(theme, "static", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(theme, file)
		if err != nil {
			return err
		}
		name := strings.TrimPrefix(file, "static/")
		sum, ext := sha256.Sum256(content), path.Ext(name)
		a.names[name] = strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
		a.files = append(a.files, publish.File{Path: a.names[name], Content: content})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("主题的 static：%w", err)
	}
	return a, nil
}

// asset returns the published name of a static file.
func (a *assets) asset(name string) (string, error) {
	hashed, ok := a.names[name]
	if !ok {
		return "", fmt.Errorf("主题没有 static/%s", name)
	}
	return hashed, nil
}

// has reports whether the theme has a static file.
func (a *assets) has(name string) bool { return a.names[name] != "" }
