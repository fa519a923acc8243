package convert

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"gongshi/generator/convert/booktest"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// zipped is an archive of parts, each with its text.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// plainBook is a workbook of one sheet, as XML.
func plainBook(t testing.TB, sheet string) []byte {
	return zipped(t,
		"[Content_Types].xml", "<Types/>",
		"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="评分" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", sheet)
}

// What a file is, is told by its bytes; each kind that cannot be read has words of its own.
func TestFilesRefused(t *testing.T) {
	whole := written(t, func(f *excelize.File) { set(t, f, "Sheet1", "A1", "户号") })
	locked := func() []byte {
		f := excelize.NewFile()
		defer f.Close()
		var b bytes.Buffer
		if err := f.Write(&b, excelize.Options{Password: "示例"}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"xls":         {booktest.Old("Root Entry", "Workbook"), "旧格式的 Excel 表格"},
		"xls of 95":   {booktest.Old("Root Entry", "Book"), "旧格式的 Excel 表格"},
		"password":    {booktest.Old("Root Entry", "EncryptionInfo", "EncryptedPackage"), "有打开密码"},
		"locked":      {locked(), "有打开密码"},
		"doc":         {booktest.Old("Root Entry", "WordDocument"), "文字文档"},
		"msi":         {booktest.Old("Root Entry", "Property"), "不是表格文件"},
		"ods":         {zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"), "ODS"},
		"numbers":     {zipped(t, "Index/Document.iwa", "x"), "Numbers"},
		"xlsb":        {zipped(t, "[Content_Types].xml", "<x/>", "xl/workbook.bin", "x"), "xlsb"},
		"docx":        {zipped(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<x/>"), "文字文档"},
		"zip":         {zipped(t, "评分.xlsx", "x"), "压缩包"},
		"rar":         {[]byte("Rar!\x1a\x07\x00"), "压缩包"},
		"picture":     {[]byte("\x89PNG\r\n\x1a\n"), "图片"},
		"photo":       {[]byte("\xff\xd8\xff\xe0"), "图片"},
		"empty":       {nil, "是空的"},
		"cut off":     {whole[:len(whole)-200], "损坏"},
		"no sheet":    {plainBookWithout(t), "损坏"},
		"bad XML":     {plainBook(t, "<worksheet><sheetData><row></sheetData>"), "损坏"},
		"UTF-16":      {[]byte("h\x00i\x00"), "UTF-16"},
		"big":         {make([]byte, mostBytes+1), "太大"},
		"cells":       {plainBook(t, "<worksheet><sheetData><row>"+strings.Repeat("<c><v>1</v></c>", mostColumns+1)+"</row></sheetData></worksheet>"), "损坏"},
		"row number":  {plainBook(t, `<worksheet><sheetData><row r="1048577"><c><v>1</v></c></row></sheetData></worksheet>`), "太大"},
		"many sheets": {manySheets(t), "太大"},
	} {
		book, list := Read("a.xlsx", c.data)
		if book != nil || len(list) != 1 || !strings.Contains(list[0].Message, c.want) || list[0].Hint == "" {
			t.Errorf("%s: %v, want %s", name, list, c.want)
		}
	}
}

func plainBookWithout(t testing.TB) []byte {
	return zipped(t, "[Content_Types].xml", "<Types/>", "xl/workbook.xml", `<workbook><sheets><sheet name="评分" sheetId="1"/></sheets></workbook>`)
}

func manySheets(t testing.TB) []byte {
	return zipped(t, "[Content_Types].xml", "<Types/>",
		"xl/workbook.xml", "<workbook><sheets>"+strings.Repeat(`<sheet name="a"/>`, mostSheets+1)+"</sheets></workbook>")
}

// Parts are unpacked, and cells kept, up to a limit.
func TestLimits(t *testing.T) {
	data := plainBook(t, "<worksheet><sheetData><row>"+strings.Repeat("<c><v>1234567890</v></c>", 100)+"</row></sheetData></worksheet>")
	for name, limit := range map[string]func(a *archive){
		"none": func(a *archive) {}, "bytes": func(a *archive) { a.left = 2000 }, "cells": func(a *archive) { a.cells = 50 }, "text": func(a *archive) { a.text = 500 },
	} {
		a, bad := openArchive(data)
		if bad != nil {
			t.Fatal(bad)
		}
		limit(a)
		if _, bad := a.workbook(); (bad == nil) != (name == "none") || bad != nil && bad != tooBig {
			t.Errorf("%s: %v", name, bad)
		}
	}
}

// A small file with a cell in the last corner, or with ranges over all rows, takes neither
// memory nor time.
func TestHostile(t *testing.T) {
	start := time.Now()
	var s strings.Builder
	s.WriteString(`<worksheet><cols>` + strings.Repeat(`<col min="1" max="16384" hidden="1"/>`, 10_000) + `</cols><sheetData>`)
	for i := 1; i <= 3000; i++ {
		fmt.Fprintf(&s, `<row r="%d"><c t="inlineStr"><is><t>户号</t></is></c><c r="XFD%[1]d"><v>1</v></c></row>`, i*300)
	}
	s.WriteString(`</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 10_000) + `</mergeCells></worksheet>`)
	book, list := Read("a.xlsx", plainBook(t, s.String()))
	if book == nil {
		t.Fatal(list)
	}
	Tables(book, scopeOf(t, "2023-01"))
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

// Names of parts as other programs write them, and what the standard leaves open.
func TestOtherWriters(t *testing.T) {
	sheet := `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>户号</x:t></x:is></x:c><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`
	data := zipped(t,
		"_rels/.rels", `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/Workbook.xml"/></Relationships>`,
		"[Content_Types].xml", "<Types/>",
		"Workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="评分" sheetId="1" r:id="b"/></sheets></workbook>`,
		`_rels\Workbook.xml.rels`, `<Relationships><Relationship Id="b" Type="x/worksheet" Target="/Sheet.xml"/></Relationships>`,
		"sheet.xml", sheet)
	book, list := Read("a.xlsx", data)
	if book == nil || len(book.Sheets) != 1 || book.Sheets[0].Rows[0].text(1) != "户号" || book.Sheets[0].Rows[0].text(2) != "5" {
		t.Errorf("%+v %v", book, list)
	}
}

// FuzzRead: whatever the bytes are, there is a workbook or a message with what to do, and its rows and
// cells are in order.
func FuzzRead(f *testing.F) {
	f.Add(plainBook(f, `<worksheet><sheetData><row r="2" hidden="1"><c r="B2" t="s"><v>0</v></c><c r="C2" s="1"><f>A1</f><v>0.1</v></c></row></sheetData></worksheet>`))
	f.Add(booktest.Old("Workbook"))
	f.Add([]byte("户号,庭院\n001,12\n"))
	f.Add([]byte("<html><table><tr><td colspan=2>2023年1月<tr><td rowspan=2>户号<td>庭院<tr style=\"display:none\"><td>9</table>"))
	scope := scopeOf(f, "2023-01")
	f.Fuzz(func(t *testing.T, data []byte) {
		check(t, data, scope)
	})
}

// FuzzSheet is FuzzRead of what is within a sheet, which bytes in an archive hardly reach.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="2" hidden="1"><c r="B2" t="inlineStr"><is><t>户号</t></is></c><c r="C2"><f>A1</f></c></row>`)
	f.Add(`<row><c t="str"><v>户号</v></c><c t="str"><v>庭院</v></c></row><row/><row r="9"><c><v>1</v></c><c t="e"><v>#REF!</v></c></row>`)
	scope := scopeOf(f, "2023-01")
	f.Fuzz(func(t *testing.T, rows string) {
		check(t, plainBook(t, "<worksheet><sheetData>"+rows+"</sheetData></worksheet>"), scope)
	})
}

func check(t *testing.T, data []byte, scope Scope) {
	book, list := Read("a.xlsx", data)
	if book == nil {
		if len(list) == 0 || list[0].Message == "" || list[0].Hint == "" {
			t.Fatalf("%v", list)
		}
		return
	}
	for _, s := range book.Sheets {
		last := 0
		for _, r := range s.Rows {
			if r.Number <= last || len(r.Cells) == 0 {
				t.Fatalf("row %d after %d, %d cells", r.Number, last, len(r.Cells))
			}
			last = r.Number
			column := 0
			for _, c := range r.Cells {
				if c.Column <= column {
					t.Fatalf("row %d: column %d after %d", r.Number, c.Column, column)
				}
				column = c.Column
			}
		}
	}
	tables, more := Tables(book, scope)
	if len(tables) == 0 && !more.HasErrors() {
		t.Fatal("neither a table nor an error")
	}
}

// A CSV file is read in whatever encoding it is.
func TestEncodings(t *testing.T) {
	text := "户号,庭院\r\n001,12\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"UTF-8": text, "BOM": "\ufeff" + text, "GB18030": gb, "UTF-16": wide} {
		book, list := Read("a.csv", []byte(data))
		if book == nil || len(book.Sheets[0].Rows) != 2 || book.Sheets[0].Rows[0].text(2) != "庭院" || book.Sheets[0].Rows[1].text(1) != "001" {
			t.Errorf("%s: %+v %v", name, book, list)
		}
	}
}
