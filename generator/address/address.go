// Package address knows where each page of a place is, and how one file leads to another.
//
// In: places, tables and periods of package gazette; slash paths below the site's root. Out: such
// paths, not percent-encoded, and addresses made of them, which are: relative ones, and absolute
// ones for paper and feeds. It does not know which of the pages exist: that is the plan of
// package page.
package address

import (
	"net/url"
	"strings"
)

// Escape percent-encodes a slash path.
func Escape(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// Root returns the way from a file to the site's root: "", "../", "../../".
func Root(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

// Relative returns the percent-encoded address of the file to, relative to the file at from.
func Relative(from, to string) string {
	same := 0 // as far as they are in the same folder
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			same = i + 1
		}
	}
	return Root(from[same:]) + Escape(to[same:])
}

// Absolute returns a file's address on the web, for paper, feeds and calendars, or "" if the site
// does not know its own address (config.toml, base_url).
func Absolute(base, path string) string {
	if base == "" {
		return ""
	}
	return base + Escape(path)
}

// Within reports whether path is folder or is below it; everything is below "".
func Within(path, folder string) bool {
	return folder == "" || path == folder ||
		len(path) > len(folder) && path[:len(folder)] == folder && path[len(folder)] == '/'
}
