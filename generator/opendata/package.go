// Package opendata lists what a place publishes as open data.
//
// In: a place of package gazette, with its tables. Out: the [Package] for programs, with the tables
// and the versions of the rules beside them, and its [Index] for people. Gazette decides what is in
// a table; this room writes no file and makes no HTML.
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

// JSONFile is open data that is not a table.
type JSONFile struct {
	gazette.Located
	Value any // structs, so that the order of keys is fixed
}

// Withheld is how many rows of a period's board are not published: households that did not
// consent to be shown, and records of these, or older than the site keeps.
type Withheld struct {
	Period     ledger.Period `json:"period"`
	Board      string        `json:"board"` // 农户, 单位
	Households int           `json:"households"`
	Records    int           `json:"records"`
}

// Word returns the board's name on pages.
func (w Withheld) Word() string {
	if w.Board == ledger.Organisation {
		return "board.organisations"
	}
	return "board.households"
}

var boardNames = [2]string{"农户", ledger.Organisation}

// withheldOf returns the boards of all periods on which somebody is ranked.
func withheldOf(p *gazette.Place) []Withheld {
	var list []Withheld
	for _, t := range p.Tables {
		for i, board := range t.Boards {
			if board.All > 0 {
				list = append(list, Withheld{t.Period, boardNames[i], t.Records.Households[i], t.Records.Records[i]})
			}
		}
	}
	return list
}
