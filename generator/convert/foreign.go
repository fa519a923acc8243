package convert

import "gongshi/generator/ledger"

// Scope is a stand-in.
type Scope struct {
	Place  *ledger.Place
	Period ledger.Period
}

func (im *Import) foreign(w *Workbook, scope Scope) {}
