package proof

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// The folder of the village, and the day on which its months are sealed: January is seal 1, February 2.
const home = "data/zhen/cun/"

var today = villagetest.Day

// freshBook returns the village of the tests as if it was read from files: every row and notice
// has its place. Households stand in lines 2 to 6, a sheet's rows likewise.
func freshBook() *ledger.Book {
	book := villagetest.WithUse(ledger.ConsentNumber)
	p := book.Places[0]
	p.Section = section("place.toml", map[string]int{"publicity.days": 5})
	for i, h := range p.Households {
		h.Spans[0].Line = int32(i + 2)
	}
	for of, n := range p.Notices {
		n.Section = section("notices/"+of.String()+".toml", map[string]int{
			"posted": 2, "visited": 3, "report.date": 4, "meeting.date": 6, "meeting.present": 7, "meeting.supervised_by": 8,
		})
		for i, o := range n.Objections {
			o.Section = ledger.SectionAt(diag.At(n.File, 11+10*i, 0)) // at lines 11, 21, …
		}
	}
	for i, e := range p.Events {
		e.Line = int32(i + 2)
	}
	return book
}

// section is a file with some keys in its lines.
func section(file string, lines map[string]int) ledger.Section {
	s := ledger.SectionAt(diag.At(home+file, 1, 0))
	for key, line := range lines {
		s.Keys[key] = diag.At(s.File, line, 0)
	}
	return s
}

// saltsInOrder makes texts in order: T1, T2, …
func saltsInOrder() func() string {
	n := 0
	return func() string { n++; return fmt.Sprint("T", n) }
}

// seal appends what is due on a day to the seals of the only place, as it is written and read again.
func seal(t *testing.T, book *ledger.Book, on ledger.Date) *ledger.Place {
	t.Helper()
	p := book.Places[0]
	proofs, list := Of(book, Options{Day: on})
	if list != nil {
		t.Fatal(list)
	}
	seals, salts, _, err := proofs.Of(p).Append(on, saltsInOrder())
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range seals {
		s.Record = diag.RecordAt(SealsFile(p), i+2)
	}
	for i, s := range salts {
		s.Record = diag.RecordAt(SaltsFile(p), i+2)
	}
	p.Seals, p.Salts = seals, salts
	return p
}

// sealedBook returns the village with both months sealed on its day.
func sealedBook(t *testing.T) (*ledger.Book, *ledger.Place) {
	t.Helper()
	book := freshBook()
	return book, seal(t, book, today)
}

// saltOf returns the salt of a line of a seal.
func saltOf(p *ledger.Place, no int, of string) *ledger.Salt {
	return p.Salts[slices.IndexFunc(p.Salts, func(s *ledger.Salt) bool { return s.No == no && s.Of == of })]
}

// changeOf is a change after the seals, and the findings that it makes.
type changeOf struct {
	name   string
	change func(p *ledger.Place)
	want   []string // file below the place's folder and line, column or key, code, a piece of the message
}

// changes tries each change on the sealed village, as of a day.
func changes(t *testing.T, on ledger.Date, table []changeOf) {
	t.Helper()
	changesAfter(t, func(*ledger.Place) {}, on, table)
}

// changesAfter tries each change on the village sealed with something more.
func changesAfter(t *testing.T, before func(p *ledger.Place), on ledger.Date, table []changeOf) {
	t.Helper()
	for _, c := range table {
		t.Run(c.name, func(t *testing.T) {
			book := freshBook()
			before(book.Places[0])
			c.change(seal(t, book, today))
			_, list := Of(book, Options{Day: on})
			wantFindings(t, list, c.want)
		})
	}
}

// wantFindings compares findings with what is wanted, in order. All are errors with a hint.
func wantFindings(t *testing.T, list diag.List, want []string) {
	t.Helper()
	if len(list) != len(want) {
		t.Fatalf("%d findings, want %d:\n%v", len(list), len(want), list)
	}
	for i, d := range list {
		at, says, _ := strings.Cut(want[i], ": ")
		if got := placeOf(d); got != at || !strings.Contains(d.Message, says) || d.Severity != diag.Error || d.Hint == "" {
			t.Errorf("%s: %s (%s), want %s", got, d.Message, d.Hint, want[i])
		}
	}
}

// placeOf returns where a finding is, and its code.
func placeOf(d diag.Diagnostic) string {
	file := strings.TrimPrefix(d.File, home)
	if path.Dir(file) == "data/zhen/scheme" {
		file = "../scheme/" + path.Base(file)
	}
	if d.Line > 0 {
		file += fmt.Sprint(":", d.Line)
	}
	return strings.Join(strings.Fields(file+" "+d.Heading+" "+d.Code), " ")
}

// january and february are what the tests change most.
func january(p *ledger.Place) *ledger.Notice  { return p.Notices[villagetest.January] }
func february(p *ledger.Place) *ledger.Notice { return p.Notices[villagetest.February] }

// mark returns a cell of a sheet: row and column from 0.
func mark(p *ledger.Place, of ledger.Period, row, column int) *ledger.Cell {
	return &p.Sheets[of].Rows[row].Cells[column]
}
