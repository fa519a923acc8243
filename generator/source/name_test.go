package source

import (
	"strings"
	"testing"
	"testing/fstest"
)

// An article, picture or folder of articles with a name that Windows cannot have is an error.
func TestContentNames(t *testing.T) {
	for _, name := range []string{"content/?.md", "content/con.md", "content/a/NUL.png", "content/aux/a.md", "content/a\u202e.md", "content/\u200b.md", "content/a .b./c.md"} {
		told := readOnly(t, fstest.MapFS{name: {}, "config.toml": {Data: []byte("title = \"村\"\n")}, "data/x/.k": {}})
		if !strings.Contains(told, "file-name content/") || strings.Count(told, "file-name") != 1 {
			t.Errorf("%q: %s", name, told)
		}
	}
}

// A place's own files have the names that every system can have, as its articles.
func TestFileNames(t *testing.T) {
	for name, want := range map[string]bool{
		"content/x/a.md": true, "content/x/index.md": true, "data/x/notices/2023-01.toml": true,
		"content/x/a\u202e.md": false, "content/x/\u200b.md": false, "content/x/conin$.md": false, "content/x/a?.md": false, "content/x/a .b./c.md": false,
	} {
		if IsFile("x", name) != want {
			t.Errorf("%q: is not %v", name, want)
		}
	}
}
