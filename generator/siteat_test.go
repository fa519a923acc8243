package main

import (
	"io/fs"
	"testing"
)

// Of a folder it can be told what a file is before it is opened: opening a pipe would wait for ever.
func TestAFolderTellsWhatItsFilesAre(t *testing.T) {
	site, end, err := siteAt(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer end.Close()
	if _, tells := site.(fs.StatFS); !tells {
		t.Errorf("%T does not tell", site)
	}
}
