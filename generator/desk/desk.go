// Package desk is where the clerk does the month's work in a browser: it answers requests below /desk/, which
// serve passes on to it from wherever it puts the desk (so pages name each other by relative addresses), shows pages
// in Chinese, and changes files below data/ as a careful hand does.
//
// The files stay the truth: every page is made of them as they are now, and what is saved goes through operations
// on lines ([edit]), is checked by the pipeline as it would be, and is written whole or not at all. Every save names
// the digest of what it was based on: a file that changed meanwhile is left alone. Nothing outside data/ is
// written, and nothing of the desk gets into the built site: the draft that a form shows is made for one answer, and
// kept nowhere.
//
// Requests, between the pages' scripts and this package:
//
//	GET  /desk/                                  the home of the desk
//	GET  /desk/scores?place=PATH&period=CODE     the sheet of a period, as a grid to type in
//	POST /desk/api/check   {place, period, digest, cells: [{household, item, value}]}
//	     200 {problems, totals: {household: points}}: what the check would report; nothing is written
//	POST /desk/api/save    the same, with words (what the clerk sees, for git) and commit (true: to git as well)
//	     200 {digest, changes: ["001 庭院：14 → 15"], problems, commit}
//	     409 {digest, theirs: [{household, item, yours, theirs, was}]}: the file is another one by now, and nothing is
//	     written; theirs are the cells that it has otherwise, with what the page has there (was, where it was not typed)
//	POST /desk/api/paste   {place, period, household, item, rows}: a block pasted at a cell of the sheet
//	     200 {cells, words, left}: where each of its cells belongs, if it names households or items (else cells is
//	     null), in words, and what has no place; nothing is written
//	POST /desk/api/undo    {digest}, of a file as a save left it: takes back the last save of this desk, if it was that
//	     200 {file, digest, changes}
//
//	POST /desk/api/backup  {place}
//	     200 {name, content, digest}: the village's pack, in base64, for the browser to keep; the digest is that of
//	     its files
//	POST /desk/api/kept    {place, digest}: the browser has that backup, and it counts
//	     200 {}
//	GET  /desk/draft/ADDRESS, /desk/posted/ADDRESS: a page of a village as the site would have it, with what is not
//	     posted (marked as a draft) or without; no page but this computer's own may frame it
//
// A digest is the SHA-256 of a file's bytes in hexadecimal, empty where there is no file. A request that cannot be
// served is answered with 400, 403, 405 or 413 and {error: words}.
package desk

import (
	"net/http"
	"strings"
	"sync"
	"sync/atomic"

	"gongshi/generator/site"
)

// Options are what a desk needs.
type Options struct {
	Site  site.Options // whose site it is, and as of which day
	Token string       // what every request to write must carry, told to pages alone

	// Commit hands files to git with a message and returns the commit's name; Changed are the files below a folder
	// that git does not have as they are; Stored is how many of a place's files are not committed as they are, and
	// how many commits of them are on this computer alone (-1: git has no other place for them), if git knows. All
	// are nil where there is no git.
	Commit  func(words string, files []string) (string, error)
	Changed func(folder string) ([]string, error)
	Stored  func(place string) (open, unsent int, known bool)
}

// Desk answers the requests below /desk/.
type Desk struct {
	opt  Options
	mux  *http.ServeMux
	lock sync.Mutex // held while files are compared and written

	bases memory // versions of files that pages were made of
	steps []step // the last saves, which can be taken back

	backups   map[string]string // by village, the digest of the files that were last kept as a backup
	noHistory bool              // git is not asked where a backup comes from, either

	theme atomic.Pointer[map[string][]byte] // what the page of the site that was last shown may load, by name
}

// New returns the desk of a site.
func New(opt Options) *Desk {
	d := &Desk{mux: http.NewServeMux(), backups: map[string]string{}, noHistory: opt.Site.NoHistory}
	opt.Site.NoHistory, opt.Site.Apart, opt.Site.Figures = true, true, true
	d.opt = opt
	d.mux.HandleFunc("GET /desk/scores", d.scores)
	d.mux.HandleFunc("POST /desk/api/check", api(d.check))
	d.mux.HandleFunc("POST /desk/api/save", api(d.save))
	d.mux.HandleFunc("POST /desk/api/undo", api(d.undo))
	d.mux.HandleFunc("POST /desk/api/backup", api(d.backup))
	d.mux.HandleFunc("POST /desk/api/kept", api(d.kept))
	d.mux.HandleFunc("GET /desk/draft/{path...}", d.sitePage(true))
	d.mux.HandleFunc("GET /desk/posted/{path...}", d.sitePage(false))
	d.mux.HandleFunc("POST /desk/api/paste", api(d.paste))
	d.assets()
	return d
}

// ServeHTTP answers one request, after it was seen to come from a page of the desk, or from a person who opens one.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Cache-Control", "no-store")
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("Cross-Origin-Resource-Policy", "same-origin")
	head.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	switch {
	case r.Method == http.MethodPost:
		if !d.admits(w, r) {
			return
		}
	case r.Method != http.MethodGet && r.Method != http.MethodHead, strings.HasPrefix(r.URL.Path, "/desk/api/"):
		head.Set("Allow", "GET, HEAD")
		refuse(w, http.StatusMethodNotAllowed, "这里不能这样请求。")
		return
	}
	d.mux.ServeHTTP(w, r)
}
