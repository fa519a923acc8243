package render

import (
	"html/template"
	"strings"

	"gongshi/generator/figure"
)

// cells returns table cells of published figures. Long tables are most of a site's bytes, and
// html/template takes twenty times as long for a cell. Both parts are escaped here.
func cells(figures ...figure.Figure) (template.HTML, error) {
	size := 0
	for _, f := range figures {
		size += len(`<td data-figure=""></td>`) + len(f.Key) + len(f.Text)
	}
	var b strings.Builder
	b.Grow(size)
	for _, f := range figures {
		if f.Key == "" {
			b.WriteString("<td>")
		} else {
			b.WriteString(`<td data-figure="`)
			b.WriteString(template.HTMLEscapeString(f.Key))
			b.WriteString(`">`)
		}
		b.WriteString(template.HTMLEscapeString(f.Text))
		b.WriteString("</td>")
	}
	return template.HTML(b.String()), nil
}

// row returns the cells of a list.
func row(figures []figure.Figure) (template.HTML, error) { return cells(figures...) }
