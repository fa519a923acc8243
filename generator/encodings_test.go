package main

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
)

// The same data however a clerk's program saved it builds the same bytes.
func TestSavedInAnyForm(t *testing.T) {
	t.Parallel()
	want, err := build(copySite(t, func(_ string, b []byte) []byte { return b }), t.TempDir(), "--place", "longwu")
	if err != nil {
		t.Fatal(err)
	}
	for name, save := range map[string]func(string, []byte) []byte{
		"UTF-8":             plain,
		"UTF-8 with BOM":    func(n string, b []byte) []byte { return append([]byte("\ufeff"), plain(n, b)...) },
		"UTF-16 LE":         in(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)),
		"UTF-16 BE":         in(unicode.UTF16(unicode.BigEndian, unicode.UseBOM)),
		"GB18030":           in(simplifiedchinese.GB18030),
		"LF":                func(n string, b []byte) []byte { return bytes.ReplaceAll(plain(n, b), []byte("\r\n"), []byte("\n")) },
		"CRLF":              func(n string, b []byte) []byte { return crlf(plain(n, b)) },
		"tabs":              separated('\t'),
		"semicolons":        separated(';'),
		"full-width commas": separated('，'),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := build(copySite(t, save), t.TempDir(), "--place", "longwu")
			if err != nil {
				t.Fatal(err)
			}
			compare(t, got, want)
		})
	}
}

// copySite copies the sample's data, each file through save.
func copySite(t *testing.T, save func(name string, b []byte) []byte) string {
	t.Helper()
	to := t.TempDir()
	for _, root := range []string{"config.toml", "data", "content", "themes"} {
		err := filepath.WalkDir(filepath.Join("..", root), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				if d != nil && d.Name() == "node_modules" {
					return filepath.SkipDir
				}
				return err
			}
			content, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			if root == "config.toml" || root == "data" {
				content = save(name, content)
			}
			rel, _ := filepath.Rel("..", name)
			target := filepath.Join(to, rel)
			if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
				return err
			}
			return os.WriteFile(target, content, 0o644)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// unseal takes the seals out of a site whose data are to change.
func unseal(t *testing.T, dir string) {
	t.Helper()
	must(t, filepath.WalkDir(filepath.Join(dir, "data"), func(name string, d fs.DirEntry, err error) error {
		if err == nil && (d.Name() == "seals.csv" || d.Name() == "salts.csv") {
			return os.Remove(name)
		}
		return err
	}))
}

func plain(_ string, b []byte) []byte { return bytes.TrimPrefix(b, []byte("\ufeff")) }

func crlf(b []byte) []byte {
	b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))
}

func in(e encoding.Encoding) func(string, []byte) []byte {
	return func(name string, b []byte) []byte {
		out, err := e.NewEncoder().Bytes(plain(name, b))
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
		rows, err := csv.NewReader(bytes.NewReader(plain(name, b))).ReadAll()
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
