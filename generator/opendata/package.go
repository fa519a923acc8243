package opendata

import (
	"strings"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Package is datapackage.json: it describes every file, and tells how many rows are
// withheld.
type Package struct {
	gazette.Located
	Name     string
	Title    gazette.Phrase
	Homepage string // "" if the site does not know its address
	Files    []*gazette.File
	Schemes  []*JSONFile
	Rules    gazette.Phrase // the title of each of them
	Programs Kind
	Withheld []Withheld
	Expired  []ledger.Period // whose records have left the site
	Unnamed  []ledger.Period // which name nobody any more
}

// Package returns their description for programs.
func (d *Data) Package() *Package {
	p := &Package{
		Located: gazette.Located{Path: d.path("datapackage.json")}, Name: strings.ToLower(d.place.Path), Title: d.title(),
		Files: d.Files, Schemes: d.Schemes, Rules: d.rulesTitle(), Programs: d.programs(), Withheld: d.withheld(), Expired: d.expired(),
		Unnamed: d.periods(func(t *gazette.Table) bool { return t.Unnamed }),
	}
	if d.config.BaseURL != "" {
		p.Homepage = d.config.BaseURL + address.Escape(d.path("index.html"))
	}
	return p
}

func (d *Data) title() gazette.Phrase {
	if d.place.Count == 0 {
		return gazette.Phrase{Key: "file.all.tasks", Args: []any{d.place.Name}}
	}
	return gazette.Phrase{Key: "file.all.points", Args: []any{d.place.Name}}
}

func (d *Data) rulesTitle() gazette.Phrase {
	return gazette.Phrase{Key: "file.title.scheme", Args: []any{d.place.Name}}
}

// expired returns the periods whose details are older than the site keeps.
func (d *Data) expired() []ledger.Period {
	return d.periods(func(t *gazette.Table) bool { return !t.Kept })
}

// periods returns those of some tables.
func (d *Data) periods(of func(*gazette.Table) bool) []ledger.Period {
	var list []ledger.Period
	for _, t := range d.place.Tables {
		if of(t) {
			list = append(list, t.Period)
		}
	}
	return list
}
