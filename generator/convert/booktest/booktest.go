// Package booktest makes workbooks from text, for tests.
//
// A line == NAME begins a sheet (== NAME hidden hides it), every further line is a row, with |
// between its cells. A cell is typed as in Excel: 12 is a number, '012 a text. Besides:
//
//	=C3+D3          a formula whose result was not saved, =C3+D3 -> 5 one with its result
//	#REF!           an error
//	TRUE            yes
//	45901~31        a number in a format of Excel's, 45901~yyyy"年"m"月" in one's own
//	{picture}       a picture within the cell, as WPS writes it
//	{inline:甲}     a text that is not among the shared ones, {rich:甲/乙} one in two looks
//	                with its sound beside it
//	{xml:…}         what is within the element of the cell
//	\n              a line break
//
// Lines that begin with ! are no rows:
//
//	!at B5          the next row begins at this cell
//	!merge A1:C1    cells are one
//	!hide 3         a row is hidden, !hide C a column
//	!filter 3       a row is hidden by a filter
//	!dimension A1   the size that the sheet gives
//	!1904           days count from 1904
package booktest

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Make is the workbook that a text describes.
func Make(text string) ([]byte, error) {
	m := &maker{f: excelize.NewFile(), patches: map[string][]patch{}}
	defer m.f.Close()
	for line := range strings.Lines(text) {
		if err := m.line(strings.TrimRight(line, "\r\n")); err != nil {
			return nil, fmt.Errorf("%s: %w", strings.TrimSpace(line), err)
		}
	}
	var b bytes.Buffer
	if err := m.f.Write(&b); err != nil {
		return nil, err
	}
	return rewrite(b.Bytes(), m.patches)
}

type maker struct {
	f           *excelize.File
	sheet       string
	sheets      int
	row, column int                // of the next row's first cell
	patches     map[string][]patch // by the part that they change
}

func (m *maker) line(line string) error {
	name, isSheet := strings.CutPrefix(line, "== ")
	order, isOrder := strings.CutPrefix(line, "!")
	switch {
	case isSheet:
		return m.begin(name)
	case m.sheet == "" && strings.TrimSpace(line) == "":
		return nil
	case m.sheet == "":
		return fmt.Errorf("no sheet")
	case isOrder:
		word, rest, _ := strings.Cut(order, " ")
		return m.order(word, rest)
	}
	for i, cell := range strings.Split(line, "|") {
		if err := m.cell(m.column+i, strings.TrimSpace(cell)); err != nil {
			return err
		}
	}
	m.row++
	return nil
}

func (m *maker) begin(name string) error {
	name, hidden := strings.CutSuffix(name, " hidden")
	m.sheet, m.row, m.column = name, 1, 1
	m.sheets++
	if m.sheets == 1 {
		return m.f.SetSheetName("Sheet1", name)
	}
	if _, err := m.f.NewSheet(name); err != nil || !hidden {
		return err
	}
	return m.f.SetSheetVisible(name, false)
}

func (m *maker) order(word, rest string) error {
	n, notRow := strconv.Atoi(rest)
	switch {
	case word == "at":
		column, row, err := excelize.CellNameToCoordinates(rest)
		m.row, m.column = row, column
		return err
	case word == "merge":
		from, to, _ := strings.Cut(rest, ":")
		return m.f.MergeCell(m.sheet, from, to)
	case word == "hide" && notRow != nil:
		return m.f.SetColVisible(m.sheet, rest, false)
	case word == "hide":
		return m.f.SetRowVisible(m.sheet, n, false)
	case word == "filter":
		m.patch(`(<row r="`+rest+`"[^>]*)>`, `$1 hidden="1">`)
		m.patch(`</sheetData>`, `</sheetData><autoFilter ref="A1:Z999"/>`)
		return nil
	case word == "dimension":
		m.patch(`<dimension ref="[^"]*"`, `<dimension ref="`+rest+`"`)
		return nil
	case word == "1904":
		yes := true
		return m.f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
	}
	return fmt.Errorf("no order %s", word)
}

