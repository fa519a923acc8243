package oracle

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing/fstest"

	"gongshi/generator/ledger"
	"gongshi/generator/write"
)

// write is a Book as the files of a site.
func (m *maker) write(book *ledger.Book) fstest.MapFS {
	site := fstest.MapFS{}
	put := func(path, text string) { site[path] = &fstest.MapFile{Data: []byte(text), Mode: 0o644} }
	for name, text := range write.Texts(book) {
		put(name, strings.ReplaceAll(text, "[[objection]]\n", "[[objection]]\ntext = \"不公开\"\n"))
	}
	for _, p := range book.Places {
		files := m.between(1, 3) // over which the events are spread
		for i, e := range p.Events {
			e.File = fmt.Sprintf("part-%d.csv", i%files)
		}
		tables := write.Tables(p)
		for _, name := range slices.Sorted(maps.Keys(tables)) {
			sheet := strings.HasPrefix(name, "scores/") || strings.HasPrefix(name, "declared/")
			put("data/"+p.Path+"/"+name, m.csv(tables[name], sheet && !m.strict()))
		}
	}
	return site
}

// strict reports whether any rules ask for every mark.
func (m *maker) strict() bool {
	return slices.ContainsFunc(m.book.Places, func(p *ledger.Place) bool {
		return slices.ContainsFunc(p.Schemes, func(s *ledger.Scheme) bool { return s.Missing == ledger.MissingError })
	})
}
