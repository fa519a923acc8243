// Package start makes the files with which something begins: a site, a place, a period's
// sheet and notice, next year's rules, empty tables with their headings.
//
// In: answers, or what the clerk's files have already. Out: files, by their paths below the
// site's folder, for main to write where none is yet. It writes nothing, asks nothing and knows
// no day but the one that it is given. What it proposes (a date, a figure of the rules)
// is for the clerk to judge: a date that publishes something is in force only if it was given.
//
// The files' texts are in templates/, to be read and changed as the clerk reads them.
package start

import (
	"bytes"
	"embed"
	"path"
	"sync"
	"text/template"

	"gongshi/generator/disk"
	"gongshi/generator/write"
)

//go:embed templates
var files embed.FS

// texts are the templates by their names: place.toml, z.toml. q is a value as TOML has it.
var texts = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"q": write.Value}).
		ParseFS(files, "templates/*.toml", "templates/*/*.toml"))
})

// text is a file made of templates, one after the other.
func text(name string, with any, names ...string) disk.File {
	var b bytes.Buffer
	for _, name := range names {
		if err := texts().ExecuteTemplate(&b, name, with); err != nil {
			panic("start: " + err.Error()) // the templates are in the program itself
		}
	}
	return disk.File{Path: name, Content: b.Bytes()}
}

// table is a table of the place at a path.
func table(place, name string, t *write.Table) disk.File {
	return disk.File{Path: path.Join("data", place, name), Content: t.Excel()}
}
