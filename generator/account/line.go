package account

import (
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/rules"
)

// Ways are how a page leads to the sources of an account.
type Ways struct {
	Line func(gazette.Source) string      // the address of a line in the repository, "" without links
	Rule func(*gazette.Scheme) rules.Link // a version on the place's page of rules
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
