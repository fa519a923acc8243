package page

import (
	"iter"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// Former is what open data are still made from.
type Former struct {
	Book      *ledger.Book
	Standings *score.Standings
	Proofs    *proof.Proofs
	History   *origin.History
	Day       ledger.Date
}

func (f *Former) people() gazette.People { return gazette.NewPeople(f.Book.Config.Privacy, f.Day) }

func (f *Former) place(path string) *score.Place { return f.Standings.Of(f.Book.Place(path)) }

func (f *Former) dataPages(p *gazette.Place) iter.Seq[Page] {
	of := f.place(p.Path)
	return DataPages(f.Book, f.people(), f.History, of, f.Proofs.Of(of.Place))
}
