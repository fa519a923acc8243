package oracle_test

import (
	"os"
	"reflect"
	"runtime/debug"
	"testing"

	"gongshi/generator/check"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/oracle"
	"gongshi/generator/source"
)

func TestMain(m *testing.M) {
	debug.SetGCPercent(400) // a random site is small, and soon forgotten
	os.Exit(m.Run())
}

// A random site is valid, and says to source what it was made from.
func TestRandomSiteIsValid(t *testing.T) {
	for seed := range oracle.Sites(50, 200) {
		site := oracle.RandomSite(seed)
		book, list, err := source.Read(site, "")
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for _, d := range append(list, check.Book(book)...) {
			if d.Severity == diag.Error {
				t.Errorf("seed %d: %s %s", seed, d.Position, d.Message)
			}
		}
		if oracle.Day(site) != book.Config.Date || book.Config.Date == 0 {
			t.Errorf("seed %d: Day is %s, the config's date %s", seed, oracle.Day(site), book.Config.Date)
		}
		made := oracle.RandomBook(seed)
		for _, on := range []ledger.Date{book.Config.Date, book.Config.Date + 40} {
			figures, levels := oracle.Score(book, on)
			again, awarded := oracle.Score(made, on)
			if !reflect.DeepEqual(figures, again) {
				t.Errorf("seed %d: the files give other figures than the Book they were written from", seed)
			}
			if !reflect.DeepEqual(oracle.Shared(book, on), oracle.Shared(made, on)) {
				t.Errorf("seed %d: the files give other parts than the Book they were written from", seed)
			}
			if !reflect.DeepEqual(levels, awarded) {
				t.Errorf("seed %d: the files give other honours than the Book they were written from", seed)
			}
		}
		if t.Failed() && seed > 5 {
			t.FailNow()
		}
	}
}

func TestRandomSiteIsDeterministic(t *testing.T) {
	for seed := range uint64(20) {
		if !reflect.DeepEqual(oracle.RandomSite(seed), oracle.RandomSite(seed)) {
			t.Errorf("seed %d gives two different sites", seed)
		}
	}
}
