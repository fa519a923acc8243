package origin

import "testing"

// A commit without a letter looks like a telephone number.
func TestAbbreviates(t *testing.T) {
	h := &History{commits: []Commit{{Hash: "043163210166f3c9d7c2a5b4e1f0987654321abc"}}}
	for text, want := range map[string]bool{"043163210166": true, "04316321016": false, "043163210167": false} {
		if h.Abbreviates(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
	if (*History)(nil).Abbreviates("043163210166") {
		t.Error("of a history that is not known")
	}
}
