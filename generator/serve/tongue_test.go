package serve

import (
	"net/http/httptest"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/english"
)

// In English, nothing that the server itself puts on a page is Chinese; the village's words stay.
func TestTongue(t *testing.T) {
	list := diag.List{{
		Position: diag.At("data/a.csv", 4, 8), Cell: diag.Cell{Row: 4, Letter: "C", Heading: "客厅"},
		Code: "type-error", Heading: "客厅", Message: "客厅“9。5”的小数点打成了别的符号", Hint: "写成 9.5",
	}}
	want := `{"language":"en","problems":[{"file":"data/a.csv","where":"row 4, column C “客厅”","code":"type-error",` +
		`"message":"客厅 “9。5” has another sign in place of the decimal point","hint":"write 9.5"}]}`
	if got := string(trouble(list, nil, true)); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	h := &handler{Options: Options{Output: t.TempDir()}, board: newBoard(), tongue: true}
	for _, host := range []string{"localhost", "example.cn"} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		answer := httptest.NewRecorder()
		h.ServeHTTP(answer, r)
		if body := answer.Body.String(); english.Chinese(body) || !strings.Contains(body, "t") {
			t.Errorf("%s: %s", host, body)
		}
	}
	if page := tongue(true).notFound(); english.Chinese(page) || !strings.Contains(page, `lang="en"`) {
		t.Error(page)
	}
}
