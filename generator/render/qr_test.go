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

var (
	stroke = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1((?:h\d+v-1h\d+v1)*)H(\d+)z`)
	next   = regexp.MustCompile(`h(\d+)v-1h(\d+)v1`)
)

// modules are the unit squares that the black path of a QR code fills: each stroke goes
// along the top of the runs of a row and the bottom of its gaps, and back to where it began.
func modules(t *testing.T, svg string) map[[2]int]bool {
	t.Helper()
	_, path, _ := strings.Cut(svg, `<path d="`)
	path, _, _ = strings.Cut(path, `"`)
	if rest := stroke.ReplaceAllString(path, ""); rest != "" {
		t.Fatalf("the path has %q", rest)
	}
	black := make(map[[2]int]bool)
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	for _, m := range stroke.FindAllStringSubmatch(path, -1) {
		x, y := number(m[1]), number(m[2])
		if m[1] != m[5] {
			t.Fatalf("%s does not end where it began", m[0])
		}
		run := func(n int) {
			for i := range n {
				black[[2]int{x + i, y}] = true
			}
			x += n
		}
		run(number(m[3]))
		for _, more := range next.FindAllStringSubmatch(m[4], -1) {
			x += number(more[1])
			run(number(more[2]))
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
