package gazette

import (
	"bytes"
	"testing"
)

func TestJSON(t *testing.T) {
	value := struct {
		B string `json:"b"`
		A []int  `json:"a"`
	}{"庭院 <a> & b", []int{1}}
	var out bytes.Buffer
	if err := JSON(&out, value); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "{\n  \"b\": \"庭院 <a> & b\",\n  \"a\": [\n    1\n  ]\n}\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
