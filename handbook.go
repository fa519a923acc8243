// Package gongshi holds the clerk's handbook, so that the program carries it into every new
// site. It stands at the root of the repository because content/help is the handbook's home:
// it is read there, shown by the sample, and no Go file lies among a site's articles.
package gongshi

import (
	"embed"
	"io/fs"
)

//go:embed content/help
var content embed.FS

// Handbook is the handbook's files by their names in a site, content/help/….
func Handbook() fs.FS { return content }
