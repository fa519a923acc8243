package render

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"io/fs"
	"iter"

	"gongshi/generator/broadcast"
	"gongshi/generator/gazette"
	"gongshi/generator/news"
	"gongshi/generator/opendata"
	"gongshi/generator/page"
	"gongshi/generator/press"
	"gongshi/generator/publish"
)

// Helper is asked by several at a time; each of its functions may be nil.
type Helper struct {
	// Same reports whether the document at a path was published as it was printed from a model of
	// the same sum, by the same program, with the same theme and language. It is not printed then.
	Same func(path string, model Sum) bool
	// Look is called with each page as soon as it is printed.
	Look func(publish.File)
	// Bare leaves out the theme's static files.
	Bare bool
}

// Site renders pages one at a time, after the theme's static files. A file's content is valid
// until the next one is asked for. An error ends the sequence: the theme cannot be read, it does
// not have the language, or a template does not fit its page.
func Site(pages iter.Seq[page.Page], theme fs.FS, language string) iter.Seq2[publish.File, error] {
	return SiteWith(Helper{}, pages, theme, language)
}

// SiteWith is Site with a helper.
func SiteWith(by Helper, pages iter.Seq[page.Page], theme fs.FS, language string) iter.Seq2[publish.File, error] {
	return func(yield func(publish.File, error) bool) {
		printer, err := newPrinter(theme, language)
		if err != nil {
			yield(publish.File{}, err)
			return
		}
		for _, f := range printer.assets.files {
			if !by.Bare && !yield(f, nil) {
				return
			}
		}
		printer.ahead(pages, by, yield)
	}
}

// printer prints pages with one theme in one language.
type printer struct {
	words   words
	assets  *assets
	layouts layouts
}

func newPrinter(theme fs.FS, language string) (*printer, error) {
	w, err := readWords(theme, language)
	if err != nil {
		return nil, err
	}
	a, err := readAssets(theme)
	if err != nil {
		return nil, err
	}
	l, err := readLayouts(theme, w, a)
	if err != nil {
		return nil, err
	}
	return &printer{words: w, assets: a, layouts: l}, nil
}

// funcs are the functions that templates may call.
func funcs(w words, a *assets) press.Funcs {
	return press.Funcs{
		"t":        press.Words(w.t),
		"date":     press.One(said(w, (*speaker).date)),
		"span":     press.Any(w.span),
		"day":      press.One(said(w, (*speaker).day)),
		"weekday":  press.One(said(w, (*speaker).weekday)),
		"period":   press.One(said(w, (*speaker).period)),
		"tick":     press.One(said(w, (*speaker).tick)),
		"say":      press.One(said(w, (*speaker).say)),
		"spoken":   press.One(said(w, (*speaker).spoken)),
		"label":    press.One(said(w, (*speaker).label)),
		"svg":      press.One(w.svg),
		"caption":  press.One(said(w, (*speaker).caption)),
		"remark":   press.One(said(w, (*speaker).remark)),
		"finding":  press.One(said(w, (*speaker).finding)),
		"option":   press.Any(w.option),
		"asset":    press.One(a.asset),
		"has":      press.Any(a.has),
		"cells":    press.Many(cells),
		"row":      press.One(row),
		"qr":       press.Any(qrCode),
		"markdown": press.Any(func(src string) template.HTML { html, _, _ := Markdown(src); return html }),
	}
}

// print renders a page into the buffer.
func (p *printer) print(buffer *bytes.Buffer, m page.Page) ([]byte, error) {
	var err error
	s := speaker{words: p.words}
	switch m := m.(type) {
	case page.HTML:
		err = p.layouts.execute(buffer, m)
	case *gazette.File:
		err = m.CSV(buffer)
	case *gazette.Document:
		err = m.Write(buffer)
	case *opendata.JSONFile:
		err = gazette.JSON(buffer, m.Value)
	case *opendata.Package:
		err = s.dataPackage(buffer, m)
	case *broadcast.Text:
		s.textFile(buffer, m)
	case *news.Feed:
		err = s.feed(buffer, m)
	case *news.Calendar:
		s.calendar(buffer, m)
	case *page.SearchList:
		s.searchList(buffer, m)
	case *page.SealScript:
		err = sealScript(buffer, m)
	case *page.SiteMap:
		err = writeSiteMap(buffer, m)
	case *page.Image:
		return m.Content, nil
	default:
		err = fmt.Errorf("没有写法：%T", m)
	}
	if err = cmp.Or(s.err, err); err != nil {
		return nil, fmt.Errorf("网页 %s：%w", m.At(), err)
	}
	return buffer.Bytes(), nil
}
