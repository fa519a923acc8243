package page

import (
	"net/url"
	"strconv"
	"strings"

	"gongshi/generator/gazette"
)

// expand puts a line into the pattern of its address.
func expand(pattern string, line gazette.Line) string {
	return strings.NewReplacer(
		"{commit}", line.Commit, "{path}", escapePath(line.Path), "{line}", strconv.Itoa(line.Number),
	).Replace(pattern)
}

// escapePath percent-encodes every part of a path, so that it may stand in a pattern's
// path as well as in its query.
func escapePath(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = strings.NewReplacer("&", "%26", "+", "%2B", "=", "%3D").Replace(url.PathEscape(part))
	}
	return strings.Join(parts, "/")
}
