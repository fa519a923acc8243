package main

import (
	"strings"
	"testing"
)

// What cannot be asked is never taken for good news.
func TestAsk(t *testing.T) {
	const clean, cleanNPM = "No vulnerabilities found.\n", `{"auditReportVersion":2,"vulnerabilities":{},"metadata":{"vulnerabilities":{"low":0,"total":0}}}`
	for _, test := range []struct {
		about    string
		goSaid   string
		goStatus int
		npm      string
		want     answer
		told     string
	}{
		{"nothing", clean, 0, cleanNPM, nothing, "npm audit): nothing is known"},
		{"a warning before", clean, 0, "npm warn x\n" + cleanNPM, nothing, "npm audit): nothing is known"},
		{"a module", "Vulnerability #1: GO-2024-0001\nexit status 3\n", 1, cleanNPM, known, "GO-2024-0001"},
		{"a package", clean, 0, `{"metadata":{"vulnerabilities":{"total":2}}}`, known, "npm audit): something is known"},
		{"no network for Go", "dial tcp: lookup proxy.golang.org: no such host\n", 1, cleanNPM, silent, "govulncheck): could not be asked\ndial tcp"},
		{"no network for npm", clean, 0, `{"error":{"code":"ENOTFOUND"}}`, silent, "npm audit): could not be asked"},
		{"a mirror without advisories", clean, 0, `{"message":"404 Not Found","metadata":{}}`, silent, "npm audit): could not be asked"},
		{"no npm", clean, 0, `exec: "npm": executable file not found in $PATH`, silent, "executable file not found"},
		{"ended without a word", "", 0, cleanNPM, silent, "govulncheck): could not be asked"},
		{"both", "exit status 3", 1, "", silent, "govulncheck): something is known"},
	} {
		var out strings.Builder
		got := ask(&out, func(name string, args ...string) ([]byte, int) {
			if name == "go" {
				return []byte(test.goSaid), test.goStatus
			}
			return []byte(test.npm), 1
		})
		if got != test.want || !strings.Contains(out.String(), test.told) {
			t.Errorf("%s: %d, want %d\n%s", test.about, got, test.want, &out)
		}
	}
}
