package console

import (
	"bytes"
	"io"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestEncodedWritesTheCodePage(t *testing.T) {
	const text = "data/石桥村/名册.csv: 错误：户主“李?”，𠮷, ¥, é, \U0010FFFF\n"
	for page, want := range map[uint32]string{
		936: gb18030(t, text), 54936: gb18030(t, text),
		utf8Page: text, 437: text, 950: text, 0: text,
	} {
		// Whole, and a byte at a time: a character may be divided between two writes.
		for _, size := range []int{len(text), 1} {
			var got bytes.Buffer
			w := encoded(&got, page)
			for rest := []byte(text); len(rest) > 0; rest = rest[size:] {
				if n, err := w.Write(rest[:size]); n != size || err != nil {
					t.Fatal(n, err)
				}
			}
			if got.String() != want {
				t.Errorf("code page %d, %d bytes at a time: got %q, want %q", page, size, &got, want)
			}
		}
	}
}

func gb18030(t *testing.T, text string) string {
	t.Helper()
	coded, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return coded
}

// A file's name need not be text: what is none must not end the message.
func TestEncodedPassesOverWhatIsNoText(t *testing.T) {
	var got bytes.Buffer
	w := encoded(&got, 936)
	if _, err := io.WriteString(w, "户\xff户"); err != nil {
		t.Fatal(err)
	}
	if want := gb18030(t, "户\ufffd户"); got.String() != want {
		t.Errorf("got %q, want %q", &got, want)
	}
}

func TestPageOf(t *testing.T) {
	for _, tt := range []struct {
		env  map[string]string
		want uint32
	}{
		{nil, 936},
		{map[string]string{"LANG": "zh_CN.UTF-8"}, utf8Page},
		{map[string]string{"LC_ALL": "C.utf8", "LANG": "zh_CN.GBK"}, utf8Page},
		{map[string]string{"LC_ALL": "zh_CN.GBK", "LANG": "zh_CN.UTF-8"}, 936},
	} {
		if got := pageOf(936, func(name string) string { return tt.env[name] }); got != tt.want {
			t.Errorf("%v: code page %d, want %d", tt.env, got, tt.want)
		}
	}
}

// A terminal is shown signs that it would act on by their numbers, and every other sign as it is.
func TestLegible(t *testing.T) {
	for text, want := range map[string]string{
		"甲\t乙\n": "甲\t乙\n", "\x1b]0;甲\a": `\u001b]0;甲\u0007`, "甲\r乙\b": `甲\u000d乙\u0008`, "\u009b2J": `\u009b2J`,
		"甲\u202e乙": `甲\u202e乙`, "\u2066a\u2069\u200f": `\u2066a\u2069\u200f`, "\x00\x7f": `\u0000\u007f`, "": "", "👩‍🌾": "👩‍🌾",
	} {
		var out bytes.Buffer
		if n, err := io.WriteString(Legible(&out), text); n != len(text) || err != nil || out.String() != want {
			t.Errorf("%q: %q, %d, %v; want %q", text, out.String(), n, err, want)
		}
	}
}
