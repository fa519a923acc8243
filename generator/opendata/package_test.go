package opendata

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
	"gongshi/generator/villagetest"
)

// published are the open data of the village under some rules of privacy.
func published(book *ledger.Book, privacy ledger.Privacy) *Package {
	book.Config.Privacy = privacy
	standings, _ := score.Of(book, notice.AsOf(book, villagetest.Day, false))
	proofs, _ := proof.Of(book, proof.Options{Day: villagetest.Day})
	site := gazette.Of(book, standings, proofs, gazette.Choices{Day: villagetest.Day})
	return Of(site, site.Places[0])
}

func TestPackage(t *testing.T) {
	book := villagetest.Book()
	book.Config.BaseURL = "https://example.com/"
	pack := published(book, ledger.Privacy{Consent: ledger.ConsentOmit})
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
	withheld := []Withheld{{villagetest.January, "农户", 2, 9}, {villagetest.January, "单位", 0, 0}, {villagetest.February, "农户", 2, 9}, {villagetest.February, "单位", 0, 0}}
	if !slices.Equal(pack.Withheld, withheld) {
		t.Errorf("withheld %v, want %v", pack.Withheld, withheld)
	}
}

// The index has each file once, those of one kind together and the latest first.
func TestIndex(t *testing.T) {
	data := published(villagetest.Book(), ledger.Privacy{Consent: ledger.ConsentOmit})
	var got []string
	for _, k := range data.Index().Kinds {
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
	first := data.Index().Kinds[0]
	if f := first.Files[1]; f.Rows != 3 || f.Withheld != 2 || len(first.Columns) != len(data.Files[0].Columns) {
		t.Errorf("January: %+v; columns %v", f, first.Columns)
	}
}
