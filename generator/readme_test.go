package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
)

var usedCommand = regexp.MustCompile(`(?m)^  ([a-z]+) .*  \S`)

// TestHandbookReadmes: both READMEs, each in its language, name every command of the program, show the same
// pictures, and tell how to test.
func TestHandbookReadmes(t *testing.T) {
	var usage bytes.Buffer
	run([]string{"--help"}, &usage, &usage)
	commands := usedCommand.FindAllStringSubmatch(usage.String(), -1)
	if len(commands) < 10 {
		t.Fatalf("%d commands in\n%s", len(commands), &usage)
	}
	for _, name := range []string{"../README.md", "../README.en.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, command := range commands {
			if !strings.Contains(string(text), "| `gongshi "+command[1]) {
				t.Errorf("%s has no row for gongshi %s", name, command[1])
			}
		}
		for _, part := range []string{"](content/help/pages.webp)", "go test ./...", "](content/help/index.md)"} {
			if !strings.Contains(string(text), part) {
				t.Errorf("%s lacks %s", name, part)
			}
		}
	}
}
