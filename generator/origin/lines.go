package origin

import (
	"runtime"
	"slices"
	"sync"

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

// Trace finds for every line of some files the commit that last changed it. It need not ask git
// about a file that its last commit created. folder is one that keeps the answers for the
// next run, or "". A file that git cannot trace stays as it was.
func (h *History) Trace(files []string, folder string) {
	if h == nil || h.Why != Known {
		return
	}
	h.lines = make(map[string][]span)
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	var lock sync.Mutex
	for _, path := range files {
		i, found := h.find(path)
		if !found || h.files[i].changed || h.files[i].added || h.files[i].blob == "" {
			continue // all its lines are from one commit, or from none
		}
		f := h.files[i]
		work.Go(func() error {
			if spans, err := h.trace(f, cache(folder)); err == nil {
				lock.Lock()
				h.lines[f.path] = spans
				lock.Unlock()
			}
			return nil
		})
	}
	work.Wait()
}

// trace asks the cache, or else git. Results beyond the edge of a shallow clone are not kept: a
// later run may find more.
func (h *History) trace(f file, kept cache) ([]span, error) {
	if f.order == unknown || h.Shallow {
		return h.blame("HEAD", f.path)
	}
	commit := h.commits[f.order].Hash
	if spans, ok := kept.read(h.dir, f.path, commit); ok {
		return spans, nil
	}
	spans, err := h.blame(commit, f.path)
	if err == nil {
		kept.write(h.dir, f.path, commit, spans)
	}
	return spans, err
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
	if spans, traced := h.lines[path]; traced {
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
