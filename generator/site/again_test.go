package site

import (
	"bytes"
	"slices"
	"testing"
	"testing/fstest"

	"gongshi/generator/gazette"
	"gongshi/generator/page"
	"gongshi/generator/render"
)

// From the files of a site alone every one of them can be made again, byte for byte.
func TestEveryFileIsMadeAgainFromWhatIsPublished(t *testing.T) {
	t.Parallel()
	for _, drafts := range []bool{false, true} {
		opt := Options{NoHistory: true, Drafts: drafts, Program: "1.0.0"}
		work, list, err := read(unpack(t, "testdata/everything.txtar"), opt)
		if err != nil || list.HasErrors() {
			t.Fatal(err, list)
		}
		files := fstest.MapFS{}
		for f, err := range work.Files(opt) {
			if err != nil {
				t.Fatal(err)
			}
			files[f.Path] = &fstest.MapFile{Data: slices.Clone(f.Content)}
		}
		public, err := gazette.Decode(files)
		if err != nil {
			t.Fatal(err)
		}
		made := 0
		for f, err := range render.Site(page.Site(public, page.Options{}), work.Theme, public.Config.Language) {
			if err != nil {
				t.Fatal(err)
			}
			if was := files[f.Path]; was == nil || !bytes.Equal(was.Data, f.Content) {
				t.Errorf("%s is another", f.Path)
			}
			made++
		}
		if made != len(files) || made < 50 {
			t.Errorf("%d files were made again of %d", made, len(files))
		}
	}
}
