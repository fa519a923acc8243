// Package formtest is what tests of exported workbooks share: a site to export from, and its periods.
package formtest

import (
	"io/fs"
	"maps"
	"slices"
	"testing"

	"gongshi/generator/convert"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/sitetest"
	"gongshi/generator/source"
)

// Site is a site as package convert knows it, with the readings of package source.
func Site(tb testing.TB, files fs.FS) *convert.Site {
	tb.Helper()
	book, list, err := source.Read(files, "")
	sitetest.Must(tb, err)
	if list.HasErrors() {
		tb.Fatal(sitetest.Told(list))
	}
	return &convert.Site{
		Files: files, Book: book, Same: source.Same, Date: source.Date, Key: source.Key,
		Table: func(name string, data []byte) (*ledger.Table, diag.List) { return source.Table(name, data, book) },
	}
}

// Filled are the periods of which a place has anything that is exported.
func Filled(p *ledger.Place) []ledger.Period {
	found := map[ledger.Period]bool{}
	for period := range p.Sheets {
		found[period] = true
	}
	for period := range p.Notices {
		found[period] = true
	}
	for _, e := range p.Events {
		found[ledger.PeriodOf(ledger.Month, e.Date)] = true
	}
	if len(p.Tasks) > 0 {
		found[ledger.Period{Cycle: ledger.Year, Year: 2023}] = true
	}
	return slices.SortedFunc(maps.Keys(found), ledger.Period.Compare)
}
