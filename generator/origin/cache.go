package origin

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// cache keeps, in a folder outside of any site, which lines of a file came from which commit: a
// file for each file of a repository on this machine, rewritten when that has a new last commit.
// A cache that cannot be read or written is ignored. "" is no cache.
type cache string

// form is the first word of a cache file; change it with the format.
const form = "lines-1"

// name returns the cache file of a file of the site in dir.
func (c cache) name(dir, path string) string {
	at, err := filepath.Abs(dir)
	if err != nil {
		at = dir
	}
	sum := sha256.Sum256([]byte(at + "\x00" + path))
	return filepath.Join(string(c), hex.EncodeToString(sum[:16]))
}

// read returns the lines of a file whose last commit is the given one.
func (c cache) read(dir, path, commit string) ([]span, bool) {
	if c == "" {
		return nil, false
	}
	text, err := os.ReadFile(c.name(dir, path))
	if err != nil {
		return nil, false
	}
	lines := strings.Split(string(text), "\n")
	if lines[0] != form+" "+commit || lines[len(lines)-1] != "end" {
		return nil, false
	}
	var spans []span
	for _, line := range lines[1 : len(lines)-1] {
		var s span
		if _, err := fmt.Sscanf(line, "%d %d %s %d %q", &s.First, &s.Count, &s.Commit, &s.Number, &s.Path); err != nil {
			return nil, false
		}
		spans = append(spans, s)
	}
	return spans, true
}

// write writes the lines, as a whole file or not at all.
func (c cache) write(dir, path, commit string, spans []span) {
	if c == "" || os.MkdirAll(string(c), 0o700) != nil {
		return
	}
	var text strings.Builder
	fmt.Fprintln(&text, form, commit)
	for _, s := range spans {
		fmt.Fprintf(&text, "%d %d %s %d %q\n", s.First, s.Count, s.Commit, s.Number, s.Path)
	}
	text.WriteString("end")
	at := c.name(dir, path)
	if os.WriteFile(at+".new", []byte(text.String()), 0o600) == nil {
		os.Rename(at+".new", at)
	}
}
