package render

import (
	"strings"
	"testing"

	"gongshi/generator/page"
	"gongshi/themes"
)

// The check code stands beside the QR code, or without one, and is not spoken of where
// there is none.
func TestCheckCode(t *testing.T) {
	for _, code := range []string{"", "0123 4567 89ab cdef"} {
		m := &page.Notice{PeriodHead: page.PeriodHead{Head: page.Head{Path: "v/notices/2023-11.html", Lang: "zh-CN", Place: "村"}}}
		if code != "" {
			m.Codes = []page.CheckCode{{No: 7, Code: code}}
		}
		m.Period, m.State.Word = benchPeriod(0).Period, "open"
		files := render(t, themes.Default(), m)
		content := string(files[len(files)-1].Content)
		if shown := strings.Contains(content, `核对码 <code data-seal="7">`+code+"</code>"); shown != (code != "") {
			t.Errorf("%q: shown: %v\n%s", code, shown, content)
		}
		if strings.Contains(content, "核对码") != (code != "") || strings.Contains(content, `class="qr"`) {
			t.Errorf("%q: it speaks of what it has not", code)
		}
	}
}
