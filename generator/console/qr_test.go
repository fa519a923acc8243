package console

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rsc.io/qr"
)

// What is drawn is the code, module by module, with its white border; and fits into a window of 80
// columns and 24 lines.
func TestQR(t *testing.T) {
	for _, text := range []string{"http://10.0.0.2/", "http://192.168.100.100:65535/"} {
		drawn, err := QR(text)
		if err != nil {
			t.Fatal(err)
		}
		code, _ := qr.Encode(text, qr.L)
		lines := strings.Split(strings.TrimSuffix(drawn, "\n"), "\n")
		side := code.Size + 2*4
		if len(lines) != (side+1)/2 || len(lines) > 23 || side > 80 {
			t.Fatalf("%s: %d lines of %d", text, len(lines), side)
		}
		for i, line := range lines {
			if utf8.RuneCountInString(line) != side {
				t.Fatalf("line %d has %d columns, want %d", i, utf8.RuneCountInString(line), side)
			}
			x := 0
			for _, r := range line {
				upper, lower := strings.ContainsRune("█▀", r), strings.ContainsRune("█▄", r)
				if upper == code.Black(x-4, 2*i-4) || 2*i+1 < side && lower == code.Black(x-4, 2*i-3) {
					t.Fatalf("%s: line %d, column %d is %q", text, i, x, r)
				}
				x++
			}
		}
	}
}

func TestQRTooLong(t *testing.T) {
	if _, err := QR(strings.Repeat("x", 3000)); err == nil {
		t.Error("3,000 characters fit into a QR code")
	}
}
