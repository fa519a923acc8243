package gazette

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/oracle"
	"gongshi/generator/proof"
	"gongshi/generator/score"
	"gongshi/generator/source"
	"gongshi/generator/villagetest"
)

// Every table that is read again makes the same rows: of the sample, and of random sites.
func TestTablesAreReadAgain(t *testing.T) {
	sites := map[string]fs.FS{"sample": os.DirFS("../..")}
	for seed := range uint64(10) {
		sites[fmt.Sprint(seed)] = oracle.RandomSite(seed)
	}
	kinds := make(map[string]int)
	for name, site := range sites {
		book, list, err := source.Read(site, "")
		if err != nil || list.HasErrors() {
			t.Fatal(err, list)
		}
		book.Config.Privacy.Consent = ledger.ConsentOmit
		proofs, _ := proof.Of(book, proof.Options{Day: book.Config.Date})
		standings, _ := score.Of(book, notice.AsOf(book, book.Config.Date, false))
		s := Of(book, standings, proofs, Choices{Day: book.Config.Date})
		for _, p := range s.Places {
			for _, f := range p.Files(s.Day) {
				kinds[f.Kind]++
				checkRead(t, name, p, f)
			}
		}
	}
	if len(kinds) != 14 {
		t.Errorf("it has read %v", kinds)
	}
}

func checkRead(t *testing.T, site string, p *Place, f *File) {
	t.Helper()
	var text, again bytes.Buffer
	if err := f.CSV(&text); err != nil {
		t.Fatal(err)
	}
	rows, err := reread(p, f, text.Bytes())
	if err != nil {
		t.Errorf("%s: %v", site, err)
		return
	}
	file := *f
	file.Rows = slices.Values(rows)
	if err := file.CSV(&again); err != nil || !bytes.Equal(text.Bytes(), again.Bytes()) {
		t.Errorf("%s: %s is read and written as\n%s", site, f.Path, again.Bytes())
	}
}

// reread are the rows of what is read of a table.
func reread(p *Place, f *File, content []byte) ([][]string, error) {
	t := p.Latest()
	if len(f.Which.Args) == 1 {
		t = p.Table(f.Which.Args[0].(ledger.Period))
	}
	switch f.Kind {
	case "period":
		return rowsOf(t.RowsForm(), f.Path, content)
	case "honours":
		return rowsOf(t.HonoursForm(), f.Path, content)
	case "records":
		return recordsOf(t, f.Path, content)
	case "notices":
		return rowsOf(NoticesForm, f.Path, content)
	case "objections":
		return rowsOf(ObjectionsForm, f.Path, content)
	case "corrections":
		return rowsOf(CorrectionsForm, f.Path, content)
	case "merged":
		return rowsOf(MergedForm, f.Path, content)
	case "balances":
		return rowsOf(BalancesForm, f.Path, content)
	case "redemptions":
		return rowsOf(RedemptionsForm, f.Path, content)
	case "rewards":
		return rowsOf(RewardsForm, f.Path, content)
	case "distribution":
		return rowsOf(DistributionForm, f.Path, content)
	case "seals":
		return rowsOf(SealsForm, f.Path, content)
	case "seal":
		return rowsOf(SealForm, f.Path, content)
	case "tasks":
		return cloned(f.Rows), nil // nobody reads it
	}
	return nil, fmt.Errorf("%s is of no kind", f.Path)
}

func rowsOf[T any](f Form[T], path string, content []byte) ([][]string, error) {
	list, err := f.read(path, content)
	if err != nil {
		return nil, err
	}
	return cloned(f.write(func(yield func(*T) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	})), nil
}

// recordsOf writes the records of t from what is read, and holds what is worked out of them
// against what was.
func recordsOf(t *Table, path string, content []byte) ([][]string, error) {
	of, err := t.readRecords(path, content)
	if err != nil {
		return nil, err
	}
	for _, r := range t.Rows {
		if got, want := told(of[r.ID]), told(&Details{t.Sheet(r), t.Entries(r)}); got != want {
			return nil, fmt.Errorf("%s: %s has\n%s\nwant\n%s", path, r.ID, got, want)
		}
	}
	read := *t
	read.sheet = func(r *Row) Sheet { return of[r.ID].Sheet }
	read.entries = func(list []Entry, r *Row) []Entry { return append(list, of[r.ID].Entries...) }
	return cloned(read.recordsFile().Rows), nil
}

