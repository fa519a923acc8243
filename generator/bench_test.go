package main

import (
	"bytes"
	"path/filepath"
	"testing"

	"gongshi/generator/sitetest"
)

// The whole pipeline on 3,000 households × 12 months with 6 records each.
func BenchmarkBuildLargeVillage(b *testing.B) {
	dir := b.TempDir()
	sitetest.LargeVillage(b, dir, 3000, 1)
	for b.Loop() {
		var out, errs bytes.Buffer
		if code := run([]string{"build", "--source", dir, "--output", filepath.Join(b.TempDir(), "site")}, &out, &errs); code != 0 {
			b.Fatal(errs.String())
		}
	}
}
