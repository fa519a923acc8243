package site_test

import (
	"bytes"
	"compress/gzip"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

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
	sheets := make(map[string]int) // and scripts, which most pages share
	weights := make(map[string]int)
	scripts := 0 // of the page that has most
	weigh := func(name string) int {
		if sheets[name] == 0 {
			sheets[name] = gzipped(t, files[name])
		}
		return sheets[name]
	}
	for name, doc := range sitetest.SamplePages(t) {
		if sum := scriptsOf(weigh, name, doc); sum > scripts {
			scripts, heaviest["script"] = sum, name
		}
		kind := sitetest.KindOf(doc)
		if most[kind] == 0 {
			continue
		}
		weight := gzipped(t, files[name])
		for n := range doc.Descendants() {
			if rel, _ := sitetest.Attr(n, "rel"); rel == "stylesheet" {
				href, _ := sitetest.Attr(n, "href")
				weight += weigh(path.Join(path.Dir(name), href))
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
	if scripts < 4<<10 || scripts > 8<<10 {
		t.Errorf("%s: %d bytes of scripts, compressed", heaviest["script"], scripts)
	}
	t.Logf("household %d, village %d, scripts %d", weights["household"], weights["village"], scripts)
}

// scriptsOf is the weight of a page's scripts, but for the charts' library, which few pages load,
// and the lists of a search, which are data.
func scriptsOf(weigh func(name string) int, name string, doc *html.Node) (sum int) {
	for n := range doc.Descendants() {
		src, ok := sitetest.Attr(n, "src")
		if base := path.Base(src); !ok || n.Data != "script" || strings.HasPrefix(base, "echarts.") || base == "list.js" {
			continue
		}
		sum += weigh(path.Join(path.Dir(name), src))
	}
	return sum
}
