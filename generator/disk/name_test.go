package disk

import (
	"strings"
	"testing"
)

// The names that Windows refuses (learn.microsoft.com, “Naming Files, Paths, and Namespaces”), and
// those that show something else than they are, or nothing.
func TestName(t *testing.T) {
	bad := strings.Split(`?.md|<a>.md|a:b.md|a"b.md|a*.md|a\b.md|a/b.md|con|con.md|CON.md|Con.tar.gz|con .md|aux|nul.png|prn.md|com1.md|COM9|lpt1.md|com¹.md|`+
		"lpt³.md|conin$.md|a.|a |a.md.|a\tb.md|a\x00|a\x7f.md|\u202egnp.exe|a\u202e.md|a\u2066b|\u200f.md|\u200e甲|\u061c.md|\u200b.md| .md|\u3000.png|\u2060|\u00ad.md|\u3164.md|\u2800.md|\ufeff.md", "|")
	for _, name := range append(bad, "a|b.md") {
		if Name(name) == nil {
			t.Errorf("%q is taken", name)
		}
	}
	t.Logf("%d names", len(bad)+1)
	for _, name := range strings.Fields("a.md 甲.md concert.md com10.md com.md icon 2023-01.csv a.b.c .nojekyll 𠮷.md 第1季度（上）.png a'b &.md a$.md é.md lpt.md null.md ★.md") {
		if err := Name(name); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}
