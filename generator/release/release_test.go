package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"
)

var (
	made    = time.Date(2026, 11, 28, 17, 0, 1, 0, time.UTC)
	members = []member{{"gongshi.exe", []byte("MZ"), 0o755}, {"使用说明.txt", []byte("双击\r\n"), 0o644}}
)

// Archives have no time but the commit's, so that they can be made again.
func TestArchivesAreTheSameAgain(t *testing.T) {
	elsewhere := made.In(time.FixedZone("elsewhere", -8*3600))
	for name, pack := range map[string]func(time.Time) ([]byte, error){
		"zip":    func(at time.Time) ([]byte, error) { return zipped(members, at) },
		"tar.gz": func(at time.Time) ([]byte, error) { return tarred("gongshi-1.2.0", members, at) },
	} {
		one, err := pack(made)
		if err != nil {
			t.Fatal(err)
		}
		if two, err := pack(elsewhere); err != nil || !bytes.Equal(one, two) {
			t.Errorf("%s: other bytes in another time zone (%v)", name, err)
		}
	}
}

// Explorer takes a name for the code page's unless it is marked as UTF-8.
func TestZipMarksChineseNames(t *testing.T) {
	data, err := zipped(members, made)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f := archive.File[1]
	if f.Name != members[1].name || f.Flags&0x800 == 0 || !f.Modified.Equal(made) {
		t.Errorf("%q, flags %#x, of %s", f.Name, f.Flags, f.Modified)
	}
}

func TestResourcesHaveIconAndVersion(t *testing.T) {
	set, err := resources("1.2.0")
	if err != nil {
		t.Fatal(err)
	}
	pictures := 0
	set.WalkType(winres.RT_ICON, func(winres.Identifier, uint16, []byte) bool { pictures++; return true })
	if pictures != 8 {
		t.Errorf("%d pictures in the icon, want 8", pictures)
	}
	info, err := version.FromBytes(set.Get(winres.RT_VERSION, winres.ID(1), 0x0804))
	if err != nil {
		t.Fatal(err)
	}
	table := info.Table().GetMainTranslation()
	if table[version.ProductName] != "公示" || table[version.FileVersion] != "1.2.0" || info.FileVersion != [4]uint16{1, 2, 0, 0} {
		t.Errorf("version %v, %v", info.FileVersion, table)
	}
	if manifest := string(set.Get(winres.RT_MANIFEST, winres.ID(1), 0x0409)); !strings.Contains(manifest, `"asInvoker"`) {
		t.Errorf("the program may ask for an administrator: %s", manifest)
	}
}

func TestChooseKnowsTargets(t *testing.T) {
	if all, err := choose(nil); err != nil || len(all) != 8 {
		t.Error(all, err)
	}
	some, err := choose([]string{"windows/386", "linux/loong64"})
	if want := []target{{"windows", "386"}, {"linux", "loong64"}}; err != nil || !slices.Equal(some, want) {
		t.Error(some, err)
	}
	for _, name := range []string{"windows", "windows/mips", ""} {
		if _, err := choose([]string{name}); err == nil {
			t.Errorf("%q was taken for a target", name)
		}
	}
}

func TestGuidesAreReadableWhereTheyAreRead(t *testing.T) {
	for _, target := range targets {
		text := string(guideFor(target.os, "1.2.0"))
		if !strings.Contains(text, "gongshi 1.2.0（") || strings.Contains(text, "VERSION") {
			t.Errorf("%s: no version in it", target.os)
		}
		notepad := strings.HasPrefix(text, "\ufeff") && strings.Count(text, "\r\n") == strings.Count(text, "\n")
		if notepad != (target.os == "windows") {
			t.Errorf("%s: marked for Notepad: %v", target.os, notepad)
		}
	}
}

func TestChecksums(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.zip"), []byte("abc"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := checksums(folder, []string{"a.zip"}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(folder, "SHA256SUMS"))
	const want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.zip\n"
	if err != nil || string(got) != want {
		t.Errorf("got %q, want %q (%v)", got, want, err)
	}
}
