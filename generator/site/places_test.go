package site_test

import (
	"bytes"
	"io/fs"
	"os"
	"testing"

	"gongshi/generator/oracle"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// The sample, with its history, is built place by place as it is from all places at once.
func TestThePlacesOfTheSampleAreTheSameAsAtOnce(t *testing.T) {
	if oracle.Sites(0, 1) == 0 {
		t.Skip("GONGSHI_SITES=all builds the sample once more")
	}
	want, dir, files := sitetest.Sample(t), t.TempDir(), 0
	_, list, err := site.Build(site.Options{Source: sitetest.Root(), Output: dir})
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	sitetest.Must(t, fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := fs.ReadFile(os.DirFS(dir), name)
		if files++; !bytes.Equal(content, want[name]) {
			t.Errorf("%s is another", name)
		}
		return err
	}))
	if files != len(want) {
		t.Errorf("%d files, want %d", files, len(want))
	}
}
