package source

import (
	"strings"
	"testing"

	"gongshi/generator/diag"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

const testTable = "户号,户主,组,参与人数,股份\n001,张三,1,4,2.5\n002,\"李四,小\",2,3,1\n003,龘靐,2,,\n"

// TestSameInEveryForm: encoding, line ending and separator change nothing in the Book
// but the columns in which cells stand.
func TestSameInEveryForm(t *testing.T) {
	encode := func(e encoding.Encoding, s string) string {
		b, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	replace := func(old, new string) string { return strings.ReplaceAll(testTable, old, new) }
	want, diags := readOne(t, "data/v/households.csv", testTable)
	wantDiags(t, diags)
	if len(want.Households) != 3 || want.Household("002").Spans[0].Head != "李四,小" {
		t.Fatalf("the plain form is read as %+v", want.Households)
	}
	for name, text := range map[string]string{
		"BOM":              "\ufeff" + testTable,
		"UTF-16LE":         encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), testTable),
		"UTF-16BE":         encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), testTable),
		"GB18030":          encode(simplifiedchinese.GB18030, testTable),
		"CRLF":             replace("\n", "\r\n"),
		"CR":               replace("\n", "\r"),
		"tab":              strings.ReplaceAll(replace("李四,小", "李四;小"), ",", "\t"),
		"semicolon":        strings.NewReplacer("李四,小", "李四,小", ",", ";").Replace(testTable),
		"full-width comma": strings.NewReplacer("李四,小", "李四,小", ",", "，").Replace(testTable),
		"full-width":       replace("001", "００１"),
		"blanks":           replace("张三", " \u3000张三\u00a0"),
		"blank columns":    replace("\n", ",,,\n"),
		"blank rows":       replace("\n", "\n\n,,,,,\n"),
	} {
		got, diags := readOne(t, "data/v/households.csv", text)
		wantDiags(t, diags)
		if name == "tab" {
			got.Household("002").Spans[0].Head = "李四,小"
		}
		ignore := cmpopts.IgnoreTypes(diag.Position{})
		if diff := cmp.Diff(want.Households, got.Households, ignore); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestTOMLEncodings(t *testing.T) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(testPlace)
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(testPlace)
	for _, text := range []string{gb, wide, "\ufeff" + testPlace, strings.ReplaceAll(testPlace, "\n", "\r\n"), strings.ReplaceAll(testPlace, "\n", "\r")} {
		p, diags := readOne(t, "data/v/place.toml", text)
		wantDiags(t, diags)
		if p.Name != "甲村" {
			t.Errorf("%q gives %q", text, p.Name)
		}
	}
}

func TestDamage(t *testing.T) {
	big5, _ := traditionalchinese.Big5.NewEncoder().String("戶號,戶主\n001,陳大文\n002,許秀英\n003,謝寶珠\n")
	for name, c := range map[string]struct{ text, want string }{
		"private use":  {"户号,户主\n001,张\ue001\n", "data/v/households.csv:2:6: encoding-error: 这里有别的电脑认不出的字"},
		"replacement":  {"户号,户主\n001,\ufffd\n", "data/v/households.csv:2:5: encoding-error: 这里的字已经损坏"},
		"broken UTF-8": {"户号,户主\n001,张三丰\n002,李\xe5\x9b\n", "data/v/households.csv:3:6: encoding-error: 这里的字已经损坏"},
		"broken, BOM":  {"\ufeff户\xff", "data/v/households.csv:1:2: encoding-error: 这里的字已经损坏"},
		"no BOM":       {"h\x00i\x00", "data/v/households.csv: encoding-error: 这个文件读不出来：多半存成了没有标记（BOM）的 UTF-16"},
		"control":      {"户号,户主\n001,张\x0b三\n", "data/v/households.csv:2:6: encoding-error: 这里有看不见的控制字符"},
		"workbook":     {"PK\x03\x04xl", "data/v/households.csv: encoding-error: 这不是文本文件"},
		"old workbook": {"\xd0\xcf\x11\xe0\xa1", "data/v/households.csv: encoding-error: 这不是文本文件"},
		"Big5":         {big5, "data/v/households.csv"},
	} {
		_, diags := readOne(t, "data/v/households.csv", c.text)
		if len(diags) == 0 || !strings.HasPrefix(brief(diags[0]), c.want) {
			t.Errorf("%s: %s\nwant %s", name, briefs(diags), c.want)
			continue
		}
		if name != "Big5" && !strings.Contains(diags[0].Hint, "另存为") {
			t.Errorf("%s: the hint does not say how to save: %s", name, diags[0].Hint)
		}
	}
	_, diags := readOne(t, "data/v/households.csv", "户号,户主\n001,张?\n")
	if len(diags) != 1 || diags[0].Code != "encoding-error" || diags[0].Column != 5 {
		t.Errorf("a ? in a name: %s", briefs(diags))
	}
}

// TestHalfBrokenFileStops: a refused file leaves the others as they are.
func TestHalfBrokenFileStops(t *testing.T) {
	p, diags := readOne(t, "data/v/households.csv", "\ufeff\xff")
	if !diags.HasErrors() || p == nil || p.Household("001") != nil || len(p.Schemes) != 1 {
		t.Errorf("%+v %s", p, briefs(diags))
	}
}
