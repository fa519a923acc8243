package office

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/convert"
	"gongshi/generator/convert/formtest"
	"gongshi/generator/ledger"
	"gongshi/generator/oracle"
	"gongshi/generator/sitetest"
)

// A workbook of a place and period of the sample, and of random sites, that LibreOffice opens and
// saves changes no byte when it is imported. It takes a third of a second for each, so that only the
// latest periods that have a kind of sheet are tried, and of 4 sites; all, of 100 sites, with
// GONGSHI_WORKBOOKS=all and -timeout 60m.
func TestSavingAWorkbookChangesNothing(t *testing.T) {
	needOffice(t)
	all := os.Getenv("GONGSHI_WORKBOOKS") == "all"
	some := uint64(4)
	if all {
		some = 100
	}
	sites := map[string]*convert.Site{"sample": formtest.Site(t, os.DirFS(sitetest.Root()))}
	for seed := range some {
		sites[fmt.Sprintf("random-%03d", seed)] = formtest.Site(t, oracle.RandomSite(seed))
	}
	dir := t.TempDir()
	of := map[string]string{} // the site of each workbook
	for name, s := range sites {
		had := map[kind]bool{}
		for _, p := range s.Book.Places {
			for _, form := range forms(t, s, p, had, all) {
				file := fmt.Sprintf("%s-%s-%s.xlsx", name, strings.ReplaceAll(p.Path, "/", "-"), form.Period)
				data, err := form.Write()
				sitetest.Must(t, err)
				sitetest.Must(t, os.WriteFile(filepath.Join(dir, file), data, 0o666))
				of[file] = name
			}
		}
	}
	t.Logf("%d workbooks", len(of))
	saved := saveAll(t, dir)
	for _, file := range slices.Sorted(maps.Keys(of)) {
		data, err := os.ReadFile(filepath.Join(saved, file))
		if err != nil {
			t.Errorf("LibreOffice does not save %s: %v", file, err)
			continue
		}
		unchanged(t, sites[of[file]], file, data)
	}
}

// kind is what sheets of workbooks have in common: the cycle, what is entered there, whether anything is, and
// of sheets of points the rules, whose items are their columns.
type kind struct {
	cycle  ledger.Cycle
	sheet  string
	filled bool
	scheme *ledger.Scheme
}

// forms are what is exported of a place: of all periods, or of the latest that have a kind of sheet which
// none had before.
func forms(t *testing.T, s *convert.Site, p *ledger.Place, had map[kind]bool, all bool) (list []*convert.Form) {
	t.Helper()
	for _, period := range slices.Backward(formtest.Filled(p)) {
		form, bad := s.Form(p, period, false)
		if bad.HasErrors() {
			t.Fatalf("%s %s: %s", p.Path, period, sitetest.Told(bad))
		}
		wanted := all
		for _, sheet := range form.Sheets() {
			k := kind{cycle: period.Cycle, sheet: sheet.Sheet, filled: sheet.Rows > 0}
			if k.sheet == "评分" {
				k.scheme = p.SchemeFor(period)
			}
			wanted = wanted || !had[k]
			had[k] = true
		}
		if wanted {
			list = append(list, form)
		}
	}
	return list
}

// unchanged fails where a workbook would change anything.
func unchanged(t *testing.T, s *convert.Site, file string, data []byte) {
	t.Helper()
	book, list := convert.Read(file, data)
	if book == nil {
		t.Errorf("%s: %s", file, sitetest.Told(list))
		return
	}
	im := s.NewImport()
	im.Take(book, convert.Scope{})
	files, err := im.Files(true)
	if err != nil || len(files)+len(im.Changes)+len(im.Clears)+len(im.Problems) > 0 {
		t.Errorf("%s: %v, %d files\nchanges %+v\nclears %+v\n%s", file, err, len(files), im.Changes, im.Clears, sitetest.Told(im.Problems))
	}
}
