package site_test

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"gongshi/generator/scan"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// The same data however a clerk's program saved it builds the same bytes.
func TestSavedInAnyForm(t *testing.T) {
	t.Parallel()
	dir := sitetest.CopySample(t, sitetest.Same)
	saved := func(t *testing.T, save func(string, []byte) []byte) sitetest.Tree {
		for name, content := range settings(t) {
			sitetest.WriteFile(t, dir, name, string(save(name, content)))
		}
		opt := site.Options{Source: dir, Place: "longwu"}
		return sitetest.Part(t, opt, func(path string) bool { return !strings.Contains(path, "/h/") || strings.HasSuffix(path, "/001.html") })
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

// settings are the sample's configuration and the files of the place that is saved in every form.
func settings(t *testing.T) map[string][]byte {
	t.Helper()
	root := os.DirFS(sitetest.Root())
	config, err := fs.ReadFile(root, "config.toml")
	sitetest.Must(t, err)
	files := map[string][]byte{"config.toml": config}
	sitetest.Must(t, fs.WalkDir(root, "data/longwu", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files[name], err = fs.ReadFile(root, name)
		}
		return err
	}))
	return files
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
		return []byte(scan.Lines(rows, string(comma), "\r\n"))
	}
}
