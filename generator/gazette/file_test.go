package gazette

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
	"gongshi/generator/score"
	"gongshi/generator/villagetest"
)

// placeOf is what is published of the village under some rules of privacy.
func placeOf(book *ledger.Book, privacy ledger.Privacy, day ledger.Date) *Place {
	book.Config.Privacy = privacy
	standings, _ := score.Of(book, notice.AsOf(book, day, false))
	proofs, _ := proof.Of(book, proof.Options{Day: day})
	return Of(book, standings, proofs, Choices{Day: day}).Places[0]
}

// published are its tables, by name.
func published(t *testing.T, book *ledger.Book, privacy ledger.Privacy, day ledger.Date) map[string]*File {
	t.Helper()
	files := make(map[string]*File)
	for _, f := range placeOf(book, privacy, day).Files(day) {
		name, ok := strings.CutPrefix(f.At(), "zhen/cun/data/")
		if !ok || files[name] != nil {
			t.Errorf("the address %q", f.At())
		}
		files[name] = f
	}
	return files
}

// lines are a table as the fields between bars, the header first.
func lines(t *testing.T, f *File) []string {
	t.Helper()
	var header []string
	for _, c := range f.Columns {
		header = append(header, c.Name)
	}
	list := []string{strings.Join(header, "|")}
	for row := range f.Rows {
		list = append(list, strings.Join(row, "|"))
	}
	if n := len(list) - 1; n != f.Count {
		t.Errorf("%s: Count is %d, and %d rows", f.Path, f.Count, n)
	}
	return list
}

func wantLines(t *testing.T, f *File, want ...string) {
	t.Helper()
	if got := lines(t, f); !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant\n%s", f.At(), strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestCells(t *testing.T) {
	for _, test := range []struct {
		kind       ColumnType
		text, want string
	}{
		{TypeText, "=1+1", "'=1+1"}, {TypeText, "+1", "'+1"}, {TypeText, "-5分", "'-5分"}, {TypeText, "-4", "'-4"}, {TypeText, "@x", "'@x"},
		{TypeText, "\tx", "'\tx"}, {TypeText, "\rx", "'\rx"}, {TypeText, "\nx", "'\nx"},
		{TypeText, "＝1", "'＝1"}, {TypeText, "＋1", "'＋1"}, {TypeText, "－1", "'－1"}, {TypeText, "＠x", "'＠x"},
		{TypeText, "'=1", "''=1"}, {TypeText, "'甲", "'甲"}, {TypeText, " 　=1", "' 　=1"}, {TypeText, "1=1", "1=1"}, {TypeText, "", ""}, {TypeText, "001", "001"},
		{TypeNumber, "-5", "-5"}, {TypeNumber, "-0.25", "-0.25"}, {TypeNumber, "-5+1", "'-5+1"}, {TypeNumber, "=1", "'=1"},
		{TypeNumber, ledger.NAWord, ledger.NAWord}, {TypeInteger, "-1", "-1"}, {TypeDay, "2023-01-01", "2023-01-01"}, {TypeDay, "-1", "'-1"},
	} {
		if got := (Column{Type: test.kind}).Cell(test.text); got != test.want {
			t.Errorf("%s %q: %q, want %q", test.kind, test.text, got, test.want)
		} else if back := Plain(got); back != test.text {
			t.Errorf("%q is read again as %q", got, back)
		}
	}
	if got := (Column{Name: "=1", Type: TypeNumber}).Heading(); got != "'=1" {
		t.Errorf("heading %q", got)
	}
}

// Every value of a typed column is of that type, and the key tells rows apart.
func TestColumnTypes(t *testing.T) {
	forms := map[ColumnType]*regexp.Regexp{
		TypeText: regexp.MustCompile(``), TypeNumber: regexp.MustCompile(`^(-?\d+(\.\d+)?|不适用|)$`),
		TypeInteger: regexp.MustCompile(`^(\d+|)$`), TypeDay: regexp.MustCompile(`^(\d{4}-\d\d-\d\d|)$`), TypeYesNo: regexp.MustCompile(`^[是否]$`),
	}
	for name, f := range published(t, villagetest.Book(), ledger.Privacy{}, villagetest.Day) {
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

// A scheme's JSON holds its whole content, points as exact numbers.
func TestSchemeFile(t *testing.T) {
	s := villagetest.Scheme()
	s.HasBase, s.Base, s.Carry, s.RankBy, s.Benefits = true, 45*ledger.Point, true, true, []string{"贷款"}
	s.Adopted = ledger.Adopted{Date: 1, Meeting: "会", For: 31, Against: 2}
	s.Categories = s.Categories[:1]
	s.Categories[0].Items = s.Categories[0].Items[:1]
	s.Categories[0].Items[0].Points = 1525
	s.Honours.Levels = append(s.Honours.Levels, &ledger.Level{Name: "星", HasTop: true, Top: 1050, HasFloor: true, Floor: 6050})
	got, err := json.Marshal((&Scheme{Scheme: s}).JSON())
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

// Every version that governs a published period is told, and no other.
func TestVersions(t *testing.T) {
	book := villagetest.Book()
	p := book.Places[0]
	newer, next := villagetest.Scheme(), villagetest.Scheme()
	newer.Effective, next.Effective = ledger.Day(2023, 2, 1), ledger.Day(2023, 3, 1)
	p.Schemes = append(p.Schemes, newer, next)
	for _, posted := range []ledger.Date{0, ledger.Day(2023, 2, 10)} {
		p.Notices[villagetest.January].Posted = posted
		var got []string
		for _, v := range placeOf(book, ledger.Privacy{}, villagetest.Day).Versions() {
			got = append(got, v.Effective.String())
		}
		want := []string{"2023-01-01", "2023-02-01"}
		if posted == 0 {
			want = want[1:]
		}
		if !slices.Equal(got, want) {
			t.Errorf("January posted on %v: %v", posted, got)
		}
	}
}
