package sitetest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/htmlindex"
)

// Commands are the commands by which scripts prepare their sites.
var Commands = map[string]func(*testscript.TestScript, bool, []string){
	"append":  appendLine,
	"encode":  encode,
	"rewrite": rewrite,
}

// Condition is the condition [case] of scripts: the disk distinguishes case.
func Condition(t *testing.T) func(name string) (bool, error) {
	return func(name string) (bool, error) {
		if name != "case" {
			return false, fmt.Errorf("unknown condition %q", name)
		}
		return tellsCase(t.TempDir())
	}
}

// tellsCase reports whether the disk of a folder distinguishes Help.md from help.md.
func tellsCase(dir string) (bool, error) {
	err := os.WriteFile(filepath.Join(dir, "Help.md"), nil, 0o644)
	_, other := os.Stat(filepath.Join(dir, "help.md"))
	return other != nil, err
}

// appendLine appends a line to a file: append FILE LINE.
func appendLine(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: append FILE LINE")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(ts.ReadFile(args[0])+args[1]+"\n"), 0o644))
}

// rewrite replaces text in files: rewrite OLD NEW FILE...
func rewrite(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: rewrite OLD NEW FILE...")
	}
	for _, name := range args[2:] {
		before := []byte(ts.ReadFile(name))
		after := bytes.ReplaceAll(before, []byte(args[0]), []byte(args[1]))
		if bytes.Equal(before, after) {
			ts.Fatalf("%s: no %q in it", name, args[0])
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), after, 0o644))
	}
}

// encode saves files of a script, which are UTF-8, as another program would: encode
// ENCODING FILE..., by the encoding's name on the web (gb18030, big5, utf-16le).
func encode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: encode ENCODING FILE...")
	}
	to, err := htmlindex.Get(args[0])
	ts.Check(err)
	for _, name := range args[1:] {
		text, err := to.NewEncoder().String(ts.ReadFile(name))
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o644))
	}
}
