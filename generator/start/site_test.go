package start

import (
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/check"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
)

// Whatever names a clerk types, the new site reads as it was meant, for every kind of rules.
func TestSiteReads(t *testing.T) {
	for _, like := range []Like{"z", "f", "l", "n", "blank"} {
		for _, name := range []string{"甲村", `“甲”村\"`, "# [村] = '''", "a{{.}}b", "𠮷村，一组", strings.Repeat("村", 200)} {
			s := &Site{Like: like, Places: []Place{
				{Path: "zhen", Name: name + "镇", Kind: "镇", Joined: ledger.Day(2026, 12, 1), Top: true, Contact: Offices(name, "镇")},
				{Path: "zhen/cun", Name: name, Kind: Village, Joined: ledger.Day(2026, 12, 1), Contact: Offices(name, Village), Groups: Groups(2, like.Cross())},
			}}
			list, err := s.Files(fstest.MapFS{"content/help/index.md": {Data: []byte("+++\ntitle = \"手册\"\n+++\n")}})
			if err != nil {
				t.Fatal(err)
			}
			site := fstest.MapFS{}
			for _, f := range list {
				site[f.Path] = &fstest.MapFile{Data: f.Content}
			}
			book, problems, err := source.Read(site, "")
			problems = append(problems, check.Book(book)...)
			if err != nil || len(problems) > 0 {
				t.Errorf("%s, %s: %v %v", like, name, problems, err)
				continue
			}
			if p := book.Place("zhen/cun"); p.Name != name || p.Kind != "village" || p.Groups[1].Name != "第二组" || p.SchemeFor(ledger.PeriodOf(ledger.Year, p.Joined)) == nil {
				t.Errorf("%s, %s: read as %s, %s", like, name, p.Name, p.Kind)
			}
		}
	}
}
