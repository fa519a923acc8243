package convert

import (
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A sheet of marks of 3,000 households and 20 columns.
func BenchmarkRead(b *testing.B) {
	data := written(b, func(f *excelize.File) {
		heads := []any{"户号", "户主", "庭院", "厨房"}
		for i := len(heads); i < 20; i++ {
			heads = append(heads, fmt.Sprintf("项目%d", i))
		}
		set(b, f, "Sheet1", "A1", heads...)
		for i := range 3000 {
			row := []any{fmt.Sprintf("%03d", i), "示例", 12, 9.5}
			for len(row) < 20 {
				row = append(row, 0.1)
			}
			set(b, f, "Sheet1", fmt.Sprintf("A%d", i+2), row...)
		}
	})
	scope := scopeOf(b, "2023-01")
	b.ReportAllocs()
	for b.Loop() {
		book, _ := Read("a.xlsx", data)
		Tables(book, scope)
	}
}
