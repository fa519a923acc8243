package site

import (
	"bytes"
	"iter"

	"gongshi/generator/diag"
	"gongshi/generator/page"
	"gongshi/generator/publish"
)

// Show makes one page of what was read without errors, and the theme's files, as a build would publish them; nothing
// is written. No page is nil. If the list has errors, the page would not be published.
func (w Work) Show(opt Options, at string) (content []byte, theme []publish.File, list diag.List, err error) {
	w.Pages = only(w.Pages, at)
	gate := newGate(w.Book, w.History, "public")
	for f, err := range w.Files(opt) {
		if err != nil {
			return nil, nil, nil, err
		}
		if f.Path != at {
			theme = append(theme, f)
			continue
		}
		content, list = bytes.Clone(f.Content), gate.search(f)
	}
	return content, theme, list, nil
}

// only is the page of one address.
func only(pages iter.Seq[page.Page], at string) iter.Seq[page.Page] {
	return func(yield func(page.Page) bool) {
		for p := range pages {
			if p.At() == at {
				yield(p)
				return
			}
		}
	}
}
