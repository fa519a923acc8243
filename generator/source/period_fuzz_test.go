package source

import (
	"testing"

	"gongshi/generator/ledger"
)

// FuzzPeriod: what is read is a period that reads the same when written out, also where somebody
// sees at once what was understood; what is proposed can be read.
func FuzzPeriod(f *testing.F) {
	for _, s := range []string{"2023-01", "2023-Q1", "2023", "2023年1月", "2023/1", "2023第一季度", "2023-13", "Jan-23", "44927", "２０２３－０１", "2023-00", "202301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		strict, bad := parsePeriod(s)
		loose, err := Period(s)
		switch {
		case bad == nil && (err != nil || loose != strict):
			t.Fatalf("%q reads as %v, and by hand as %v, %v", s, strict, loose, err)
		case bad != nil && (bad.code == "" || bad.message == "" || bad.hint == ""):
			t.Fatalf("parsePeriod(%q): %+v", s, bad)
		}
		if p, ok := guessPeriod(number(s)); ok {
			if again, ok := ledger.ParsePeriod(p.String()); !ok || again != p {
				t.Fatalf("%q proposes %v", s, p)
			}
		}
		if err == nil {
			if again, bad := parsePeriod(loose.String()); bad != nil || again != loose || loose.First() > loose.Last() {
				t.Fatalf("%q reads as %v, which reads as %v, %v", s, loose, again, bad)
			}
		}
	})
}
