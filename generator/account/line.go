package account

import (
	"net/url"
	"strconv"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/rules"
)

// Ways are how a page leads to the sources of an account.
type Ways struct {
	Site  *gazette.Site
	Rules string // address of the place's page of rules
}

func (w Ways) rule(s *gazette.Scheme) rules.Link { return rules.LinkTo(w.Rules, s) }

// line is the address of a line in the site's repository (config.toml, [source] url), in the
// commit that last changed it, or "" without links.
func (w Ways) line(at gazette.Source) string {
	line, known := w.Site.Line(at)
	if !known {
		return ""
	}
	return expand(w.Site.Config.SourceURL, line)
}

// Line is a line of a file, as file:line.
type Line struct {
	Text, Href string // Href is "" without a link
}

// sources returns lines of files, each file named where its lines begin, with the addresses from
// href.
func sources(href func(gazette.Source) string, lines ...gazette.Source) []Line {
	var list []Line
	file := ""
	for _, p := range lines {
		if p.File == "" {
			continue
		}
		text := gazette.Source{File: p.File, Line: p.Line}.String() // without its column
		if p.File == file && p.Line > 0 {
			text = strings.TrimPrefix(text, file+":")
		}
		list = append(list, Line{text, href(p)})
		file = p.File
	}
	return list
}

// expand puts a line into the pattern of its address. What is put in has no braces.
func expand(pattern string, line gazette.Line) string {
	pattern = strings.ReplaceAll(pattern, "{commit}", line.Commit)
	pattern = strings.ReplaceAll(pattern, "{path}", escapePath(line.Path))
	return strings.ReplaceAll(pattern, "{line}", strconv.Itoa(line.Number))
}

// escapePath percent-encodes every part of a path, for a pattern's path as well as its query.
func escapePath(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = inQuery.Replace(url.PathEscape(part))
	}
	return strings.Join(parts, "/")
}

// inQuery escapes what [url.PathEscape] leaves; making a replacer takes longer than using it.
var inQuery = strings.NewReplacer("&", "%26", "+", "%2B", "=", "%3D")