var (
	numberForm = regexp.MustCompile(`^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$`)
	styledForm = regexp.MustCompile(`^([+-]?[\d.]+)~(.+)$`)
	blockForm  = regexp.MustCompile(`(?s)^\{(\w+):?(.*)\}$`)
	errorForm  = regexp.MustCompile(`^#[A-Z/0]+[!?A]?$`)
)

func (m *maker) cell(column int, text string) error {
	name, err := excelize.CoordinatesToCellName(column, m.row)
	if err != nil || text == "" {
		return err
	}
	text = strings.ReplaceAll(text, `\n`, "\n")
	formula, result, saved := strings.Cut(text, " -> ")
	switch styled, block := styledForm.FindStringSubmatch(text), blockForm.FindStringSubmatch(text); {
	case block != nil:
		return m.block(name, block[1], block[2])
	case strings.HasPrefix(text, "'"):
		return m.f.SetCellStr(m.sheet, name, text[1:])
	case strings.HasPrefix(text, "=") && !saved:
		return m.raw(name, "", "<f>"+escape(text[1:])+"</f>")
	case strings.HasPrefix(text, "=") && numberForm.MatchString(result):
		return m.raw(name, "", "<f>"+escape(formula[1:])+"</f><v>"+result+"</v>")
	case strings.HasPrefix(text, "="):
		return m.raw(name, "str", "<f>"+escape(formula[1:])+"</f><v>"+escape(result)+"</v>")
	case errorForm.MatchString(text):
		return m.raw(name, "e", "<v>"+text+"</v>")
	case text == "TRUE" || text == "FALSE":
		return m.f.SetCellBool(m.sheet, name, text == "TRUE")
	case styled != nil:
		return m.styled(name, styled[1], styled[2])
	case numberForm.MatchString(text):
		return m.number(name, text)
	}
	return m.f.SetCellStr(m.sheet, name, text)
}

func (m *maker) number(name, text string) error {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return err
	}
	return m.f.SetCellValue(m.sheet, name, f)
}

// styled writes a number in a format: one of Excel's by its number, or a code.
func (m *maker) styled(name, number, format string) error {
	style := &excelize.Style{CustomNumFmt: &format}
	if id, err := strconv.Atoi(format); err == nil && id > 0 {
		style = &excelize.Style{NumFmt: id}
	}
	id, err := m.f.NewStyle(style)
	if err != nil {
		return err
	}
	if err := m.number(name, number); err != nil {
		return err
	}
	return m.f.SetCellStyle(m.sheet, name, name, id)
}

func (m *maker) block(name, word, rest string) error {
	switch word {
	case "picture":
		return m.raw(name, "str", `<f>_xlfn.DISPIMG(&quot;ID_0&quot;,1)</f><v>=DISPIMG(&quot;ID_0&quot;,1)</v>`)
	case "inline":
		return m.raw(name, "inlineStr", "<is><t>"+escape(rest)+"</t></is>")
	case "rich":
		first, second, _ := strings.Cut(rest, "/")
		return m.raw(name, "inlineStr", "<is><r><rPr><b/></rPr><t>"+escape(first)+"</t></r><r><t>"+escape(second)+"</t></r><rPh sb=\"0\" eb=\"1\"><t>yin</t></rPh></is>")
	case "xml":
		return m.raw(name, "", rest)
	}
	return fmt.Errorf("no block %s", word)
}

// raw puts XML within a cell.
func (m *maker) raw(name, kind, xml string) error {
	if kind != "" {
		kind = ` t="` + kind + `"`
	}
	m.patch(`<c r="`+name+`"[^>]*>(?s:.*?)</c>`, strings.ReplaceAll(`<c r="`+name+`"`+kind+`>`+xml+`</c>`, "$", "$$"))
	return m.f.SetCellStr(m.sheet, name, "raw")
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace

func (m *maker) patch(form, to string) {
	part := "xl/worksheets/sheet" + strconv.Itoa(m.sheets) + ".xml"
	m.patches[part] = append(m.patches[part], patch{regexp.MustCompile(form), to})
}
