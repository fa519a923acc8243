package render

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"gongshi/generator/diag"
	"gongshi/themes"
)

// ownTheme is the part of a theme that is in the site's folder, being checked.
type ownTheme struct {
	fs.FS
	folder string // themes/<name>
	list   diag.List
}

// checkTheme reports what cannot be used in a site's own theme; whole is that theme over the
// embedded one.
func checkTheme(own, whole fs.FS, folder, language string) diag.List {
	t := &ownTheme{FS: own, folder: folder}
	t.names()
	t.words(language)
	if !t.list.HasErrors() {
		t.layouts(whole, language)
	}
	return t.list
}

func (t *ownTheme) add(name string, line int, severity diag.Severity, code, message, hint string) {
	t.list.Add(diag.Diagnostic{
		Position: diag.At(t.folder+"/"+name, line, 0), Severity: severity, Code: code, Message: message, Hint: hint,
	})
}

// names reports the files that nothing will ever open.
func (t *ownTheme) names() {
	_ = fs.WalkDir(t, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			t.add(name, 0, diag.Error, "file-error", "读不出来", "看看这个文件的权限")
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && !takesFile(name):
			t.add(name, 0, diag.Note, "unused-file", "主题用不上这个文件",
				"模板放 layouts/，名字照内置的；几页共用的放 layouts/partials/，样式和脚本放 static/，文字放 i18n/")
		}
		return nil
	})
}

// takesFile reports whether a theme has a use for a file of that name.
func takesFile(name string) bool {
	dir, _ := path.Split(name)
	switch dir {
	case "layouts/": // the embedded theme has all of them
		_, err := fs.Stat(themes.Default(), name)
		return err == nil
	case "layouts/partials/":
		return path.Ext(name) == ".html"
	case "i18n/":
		return path.Ext(name) == ".toml"
	}
	return strings.HasPrefix(dir, "static/") || name == "README.md" || name == "LICENSE"
}

// words checks the file of words: it replaces the embedded one as a whole, so it must be
// complete.
func (t *ownTheme) words(language string) {
	name := "i18n/" + language + ".toml"
	if _, err := fs.Stat(t, name); err != nil {
		return // the embedded one is used, or Theme reports that there is none
	}
	own, err := readWords(t, language)
	if at := (toml.ParseError{}); errors.As(err, &at) {
		t.add(name, at.Position.Line, diag.Error, "toml-error", "TOML 写法不对："+at.Message, "文字写成 键 = \"…\"，放在 [组] 下面")
		return
	}
	if err != nil {
		t.add(name, 0, diag.Error, "type-error", err.Error(), "文字写成 键 = \"…\"")
		return
	}
	all, err := readWords(themes.Default(), "zh-CN")
	missing := slices.DeleteFunc(slices.Sorted(maps.Keys(all)), func(key string) bool {
		_, has := own[key]
		return has
	})
	if err == nil && len(missing) > 0 {
		t.add(name, 0, diag.Error, "missing-key",
			fmt.Sprintf("缺 %d 条文字，例如 %s", len(missing), strings.Join(missing[:min(3, len(missing))], "、")),
			"同名的文件整个代替内置的：把内置的 themes/default/i18n/zh-CN.toml 抄来，在上面改")
	}
}

// templateError matches html/template's errors in a file.
var templateError = regexp.MustCompile(`template: ?([^:\s]+):(\d+)(?::\d+)?: (.*)`)

func (t *ownTheme) layouts(whole fs.FS, language string) {
	if !slices.Contains(languages(whole), language) {
		return // Theme reports it
	}
	printer, err := newPrinter(whole, language)
	for i := 0; err == nil && i < len(kinds); i++ {
		_, err = printer.layouts[kinds[i].model]()
	}
	if err == nil {
		return
	}
	name, line, message := "layouts", 0, err.Error()
	if m := templateError.FindStringSubmatch(message); m != nil {
		line, _ = strconv.Atoi(m[2])
		name, message = t.find(m[1]), m[3]
	}
	t.add(name, line, diag.Error, "template-error", "模板写法不对："+message, "和内置的 themes/default/layouts/ 里同名的文件比较")
}

// find returns the path of a template of that name in the site's folder.
func (t *ownTheme) find(base string) string {
	for _, dir := range []string{"layouts/", "layouts/partials/"} {
		if _, err := fs.Stat(t, dir+base); err == nil {
			return dir + base
		}
	}
	return "layouts"
}
