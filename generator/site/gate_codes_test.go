package site_test

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

var (
	printedCode = regexp.MustCompile(`\b[0-9a-f]{4}( [0-9a-f]{4}){3}\b`)
	linkedCode  = regexp.MustCompile(`\bproofs\.html#[0-9a-f]{16}\b`)
)

// A check code may have the form of a telephone or a bank card by chance. Wherever one is published, it is no reason to
// publish nothing.
func TestGateReadsCheckCodes(t *testing.T) {
	for _, code := range []string{"0543 2267 4370 1234", "6222 0212 3456 7894"} {
		seen := 0
		if len(site.Searched("a.txt", "电话 "+code)) == 0 {
			t.Fatalf("%s is nothing that the gate finds", code)
		}
		for name, content := range sitetest.Sample(t) {
			text := string(content)
			if ext := path.Ext(name); ext == ".png" || ext == ".zip" || !printedCode.MatchString(text) && !linkedCode.MatchString(text) {
				continue
			}
			seen++
			coded := printedCode.ReplaceAllString(text, code)
			coded = linkedCode.ReplaceAllString(coded, "proofs.html#"+strings.ReplaceAll(code, " ", ""))
			if list := site.Searched(name, coded); len(list) > 0 && len(list) > len(site.Searched(name, text)) {
				t.Errorf("%s: %v", name, list[0])
			}
		}
		if seen < 20 {
			t.Fatalf("check codes are in %d files only", seen)
		}
	}
}
