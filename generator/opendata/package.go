package opendata

import (
	"strings"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Package is datapackage.json: it describes every file that a place publishes as open data, and
// tells how many rows are withheld.
type Package struct {
	gazette.Located
	Name     string
	Title    gazette.Phrase
	Homepage string // "" if the site does not know its address
	Files    []*gazette.File
	Schemes  []*JSONFile // the versions of the rules that govern them
	Rules    Kind        // … with their title
	Programs Kind        // what only programs read
	Withheld []Withheld
	Expired  []ledger.Period // whose records have left the site
	Unnamed  []ledger.Period // which name nobody any more
}

// Of describes what p publishes.
func Of(s *gazette.Site, p *gazette.Place) *Package {
	title := "file.all.points"
	if p.Count == 0 {
		title = "file.all.tasks"
	}
	d := &Package{
		Located: gazette.Located{Path: address.Data(p, "datapackage.json")}, Name: strings.ToLower(p.Path),
		Title:    gazette.Phrase{Key: title, Args: []any{p.Name}},
		Homepage: address.Absolute(s.Config.BaseURL, address.DataIndex(p)),
		Files:    p.Files(s.Day), Programs: programs(s, p), Withheld: withheldOf(p),
		Rules: Kind{kind: "scheme", Title: gazette.Phrase{Key: "file.title.scheme", Args: []any{p.Name}}},
	}
	for _, v := range p.Versions() {
		name := "scheme-" + v.Effective.String() + ".json"
		d.Schemes = append(d.Schemes, &JSONFile{gazette.Located{Path: address.Data(p, name)}, v.JSON()})
		which := gazette.Phrase{Key: "rules.edition", Args: []any{v.Effective}}
		d.Rules.Files = append(d.Rules.Files, IndexedFile{Href: name, Which: which})
	}
	for _, t := range p.Tables {
		if !t.Kept {
			d.Expired = append(d.Expired, t.Period)
		}
		if t.Unnamed {
			d.Unnamed = append(d.Unnamed, t.Period)
		}
	}
	return d
}
