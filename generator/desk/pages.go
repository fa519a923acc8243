package desk

import (
	"bytes"
	"embed"
	"errors"
	"html/template"
	"net/http"
	"strconv"
	"sync"

	"gongshi/generator/desk/grid"
)

//go:embed pages
var files embed.FS

var pages = sync.OnceValue(func() *template.Template { return template.Must(template.ParseFS(files, "pages/*.html")) })

// assets are the scripts and styles of the desk's pages, and its home.
func (d *Desk) assets() {
	text := func(name string) string {
		content, err := files.ReadFile("pages/" + name)
		if err != nil {
			panic(err) // it is in the program itself
		}
		return string(content)
	}
	for name, content := range map[string]string{
		"desk.css": text("desk.css"), "desk.js": text("desk.js"), "grid.css": grid.Style(), "grid.js": grid.Script(),
	} {
		kind := "text/css; charset=utf-8"
		if name[len(name)-3:] == ".js" {
			kind = "text/javascript; charset=utf-8"
		}
		d.mux.HandleFunc("GET /desk/"+name, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.Write([]byte(content))
		})
	}
	for _, f := range forms {
		d.mux.HandleFunc("GET /desk/"+f.name, d.formPage(f))
		d.mux.HandleFunc("POST /desk/api/"+f.name, api(d.fill(f)))
	}
	d.mux.HandleFunc("GET /desk/{$}", d.home)
	d.mux.HandleFunc("GET /desk/", func(w http.ResponseWriter, r *http.Request) {
		d.say(w, http.StatusNotFound, "没有这一页。")
	})
}

// show answers with a whole page.
func show(w http.ResponseWriter, status int, page []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(page)))
	w.WriteHeader(status)
	w.Write(page)
}

// print answers with a page made of a template.
func (d *Desk) print(w http.ResponseWriter, status int, name string, with any) {
	var page bytes.Buffer
	if err := pages().ExecuteTemplate(&page, name, with); err != nil {
		panic(err) // the templates and what they show are the program's own
	}
	show(w, status, page.Bytes())
}

// say answers with a page that has one text.
func (d *Desk) say(w http.ResponseWriter, status int, text string) {
	d.print(w, status, "said.html", text)
}

// excuse answers with a page that tells why another cannot be shown.
func (d *Desk) excuse(w http.ResponseWriter, err error) {
	var no *refusal
	if errors.As(err, &no) {
		if said, ok := no.with.(map[string]string); ok {
			d.say(w, no.status, said["error"])
			return
		}
	}
	d.say(w, http.StatusInternalServerError, words(err))
}
