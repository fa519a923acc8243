package render

import (
	"bytes"
	"io/fs"
	"reflect"

	"gongshi/generator/page"
)

// BothWays prints pages by html/template and by press.
func BothWays(theme fs.FS, language string) (func(page.HTML) (want, got []byte, err error), error) {
	p, err := newPrinter(theme, language)
	if err != nil {
		return nil, err
	}
	return p.layouts.bothWays, nil
}

func (l layouts) bothWays(m page.HTML) (want, got []byte, err error) {
	layout, err := l[reflect.TypeOf(m)]()
	if err != nil {
		return nil, nil, err
	}
	if got, err = layout.compiled().Append(nil, m); err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	err = layout.template.Execute(&b, m)
	return b.Bytes(), got, err
}
