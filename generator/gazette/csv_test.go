package gazette

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

func TestCSV(t *testing.T) {
	f := &File{
		Columns: []Column{{Name: "户号", Type: TypeText}, {Name: "=分类", Type: TypeNumber}},
		Rows: slices.Values([][]string{
			{"001", "-5"}, {"-4", "不适用"}, {"=HYPERLINK(\"x\")", "=1"}, {"甲,乙", "1.5"}, {"甲\n乙", ""}, {`甲"乙`, "0"}, {"", ""},
		}),
	}
	var out bytes.Buffer
	if err := f.CSV(&out); err != nil {
		t.Fatal(err)
	}
	want := "\ufeff户号,'=分类\r\n" +
		"001,-5\r\n" +
		"'-4,不适用\r\n" +
		"\"'=HYPERLINK(\"\"x\"\")\",'=1\r\n" +
		"\"甲,乙\",1.5\r\n" +
		"\"甲\r\n乙\",\r\n" +
		"\"甲\"\"乙\",0\r\n" +
		",\r\n"
	if got := out.String(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 8 {
		t.Errorf("read back: %d rows, %v", len(rows), err)
	}
}

// full is a disk that takes so many bytes.
type full int

func (f *full) Write(b []byte) (int, error) {
	if len(b) > int(*f) {
		return 0, errors.New("disk full")
	}
	*f -= full(len(b))
	return len(b), nil
}

func TestCSVError(t *testing.T) {
	for _, test := range []struct {
		size full
		rows int
	}{{0, 1}, {3, 1}, {3, 1000}, {5000, 1000}} {
		if err := table(test.rows, 14).CSV(&test.size); err == nil {
			t.Errorf("%d rows: a full disk was not reported", test.rows)
		}
	}
}

// table is a table of so many rows, half of its columns numbers.
func table(rows, columns int) *File {
	f := &File{Count: rows}
	cells := make([]string, columns)
	for i := range columns {
		kind := TypeText
		if cells[i] = "data/zhongping/甲"; i%2 == 1 {
			kind, cells[i] = TypeNumber, "-12.50"
		}
		f.Columns = append(f.Columns, Column{Name: fmt.Sprint("列", i), Type: kind})
	}
	f.Rows = func(yield func([]string) bool) {
		for range rows {
			if !yield(cells) {
				return
			}
		}
	}
	return f
}

func BenchmarkCSV(b *testing.B) {
	for _, size := range []struct{ rows, columns int }{{3000, 14}, {36000, 16}} {
		b.Run(fmt.Sprint(size.rows), func(b *testing.B) {
			f := table(size.rows, size.columns)
			b.ReportAllocs()
			for b.Loop() {
				if err := f.CSV(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
