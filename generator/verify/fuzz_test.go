package verify_test

import (
	"bytes"
	"maps"
	"slices"
	"testing"

	"gongshi/generator/publish"
	"gongshi/generator/render"
	"gongshi/generator/verify"
)

// FuzzVerify: whatever stands in the place of a part of a published file, or behind it, verify ends
// with a word on it: a difference, or that this is no site. The checksums are made to fit.
func FuzzVerify(f *testing.F) {
	site := wholes[tampered](f)
	names := slices.Sorted(maps.Keys(site))
	for i, text := range []string{"\x00", ",,,,,,,,\r\n", "{\"a\":", "-1e999"} {
		f.Add(uint16(7*i), uint32(31*i), uint16(5*i), []byte(text))
	}
	f.Fuzz(func(t *testing.T, file uint16, at uint32, drop uint16, text []byte) {
		files := maps.Clone(site)
		name := names[int(file)%len(names)]
		was := files[name]
		from := int(at) % (len(was) + 1)
		to := min(len(was), from+int(drop))
		if files[name] = slices.Concat(was[:from], text, was[to:]); bytes.Equal(files[name], was) {
			return
		}
		if name != publish.Manifest {
			files.Sum()
		}
		report, err := verify.Site(held(files), verify.Options{Theme: render.ThemeIn("")})
		if err == nil && len(report.Differences) == 0 {
			t.Errorf("%s: %q for %q at %d, and nobody sees it", name, text, was[from:to], from)
		}
	})
}
