package origin

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// errBinary is returned for a file whose lines git counts differently from people, such as one in
// UTF-16.
var errBinary = errors.New("not a text for git")

// blame asks git who last changed each line of a file as it is in a commit, in git's format for
// programs. Each line of the file comes with its commit, its number there and here and, at the
// beginning of a group, the group's size; a commit's details follow where it first occurs; then
// comes the line itself after a tab.
func (h *History) blame(commit, path string) ([]span, error) {
	var spans []span
	paths := make(map[string]string) // by commit
	at := ""
	out, err := h.output("blame", "--porcelain", commit, "--", path)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(out)) {
		switch words := strings.Fields(line); {
		case line[0] == '\t':
			if strings.Contains(line, "\x00") {
				return nil, errBinary
			}
		case len(words) >= 3 && len(words[0]) >= 40: // a hash, as git's own words are shorter
			if at = words[0]; len(words) == 4 { // first line there and here, and size
				var s span
				fmt.Sscan(line, &s.Commit, &s.Number, &s.First, &s.Count)
				spans = append(spans, s)
			}
		case len(words) >= 2 && words[0] == "filename":
			paths[at] = unquoted(strings.TrimSuffix(strings.TrimPrefix(line, "filename "), "\n"))
		}
	}
	for i := range spans {
		spans[i].Path = paths[spans[i].Commit]
	}
	slices.SortFunc(spans, func(a, b span) int { return a.First - b.First })
	return spans, nil
}

// unquoted returns a path that git has quoted because of a quotation mark, a backslash or a
// control character.
func unquoted(path string) string {
	if plain, err := strconv.Unquote(path); err == nil && strings.HasPrefix(path, `"`) {
		return plain
	}
	return path
}
