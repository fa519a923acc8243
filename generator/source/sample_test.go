package source

import (
	"os"
	"testing"
	_ "time/tzdata"

	"gongshi/generator/diag"
)

// TestSample reads the site of this repository: its sample has no errors.
func TestSample(t *testing.T) {
	book, diags, err := Read(os.DirFS("../.."), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s %s\n  %s", d.Position, d.Code, d.Message, d.Hint)
		} else {
			t.Logf("%s: %s %s\n  %s", d.Position, d.Code, d.Message, d.Hint)
		}
	}
	rows := 0
	for _, p := range book.Places {
		for _, s := range p.Sheets {
			rows += len(s.Rows)
		}
		t.Logf("%s %s: %d households, %d sheets, %d events, %d corrections, %d notices, %d schemes, joined %s",
			p.Path, p.Name, len(p.Households), len(p.Sheets), len(p.Events), len(p.Corrections), len(p.Notices), len(p.Schemes), p.Joined)
	}
	t.Log(rows, "rows", len(book.Articles), "articles")
}

func BenchmarkSample(b *testing.B) {
	for b.Loop() {
		if _, _, err := Read(os.DirFS("../.."), ""); err != nil {
			b.Fatal(err)
		}
	}
}
