package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"iter"

	"gongshi/generator/gazette"
	"gongshi/generator/page"
	"gongshi/generator/publish"
)

// Site renders pages one at a time, after the theme's static files. A file's content is
// good until the next one is asked for. The error ends the sequence: the theme cannot be
// read, the language is not one of its own, or a template does not fit its page.
func Site(pages iter.Seq[page.Page], theme fs.FS, language string) iter.Seq2[publish.File, error] {
	return func(yield func(publish.File, error) bool) {
		press, err := newPress(theme, language)
		if err != nil {
			yield(publish.File{}, err)
			return
		}
		for _, f := range press.assets.files {
			if !yield(f, nil) {
				return
			}
		}
		press.ahead(pages, yield)
	}
}

// press prints pages with one theme in one language.
type press struct {
	words   words
	assets  *assets
	layouts layouts
}

func newPress(theme fs.FS, language string) (*press, error) {
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
	return &press{words: w, assets: a, layouts: l}, nil
}

// funcs are what templates may call.
func funcs(w words, a *assets) template.FuncMap {
	return template.FuncMap{
		"t":        w.t,
		"date":     w.date,
		"day":      w.day,
		"weekday":  w.weekday,
		"period":   w.period,
		"say":      w.say,
		"label":    w.label,
		"svg":      w.svg,
		"caption":  w.caption,
		"remark":   w.remark,
		"option":   w.option,
		"asset":    a.asset,
		"has":      a.has,
		"cells":    cells,
		"row":      row,
		"qr":       qrCode,
		"markdown": func(src string) template.HTML { html, _ := Markdown(src); return html },
	}
}

// print renders a page into the buffer.
func (p *press) print(buffer *bytes.Buffer, m page.Page) ([]byte, error) {
	var err error
	switch m := m.(type) {
	case page.HTML:
		err = p.layouts.execute(buffer, m)
	case *gazette.File:
		err = m.CSV(buffer)
	case *page.JSONFile:
		err = JSON(buffer, m.Value)
	case *page.DataPackage:
		err = p.words.dataPackage(buffer, m)
	case *page.TextFile:
		buffer.WriteString(m.Text)
	case *page.Feed:
		err = p.words.Atom(buffer, m)
	case *page.Calendar:
		err = p.words.ICS(buffer, m)
	case *page.SearchList:
		err = p.words.searchList(buffer, m)
	case *page.Robots:
		err = writeRobots(buffer, m)
	case *page.SiteMap:
		err = writeSiteMap(buffer, m)
	case *page.Image:
		return m.Content, nil
	default:
		err = fmt.Errorf("没有写法：%T", m)
	}
	if err != nil {
		return nil, fmt.Errorf("网页 %s：%w", m.At(), err)
	}
	return buffer.Bytes(), nil
}
