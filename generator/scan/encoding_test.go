package scan

import (
	"strings"
	"testing"
)

// FuzzDecode: text that is accepted is clean UTF-8, and stays what it was if it was UTF-8.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("户号,户主\n001,龘靐\n"))
	f.Add([]byte("\xff\xfe7b\xf7S"))
	f.Add([]byte("\xbb\xa7\xba\xc5,1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, bad := Decode(data, ".csv")
		if bad != nil {
			if text != "" || bad.Message == "" || bad.Hint == "" || (bad.Line > 0) != (bad.Column > 0) {
				t.Fatalf("%q: %q %+v", data, text, bad)
			}
			return
		}
		for _, r := range text {
			if suspicious(r) != "" {
				t.Fatalf("%q holds %U", data, r)
			}
		}
		if again, bad := Decode([]byte(text), ".csv"); bad != nil || again != strings.TrimPrefix(text, "\ufeff") {
			t.Fatalf("%q decodes to %q, which decodes to %q %v", data, text, again, bad)
		}
	})
}
