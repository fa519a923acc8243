package origin

import (
	"slices"
	"strings"
)

// log reads the commits that touched the site, latest first, until every file that is checked out
// has its own: the latest that gave it its present content. (A commit on a branch that a merge
// did not take left another content.) It also looks for the commits that removed the files of
// missed.
//
// git prints pieces that end with a zero byte: for each commit a byte 1, its hash and time, then
// for each file a line that begins with a colon for each parent, and its path.
func (h *History) log(edge []string, missed []string) error {
	open := 0                       // files whose commit is not found
	removed := make(map[string]int) // the commits that removed files, if they are found
	for _, path := range missed {
		if _, found := h.find(path); !found {
			removed[path] = unknown
		}
	}
	for _, f := range h.files {
		if f.blob != "" {
			open++
		}
	}
	open += len(removed)
	beyond := false // the last commit is at the edge
	about := ""     // the line of the file whose path comes next
	args := of("log", "HEAD", "-z", "--raw", "-c", "--no-abbrev", "--no-renames", "--format=%x01%H %ct")
	for piece, err := range h.pieces(args...) {
		if err != nil {
			return err
		}
		line := strings.Trim(piece, "\n\x00")
		switch {
		case about != "":
			path := strings.TrimPrefix(strings.TrimSuffix(piece, "\x00"), h.prefix)
			if !beyond && h.change(path, about, removed) {
				open--
			}
			about = ""
		case strings.HasPrefix(line, "\x01"):
			c, err := h.commit(line[1:])
			if err != nil {
				return err
			}
			h.commits, beyond = append(h.commits, c), slices.Contains(edge, c.Hash)
		case strings.HasPrefix(line, ":"):
			about = line
		}
		if open == 0 {
			break
		}
	}
	for path, order := range removed {
		if order != unknown {
			h.files = append(h.files, file{path: path, order: order})
		}
	}
	h.sort()
	return nil
}

// change notes what the last commit did to a file, and reports whether the file's commit was open.
func (h *History) change(path, about string, removed map[string]int) bool {
	words := strings.Fields(about) // modes, blobs, the status: A if it was created, D if it was removed
	blob, status := words[len(words)-2], words[len(words)-1]
	i, found := h.find(path)
	if !found {
		order, sought := removed[path]
		if status == "D" && (!sought || order == unknown) {
			removed[path] = len(h.commits) - 1
		}
		return status == "D" && sought && order == unknown
	}
	f := &h.files[i]
	if f.order != unknown || f.blob != blob {
		return false
	}
	f.order, f.added = len(h.commits)-1, status == "A"
	return true
}
