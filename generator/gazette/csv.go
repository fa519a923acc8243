package gazette

import (
	"encoding/csv"
	"io"
)

// byteOrderMark tells a spreadsheet that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes the table: UTF-8 with BOM, CRLF, quoted as in RFC 4180, with a header, and without
// any cell that a spreadsheet would run as a formula.
func (f *File) CSV(w io.Writer) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	cells := make([]string, len(f.Columns))
	for i, c := range f.Columns {
		cells[i] = c.Heading()
	}
	if err := out.Write(cells); err != nil {
		return err
	}
	for row := range f.Rows {
		for i, c := range f.Columns {
			cells[i] = c.Cell(row[i])
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
