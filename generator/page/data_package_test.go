package page

import (
	"path"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// published are the open data of the village under some rules of privacy.
func published(t *testing.T, book *ledger.Book, privacy ledger.Privacy, day ledger.Date) map[string]Page {
	t.Helper()
	book.Config.Privacy = privacy
	standings, _ := score.Of(book, notice.AsOf(book, day, false))
	proofs, _ := proof.Of(book, proof.Options{Day: day})
	site := gazette.Of(book, standings, proofs, gazette.Choices{Day: day})
	pages := make(map[string]Page)
	var list []leaf
	newSite(site, Options{}).village(site.Places[0]).dataLeaves(&list)
	for _, l := range list {
		p := l.make()
		name, ok := strings.CutPrefix(p.At(), "zhen/cun/data/")
		if !ok || pages[name] != nil {
			t.Errorf("the address %q", p.At())
		}
		pages[name] = p
	}
	return pages
}

func TestDataPackage(t *testing.T) {
	book := fixture()
	book.Config.BaseURL = "https://example.com/"
	pages := published(t, book, ledger.Privacy{Consent: ledger.ConsentOmit}, fixtureDay)
	pack := pages["datapackage.json"].(*DataPackage)
	if pack.Homepage != "https://example.com/zhen/cun/data/index.html" || pack.Name != "zhen/cun" {
		t.Errorf("%+v", pack)
	}
	var paths []string
	for _, f := range pack.Files {
		paths = append(paths, path.Base(f.Path))
	}
	for _, f := range pack.Schemes {
		paths = append(paths, path.Base(f.Path))
	}
	want := []string{
		"2023-01.csv", "records-2023-01.csv", "honours-2023-01.csv", "2023-02.csv", "records-2023-02.csv",
		"notices.csv", "objections.csv", "corrections.csv", "scheme-2023-01-01.json",
	}
	if !slices.Equal(paths, want) {
		t.Errorf("resources %q, want %q", paths, want)
	}
	withheld := []Withheld{{january, "农户", 2, 9}, {january, "单位", 0, 0}, {february, "农户", 2, 9}, {february, "单位", 0, 0}}
	if !slices.Equal(pack.Withheld, withheld) {
		t.Errorf("withheld %v, want %v", pack.Withheld, withheld)
	}
}

// The index has each file once, those of one kind together and the latest first.
func TestDataIndex(t *testing.T) {
	pages := published(t, fixture(), ledger.Privacy{Consent: ledger.ConsentOmit}, fixtureDay)
	var got []string
	for _, k := range pages["index.html"].(*DataIndex).Kinds {
		var files []string
		for _, f := range k.Files {
			files = append(files, f.Href)
		}
		got = append(got, k.Title.Key+": "+strings.Join(files, " "))
	}
	want := []string{
		"file.kind.period: 2023-02.csv 2023-01.csv",
		"file.kind.records: records-2023-02.csv records-2023-01.csv",
		"file.title.honours: honours-2023-01.csv",
		"file.title.notices: notices.csv", "file.title.objections: objections.csv", "file.title.corrections: corrections.csv",
		"file.title.scheme: scheme-2023-01-01.json", "file.title.package: datapackage.json",
	}
	if !slices.Equal(got, want) {
		t.Errorf("index:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	first := pages["index.html"].(*DataIndex).Kinds[0]
	if f := first.Files[1]; f.Rows != 3 || f.Withheld != 2 || len(first.Columns) != len(pages["2023-01.csv"].(*gazette.File).Columns) {
		t.Errorf("January: %+v; columns %v", f, first.Columns)
	}
}
