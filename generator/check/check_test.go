package check

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

func TestAllIsWell(t *testing.T) { expect(t, Book(newVillage().Book), nil) }

// A Book with holes, as source leaves it after errors, is looked at without a crash,
// and what is missing is not said again.
func TestHalfFilledBook(t *testing.T) {
	v := newVillage()
	v.scheme.Categories = append(v.scheme.Categories, &ledger.Category{Items: []*ledger.Item{{}}})
	v.scheme.Categories[2].Items[0].Category = v.scheme.Categories[2]
	v.scheme.Events = append(v.scheme.Events, &ledger.EventKind{})
	v.scheme.Honours = &ledger.Honours{}
	v.at.Events = append(v.at.Events, &ledger.Event{})
	v.at.Corrections = append(v.at.Corrections, &ledger.Correction{})
	v.at.Groups = append(v.at.Groups, &ledger.Group{})
	v.at.Sheets[v.oct].Rows = append(v.at.Sheets[v.oct].Rows, &ledger.SheetRow{})
	v.at.Notices[v.oct].Objections = []*ledger.Objection{{}}
	v.at.Notices[v.oct].Panels = []ledger.Panel{{}}
	v.at.Rewards = []*ledger.Reward{{}, {}}
	v.at.Redemptions = []*ledger.Redemption{{}, {}}
	v.at.Distributions = map[int]*ledger.Distribution{2023: {}}
	v.at.Tasks = []*ledger.Task{{}, {}}
	for _, h := range v.at.Households {
		h.Spans[0].Group = "x"
	}
	v.at.Households = append(v.at.Households, &ledger.Household{})
	list := Book(v.Book)
	for _, d := range list {
		if d.Code != foreignKey || d.Heading != "组" {
			t.Errorf("unexpected: %+v", d)
		}
	}
	expectNoPanic(t, &ledger.Book{})
	expectNoPanic(t, &ledger.Book{Places: []*ledger.Place{{}}})
}

func expectNoPanic(t *testing.T, b *ledger.Book) {
	t.Helper()
	expect(t, Book(b), nil)
}

func TestPlaceWithoutRules(t *testing.T) {
	v := newVillage()
	v.at.Schemes = nil
	for _, s := range v.at.Sheets {
		s.Scheme, s.Items, s.Columns = nil, nil, nil
	}
	v.event("1 2023-10-05 001 好人好事")
	expect(t, Book(v.Book), []string{"error no-scheme place.toml:1:1 scheme"})
}

// A place under a town reads the town's rules.
func TestInheritedRules(t *testing.T) {
	v := newVillage()
	town := &ledger.Place{Path: "town", Name: "镇", Schemes: v.at.Schemes}
	v.at.Schemes, v.at.Parent = nil, town
	v.Places = []*ledger.Place{town, v.at}
	expect(t, Book(v.Book), nil)
}

// Whatever is wrong, it takes time in proportion: a list on whose every row another
// 户号 stands, none of them known, is no reason to compare each with each.
func TestManyUnknown(t *testing.T) {
	v := newVillage()
	var hs []*ledger.Household
	for i := range 20_000 {
		hs = append(hs, v.household(fmt.Sprintf("A%05d", i)))
	}
	v.households(hs...)
	rows := make([]string, len(hs))
	for i := range rows {
		rows[i] = fmt.Sprintf("B%05d 15 10", i)
	}
	v.sheet(v.oct, rows...)
	if n := len(Book(v.Book)); n < len(rows) {
		t.Errorf("%d problems", n)
	}
}

func TestNear(t *testing.T) {
	n := near{}
	for _, id := range []string{"012", "021", "1002"} {
		n.add(id, id)
	}
	for key, want := range map[string]string{"013": "012", "102": "012 1002", "999": "", "02": "012 021", "01": "012 021"} {
		if got := strings.Join(n.to(key), " "); got != want {
			t.Errorf("near %s: got %q, want %q", key, got, want)
		}
	}
	for word, want := range map[string]string{"好人好事奖": "好人好事", "志愿服物": "志愿服务", "打架": "", "": ""} {
		if got := nearest(word, []string{"好人好事", "志愿服务"}); got != want {
			t.Errorf("nearest %s: got %q, want %q", word, got, want)
		}
	}
}

