package origin

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Line is where one line of a file stands for good: at Number of Path, from the
// repository's root, in a commit.
type Line struct {
	Commit string
	Path   string
	Number int
}

// span are lines that came together: Count lines of the file as it is now, from First on.
type span struct {
	First, Count int
	Line         // of the first
}

// Trace finds for every line of some files the commit that last changed it. git need not
// be asked of a file that its last commit made whole. cache is a folder in which the answers
// are kept for the next run, "" for none. A file that git cannot trace is left as it was.
func (h *History) Trace(files []string, cache string) {
	if h == nil || h.Why != Known {
		return
	}
	h.lines = make(map[string][]span)
	asked := h.unclear(files)
	if len(asked) == 0 {
		return
	}
	kept := openCache(cache)
	defer kept.close()
	work := make(chan file)
	var workers sync.WaitGroup
	var lock sync.Mutex
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for f := range work {
				if spans, err := h.trace(f, kept); err == nil {
					lock.Lock()
					h.lines[f.path] = spans
					lock.Unlock()
				}
			}
		})
	}
	for _, f := range asked {
		work <- f
	}
	close(work)
	workers.Wait()
}

// unclear are the files of which some lines may be of another commit than the last.
func (h *History) unclear(paths []string) []file {
	var list []file
	for _, path := range paths {
		if i, found := h.find(path); found && !h.files[i].changed && !h.files[i].added && h.files[i].blob != "" {
			list = append(list, h.files[i])
		}
	}
	return list
}

// trace asks the cache, else git. What lies beyond the edge of a shallow clone is not kept:
// a later run may see further.
func (h *History) trace(f file, kept *cache) ([]span, error) {
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

// Line is where a line of a file stands for good: in the commit that last changed it, as
// far as Trace has found it, else in the last that changed the file. false where neither is
// known, or the file is not committed as it is.
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

// errBinary is the outcome for a file whose lines git counts otherwise than people do, such
// as one in UTF-16.
var errBinary = errors.New("not a text for git")

// blame asks git who last changed each line of a file as it is in a commit.
func (h *History) blame(commit, path string) ([]span, error) {
	var spans []span
	err := h.stream(func(r io.Reader) (enough bool, err error) {
		spans, err = porcelain(bufio.NewReader(r))
		return false, err
	}, "blame", "--porcelain", commit, "--", path)
	return spans, err
}

// porcelain reads git blame's format for programs. Each line of the file comes with its
// commit, its number there and here and, where a group begins, the group's size; what is
// known of a commit follows where it is named first; then the line itself after a tab.
func porcelain(r *bufio.Reader) ([]span, error) {
	var spans []span
	paths := make(map[string]string) // by commit
	commit := ""
	for {
		line, err := r.ReadBytes('\n')
		switch words := strings.Fields(string(line)); {
		case len(line) > 0 && line[0] == '\t':
			if bytes.IndexByte(line, 0) >= 0 {
				return nil, errBinary
			}
		case len(words) >= 3 && hexadecimal(words[0]):
			if commit = words[0]; len(words) == 4 {
				spans = append(spans, spanOf(words))
			}
		case len(words) >= 2 && words[0] == "filename":
			paths[commit] = unquoted(strings.TrimSuffix(string(line[len("filename "):]), "\n"))
		}
		if err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
	}
	for i := range spans {
		spans[i].Path = paths[spans[i].Commit]
	}
	slices.SortFunc(spans, func(a, b span) int { return a.First - b.First })
	return spans, nil
}

// spanOf reads a group's commit, first line there and here, and size.
func spanOf(words []string) (s span) {
	s.Commit = words[0]
	s.Number, _ = strconv.Atoi(words[1])
	s.First, _ = strconv.Atoi(words[2])
	s.Count, _ = strconv.Atoi(words[3])
	return s
}

func hexadecimal(word string) bool {
	return len(word) >= 40 && strings.Trim(word, "0123456789abcdef") == ""
}

// unquoted is a path that git has quoted since it holds a quotation mark, a backslash or
// a control character.
func unquoted(path string) string {
	if plain, err := strconv.Unquote(path); err == nil && strings.HasPrefix(path, `"`) {
		return plain
	}
	return path
}
