package status

import (
	"path"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// wrong is the number of errors, by what they are in.
type wrong struct {
	own   map[*ledger.Place]map[ledger.Period]int // files of one period
	place map[*ledger.Place]int                   // other files of a place
	site  int                                     // files of no place
}

// errorsIn counts the errors. One with places in several files counts once in each.
func errorsIn(book *ledger.Book, problems diag.List) *wrong {
	w := &wrong{own: map[*ledger.Place]map[ledger.Period]int{}, place: map[*ledger.Place]int{}}
	places := map[string]*ledger.Place{}
	for _, p := range book.Places {
		places["data/"+p.Path] = p
	}
	for _, d := range problems {
		if d.Severity != diag.Error {
			continue
		}
		files := map[string]bool{d.File: true}
		for _, s := range d.Spots {
			files[s.File] = true
		}
		for file := range files {
			w.count(places, file)
		}
	}
	return w
}

func (w *wrong) count(places map[string]*ledger.Place, file string) {
	dir := file
	for places[dir] == nil {
		if dir == "." {
			w.site++
			return
		}
		dir = path.Dir(dir)
	}
	p := places[dir]
	period, ok := periodOfFile(strings.TrimPrefix(file, dir+"/"))
	if !ok {
		w.place[p]++
		return
	}
	if w.own[p] == nil {
		w.own[p] = map[ledger.Period]int{}
	}
	w.own[p][period]++
}

// shared counts the errors on which all periods of a place depend: in its other files, in those
// of the places above, and in the site's.
func (w *wrong) shared(p *ledger.Place) int {
	n := w.site
	for ; p != nil; p = p.Parent {
		n += w.place[p]
	}
	return n
}

// of counts all errors that concern a place.
func (w *wrong) of(p *ledger.Place) int {
	n := w.shared(p)
	for _, own := range w.own[p] {
		n += own
	}
	return n
}

// periodOfFile returns the period of a file in one of the folders with a file for each period.
func periodOfFile(file string) (ledger.Period, bool) {
	folder, name := path.Split(file)
	switch folder {
	case "scores/", "declared/", "notices/":
		return ledger.ParsePeriod(strings.TrimSuffix(name, path.Ext(name)))
	}
	return ledger.Period{}, false
}
