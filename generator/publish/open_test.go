package publish

import (
	"os"
	"testing"
)

// Of a folder that cannot be opened there is nothing to close afterwards.
func TestFolderThatCannotBeOpened(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	o := &output{root: rooted{root}, folders: map[string]bool{"gone": true}}
	if there, err := o.enter("gone"); !there || err == nil || o.inside != nil {
		t.Errorf("%t, %v, and %v is open", there, err, o.inside)
	}
	o.leave()
}
