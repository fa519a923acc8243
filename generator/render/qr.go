package render

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"rsc.io/qr"
)

// quiet is the white border that readers need around a QR code, in modules (ISO/IEC
// 18004).
const quiet = 4

// qrCode draws an address as a QR code, which a telephone reads from a screen or from paper;
// title describes it to screen readers. It is black on white in every colour scheme, and a module
// is a unit of the picture. Up to 15 % of it may be dirty.
func qrCode(address, title string) (template.HTML, error) {
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return "", fmt.Errorf("网址 %s 的二维码：%w", address, err)
	}
	var b strings.Builder
	side := strconv.Itoa(code.Size + 2*quiet)
	b.WriteString(`<svg class="qr" role="img" aria-label="`)
	template.HTMLEscape(&b, []byte(title))
	b.WriteString(`" viewBox="0 0 ` + side + " " + side + `" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h` + side + "v" + side + `H0z"/><path d="`)
	for y := range code.Size {
		blackRuns(&b, code, y)
	}
	b.WriteString(`"/></svg>`)
	return template.HTML(b.String()), nil
}

// blackRuns draws the black modules of one row in one stroke: along the top of each run
// and the bottom of each gap, then back along the bottom.
func blackRuns(b *strings.Builder, code *qr.Code, y int) {
	first, end := -1, 0 // x of the first run, and the path so far
	for x := 0; x < code.Size; x++ {
		from := x
		for code.Black(x, y) {
			x++
		}
		switch {
		case x == from:
			continue
		case first < 0:
			first = from
			fmt.Fprintf(b, "M%d %d", from+quiet, y+quiet)
		default:
			fmt.Fprintf(b, "h%dv-1", from-end)
		}
		fmt.Fprintf(b, "h%dv1", x-from)
		end = x
	}
	if first >= 0 {
		fmt.Fprintf(b, "H%dz", first+quiet)
	}
}
