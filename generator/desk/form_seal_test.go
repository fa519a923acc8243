package desk

import (
	"slices"
	"strings"
	"testing"
)

// What is posted is sealed from the desk, and then stands. It is not taken back, since salts
// drawn anew would give other codes; nor is what was written before it.
func TestSealing(t *testing.T) {
	d, dir := open(t, map[string]string{notice03: posted})
	early := preview{}
	deed := filled{Place: "v", Fields: fields("kind", "好人好事", "date", "2026-03-03", "household", "001"), Write: true, Seen: map[string]string{"data/v/events/2026.csv": ""}}
	if post(t, d, "/desk/api/event", deed, &early); early.Digest == "" {
		t.Fatalf("%+v", early)
	}
	in := filled{Place: "v"}
	var got preview
	post(t, d, "/desk/api/seal", in, &got)
	if !got.Ready || !slices.Equal(got.Changes, []string{"封存 2026年3月：3 户，第 1 号"}) {
		t.Fatalf("%+v", got)
	}
	in.Write, in.Seen = true, got.Seen
	if post(t, d, "/desk/api/seal", in, &got); !got.Written || !strings.Contains(text(t, dir, "data/v/seals.csv"), "2026-03") || text(t, dir, "data/v/salts.csv") == "" {
		t.Fatalf("%+v", got)
	}
	seals, salts := text(t, dir, "data/v/seals.csv"), text(t, dir, "data/v/salts.csv")
	for _, left := range []string{early.Digest, digest([]byte(salts)), digest([]byte(seals))} {
		if code := post(t, d, "/desk/api/undo", taking{left}, &got); code == 200 || !strings.Contains(got.Error, "封存了，不撤销") {
			t.Errorf("taken back: %d %+v", code, got)
		}
	}
	if got.Digest != "" || text(t, dir, "data/v/seals.csv") != seals || text(t, dir, "data/v/salts.csv") != salts {
		t.Errorf("it is taken back: %+v", got)
	}
	if body := get(d, "/desk/").Body.String(); !strings.Contains(body, "另有 1 期都办完了") {
		t.Error(body)
	}
	change := filled{Place: "v", Write: true, Fields: fields("what", "leaves", "household", "001", "date", "2026-03-10")}
	if post(t, d, "/desk/api/register", change, &got); got.Ready || len(got.Problems) == 0 {
		t.Errorf("what is sealed may be changed: %+v", got)
	}
}
