package origin

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"
)

// Line is the permanent place of a line of a file: Number in Path, from the repository's root, in
// a commit.
type Line struct {
	Commit string `json:"commit,omitzero"`
	Path   string `json:"path,omitzero"`
	Number int    `json:"number,omitzero"`
}

// span is a run of lines that came together: Count lines of the present file from First on.
type span struct {
	First, Count int
	Line         // of the first
}

// Trace finds for every line of the files that are wanted, by their paths, the commit that last
// changed it. It need not ask git about a file that its last commit created. folder is one that
// keeps the answers for the next run, or "". A file that git cannot trace stays as it was.
func (h *History) Trace(wanted func(path string) bool, folder string) {
	if h == nil || h.Why != Known {
		return
	}
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i := range h.files {
		f := &h.files[i]
		if f.changed || f.added || f.blob == "" || !wanted(f.path) {
			continue // all its lines are from one commit, or from none
		}
		work.Go(func() error {
			f.lines, _ = h.trace(f, folder)
			return nil
		})
	}
	work.Wait()
}

// kept is what a file of the cache has: the lines of a file as of its last commit.
type kept struct {
	Commit string
	Lines  []span
}

// trace asks the cache, or else git. Results beyond the edge of a shallow clone are not kept: a
// later run may find more. A cache that cannot be read or written is ignored.
func (h *History) trace(f *file, folder string) ([]span, error) {
	if f.order == unknown || h.Shallow {
		return h.blame("HEAD", f.path)
	}
	commit := h.commits[f.order].Hash
	if folder == "" {
		return h.blame(commit, f.path)
	}
	name, last := h.cached(folder, f.path), kept{}
	if text, err := os.ReadFile(name); err == nil && json.Unmarshal(text, &last) == nil && last.Commit == commit {
		return last.Lines, nil
	}
	spans, err := h.blame(commit, f.path)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(kept{commit, spans})
	lost := func(s span) bool { return !utf8.ValidString(s.Path) } // JSON has no such bytes
	if err != nil || slices.ContainsFunc(spans, lost) {
		return spans, nil
	}
	if os.MkdirAll(folder, 0o700) == nil && os.WriteFile(name+".new", text, 0o600) == nil {
		os.Rename(name+".new", name) // so that it is whole or not there
	}
	return spans, nil
}

// cached returns the file of the cache for a file of this site on this machine.
func (h *History) cached(folder, path string) string {
	at, _ := filepath.Abs(h.dir)
	sum := sha256.Sum256([]byte(at + "\x00" + path))
	return filepath.Join(folder, hex.EncodeToString(sum[:16]))
}

// Line returns the permanent place of a line: in the commit that last changed it, if Trace has
// found it, or else in the last that changed the file. It returns false if neither is known, or
// if the file is not committed as it is.
func (h *History) Line(path string, number int) (Line, bool) {
	if h == nil || h.Why != Known {
		return Line{}, false
	}
	i, found := h.find(path)
	if !found || h.files[i].changed {
		return Line{}, false
	}
	if spans := h.files[i].lines; spans != nil {
		at, exact := slices.BinarySearchFunc(spans, number, func(s span, n int) int { return s.First - n })
		if !exact {
			at--
		}
		if at >= 0 && number < spans[at].First+spans[at].Count {
			line := spans[at].Line
			line.Number += number - spans[at].First
			return line, true
		}
	}
	if h.files[i].order == unknown {
		return Line{}, false
	}
	return Line{h.commits[h.files[i].order].Hash, h.prefix + path, number}, true
}
