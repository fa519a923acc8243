package proof

import (
	"slices"
	"testing"

	"gongshi/generator/ledger"
)

// Fields takes apart what a line was put together from, whatever stands in a field: two
// different lists never make the same line.
func FuzzFields(f *testing.F) {
	f.Add("户", "001|2", `a\`)
	f.Add("", "|", "\n")
	f.Add(`\n`, `\|`, `\\`)
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if a == "" {
			a = "户" // every line begins with a word
		}
		var line text
		line.add(a, b)
		line.add(c)
		if got := Fields(string(line)); !slices.Equal(got, []string{a, b, c}) {
			t.Errorf("%q of %q %q %q comes apart as %q", string(line), a, b, c, got)
		}
	})
}

func TestCode(t *testing.T) {
	if got := Code("1a2b3c4d5e6f7a8b9c0d"); got != "1a2b 3c4d 5e6f 7a8b" {
		t.Error(got)
	}
}

func TestParseCheckpoint(t *testing.T) {
	digest := "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
	want := Checkpoint{"a/b", 3, digest, "2024-01-10"}
	last := &ledger.Seal{No: 3, Digest: digest, Date: ledger.Day(2024, 1, 10)}
	unsigned := (&Chain{Place: &ledger.Place{Path: "a/b"}, Seals: []*Sealed{{Seal: last}}}).CheckpointText()
	for _, text := range []string{unsigned, unsigned + "\n— name sig\n", "gongshi/a/b\r\n3\r\n" + digest + "\r\n2024-01-10\r\n"} {
		if got, err := ParseCheckpoint(text); err != nil || got != want {
			t.Errorf("%q: %v %v", text, got, err)
		}
	}
	for _, text := range []string{"", "x", "gongshi/a\n0\n" + digest + "\n2024-01-10\n", "gongshi/a\n1\nab\n2024-01-10\n", "other/a\n1\n" + digest + "\nd\n"} {
		if got, err := ParseCheckpoint(text); err == nil {
			t.Errorf("%q: %v", text, got)
		}
	}
}
