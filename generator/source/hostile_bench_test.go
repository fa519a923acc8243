package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// BenchmarkHostile reads files that somebody has made to take long: the time of ten times as much should be ten times as long.
func BenchmarkHostile(b *testing.B) {
	for name, text := range map[string]func(n int) string{
		"columns": func(n int) string {
			return "户号,户主" + strings.Repeat(",列", n) + "\n001,甲" + strings.Repeat(",1", n) + "\n"
		},
		"blank columns": func(n int) string {
			return "户号,户主" + strings.Repeat(",", n) + "\n001,甲" + strings.Repeat(",1", n) + "\n"
		},
		"addresses": func(n int) string { return "户号,户主\n001," + strings.Repeat("路1号", n) + "\n" },
		"rows":      func(n int) string { return "户号,户主\n" + strings.Repeat("001,甲\n", n) },
		"quotes":    func(n int) string { return "户号,户主\n" + strings.Repeat("\"甲\n", n) },
	} {
		for _, n := range []int{10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				site := fstest.MapFS{
					"config.toml": {Data: []byte("title = \"村\"\n")}, "data/v/place.toml": {Data: []byte("name = \"村\"\nkind = \"village\"\n")},
					"data/v/households.csv": {Data: []byte(text(n))},
				}
				for b.Loop() {
					book, list, err := Read(site, "")
					if err != nil {
						b.Fatal(err)
					}
					list.Group()
					Cells(site, book, list)
					for _, d := range list {
						_ = d.Text()
					}
				}
			})
		}
	}
}
