package pack

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
)

var sample = []disk.File{
	{Path: "content/zhen/cun/rules.md", Content: []byte("# 说明\n")},
	{Path: "data/zhen/cun/place.toml", Content: []byte("name = \"石桥村（示例）\"\n")},
	{Path: "data/zhen/cun/events/二月.csv", Content: []byte("编号,日期,户号,项目\n")},
}

func bundle(t testing.TB) []byte {
	t.Helper()
	data, err := Write(Manifest{Place: "zhen/cun", Name: "石桥村（示例）"}, ledger.Day(2023, 2, 3), sample)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWriteIsTheSameEachTime(t *testing.T) {
	data := bundle(t)
	if !bytes.Equal(data, bundle(t)) {
		t.Error("two packs of the same differ")
	}
	p, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range sample {
		if !bytes.Equal(p.Content[f.Path], f.Content) {
			t.Errorf("%s holds %q", f.Path, p.Content[f.Path])
		}
	}
	if p.Place != "zhen/cun" || p.Date != "2023-02-03" || len(p.Content) != len(sample) {
		t.Errorf("%+v", p.Manifest)
	}
}

// entry is a file that somebody puts into an archive, and what its manifest says of it.
type entry struct {
	name, body string
	mode       fs.FileMode
	unlisted   bool
}

// made is an archive that no gongshi made.
func made(t testing.TB, place string, entries ...entry) []byte {
	t.Helper()
	m := Manifest{Format: format, Place: place}
	for _, e := range entries {
		if !e.unlisted {
			m.Files = append(m.Files, File{e.name, len(e.body), digest([]byte(e.body))})
		}
	}
	manifest, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range append([]entry{{name: manifestName, body: string(manifest)}}, entries...) {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		h.SetMode(e.mode | 0o644)
		out, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(e.name, "/") {
			out.Write([]byte(e.body))
		}
	}
	w.Close()
	return b.Bytes()
}

// What is not a file of the place is refused, and so is what was changed on the way.
func TestReadRefuses(t *testing.T) {
	good := entry{name: "data/cun/place.toml", body: "x"}
	for what, data := range map[string][]byte{
		"nothing":                   nil,
		"no archive":                []byte("户号,户主\n"),
		"cut short":                 bundle(t)[:300],
		"an empty archive":          made(t, "cun")[:0],
		"no manifest":               bare(t, good),
		"path upwards":              made(t, "cun", entry{name: "data/cun/../../x.csv"}),
		"path upwards at all":       made(t, "cun", entry{name: "../place.toml"}),
		"absolute path":             made(t, "cun", entry{name: "/data/cun/place.toml"}),
		"path of Windows":           made(t, "cun", entry{name: `data\cun\place.toml`}),
		"drive":                     made(t, "cun", entry{name: "C:/data/cun/place.toml"}),
		"stream of Windows":         made(t, "cun", entry{name: "data/cun/events/a.csv:b.csv"}),
		"device of Windows":         made(t, "cun", entry{name: "data/cun/events/con.csv"}),
		"blank at the end":          made(t, "cun", entry{name: "data/cun/events/a.csv "}),
		"another place":             made(t, "cun", entry{name: "data/li/place.toml"}),
		"a place that begins alike": made(t, "cun", entry{name: "data/cunli/place.toml"}),
		"the site":                  made(t, "cun", entry{name: "config.toml"}),
		"the calendar":              made(t, "cun", entry{name: "data/calendar/2024.toml"}),
		"a theme":                   made(t, "cun", entry{name: "themes/default/layouts/x.html"}),
		"a hook":                    made(t, "cun", entry{name: "data/cun/.git/hooks/pre-commit"}),
		"a program":                 made(t, "cun", entry{name: "content/cun/x.exe"}),
		"a page":                    made(t, "cun", entry{name: "content/cun/x.html"}),
		"a workbook":                made(t, "cun", entry{name: "data/cun/scores/2023-01.xlsx"}),
		"case of letters":           made(t, "cun", entry{name: "data/cun/Place.toml"}),
		"a link":                    made(t, "cun", entry{name: "data/cun/place.toml", body: "/etc/passwd", mode: fs.ModeSymlink}),
		"a folder":                  made(t, "cun", entry{name: "data/cun/scores/", mode: fs.ModeDir}),
		"twice":                     made(t, "cun", good, good),
		"but for case":              made(t, "cun", entry{name: "data/cun/events/a.csv"}, entry{name: "data/cun/events/A.csv"}),
		"but for NFC":               made(t, "cun", entry{name: "data/cun/events/é.csv"}, entry{name: "data/cun/events/e\u0301.csv"}),
		"not listed":                made(t, "cun", entry{name: "data/cun/place.toml", body: "x", unlisted: true}),
		"place upwards":             made(t, "../cun", entry{name: "data/../cun/place.toml"}),
		"no place":                  made(t, "", entry{name: "data/place.toml"}),
		"reserved place":            made(t, "calendar", entry{name: "data/calendar/place.toml"}),
		"too large":                 made(t, "cun", entry{name: "data/cun/place.toml", body: strings.Repeat("x", maxEntry+1)}),
		"changed":                   bytes.ReplaceAll(made(t, "cun", entry{name: "data/cun/events/a.csv"}), []byte("events/a"), []byte("events/b")),
	} {
		if p, err := Read(data); err == nil {
			t.Errorf("%s: taken: %+v", what, p.Manifest)
		} else if !strings.Contains(err.Error(), "；") {
			t.Errorf("%s: %v: nothing to do about it", what, err)
		}
	}
	if _, err := Read(made(t, "cun", good)); err != nil {
		t.Error("a good pack:", err)
	}
}

// bare is an archive without a manifest.
func bare(t testing.TB, e entry) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	out, err := w.Create(e.name)
	if err != nil {
		t.Fatal(err)
	}
	out.Write([]byte(e.body))
	w.Close()
	return b.Bytes()
}

// Whatever the bytes, a pack that is read holds files of its place alone, within the limits.
func FuzzRead(f *testing.F) {
	f.Add(bundle(f))
	f.Add(made(f, "cun", entry{name: "data/cun/place.toml", body: "x"}))
	f.Add(made(f, "cun", entry{name: "data/cun/../x.csv"}))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Read(data)
		if err != nil {
			return
		}
		for name, body := range p.Content {
			if !source.IsFile(p.Place, name) || !p.Within(name) || !fs.ValidPath(name) || len(body) > maxEntry {
				t.Errorf("%q of %q", name, p.Place)
			}
		}
		if len(p.Content) != len(p.Manifest.Files) {
			t.Errorf("%d files, %d listed", len(p.Content), len(p.Manifest.Files))
		}
	})
}

// What could not be read again is not packed.
func TestWriteRefusesWhatIsTooLarge(t *testing.T) {
	large := []disk.File{{Path: "content/cun/x.png", Content: make([]byte, maxEntry+1)}}
	if _, err := Write(Manifest{Place: "cun"}, ledger.Day(2023, 2, 3), large); err == nil {
		t.Error("packed")
	}
}
