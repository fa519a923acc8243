package console

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// quiet is the white border that readers need around a QR code, in modules (ISO/IEC 18004).
const quiet = 4

// QR draws a text as a QR code in lines of half blocks, two rows of modules in each. What is white
// is drawn, as the letters of a dark window are; in a bright window it is a negative, which not
// every telephone reads.
func QR(text string) (string, error) {
	code, err := qr.Encode(text, qr.L) // a screen is clean, and a window is small
	if err != nil {
		return "", fmt.Errorf("网址 %s 的二维码：%w", text, err)
	}
	side := code.Size + 2*quiet
	var b strings.Builder
	for y := 0; y < side; y += 2 {
		for x := range side {
			b.WriteString(half(white(code, x, y, side), white(code, x, y+1, side)))
		}
		b.WriteByte('\n')
	}
	return b.String(), nil
}

// white reports whether there is a white module in this place, counted from the corner of the border.
func white(code *qr.Code, x, y, side int) bool {
	return y < side && !code.Black(x-quiet, y-quiet)
}

func half(upper, lower bool) string {
	switch {
	case upper && lower:
		return "█"
	case upper:
		return "▀"
	case lower:
		return "▄"
	}
	return " "
}
