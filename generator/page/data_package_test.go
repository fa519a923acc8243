package page

import (
	"encoding/json"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
)

func TestCells(t *testing.T) {
	for _, test := range []struct {
		kind       ColumnType
		text, want string
	}{
		{Text, "=1+1", "'=1+1"}, {Text, "+1", "'+1"}, {Text, "-5分", "'-5分"}, {Text, "-4", "'-4"}, {Text, "@x", "'@x"},
		{Text, "\tx", "'\tx"}, {Text, "\rx", "'\rx"}, {Text, "\nx", "'\nx"},
		{Text, "＝1", "'＝1"}, {Text, "＋1", "'＋1"}, {Text, "－1", "'－1"}, {Text, "＠x", "'＠x"},
		{Text, " 　=1", "' 　=1"}, {Text, "1=1", "1=1"}, {Text, "", ""}, {Text, "001", "001"},
		{Number, "-5", "-5"}, {Number, "-0.25", "-0.25"}, {Number, "-5+1", "'-5+1"}, {Number, "=1", "'=1"},
		{Number, NotApplicable, NotApplicable}, {Integer, "-1", "-1"}, {Day, "2023-01-01", "2023-01-01"}, {Day, "-1", "'-1"},
	} {
		if got := (Column{Type: test.kind}).Cell(test.text); got != test.want {
			t.Errorf("%s %q: %q, want %q", test.kind, test.text, got, test.want)
		}
	}
	if got := (Column{Name: "=1", Type: Number}).Heading(); got != "'=1" {
		t.Errorf("heading %q", got)
	}
}

// Every value of a typed column is of that type, and the key tells rows apart.
func TestColumnTypes(t *testing.T) {
	forms := map[ColumnType]*regexp.Regexp{
		Text: regexp.MustCompile(``), Number: regexp.MustCompile(`^(-?\d+(\.\d+)?|不适用|)$`),
		Integer: regexp.MustCompile(`^(\d+|)$`), Day: regexp.MustCompile(`^(\d{4}-\d\d-\d\d|)$`), YesNo: regexp.MustCompile(`^[是否]$`),
	}
	for name, p := range published(t, fixture(), ledger.Privacy{}, fixtureDay) {
		f, ok := p.(*DataFile)
		if !ok {
			continue
		}
		seen := make(map[string]bool)
		for row := range f.Rows {
			if len(row) != len(f.Columns) {
				t.Fatalf("%s: %d cells in %d columns", name, len(row), len(f.Columns))
			}
			key := ""
			for i, c := range f.Columns {
				if !forms[c.Type].MatchString(row[i]) {
					t.Errorf("%s: %q is no %s", name, row[i], c.Type)
				}
				if slices.Contains(f.Key, c.Name) {
					key += row[i] + "|"
				}
			}
			if key != "" && seen[key] {
				t.Errorf("%s: the key %q stands twice", name, key)
			}
			seen[key] = true
		}
	}
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
	if f := first.Files[1]; f.Rows != 3 || f.Withheld != 2 || len(first.Columns) != len(pages["2023-01.csv"].(*DataFile).Columns) {
		t.Errorf("January: %+v; columns %v", f, first.Columns)
	}
}

// A scheme's JSON holds its whole content, points as exact numbers.
func TestSchemeFile(t *testing.T) {
	s := fixtureScheme()
	s.HasBase, s.Base, s.Lifetime, s.ByAverage, s.Benefits = true, 45*pt, true, true, []string{"贷款"}
	s.Adopted = ledger.Adopted{Date: 1, Meeting: "会", For: 31, Against: 2}
	s.Categories = s.Categories[:1]
	s.Categories[0].Items = s.Categories[0].Items[:1]
	s.Categories[0].Items[0].Points = 1525
	s.Honours.Levels = append(s.Honours.Levels, &ledger.Level{Name: "星", HasTop: true, Top: 1050, HasFloor: true, Floor: 6050})
	got, err := json.Marshal(proof.SchemeJSON(s))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"title":"积分办法","effective":"2023-01-01","source":"data/zhen/scheme/2023.toml","cycle":"month",` +
		`"carry":"lifetime","rank_by":"average","decimals":0,"base":45,"missing":"full","not_applicable":"scale","benefits":["贷款"],` +
		`"adopted":{"date":"1970-01-02","meeting":"会","for":31,"against":2},"zone":{"max_households":0,"min_panel":0,"cross":false},` +
		`"category":[{"id":"habitat","name":"人居环境","cycle":"month","combine":"sum","base":15.25,` +
		`"item":[{"id":"庭院","name":"庭院","points":15.25,"sensitive":false}]}],` +
		`"event":[{"id":"deed","name":"好人好事","category":"habitat","points":2,"max_per_month":3,"approval":false,"sensitive":false,"veto":false},` +
		`{"id":"litter","name":"乱扔垃圾","range":[-2,0],"approval":false,"sensitive":false,"veto":false},` +
		`{"id":"report","name":"被举报","points":-3,"approval":false,"sensitive":true,"veto":false}],` +
		`"honours":{"cycle":"month","rounding":"down","ties":"in","level":[{"name":"文明户","count":4,"floor":"base"},{"name":"星","top":10.5,"floor":60.5}]}}`
	if string(got) != want {
		t.Errorf("scheme\n%s\nwant\n%s", got, want)
	}
}

// Every version that governs a published period has a file, and no other.
func TestSchemeFiles(t *testing.T) {
	book := fixture()
	p := book.Places[0]
	newer, next := fixtureScheme(), fixtureScheme()
	newer.Effective, next.Effective = ledger.Day(2023, 2, 1), ledger.Day(2023, 3, 1)
	p.Schemes = append(p.Schemes, newer, next)
	for _, posted := range []ledger.Date{0, ledger.Day(2023, 2, 10)} {
		p.Notices[january].Posted = posted
		pages := published(t, book, ledger.Privacy{}, fixtureDay)
		if (pages["scheme-2023-01-01.json"] != nil) != (posted != 0) || pages["scheme-2023-02-01.json"] == nil || pages["scheme-2023-03-01.json"] != nil {
			t.Errorf("January posted on %v: %v", posted, slices.Sorted(maps.Keys(pages)))
		}
	}
}
