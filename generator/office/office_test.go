// Package office has the program's workbooks opened and saved by LibreOffice, as clerks do with theirs.
package office

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"gongshi/generator/sitetest"
)

// program is the file of gongshi itself, which the clerk of a play runs.
var program string

func TestMain(m *testing.M) {
	if _, err := exec.LookPath("soffice"); err != nil {
		os.Exit(m.Run()) // which skips them
	}
	os.Exit(sitetest.Program(m, &program))
}

// needOffice ends a test for which LibreOffice is missing.
func needOffice(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		sitetest.Need(t, "no soffice: apt-get install -y libreoffice-calc")
	}
}

// saveAll has LibreOffice open each workbook of a folder and save it, and gives the folder of what it saved.
func saveAll(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.xlsx"))
	sitetest.Must(t, err)
	saved, profile := t.TempDir(), filepath.Join(filepath.Dir(program), "office") // made once, and removed with the program
	for part := range slices.Chunk(files, 100) {                                  // it gives up on a thousand
		args := append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", saved}, part...)
		if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	return saved
}

// clerk runs gongshi in a folder, and gives what it says; it must succeed.
func clerk(t *testing.T, dir string, args ...string) string {
	t.Helper()
	command := exec.Command(program, args...)
	command.Dir = dir
	var out bytes.Buffer
	command.Stdout, command.Stderr = &out, &out
	if err := command.Run(); err != nil {
		t.Fatalf("gongshi %q: %v\n%s", args, err, out.Bytes())
	}
	return out.String()
}
