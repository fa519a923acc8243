package office

import (
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongshi/generator/sitetest"
)

// A page is a sheet of an exported workbook as a clerk sees it: the columns by their heads, and the
// first row below them.
type page struct {
	t       *testing.T
	file    *excelize.File
	name    string
	columns map[string]int // from 1
	first   int
}

// openPage finds the heads of a sheet, of which items have a second row with their limits below.
func openPage(t *testing.T, file *excelize.File, name string) *page {
	t.Helper()
	rows, err := file.GetRows(name)
	sitetest.Must(t, err)
	p := &page{t: t, file: file, name: name, columns: map[string]int{}}
	for i, row := range rows {
		if len(row) == 0 || row[0] != "行号" {
			continue
		}
		p.first = i + 2
		for ; p.first <= len(rows) && rows[p.first-1][0] == ""; p.first++ { // heads of items and their limits
		}
		for at := range 40 {
			for n := p.first - 2; n >= i; n-- { // the lowest head that is a word
				if r := rows[n]; at < len(r) && r[at] != "" && r[at] != "满分" && !isNumber(r[at]) {
					p.columns[r[at]] = at + 1
					break
				}
			}
		}
		return p
	}
	t.Fatalf("no heads in %s: %q", name, rows)
	return nil
}

func isNumber(s string) bool { _, err := strconv.ParseFloat(s, 64); return err == nil }

// row is the row that has a text in a column; 0 if there is none.
func (p *page) row(column, text string) int {
	for n := p.first; n < p.first+1000; n++ {
		if p.get(n, column) == text {
			return n
		}
	}
	return 0
}

func (p *page) cell(row int, column string) string {
	p.t.Helper()
	at, known := p.columns[column]
	if !known {
		p.t.Fatalf("no column %s in %s: %v", column, p.name, p.columns)
	}
	cell, err := excelize.CoordinatesToCellName(at, row)
	sitetest.Must(p.t, err)
	return cell
}

func (p *page) get(row int, column string) string {
	p.t.Helper()
	text, err := p.file.GetCellValue(p.name, p.cell(row, column))
	sitetest.Must(p.t, err)
	return text
}

// put types into a cell: numbers as numbers, unless they begin with a zero that has to stay.
func (p *page) put(row int, column, text string) {
	p.t.Helper()
	if isNumber(text) && (len(text) == 1 || !strings.HasPrefix(text, "0")) {
		value, _ := strconv.ParseFloat(text, 64)
		sitetest.Must(p.t, p.file.SetCellFloat(p.name, p.cell(row, column), value, -1, 64))
		return
	}
	sitetest.Must(p.t, p.file.SetCellStr(p.name, p.cell(row, column), text))
}

// add types a row below the others: pairs of a column and a text.
func (p *page) add(key string, pairs ...string) {
	p.t.Helper()
	row := p.row(key, "")
	for i := 0; i < len(pairs); i += 2 {
		p.put(row, pairs[i], pairs[i+1])
	}
}
