// Package opendata lists what a place publishes as open data.
//
// In: a place of package gazette, with its tables. Out: the [Package] for programs, with the tables
// and the versions of the rules beside them, and its [Index] for people. Gazette decides what is in
// a table; this room writes no file and makes no HTML.
package opendata

import (
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

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
