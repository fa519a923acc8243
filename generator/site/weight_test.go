package site_test

import (
	"bytes"
	"compress/gzip"
	"path"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

func gzipped(t *testing.T, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(content)
	sitetest.Must(t, err)
	sitetest.Must(t, w.Close())
	return b.Len()
}

// A household's page comes with its style sheets in the first packets of a connection, a village's
// page not long after; scripts are few.
func TestPagesAreLight(t *testing.T) {
	files := sitetest.Sample(t)
	most := map[string]int{"household": 14 << 10, "village": 30 << 10}
	heaviest := make(map[string]string)
	sheets := make(map[string]int) // which most pages share
	weights := make(map[string]int)
	for name, doc := range sitetest.SamplePages(t) {
		kind := sitetest.KindOf(doc)
		if most[kind] == 0 {
			continue
		}
		weight := gzipped(t, files[name])
		for n := range doc.Descendants() {
			if rel, _ := sitetest.Attr(n, "rel"); rel == "stylesheet" {
				href, _ := sitetest.Attr(n, "href")
				sheet := path.Join(path.Dir(name), href)
				if sheets[sheet] == 0 {
					sheets[sheet] = gzipped(t, files[sheet])
				}
				weight += sheets[sheet]
			}
		}
		if weight > weights[kind] {
			weights[kind], heaviest[kind] = weight, name
		}
	}
	for kind, limit := range most {
		if w := weights[kind]; w == 0 || w > limit {
			t.Errorf("%s with its style sheets: %d bytes compressed, at most %d", heaviest[kind], w, limit)
		}
	}
	scripts, sum := 0, 0
	for name, content := range files { // those beside the front page; the lists of a search stand in their places
		if path.Ext(name) == ".js" && path.Dir(name) == "." && !strings.HasPrefix(name, "echarts.") {
			scripts++
			sum += gzipped(t, content)
		}
	}
	if scripts < 3 || sum > 12<<10 {
		t.Errorf("%d scripts: %d bytes compressed", scripts, sum)
	}
	t.Logf("household %d, village %d, scripts %d", weights["household"], weights["village"], sum)
}
