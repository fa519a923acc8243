package screen

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// While a reveal is being prepared the public site tells nothing of it: it is the same to
// the byte, in every page, feed, list and data file, as if the draft had not been entered.
func TestDraftsLeaveNoTraceInThePublicSite(t *testing.T) {
	t.Parallel()
	sample := sitetest.CopySample(t, sitetest.Same)
	sitetest.Only(t, sample, "zhongping")
	for name, test := range map[string]struct{ source, place, period, honoured string }{
		"sample": {sample, "zhongping", "2024-01", ""},
		"hall":   {hall(t, false), "v", "2023-02", "银牌户"},
	} {
		t.Run(name, func(t *testing.T) {
			with := sitetest.Build(t, site.Options{Source: test.source})
			shown := test.place + "/screen.html"
			screen := sitetest.Part(t, site.Options{Source: test.source, Drafts: true}, func(path string) bool { return path == shown })[shown]
			if !bytes.Contains(screen, []byte(`data-figure="`+test.period)) || test.honoured != "" && !bytes.Contains(screen, []byte(`data-reveal="yes"`)) {
				t.Error("the site of drafts does not show the draft")
			}
			for _, file := range []string{"scores/" + test.period + ".csv", "notices/" + test.period + ".toml"} {
				sitetest.Must(t, os.Remove(filepath.Join(test.source, "data", test.place, file)))
			}
			without := sitetest.Build(t, site.Options{Source: test.source})
			sitetest.Compare(t, with, without)
			for file, content := range with {
				if strings.Contains(file, test.period) || bytes.Contains(content, []byte(`data-figure="`+test.period)) || bytes.Contains(content, []byte("data-reveal=\"yes\"")) {
					t.Errorf("%s tells of %s", file, test.period)
				}
			}
		})
	}
}
