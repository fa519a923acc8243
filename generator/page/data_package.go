package page

import (
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// DataPackage is datapackage.json: it describes every file, and tells how many rows are
// withheld.
type DataPackage struct {
	Path     string
	Name     string
	Title    gazette.Phrase
	Homepage string // "" where the site does not know its address
	Files    []*gazette.File
	Schemes  []*JSONFile
	Rules    gazette.Phrase // the title of each of them
	Programs DataKind
	Withheld []Withheld
	Expired  []ledger.Period // whose records have left the site
}

// At is the file's slash path.
func (p *DataPackage) At() string { return p.Path }

func (d *openData) packageOf() *DataPackage {
	p := &DataPackage{
		Path: d.path("datapackage.json"), Name: strings.ToLower(d.Path), Title: d.title(),
		Files: d.files, Schemes: d.schemes, Rules: d.rulesTitle(), Programs: d.programs(), Withheld: d.withheld(), Expired: d.expired(),
	}
	if d.config.BaseURL != "" {
		p.Homepage = d.config.BaseURL + escape(d.path("index.html"))
	}
	return p
}

func (d *openData) title() gazette.Phrase {
	if d.Count == 0 {
		return gazette.Phrase{Key: "file.all.tasks", Args: []any{d.Name}}
	}
	return gazette.Phrase{Key: "file.all.points", Args: []any{d.Name}}
}

func (d *openData) rulesTitle() gazette.Phrase {
	return gazette.Phrase{Key: "file.title.scheme", Args: []any{d.Name}}
}

// expired are the periods whose details are older than the site keeps them.
func (d *openData) expired() []ledger.Period {
	var list []ledger.Period
	for _, t := range d.Tables {
		if !t.Kept {
			list = append(list, t.Period)
		}
	}
	return list
}
