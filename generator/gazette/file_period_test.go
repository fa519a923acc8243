package gazette

import (
	"maps"
	"slices"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

func TestDataFiles(t *testing.T) {
	got := slices.Sorted(maps.Keys(published(t, villagetest.Book(), ledger.Privacy{}, villagetest.Day)))
	want := []string{
		"2023-01.csv", "2023-02.csv", "corrections.csv", "honours-2023-01.csv",
		"notices.csv", "objections.csv", "records-2023-01.csv", "records-2023-02.csv",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the files are %q, want %q", got, want)
	}
	none := villagetest.Book()
	none.Places[0].SetHouseholds(nil)
	if got := published(t, none, ledger.Privacy{}, villagetest.Day); len(got) != 0 {
		t.Errorf("a place without households has %d files", len(got))
	}
}

func TestPeriodFile(t *testing.T) {
	pages := published(t, villagetest.Book(), ledger.Privacy{}, villagetest.Day)
	wantLines(t, pages["2023-01.csv"],
		"户号|户主|组|类别|人居环境|学生就学|团结友爱|加分|扣分|合计|名次|累计|累计名次|状态",
		"-4|=*|@2|老年户|25|10|10|0|0|45|1|45|1|已生效",
		"001|张*明|1|农户|25|5|6|2|-1|37|3|37|3|已生效",
		"002||1|农户|20|8|10|0|0|38|2|38|2|已生效",
		"003||2|农户|18|2|2|0|0|22|4|22|4|已生效",
		"s1|供销社|2|单位|25|10|10|0|0|45|1|45|1|已生效",
	)
}

// The average and its members stand after 合计; an average shows two digits, and so does
// 累计 under it, while points show as many as the scheme says.
func TestPeriodFileByAverage(t *testing.T) {
	book := villagetest.Book()
	book.Places[0].Schemes[0].RankBy, book.Places[0].Schemes[0].Decimals = true, 1
	for _, h := range book.Places[0].Households {
		h.Spans[0].Members = 3
	}
	book.Places[0].Schemes[0].Categories[2].Name = "学生就学" // twice
	pages := published(t, book, ledger.Privacy{}, villagetest.Day)
	got := lines(t, pages["2023-01.csv"])
	want := "户号|户主|组|类别|人居环境|学生就学（school）|学生就学（unity）|加分|扣分|合计|平均|人数|名次|累计|累计名次|状态"
	if got[0] != want {
		t.Errorf("header %q, want %q", got[0], want)
	}
	if want := "002||1|农户|20.0|8.0|10.0|0.0|0.0|38.0|12.67|3|2|12.67|2|已生效"; got[3] != want {
		t.Errorf("row %q, want %q", got[3], want)
	}
	wantLines(t, pages["honours-2023-01.csv"], "户号|户主|组|名次|平均|称号")
}

func TestHonoursFile(t *testing.T) {
	book := villagetest.Book()
	wantLines(t, published(t, book, ledger.Privacy{}, villagetest.Day)["honours-2023-01.csv"],
		"户号|户主|组|名次|合计|称号", "-4|=*|@2|1|45|文明户")
	book.Places[0].Schemes[0].Honours.Levels[0].FloorBase = false
	wantLines(t, published(t, book, ledger.Privacy{}, villagetest.Day)["honours-2023-01.csv"],
		"户号|户主|组|名次|合计|称号",
		"-4|=*|@2|1|45|文明户", "001|张*明|1|3|37|文明户", "002||1|2|38|文明户", "003||2|4|22|文明户")
	privacy := ledger.Privacy{Consent: ledger.ConsentOmit}
	wantLines(t, published(t, book, privacy, villagetest.Day)["honours-2023-01.csv"],
		"户号|户主|组|名次|合计|称号", "-4|=*|@2|1|45|文明户", "001|张*明|1|3|37|文明户")
}

// An omitted household stands in no row; ranks still count it.
func TestOmittedHouseholds(t *testing.T) {
	privacy := ledger.Privacy{Consent: ledger.ConsentOmit}
	pages := published(t, villagetest.Book(), privacy, villagetest.Day)
	for name, f := range pages {
		at := slices.IndexFunc(f.Columns, func(c Column) bool { return c.Name == "户号" })
		for row := range f.Rows {
			if at >= 0 && (row[at] == "002" || row[at] == "003") {
				t.Errorf("%s: %q", name, row)
			}
		}
		lines(t, f) // counts
	}
	if got, want := lines(t, pages["2023-01.csv"])[2], "001|张*明|1|农户|25|5|6|2|-1|37|3|37|3|已生效"; got != want {
		t.Errorf("row %q, want %q", got, want)
	}
	for name, want := range map[string]int{
		"2023-01.csv": 2, "records-2023-01.csv": 9, "records-2023-02.csv": 9, "notices.csv": 0,
		"objections.csv": 1, "corrections.csv": 1, "honours-2023-01.csv": 0,
	} {
		if got := pages[name].Withheld; got != want {
			t.Errorf("%s: %d rows withheld, want %d", name, got, want)
		}
	}
}

// After keep months no detail of a period is left; its sums stay.
func TestKeep(t *testing.T) {
	book := villagetest.Book()
	privacy := ledger.Privacy{Consent: ledger.ConsentOmit, Keep: 1}
	pages := published(t, book, privacy, ledger.Day(2023, 3, 10))
	if pages["records-2023-01.csv"] != nil || pages["records-2023-02.csv"] == nil || pages["2023-01.csv"] == nil {
		t.Errorf("the files are %q", slices.Sorted(maps.Keys(pages)))
	}
	wantLines(t, pages["corrections.csv"], "日期|周期|户号|对象|原分|现分|原因|异议|决定")
	wantLines(t, pages["objections.csv"], "周期|编号|收到日期|户号|事项|及时|办结日期|结果|答复|用时天数|逾期")
	place := placeOf(book, privacy, ledger.Day(2023, 3, 10))
	for i, want := range []Records{
		{Households: [2]int{2, 0}, Records: [2]int{21, 4}, Corrections: 6, Objections: 5}, {Households: [2]int{2, 0}, Records: [2]int{9, 0}},
	} {
		if got := place.Tables[i]; got.Records != want || got.Kept != (i == 1) {
			t.Errorf("%s: %+v, want %+v", got.Period, got.Records, want)
		}
	}
}
