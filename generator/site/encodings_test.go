package site_test

import (
	"bytes"
	"encoding/csv"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// The same data however a clerk's program saved it builds the same bytes.
func TestSavedInAnyForm(t *testing.T) {
	t.Parallel()
	saved := func(t *testing.T, save func(string, []byte) []byte) sitetest.Tree {
		return sitetest.Build(t, site.Options{Source: sitetest.CopySample(t, save), Place: "longwu"})
	}
	want := saved(t, sitetest.Same)
	for name, save := range map[string]func(string, []byte) []byte{
		"UTF-8":          sitetest.Plain,
		"UTF-8 with BOM": func(n string, b []byte) []byte { return append([]byte("\ufeff"), sitetest.Plain(n, b)...) },
		"UTF-16 LE":      in(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)),
		"UTF-16 BE":      in(unicode.UTF16(unicode.BigEndian, unicode.UseBOM)),
		"GB18030":        in(simplifiedchinese.GB18030),
		"LF": func(n string, b []byte) []byte {
			return bytes.ReplaceAll(sitetest.Plain(n, b), []byte("\r\n"), []byte("\n"))
		},
		"CRLF":              func(n string, b []byte) []byte { return crlf(sitetest.Plain(n, b)) },
		"tabs":              separated('\t'),
		"semicolons":        separated(';'),
		"full-width commas": separated('，'),
	} {
		t.Run(name, func(t *testing.T) {
			sitetest.Compare(t, saved(t, save), want)
		})
	}
}

func crlf(b []byte) []byte {
	b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))
}

func in(e encoding.Encoding) func(string, []byte) []byte {
	return func(name string, b []byte) []byte {
		out, err := e.NewEncoder().Bytes(sitetest.Plain(name, b))
		if err != nil {
			panic(err)
		}
		return out
	}
}

// separated writes the CSV files with another separator.
func separated(comma rune) func(string, []byte) []byte {
	return func(name string, b []byte) []byte {
		if filepath.Ext(name) != ".csv" {
			return b
		}
		rows, err := csv.NewReader(bytes.NewReader(sitetest.Plain(name, b))).ReadAll()
		if err != nil {
			panic(err)
		}
		var out strings.Builder
		w := csv.NewWriter(&out)
		w.Comma, w.UseCRLF = comma, true
		if err := w.WriteAll(rows); err != nil {
			panic(err)
		}
		return []byte(out.String())
	}
}
