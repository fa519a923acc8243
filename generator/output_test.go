package main

import (
	"os"
	"path/filepath"
	"testing"

	"gongshi/generator/site"
)

// Drafts go into no folder from which a site is published, however it is named.
func TestDraftsStayOutOfPublic(t *testing.T) {
	source := t.TempDir()
	public := filepath.Join(source, "public")
	if err := os.MkdirAll(filepath.Join(public, "zhen"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(public, filepath.Join(source, "link")); err != nil {
		t.Skip(err) // Windows lets only some people make one
	}
	for _, tt := range []struct {
		output  string
		refused bool
	}{
		{"", true}, {"public", true}, {"public/", true}, {"public/zhen", true}, {"public/new/deep", true},
		{"link", true}, {"link/zhen", true}, {"link/new", true},
		{"preview", false}, {"publicity", false}, {"public-2", false}, {"new/public", false},
	} {
		opt := site.Options{Source: source, Drafts: true}
		if tt.output != "" {
			opt.Output = filepath.Join(source, filepath.FromSlash(tt.output))
		}
		if err := outputFor(&opt); (err != nil) != tt.refused {
			t.Errorf("--drafts --output %q: refused = %v, want %v", tt.output, err != nil, tt.refused)
		}
		opt.Drafts = false
		if err := outputFor(&opt); err != nil {
			t.Errorf("--output %q: %v", tt.output, err)
		}
	}
}
