package account

import (
	"net/url"
	"strconv"
	"strings"

	"gongshi/generator/gazette"
)

// LinesOf returns how the pages of a site lead to lines in its repository (config.toml, [source]
// url), each in the commit that last changed it.
func LinesOf(s *gazette.Site) func(gazette.Source) string {
	return func(at gazette.Source) string {
		line, known := s.Line(at)
		if !known {
			return ""
		}
		return expand(s.Config.SourceURL, line)
	}
}

// expand puts a line into the pattern of its address.
func expand(pattern string, line gazette.Line) string {
	return strings.NewReplacer(
		"{commit}", line.Commit, "{path}", escapePath(line.Path), "{line}", strconv.Itoa(line.Number),
	).Replace(pattern)
}

// escapePath percent-encodes every part of a path, for a pattern's path as well as its query.
func escapePath(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = strings.NewReplacer("&", "%26", "+", "%2B", "=", "%3D").Replace(url.PathEscape(part))
	}
	return strings.Join(parts, "/")
}
