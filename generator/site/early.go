package site

import (
	"bytes"
	"slices"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/page"
	"gongshi/generator/publish"
)

// Early are pages that somebody looks at while the site is built: each is shown as soon as its
// place has been read and found well, before anything is published. It has the bytes that the site
// will have, unless another place has errors; then nothing is published.
type Early struct {
	Wanted func() []string    // their addresses, asked for once for each place; nil for none
	Show   func(publish.File) // is given each once, and again if files change and the build begins anew
}

// ask yields the pages of a place that are wanted early. They pass by [round.early].
func (r *round) ask(pages *page.Maker, p *gazette.Place, yield func(page.Page) bool) bool {
	if k := r.opt.watch; r.opt.Early.Wanted == nil || k == nil || k.next.Shared != k.last.Shared { // what pages load comes last
		return true
	}
	wanted := slices.DeleteFunc(r.opt.Early.Wanted(), func(at string) bool {
		return at != "index.html" && !strings.HasPrefix(at, p.Path+"/") // the first page of a village alone
	})
	if len(wanted) == 0 {
		return true
	}
	return pages.First(p, wanted, func(m page.Page) bool { r.asked[m.At()] = true; return yield(m) })
}

// early shows a page that was asked for, and reports whether it is one: it comes again among the
// others. One in which there is personal data is not shown, nor one that is as it was.
func (r *round) early(f publish.File) bool {
	if !r.asked[f.Path] {
		return false
	}
	delete(r.asked, f.Path)
	if !f.Kept && len(r.gate.found(f)) == 0 {
		r.opt.Early.Show(publish.File{Path: f.Path, Content: bytes.Clone(f.Content)})
	}
	return true
}
