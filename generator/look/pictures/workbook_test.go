package pictures

import (
	"context"
	"os/exec"
	"path/filepath"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// workbookPicture pictures the second sheet of a workbook to fill in, as LibreOffice prints it.
func workbookPicture(t *testing.T, tab context.Context, home string) {
	t.Helper()
	root, err := filepath.Abs(sitetest.Root())
	sitetest.Must(t, err)
	dir := t.TempDir()
	for _, line := range [][]string{
		{"go", "run", "./generator", "export", "zhongping", "2023-12", "--output", filepath.Join(dir, "workbook.xlsx")},
		{"soffice", "--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "workbook.xlsx")},
		{"pdftoppm", "-r", "110", "-png", "-f", "2", "-l", "2", "-singlefile", filepath.Join(dir, "workbook.pdf"), filepath.Join(dir, "workbook")},
	} {
		command := exec.Command(line[0], line[1:]...)
		command.Dir = root
		if told, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", line, err, told)
		}
	}
	sitetest.WriteFile(t, dir, "workbook.html", `<!doctype html><style>body { margin: 0 } img { display: block; width: 1000px }</style><img src="workbook.png">`)
	look.Window(t, tab, 1000, 500, "light")
	look.Open(t, tab, filepath.Join(dir, "workbook.html"))
	savePicture(t, tab, home, "workbook", 1000, 500, 1)
}
