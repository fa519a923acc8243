// Package opendata lists what a place publishes as open data.
//
// In: a place of package gazette, with its tables. Out: [Data]: the tables, the versions of the
// rules beside them, the [Index] for people, and the [Package] for programs. Gazette decides what
// is in a table; this room writes no file and makes no HTML.
package opendata

import (
	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// JSONFile is open data that is not a table.
type JSONFile struct {
	gazette.Located
	Value any            // structs, so that the order of keys is fixed
	Which gazette.Phrase // of several of its kind
}

// Data is what a place publishes as open data.
type Data struct {
	place   *gazette.Place
	config  *ledger.Config
	Files   []*gazette.File
	Schemes []*JSONFile // the versions of the rules that govern them
}

// Of returns what p publishes.
func Of(s *gazette.Site, p *gazette.Place) *Data {
	d := &Data{place: p, config: &s.Config, Files: p.Files(s.Day)}
	for _, v := range p.Versions() {
		d.Schemes = append(d.Schemes, &JSONFile{
			Located: gazette.Located{Path: d.path("scheme-" + v.Effective.String() + ".json")}, Value: v.JSON(),
			Which: gazette.Phrase{Key: "rules.edition", Args: []any{v.Effective}},
		})
	}
	return d
}

// path returns the path of a file of the place's open data.
func (d *Data) path(name string) string { return address.Data(d.place, name) }

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

// withheld returns the boards of all periods on which somebody is ranked.
func (d *Data) withheld() []Withheld {
	var list []Withheld
	for _, t := range d.place.Tables {
		for i, board := range t.Boards {
			if board.All > 0 {
				list = append(list, Withheld{t.Period, boardNames[i], t.Records.Households[i], t.Records.Records[i]})
			}
		}
	}
	return list
}
