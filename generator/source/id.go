package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gongshi/generator/scan"
)

// Key is the form in which ids (户号, 成员号) are compared: NFC, narrow forms, lower case.
func Key(id string) string {
	if scan.IsASCII(id) {
		return strings.ToLower(id)
	}
	return norm.NFC.String(strings.ToLower(scan.Narrow(norm.NFC.String(id))))
}

// published is an id as it is shown: as Key, but in the case that was typed.
func published(id string) string {
	if scan.IsASCII(id) {
		return id
	}
	return norm.NFC.String(scan.Narrow(norm.NFC.String(id)))
}

// reservedIDs cannot be the names of files or pages.
var reservedIDs = []string{
	"index", "con", "prn", "aux", "nul",
	"com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
}

var (
	exponentForm = regexp.MustCompile(`^\d+(\.\d+)?[eE]\+\d+$`)
	decimalForm  = regexp.MustCompile(`^\d+\.0*$`)
	dateLikeForm = regexp.MustCompile(`^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}/\d{1,2}(/\d{2,4})?|\d{1,2}月\d{1,2}日|\d{4}年.*[月日])$`)
	monthForm    = regexp.MustCompile(`(?i)^(\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{1,2})$`)
)

const asText = "在 Excel 里先把这一列设为“文本”格式，再重新输入"

// checkID judges a published id: letters and digits of any script, - and _, 1 to 32
// characters, and none that a spreadsheet has turned into something else.
func checkID(id string) *trouble {
	switch {
	case len(id) <= 32 && digits(id):
		return nil
	case exponentForm.MatchString(id):
		return typeError(asText, "被表格软件改成了科学计数，原来的号码已看不出来")
	case decimalForm.MatchString(id):
		return typeError(asText+"，例如 "+strings.TrimRight(strings.TrimRight(id, "0"), "."), "被表格软件改成了小数")
	case dateLikeForm.MatchString(id), monthForm.MatchString(id):
		return typeError(asText+"，不用“/”和“.”", "像是被表格软件改成了日期")
	case strings.HasPrefix(id, "#"):
		return formulaTrouble
	case utf8.RuneCountInString(id) > 32:
		return constraintError("改短一些", "太长，最多 32 个字")
	case slices.Contains(reservedIDs, strings.ToLower(id)):
		return constraintError("换一个，例如在后面加上数字", "是留作他用的名字，不能作编号")
	case scan.MarkOf(id) != scan.Unmarked:
		return constraintError("如果这一行是合计或备注，删去整行；否则换一个", "是合计、备注一类的字样，不能作编号")
	}
	for _, r := range id {
		switch {
		case scan.Blank(r):
			return constraintError("写成 "+strings.Join(strings.FieldsFunc(id, scan.Blank), ""), "里有空格")
		case !scan.IDRune(r):
			return constraintError("只用字母、数字、汉字、“-”和“_”", "里有不能用的字符“%c”", r)
		}
	}
	return nil
}
