package origin

import (
	"bytes"
	"fmt"
	"os/exec"
	"testing"
)

// county makes a repository as villages fill one: every month each posts a sheet and a
// notice, and adds to its one file of events. A household has a row in each sheet and an
// event a month.
func county(t testing.TB, villages, months, households int) *repo {
	r := newRepo(t)
	var in bytes.Buffer
	events := make([]bytes.Buffer, villages)
	file := func(path string, content []byte) {
		fmt.Fprintf(&in, "M 100644 inline %s\ndata %d\n%s\n", path, len(content), content)
	}
	for m := range months {
		for v := range villages {
			fmt.Fprintf(&in, "commit refs/heads/main\ncommitter x <x@example.cn> %d +0800\ndata 1\nx\n", 1700000000+m*2600000+v)
			if m == 0 {
				file(fmt.Sprintf("data/v%04d/place.toml", v), fmt.Appendf(nil, "name = \"%d\"\n", v))
			}
			var sheet bytes.Buffer
			for h := range households {
				fmt.Fprintf(&sheet, "%03d,15,10,%d,8,5,10,5\n", h, m%10)
				fmt.Fprintf(&events[v], "E%d-%d,2023-01-01,%03d,deed,1\n", m, h, h)
			}
			file(fmt.Sprintf("data/v%04d/scores/%04d.csv", v, m), sheet.Bytes())
			file(fmt.Sprintf("data/v%04d/notices/%04d.toml", v, m), fmt.Appendf(nil, "posted = %d\n", m))
			file(fmt.Sprintf("data/v%04d/events/all.csv", v), events[v].Bytes())
		}
	}
	cmd := exec.Command("git", "fast-import", "--quiet")
	cmd.Dir, cmd.Stdin = r.dir, &in
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	r.git("checkout", "-q", "main")
	return r
}

// Eight villages over two years: the pass over their history takes less than 0.2 s.
func BenchmarkRead(b *testing.B) {
	r := county(b, 8, 24, 125)
	for b.Loop() {
		if h := r.read(); len(h.files) != 8*(2+2*24) {
			b.Fatal(len(h.files))
		}
	}
}

// 3,000 events entered in 24 commits, in each of eight villages.
func BenchmarkTrace(b *testing.B) {
	r := county(b, 8, 24, 125)
	h := r.read()
	var files []string
	for v := range 8 {
		files = append(files, fmt.Sprintf("data/v%04d/events/all.csv", v))
	}
	for _, cache := range []string{"", b.TempDir()} {
		b.Run(map[bool]string{true: "asked", false: "kept"}[cache == ""], func(b *testing.B) {
			for b.Loop() {
				h.Trace(among(files...), cache)
				for _, path := range files {
					if i, found := h.find(path); !found || len(h.files[i].lines) != 24 {
						b.Fatal(path, found)
					}
				}
			}
		})
	}
}
