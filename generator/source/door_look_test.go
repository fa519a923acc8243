package source

import (
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A file that is not the same after its last byte as before its first is not taken for read, whatever
// of it has changed meanwhile.
func TestSecondLook(t *testing.T) {
	then := time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)
	put := func(file, text string, at time.Time) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(file, at, at); err != nil {
			t.Fatal(err)
		}
	}
	for name, meanwhile := range map[string]func(file string){
		"nothing":                   nil,
		"half of it was there":      func(string) {},
		"longer":                    func(file string) { put(file, "户号,户主\n001,甲\n", then) },
		"shorter":                   func(file string) { put(file, "户号\n", then) },
		"as long, later":            func(file string) { put(file, "户号,户长\n", then.Add(time.Second)) },
		"another, as long, as late": func(file string) { put(file+".new", "户号,户长\n", then); _ = os.Rename(file+".new", file) },
		"removed":                   func(file string) { _ = os.Remove(file) },
	} {
		dir := t.TempDir()
		file := filepath.Join(dir, "a.csv")
		put(file, "户号,户主\n", then)
		files := Dir(dir)
		info, _, err := files.whole("a.csv", func(in io.Reader, size int64) ([]byte, error) {
			data, err := contents(in, size)
			if meanwhile != nil {
				meanwhile(file)
			}
			if name == "half of it was there" {
				data = data[:len(data)/2]
			}
			return data, err
		})
		files.Close()
		if steady := info != nil; err != nil || steady != (meanwhile == nil) {
			t.Errorf("%s: taken for read %v, %v", name, steady, err)
		}
	}
}
