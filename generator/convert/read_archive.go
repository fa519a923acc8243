package convert

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Limits are absolute. A village of 3,000 households with every item has a hundredth of them;
// a ratio of packing would refuse honest files, whose styles pack a hundredfold.
const (
	mostBytes    = 32 << 20  // of the file
	mostUnpacked = 128 << 20 // of all parts that are read, together
	mostParts    = 10_000    // files in the archive
	mostSheets   = 200
	mostRows     = 1 << 20 // the number of a row, which is Excel's own limit
	mostColumns  = 1 << 14 // likewise
	mostCells    = 2_000_000
	mostMerged   = 10_000   // ranges of merged cells in a sheet
	mostText     = 64 << 20 // bytes of text in all cells together
)

// archive is an xlsx file: parts of XML in a zip.
type archive struct {
	parts map[string]*zip.File
	left  int64 // bytes that may still be unpacked
	cells int   // cells that may still be kept
	text  int   // bytes of text that may still be kept
}

func openArchive(data []byte) (*archive, *trouble) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged
	}
	if len(z.File) > mostParts {
		return nil, tooBig
	}
	a := &archive{parts: map[string]*zip.File{}, left: mostUnpacked, cells: mostCells, text: mostText}
	for _, f := range z.File {
		a.parts[partName(f.Name)] = f
	}
	return a, nil
}

// partName is a part's name as it is compared: some programs write \ or begin with /.
func partName(name string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// saveAsWorkbook is how to make a workbook that can be read of one that a spreadsheet can open.
const saveAsWorkbook = "在 Excel 或 WPS 里打开它，文件→另存为→保存类型选“Excel 工作簿（*.xlsx）”，再导入新存的那一份"

var (
	errDamaged = errors.New("damaged")
	errTooBig  = errors.New("too big")
	damaged    = &trouble{"workbook-damaged", "这个表格文件损坏了，打不开", "多半没有拷完，重新拷一份；还不行，就" + saveAsWorkbook}
	tooBig     = &trouble{"workbook-size", "这个表格文件太大，没有读", "只留要导入的那张表：在 Excel 或 WPS 里新建一个工作簿，把那张表复制过去，存成 xlsx 再导入"}
)

// each hands out the tokens of a part, one start of an element at a time; a part that is not there has none.
func (a *archive) each(part string, start func(d *xml.Decoder, e xml.StartElement) error) *trouble {
	f := a.parts[partName(part)]
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return damaged
	}
	defer r.Close()
	d := xml.NewDecoder(&meter{r, &a.left})
	for err == nil {
		var t xml.Token
		if t, err = d.Token(); err == nil {
			if e, ok := t.(xml.StartElement); ok {
				err = start(d, e)
			}
		}
	}
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case errors.Is(err, errTooBig):
		return tooBig
	}
	return damaged
}

// meter reads until no more bytes may be unpacked.
type meter struct {
	r    io.Reader
	left *int64
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	if *m.left -= int64(n); *m.left < 0 {
		return 0, errTooBig
	}
	return n, err
}

// attr is the value of an element's attribute; empty if it has none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// yes reports whether an attribute of an element is set.
func yes(e xml.StartElement, name string) bool {
	v := attr(e, name)
	return v == "1" || v == "true" || v == "on"
}
