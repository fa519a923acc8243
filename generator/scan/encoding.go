package scan

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Damage describes what is wrong with a text, where, and how to mend it. Line 0 means everywhere.
type Damage struct {
	Code, Message, Hint string
	Line, Column        int
}

// Decode turns a file's bytes into text: by its BOM, or as strict UTF-8, or as GB18030. It
// refuses text with traces of a wrong encoding. ext selects the hint's words.
func Decode(data []byte, ext string) (string, *Damage) {
	if kind := container(data); kind != "" {
		return "", encodingDamage(0, 0, "这不是文本文件，而是"+kind, "请在原来的程序里打开，"+SaveAs(ext))
	}
	text, damaged := DecodeText(data)
	if damaged == nil {
		damaged = Inspect(text)
	}
	if damaged == nil {
		return strings.TrimPrefix(text, "\ufeff"), nil
	}
	if damaged.Hint == "" {
		damaged.Hint = SaveAs(ext)
		if damaged.Line > 0 {
			damaged.Hint += "；原来就坏了的字要重新输入"
		}
	}
	return "", damaged
}

func encodingDamage(line, column int, message, hint string) *Damage {
	return &Damage{"encoding-error", message, hint, line, column}
}

// SaveAs tells how to save a file as UTF-8.
func SaveAs(ext string) string {
	if ext == ".csv" {
		return "用 Excel 或 WPS 打开原表，文件→另存为→保存类型选“CSV UTF-8（逗号分隔）”；用记事本则另存为时编码选“UTF-8”"
	}
	return "用记事本打开，文件→另存为，编码选“UTF-8”"
}

// container names a file format that is not text.
func container(data []byte) string {
	for _, c := range [...]struct{ start, name string }{
		{"PK\x03\x04", "改了扩展名的 Excel 或 WPS 工作簿（xlsx）"},
		{"\xd0\xcf\x11\xe0", "改了扩展名的旧版 Excel 或 WPS 工作簿（xls、et）"},
		{"%PDF-", " PDF"},
	} {
		if bytes.HasPrefix(data, []byte(c.start)) {
			return c.name
		}
	}
	return ""
}

// DecodeText is Decode without checking the text itself.
func DecodeText(data []byte) (string, *Damage) {
	text, marked := strings.CutPrefix(string(data), "\ufeff")
	switch {
	case strings.HasPrefix(text, "\xff\xfe") && !marked:
		return decodeAs(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), data)
	case strings.HasPrefix(text, "\xfe\xff") && !marked:
		return decodeAs(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), data)
	case strings.Contains(text, "\x00") && !marked:
		return "", encodingDamage(0, 0, "这个文件读不出来：多半存成了没有标记（BOM）的 UTF-16", "")
	case utf8.ValidString(text):
		return text, nil
	case marked || mostlyUTF8(text):
		_, valid, _ := transform.String(encoding.UTF8Validator, text)
		return "", damageAt(text, valid, "这里的字已经损坏（不是完整的 UTF-8）")
	}
	return decodeAs(simplifiedchinese.GB18030, data)
}

// Encoder turns a text into the bytes of a file in the encoding of data.
func Encoder(data []byte) func(text string) ([]byte, error) {
	mark, to := "", encoding.Encoding(unicode.UTF8)
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		mark = "\ufeff"
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		to = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		to = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case !utf8.Valid(data):
		to = simplifiedchinese.GB18030
	}
	return func(text string) ([]byte, error) { return to.NewEncoder().Bytes([]byte(mark + text)) }
}

func decodeAs(e encoding.Encoding, data []byte) (string, *Damage) {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", encodingDamage(0, 0, "这个文件读不出来：它的编码认不出来", "")
	}
	return string(text), nil
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// damageAt is damage to one character, shown with its neighbours on its line.
func damageAt(text string, offset int, what string) *Damage {
	const few = 8
	above := lineEnds.Replace(text[:offset])
	before := []rune(above[strings.LastIndexByte(above, '\n')+1:])
	after, _, _ := strings.Cut(lineEnds.Replace(text[offset:min(len(text), offset+few*utf8.UTFMax)]), "\n")
	shown := []rune(after)
	part := slices.Concat(before[max(0, len(before)-few):], shown[:min(few, len(shown))])
	around := strings.Map(func(r rune) rune {
		if suspicious(r) != "" {
			return utf8.RuneError
		}
		return r
	}, string(part))
	return encodingDamage(strings.Count(above, "\n")+1, len(before)+1, what+"：“"+around+"”", "")
}

// mostlyUTF8 reports whether s is UTF-8 with a few broken bytes. GB18030 text hardly ever has
// three bytes in a row that are one character of UTF-8.
func mostlyUTF8(s string) bool {
	good, bad := 0, 0
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n == 3:
			good++
		}
		s = s[n:]
	}
	return good >= 3 && good >= 3*bad
}

// Inspect finds the first character that only a wrong encoding produces.
func Inspect(text string) *Damage {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t' || c > 0x7f && c < 0xee && c != 0xc2 {
			continue
		}
		if c > 0x7f && !utf8.RuneStart(c) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text[i:])
		if what := suspicious(r); what != "" {
			return damageAt(text, i, what)
		}
	}
	return nil
}

func suspicious(r rune) string {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ""
	case r == 0:
		return "这里有空字符（NUL），文件可能损坏，或编码不对"
	case r < ' ' || 0x7f <= r && r < 0xa0:
		return "这里有看不见的控制字符"
	case r == utf8.RuneError || r == 0xfffe || r == 0xffff:
		return "这里的字已经损坏，编码不对"
	case 0xe000 <= r && r <= 0xf8ff || r >= 0xf0000:
		return "这里有别的电脑认不出的字：编码不对，或用了自造字"
	}
	return ""
}
