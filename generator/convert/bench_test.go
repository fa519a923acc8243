package convert_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"gongshi/generator/convert"
	"gongshi/generator/convert/formtest"
	"gongshi/generator/sitetest"
)

// A month's events of 3,000 households without numbers, beside as many that a file has already.
func BenchmarkImportOfEvents(b *testing.B) {
	dir := b.TempDir()
	sitetest.LargeVillage(b, dir, 3000, 11)
	s := formtest.Site(b, os.DirFS(dir))
	var list strings.Builder
	list.WriteString("日期,户号,项目,事由\n")
	for h := range 3000 {
		fmt.Fprintf(&list, "2023-11-%02d,%04d,好人好事,另一件\n", h%27+1, h)
	}
	for b.Loop() {
		book, _ := convert.Read("2023年11月加减分.csv", []byte(list.String()))
		im := s.NewImport()
		im.Take(book, convert.Scope{Place: s.Book.Places[0]})
		if len(im.Changes) == 0 {
			b.Fatal(im.Problems)
		}
	}
}
