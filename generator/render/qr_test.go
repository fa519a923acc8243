package render

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rsc.io/qr"
)

// The picture has the very modules of the code, within a white border of four.
func TestQRCode(t *testing.T) {
	for _, address := range []string{
		"https://a.example/",
		"https://gongshi.example/x/zhongping/notices/2023-11.html",
		"https://gongshi.example/" + strings.Repeat("%E6%9D%91/", 40) + "h/001.html",
	} {
		svg, err := qrCode(address, "二维码")
		if err != nil {
			t.Fatal(err)
		}
		code, err := qr.Encode(address, qr.M)
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf(`viewBox="0 0 %[1]d %[1]d"`, code.Size+8); !strings.Contains(string(svg), want) {
			t.Errorf("%s: no %s", address, want)
		}
		black := modules(t, string(svg))
		for y := range code.Size + 8 {
			for x := range code.Size + 8 {
				if black[[2]int{x, y}] != code.Black(x-4, y-4) { // a place outside is not black
					t.Fatalf("%s: module %d, %d is black: %v", address, x, y, black[[2]int{x, y}])
				}
			}
		}
	}
}

var stroke = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`)

// modules are the unit squares that the black path of a QR code fills.
func modules(t *testing.T, svg string) map[[2]int]bool {
	t.Helper()
	_, path, _ := strings.Cut(svg, `<path d="`)
	path, _, _ = strings.Cut(path, `"`)
	if rest := stroke.ReplaceAllString(path, ""); rest != "" {
		t.Fatalf("the path has %q", rest)
	}
	black := make(map[[2]int]bool)
	for _, m := range stroke.FindAllStringSubmatch(path, -1) {
		x, _ := strconv.Atoi(m[1])
		y, _ := strconv.Atoi(m[2])
		n, _ := strconv.Atoi(m[3])
		if m[3] != m[4] {
			t.Fatalf("%s is no rectangle", m[0])
		}
		for i := range n {
			black[[2]int{x + i, y}] = true
		}
	}
	return black
}

// An address is of the same form on every page; a title is text, and is escaped.
func TestQRCodeTitle(t *testing.T) {
	svg, err := qrCode("https://a.example/", `<"村">`)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(svg), `role="img" aria-label="&lt;&#34;村&#34;&gt;"`) || strings.Contains(string(svg), "style=") {
		t.Errorf("%s", svg)
	}
}

func TestQRCodeTooLong(t *testing.T) {
	if _, err := qrCode(strings.Repeat("x", 3000), ""); err == nil {
		t.Error("3,000 characters fit into a QR code")
	}
}
