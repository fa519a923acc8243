package origin

import (
	"bufio"
	"io"
	"strings"
)

// log reads the commits that touched the site, latest first, until every file that is checked out
// has its own: the latest that gave it its present content. (A commit on a branch that a merge
// did not take left another content.) It also looks for the commits that removed the files of
// missed.
func (h *History) log(edge map[string]bool, missed []string) error {
	open := 0
	sought := make(map[string]bool)
	for _, path := range missed {
		if _, found := h.find(path); !found {
			sought[path] = true
			open++
		}
	}
	for _, f := range h.files {
		if f.blob != "" {
			open++
		}
	}
	removed := make(map[string]int)
	change := func(c *change) bool {
		i, found := h.find(c.path)
		switch {
		case !found:
			if _, later := removed[c.path]; c.status == "D" && !later {
				removed[c.path] = len(h.commits) - 1
				if sought[c.path] {
					open--
				}
			}
		case h.files[i].order == unknown && h.files[i].blob == c.blob:
			h.files[i].order, h.files[i].added = len(h.commits)-1, c.status == "A"
			open--
		}
		return open == 0
	}
	read := func(r io.Reader) (bool, error) { return h.changes(bufio.NewReader(r), edge, change) }
	err := h.stream(read, of("log", "HEAD", "-z", "--raw", "-c", "--no-abbrev", "--no-renames", "--format=%x01%H %ct")...)
	for path, order := range removed {
		h.files = append(h.files, file{path: path, order: order})
	}
	h.sort()
	return err
}

// change is what a commit did to one file.
type change struct {
	path   string
	blob   string // the result
	status string // A if it created the file, D if it removed it
}

// changes reads what git log prints, in pieces that end with a zero byte: for each commit a byte
// 1, its hash and time, then for each file a line that begins with a colon for each parent, and
// its path. It ends early if each reports that this is enough.
func (h *History) changes(r *bufio.Reader, edge map[string]bool, each func(*change) bool) (enough bool, err error) {
	beyond := false
	for {
		piece, err := r.ReadString(0)
		if err == io.EOF {
			return false, nil
		} else if err != nil {
			return false, err
		}
		piece = strings.Trim(piece, "\n\x00")
		switch {
		case strings.HasPrefix(piece, "\x01"):
			c, err := h.commit(piece[1:])
			if err != nil {
				return false, err
			}
			h.commits, beyond = append(h.commits, c), edge[c.Hash]
		case strings.HasPrefix(piece, ":"):
			path, err := r.ReadString(0)
			if err != nil {
				return false, err
			}
			c := &change{path: strings.TrimPrefix(strings.TrimSuffix(path, "\x00"), h.prefix)}
			parents := len(piece) - len(strings.TrimLeft(piece, ":"))
			if words := strings.Fields(piece); len(words) == 2*parents+3 { // modes, blobs, status
				c.blob, c.status = words[2*parents+1], words[2*parents+2]
			}
			if !beyond && each(c) {
				return true, nil
			}
		}
	}
}
