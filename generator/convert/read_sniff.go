package convert

import (
	"bytes"
	"encoding/binary"
	"path"
	"regexp"
	"strings"
	"unicode/utf16"
)

// saveSteps are the three steps to a file that can be read.
const saveSteps = "三步：1. 用 %s 打开它；2. 点“文件→另存为”，保存类型选“Excel 工作簿（*.xlsx）”；3. 导入新存的那一份"

func steps(program string) string { return strings.Replace(saveSteps, "%s", program, 1) }

// refusal is why a file that is no workbook or CSV cannot be read; nil if it may be one. What it is,
// is told by its bytes: names are changed by hand. Only .et tells more: nothing but WPS opens it.
func refusal(name string, data []byte) *trouble {
	begins := func(with string) bool { return bytes.HasPrefix(data, []byte(with)) }
	switch {
	case len(data) == 0:
		return &trouble{"workbook-empty", "这个文件是空的", "多半是没有存好，或没有拷完：在 Excel 或 WPS 里打开原来的，另存一份再导入"}
	case len(data) > mostBytes:
		return tooBig
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return oldRefusal(data, strings.EqualFold(path.Ext(name), ".et") || byWPS(data))
	case begins("%PDF-"):
		return &trouble{"no-spreadsheet", "这是 PDF，不是表格文件", "找到做它的那个表格文件来导入；没有的话，照着录一份"}
	case begins("{\\rtf"):
		return &trouble{"no-spreadsheet", "这是文字文档，不是表格文件", copyTable}
	case begins("\x89PNG"), begins("\xff\xd8\xff"), begins("GIF8"):
		return &trouble{"no-spreadsheet", "这是图片，不是表格文件", "照着图片录一份表格，再导入"}
	case begins("Rar!"), begins("7z\xbc\xaf"), begins("\x1f\x8b"):
		return unpack
	}
	return markup(data)
}

var (
	markupForm = regexp.MustCompile(`(?i)^\s*(?:<(?:!doctype html|html|table|meta|head|body|style|\?xml|!--)|mime-version:)`)
	sheetForm  = regexp.MustCompile(`(?i)progid="excel\.sheet"|urn:schemas-microsoft-com:office:spreadsheet"`)
)

// markup is why a page of the web, or a workbook as Excel 2003 wrote it in XML, is refused.
func markup(data []byte) *trouble {
	const first = 4096
	start := bytes.TrimPrefix(data[:min(len(data), first)], []byte("\xef\xbb\xbf"))
	switch {
	case !markupForm.Match(start):
		return nil
	case sheetForm.Match(start) && !bytes.Contains(bytes.ToLower(start), []byte("<html")):
		return &trouble{"old-workbook", "这是 2003 版的 XML 表格，读不了", steps("Excel 或 WPS")}
	}
	return &trouble{webTable, "这个文件其实是网页，不是表格文件，只是名字像", steps("Excel 或 WPS")}
}

const copyTable = "打开它，选中里面的表复制，粘贴到一个新的 Excel 或 WPS 工作簿里，存成 xlsx 再导入"

var unpack = &trouble{"no-spreadsheet", "这是压缩包，不是表格文件", "先解压，再导入里面的表格文件"}

// oldRefusal is why a file of the old format is refused. Newer workbooks with a password are
// within such a file too.
func oldRefusal(data []byte, wps bool) *trouble {
	switch names := directory(data); {
	case names["EncryptedPackage"]:
		return &trouble{"workbook-password", "这个表格文件有打开密码，读不了",
			"三步：1. 用 Excel 或 WPS 输密码打开它；2. 把密码清空：Excel 点“文件→信息→保护工作簿→用密码进行加密”，WPS 点“文件→文档加密→密码加密”；3. 存成 xlsx，导入新存的那一份"}
	case (names["Workbook"] || names["Book"]) && wps:
		return &trouble{"old-workbook", "这是 WPS 存的旧格式表格（et 或 xls），读不了",
			"三步：1. 用 WPS 打开它；2. 点“文件→另存为”，文件类型选“Microsoft Excel 文件（*.xlsx）”；3. 导入新存的那一份"}
	case names["Workbook"], names["Book"]:
		return &trouble{"old-workbook", "这是旧格式的 Excel 表格（xls），读不了", steps("Excel 或 WPS")}
	case names["WordDocument"]:
		return &trouble{"no-spreadsheet", "这是文字文档，不是表格文件", copyTable}
	}
	return &trouble{"no-spreadsheet", "这不是表格文件", "导入 xlsx 或 CSV"}
}

// byWPS reports whether WPS saved a file: it notes its version among the properties, in either width.
func byWPS(data []byte) bool {
	const mark = "KSOProductBuildVer"
	return bytes.Contains(data, []byte(mark)) || bytes.Contains(data, []byte(strings.Join(strings.Split(mark, ""), "\x00")))
}

// directory is the names in the directory of an OLE2 file. Its entries have 128 bytes each and
// begin with their name, wherever the directory's sectors are.
func directory(data []byte) map[string]bool {
	const header, entry, nameBytes = 512, 128, 64
	names := map[string]bool{}
	for at := header; at+entry <= len(data) && len(names) < 1000; at += entry {
		e := data[at : at+entry]
		size, kind := int(binary.LittleEndian.Uint16(e[nameBytes:])), e[nameBytes+2]
		if size < 4 || size > nameBytes || size%2 != 0 || kind != 1 && kind != 2 && kind != 5 {
			continue
		}
		var name []uint16
		for i := 0; i < size-2; i += 2 {
			name = append(name, binary.LittleEndian.Uint16(e[i:]))
		}
		names[string(utf16.Decode(name))] = true
	}
	return names
}

// foreignArchives are archives that are no xlsx, by a part that each has.
var foreignArchives = []struct {
	part string
	why  trouble
}{
	{"xl/workbook.bin", trouble{"old-workbook", "这是二进制格式的表格（xlsb），读不了", steps("Excel 或 WPS")}},
	{"content.xml", trouble{"open-document", "这是 ODS 表格（LibreOffice、永中等存的），读不了", steps("存它的程序，或 Excel、WPS")}},
	{"index/document.iwa", trouble{"open-document", "这是苹果 Numbers 的表格，读不了", "三步：1. 在 Numbers 里打开它；2. 点“文件→导出到→Excel”，格式选 .xlsx；3. 导入新存的那一份"}},
	{"index.zip", trouble{"open-document", "这是苹果 Numbers 的表格，读不了", "三步：1. 在 Numbers 里打开它；2. 点“文件→导出到→Excel”，格式选 .xlsx；3. 导入新存的那一份"}},
	{"word/document.xml", trouble{"no-spreadsheet", "这是文字文档，不是表格文件", copyTable}},
	{"ppt/presentation.xml", trouble{"no-spreadsheet", "这是演示文稿，不是表格文件", copyTable}},
}

// strange is why an archive is no xlsx; nil if it is one.
func (a *archive) strange() *trouble {
	if a.parts["xl/workbook.xml"] != nil {
		return nil
	}
	for _, f := range foreignArchives {
		if a.parts[f.part] != nil {
			return &f.why
		}
	}
	if a.parts["[content_types].xml"] != nil {
		return nil
	}
	return unpack
}
