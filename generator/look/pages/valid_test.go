package pages

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// The pages are valid HTML, and the style sheets valid CSS, for the checker of the W3C.
func TestEveryKindOfPageIsValid(t *testing.T) {
	jar := look.NPM(t, "vnu-jar/build/dist/vnu.jar")
	if _, err := exec.LookPath("java"); err != nil {
		sitetest.Need(t, "no java: apt-get install -y default-jre-headless")
	}
	files := sitetest.Sample(t)
	dir, _ := look.SampleFolder(t)
	// Compiling less takes half the time for so short a run, and a deeper stack.
	args := []string{"-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "--errors-only", "--format", "json", "--also-check-css", "--also-check-svg"}
	for _, page := range look.SampleKinds(t) {
		args = append(args, filepath.Join(dir, filepath.FromSlash(page)))
	}
	for name := range files {
		if strings.HasSuffix(name, ".css") || strings.HasSuffix(name, ".svg") {
			args = append(args, filepath.Join(dir, name))
		}
	}
	var out bytes.Buffer
	checker := exec.Command("java", args...)
	checker.Stderr = &out // where it writes its report; it fails if there are errors
	_ = checker.Run()
	var result struct {
		Messages []struct {
			URL, Type, Message, Extract string
			LastLine                    int
		}
	}
	if err := json.Unmarshal(out.Bytes(), &result); err != nil {
		t.Fatalf("%v:\n%s", err, out.Bytes())
	}
	for _, m := range result.Messages {
		if strings.Contains(m.Message, "“paint-order”: Property") {
			continue // of SVG 2, and not in the checker's list
		}
		t.Errorf("%s:%d: %s: %s\n  %s", strings.TrimPrefix(m.URL, "file:"+dir), m.LastLine, m.Type, m.Message, m.Extract)
	}
}