// Hints name what was most likely meant.
func TestHints(t *testing.T) {
	for name, c := range map[string]struct {
		trips func(v *village)
		hint  string
	}{
		"lost zeros": {func(v *village) { v.event("1 2023-10-05 2 好人好事") }, "照 households.csv 补上零"},
		"a slip":     {func(v *village) { v.event("1 2023-10-05 0022 好人好事") }, "相近的户号有“002”"},
		"a group's name": {func(v *village) {
			v.at.Groups = []*ledger.Group{{ID: "1", Name: "第一组"}}
			for _, h := range v.at.Households {
				h.Spans[0].Group = "1"
			}
			v.at.Households[0].Spans[0].Group = "第一组"
		}, "“第一组”的组号是“1”"},
		"a kind":  {func(v *village) { v.event("1 2023-10-05 002 做好人好事") }, "是不是“好人好事”？"},
		"an item": {func(v *village) { v.correct("2023-11-05 2023-10 001 客庭 15 14") }, "是不是项目“客厅”？"},
		"an event": {func(v *village) {
			v.event("E-12 2023-10-05 002 好人好事")
			v.correct("2023-11-05 2023-10 001 E-21 2 0")
		}, "“E-12”"},
		"both exist":  {func(v *village) { v.twin(); v.correct("2023-11-05 2023-10 001 庭院 15 14") }, "“人居环境/庭院”"},
		"an expected": {func(v *village) { v.correct("2023-11-05 2023-10 001 庭院 14 13") }, "原分"},
	} {
		v := newVillage()
		c.trips(v)
		list := Book(v.Book)
		if len(list) != 1 || !strings.Contains(list[0].Hint, c.hint) {
			t.Errorf("%s: got %+v, want a hint with %q", name, list, c.hint)
		}
	}
}

// Every code has a case in this room's tests that trips it.
func TestEveryCodeIsTripped(t *testing.T) {
	source, err := os.ReadFile("codes.go")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("*_test.go")
	var tests strings.Builder
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(text)
	}
	for _, m := range regexp.MustCompile(`= +"([a-z-]+)"`).FindAllStringSubmatch(string(source), -1) {
		if !regexp.MustCompile(`"(error|note) ` + m[1] + ` `).MatchString(tests.String()) {
			t.Errorf("no case trips %s", m[1])
		}
	}
}

func TestBookIsSorted(t *testing.T) {
	v := newVillage()
	v.sheet(v.nov, "009 1 1", "008 1 1", "001 99 99")
	v.sheet(v.oct, "009 1 1")
	list := Book(v.Book)
	again := slices.Clone(list)
	again.Sort()
	if !reflect.DeepEqual(list, again) {
		t.Error("not in order")
	}
}

func BenchmarkBook(b *testing.B) {
	v := newVillage()
	var hs []*ledger.Household
	var rows []string
	for i := range 3000 {
		id := fmt.Sprintf("%04d", i+1)
		hs = append(hs, v.household(id))
		rows = append(rows, id+" 15 10")
	}
	v.households(hs...)
	for month := 1; month <= 12; month++ {
		period := ledger.Period{Cycle: ledger.Month, Year: 2023, Part: month}
		v.sheet(period, rows...)
		v.notice(period)
	}
	for i := range 6000 {
		v.event(fmt.Sprintf("E%05d 2023-%02d-05 %04d 好人好事", i, i%12+1, i%3000+1))
	}
	var list diag.List
	for b.Loop() {
		list = Book(v.Book)
	}
	if len(list) > 0 {
		b.Fatal(list[0])
	}
}
