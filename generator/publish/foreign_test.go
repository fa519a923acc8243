package publish

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// Folders in which somebody else keeps files and sums of them, as sha256sum and other programs
// write, or files beside a site of ours: a build into one leaves each of their files as it is.
func TestSiteLosesNobodysFiles(t *testing.T) {
	folders, refused := 60, 0
	if os.Getenv("GONGSHI_SITES") == "thorough" {
		folders = 1000
	}
	for seed := range folders {
		dice := rand.New(rand.NewPCG(uint64(seed), 0))
		dir := t.TempDir()
		theirs := foreignFolder(dice)
		if dice.IntN(3) == 0 { // beside a site of ours
			if _, err := Site(dir, pages{"old.html": "旧", "z/old.html": "旧"}.seq(), Options{}); err != nil {
				t.Fatal(err)
			}
			delete(theirs, Manifest)
			delete(theirs, MarkName)
		}
		lay(t, dir, theirs)
		if _, err := Site(dir, village.seq(), Options{}); err != nil {
			refused++
		}
		after := look(t, dir)
		for name, text := range theirs {
			if after[name] != text {
				t.Errorf("folder %d: %s was %q, is %q", seed, name, text, after[name])
			}
		}
		if t.Failed() {
			t.Fatalf("the folder: %v", slices.Sorted(maps.Keys(theirs)))
		}
	}
	t.Logf("%d folders, %d refused", folders, refused)
}

// foreignFolder has some of the files that a village's site has too, and a manifest.
func foreignFolder(dice *rand.Rand) pages {
	p := pages{}
	names := append(slices.Sorted(maps.Keys(village)), "照片.jpg", "data/site.json", "z/data/place.json", MarkName, "a/b.txt", "README")
	for _, name := range names {
		if dice.IntN(2) == 0 {
			p[name] = fmt.Sprintf("别人的 %d", dice.IntN(1000))
		}
	}
	if dice.IntN(3) == 0 { // a file of data like ours
		p["data/site.json"] = `{` + beforeDigest + strings.Repeat("0", 64) + "\"\n}\n"
	}
	sums := strings.Builder{}
	for _, name := range slices.Sorted(maps.Keys(p)) {
		if dice.IntN(5) > 0 {
			fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256([]byte(p[name])), name)
		}
	}
	text := sums.String()
	switch dice.IntN(6) {
	case 0:
		return p
	case 1:
		text = "# sums\n" + text
	case 2:
		text = ""
	case 3:
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	p[Manifest] = text
	return p
}

// A folder of a version without a mark is ours where a file of its data stands as it was written,
// also after a crash in the midst of it.
func TestSiteKnowsFormerSites(t *testing.T) {
	text := "{\n  \"day\": \"2023-05-10\""
	data := fmt.Sprintf("%s%s%x\"\n}\n", text, beforeDigest, sha256.Sum256([]byte(text)))
	for name, c := range map[string]struct {
		file, listed, stands string
		ours                 bool
	}{
		"a site":                {"data/site.json", data, data, true},
		"a part":                {"z/y/data/place.json", data, data, true},
		"altered":               {"data/site.json", data, strings.Replace(data, "2023", "2024", 1), false},
		"altered, and the sums": {"data/site.json", strings.Replace(data, "2023", "2024", 1), strings.Replace(data, "2023", "2024", 1), false},
		"another name":          {"data/other.json", data, data, false},
		"not there":             {"data/site.json", data, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			lay(t, dir, pages{"old.html": "旧", Manifest: fmt.Sprintf("%x  %s\n%x  old.html\n", sha256.Sum256([]byte(c.listed)), c.file, sha256.Sum256([]byte("旧")))})
			if c.stands != "" {
				lay(t, dir, pages{c.file: c.stands})
			}
			if !c.ours {
				refused(t, dir, village, "不是本程序写的")
				return
			}
			mustSite(t, dir, village, Result{Written: 5, Removed: 2})
			same(t, look(t, dir), village.with(nil))
		})
	}
}
