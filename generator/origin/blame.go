package origin

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

// errBinary is returned for a file whose lines git counts differently from people, such as one in
// UTF-16.
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

// porcelain reads git blame's format for programs. Each line of the file comes with its commit,
// its number there and here and, at the beginning of a group, the group's size; a commit's
// details follow where it first occurs; then comes the line itself after a tab.
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

// unquoted returns a path that git has quoted because of a quotation mark, a backslash or a
// control character.
func unquoted(path string) string {
	if plain, err := strconv.Unquote(path); err == nil && strings.HasPrefix(path, `"`) {
		return plain
	}
	return path
}