// told is what the table tells of the records of a row, in whatever form it stands there.
func told(d *Details) string {
	var b strings.Builder
	if d == nil || len(d.Sheet.Marks)+len(d.Entries) == 0 {
		return ""
	}
	fmt.Fprintln(&b, d.Sheet.Num, d.Sheet.Den, d.Sheet.AllOut)
	if len(d.Sheet.Marks) > 0 {
		fmt.Fprintln(&b, d.Sheet.At)
	}
	for _, m := range d.Sheet.Marks {
		fmt.Fprintln(&b, m.Category.ID, m.Item, m.Count, m.Raw, m.Fixed, m.Reading, m.Full, m.Points, m.Counted, m.At)
	}
	for _, e := range d.Entries {
		fmt.Fprintln(&b, e.No, e.Date, e.Name, e.Heading, e.Hidden, e.Deducts, e.Times, e.Origin, e.Deferred, e.Review, e.Worth, e.Fixed, e.Counted, e.Grounds, e.At)
	}
	return b.String()
}

func cloned(rows func(func([]string) bool)) [][]string {
	var list [][]string
	for row := range rows {
		list = append(list, slices.Clone(row))
	}
	return list
}

// What cannot be read, or contradicts itself, is named by its row and column.
func TestUnreadableTables(t *testing.T) {
	p := placeOf(villagetest.Book(), ledger.Privacy{}, villagetest.Day)
	for _, test := range []struct{ file, old, new, want string }{
		{"2023-01.csv", "户号", "编号", "2023-01.csv:1: 表头没有“户号”"},
		{"2023-01.csv", "\r\n", ",备注\r\n", "2023-01.csv:1: 表头多了“备注”"},
		{"2023-01.csv", ",37,3,37", ",37,三,37", "2023-01.csv:3: “名次”一栏的“三”认不出"},
		{"2023-01.csv", ",37,3,37", ",37.0,3,37", "2023-01.csv:3: “合计”一栏是“37.0”，应是“37”"},
		{"2023-01.csv", "已生效", "公示中", "2023-01.csv:2: “状态”一栏是“公示中”，应是“已生效”"},
		{"2023-01.csv", "'-4", "-4", "2023-01.csv:2: “户号”一栏是“-4”，应是“'-4”"},
		{"2023-01.csv", "002,,", "\"002,,", "2023-01.csv: 读不成表："},
		{"records-2023-01.csv", "客厅,,10", "客厅,,11", "records-2023-01.csv:3: “满分”一栏是“11”，应是“10”"},
		{"records-2023-01.csv", "客厅", "厨房", "records-2023-01.csv:3: “项目”一栏的“厨房”认不出"},
		{"records-2023-01.csv", "001,扣分,e2", "001,评分,e2", "records-2023-01.csv:10: “项目”一栏的“其他”认不出"},
		{"records-2023-01.csv", "合并公布", "", "records-2023-01.csv:4: “说明”一栏是“”，应是“合并公布”"},
		{"records-2023-02.csv", "顺延自 2023-01", "顺延自 2023-13", "“说明”一栏的“顺延自 2023-13”认不出"},
		{"objections.csv", "核查中", "成立", "objections.csv:5: “结果”一栏是“成立”，应是“核查中”"},
		{"notices.csv", "公示中", "结束", "notices.csv:3: “状态”一栏的“结束”认不出"},
	} {
		for _, f := range p.Files(villagetest.Day) {
			var text bytes.Buffer
			if err := f.CSV(&text); err != nil || !strings.HasSuffix(f.Path, "/"+test.file) {
				continue
			}
			times := 1
			if test.old == "\r\n" { // of every row
				times = -1
			}
			_, err := reread(p, f, []byte(strings.Replace(text.String(), test.old, test.new, times)))
			if got := fmt.Sprint(err); !strings.Contains(got, test.want) {
				t.Errorf("%s: %s for %s: %s, want %s", test.file, test.new, test.old, got, test.want)
			}
		}
	}
}
