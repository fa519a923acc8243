package convert_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongshi/generator/convert"
	"gongshi/generator/convert/formtest"
	"gongshi/generator/ledger"
	"gongshi/generator/oracle"
)

// back exports a form, lets edit have it, and imports what came of it.
func back(t *testing.T, s *convert.Site, p *ledger.Place, period ledger.Period, edit func(data []byte) []byte) *convert.Import {
	t.Helper()
	form, list := s.Form(p, period, false)
	if list.HasErrors() {
		t.Fatalf("%s %s: %v", p.Path, period, list)
	}
	data, err := form.Write()
	if err != nil {
		t.Fatalf("%s %s: %v", p.Path, period, err)
	}
	book, list := convert.Read("x.xlsx", edit(data))
	if book == nil {
		t.Fatalf("%s %s: %v", p.Path, period, list)
	}
	im := s.NewImport()
	im.Take(book, convert.Scope{})
	return im
}

// unchanged fails where an unedited workbook would change anything.
func unchanged(t *testing.T, s *convert.Site, p *ledger.Place, period ledger.Period, im *convert.Import) {
	t.Helper()
	files, err := im.Files(true)
	if err != nil || len(files) > 0 || len(im.Changes)+len(im.Clears)+len(im.Problems) > 0 {
		t.Errorf("%s %s: %v, %d files\nchanges %+v\nclears %+v\nproblems %+v", p.Path, period, err, len(files), im.Changes, im.Clears, im.Problems)
	}
}

func asItIs(data []byte) []byte { return data }

// savedAgain is a workbook as excelize saves it once more.
func savedAgain(t *testing.T) func(data []byte) []byte {
	return func(data []byte) []byte {
		x, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		if err := x.SetCellStr("说明", "A1", "改过"); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := x.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
}

// A workbook of each place of the sample comes back without a change, for the first period and
// the last of a year: of each kind of data one at least.
func TestUneditedSampleChangesNothing(t *testing.T) {
	s := formtest.Site(t, os.DirFS("../.."))
	n := 0
	for _, p := range s.Book.Places {
		periods := formtest.Filled(p)
		for i, period := range periods {
			if i%13 > 0 {
				continue
			}
			n++
			edit := asItIs
			if i == 0 {
				edit = savedAgain(t)
			}
			unchanged(t, s, p, period, back(t, s, p, period, edit))
		}
	}
	if n < 15 {
		t.Errorf("only %d workbooks", n)
	}
}

// So does one of any random site, which uses every feature.
func TestUneditedRandomSiteChangesNothing(t *testing.T) {
	for seed := range uint64(6) {
		s := formtest.Site(t, oracle.RandomSite(seed))
		choose := rand.New(rand.NewPCG(seed, 1))
		for _, p := range s.Book.Places {
			periods := formtest.Filled(p)
			if len(periods) == 0 {
				continue
			}
			period := periods[choose.IntN(len(periods))]
			unchanged(t, s, p, period, back(t, s, p, period, asItIs))
		}
		if t.Failed() {
			t.Fatal("seed", seed)
		}
	}
}

// One mark that is changed changes its line, in any encoding, and no other.
func TestOneMarkChangesItsLine(t *testing.T) {
	files := oracle.RandomSite(3)
	s := formtest.Site(t, files)
	for _, p := range s.Book.Places {
		for _, period := range slices.SortedFunc(maps.Keys(p.Sheets), ledger.Period.Compare) {
			if len(p.Sheets[period].Rows) == 0 || len(p.Sheets[period].Items) == 0 {
				continue
			}
			oneMark(t, s, p, period)
			break
		}
	}
}

func oneMark(t *testing.T, s *convert.Site, p *ledger.Place, period ledger.Period) {
	im := back(t, s, p, period, func(data []byte) []byte {
		x, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		for row := 6; ; row++ { // the first that has a mark
			cell := fmt.Sprintf("E%d", row)
			if text, err := x.GetCellValue("评分", cell); err != nil || text != "" {
				if err := errors.Join(err, x.SetCellValue("评分", cell, 0.01)); err != nil {
					t.Fatal(err)
				}
				break
			}
		}
		var b bytes.Buffer
		if _, err := x.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	})
	changed, err := im.Files(false)
	if err != nil || len(changed) != 1 || len(im.Changes) != 1 || im.Problems.HasErrors() {
		t.Fatalf("%s %s: %v %d files %+v %+v", p.Path, period, err, len(changed), im.Changes, im.Problems)
	}
	before, err := fs.ReadFile(s.Files, changed[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	was, is := bytes.SplitAfter(before, []byte("\n")), bytes.SplitAfter(changed[0].Content, []byte("\n"))
	other := 0
	for i := range was {
		if len(is) == len(was) && !bytes.Equal(was[i], is[i]) {
			other++
			if len(bytes.Split(is[i], []byte(","))) != len(bytes.Split(was[i], []byte(","))) || !bytes.Contains(is[i], []byte("0.01")) {
				t.Errorf("%s: %q became %q", changed[0].Path, was[i], is[i])
			}
		}
	}
	if other != 1 {
		t.Errorf("%s: %d lines of %d changed", changed[0].Path, other, len(was))
	}
}
