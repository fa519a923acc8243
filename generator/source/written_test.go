package source

import (
	"bytes"
	"os"
	"path"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// The cells of a table are where it says they are, and its text is its bytes again.
func TestTableOfTheSample(t *testing.T) {
	site := os.DirFS("../..")
	book, _, err := Read(site, "zhongping")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"households.csv", "events/2023.csv", "scores/2023-11.csv", "corrections.csv", "redemptions.csv", "rewards.csv"} {
		name = path.Join("data/zhongping", name)
		data, err := os.ReadFile(path.Join("../..", name))
		if err != nil {
			t.Fatal(err)
		}
		w, list := Table(name, data, book)
		if len(list) > 0 || len(w.Records) != bytes.Count(data, []byte("\n"))-1 {
			t.Errorf("%s: %d records, %v", name, len(w.Records), list)
		}
		for _, r := range w.Records {
			for _, c := range r.Cells {
				if scan.Trim(strings.Trim(w.Text[c.From:c.To], `"`)) != c.Text {
					t.Errorf("%s row %d: %q at %q", name, r.Row, c.Text, w.Text[c.From:c.To])
				}
			}
		}
		if again, err := w.Encode(w.Text); err != nil || !bytes.Equal(again, data) {
			t.Errorf("%s: other bytes: %v", name, err)
		}
	}
}

func TestTableAsItIsWritten(t *testing.T) {
	book := &ledger.Book{Places: []*ledger.Place{{Path: "v"}}}
	const text = "某村事件\n编号,日期,户号,项目,\"事由\"\n\n1,2023/1/2,001,好事,\"一,\n二\"\n合计,,,,\n2,2023-01-03,002,\"好\"\"事\"\n"
	w, list := Table("data/v/events/2023.csv", []byte(text), book)
	if w == nil || list.HasErrors() || len(w.Records) != 2 || w.Records[0].Row != 4 || w.Records[1].Row != 6 {
		t.Fatal(w, list)
	}
	at := w.Column("事由")
	if c := w.Records[0].Cells[at]; c.Text != "一,\n二" || w.Text[c.From:c.To] != "\"一,\n二\"" || w.Records[1].Cell(at) != "" {
		t.Errorf("%q", c.Text)
	}
	if c := w.Records[1].Cells[3]; c.Text != `好"事` || w.Columns[3].Name != "项目" || w.Text[w.Columns[4].End] != '\n' {
		t.Errorf("%q %+v", c.Text, w.Columns)
	}
}

func TestEncodingsComeBack(t *testing.T) {
	for _, as := range []string{"\xef\xbb\xbf户号,户主\r\n", "户号,户主", "\xff\xfe7b\xf7S\n\x00", "\xfe\xffb7S\xf7\x00\n", "\xbb\xa7\xba\xc5,\xbb\xa7\xd6\xf7\n"} {
		text, bad := scan.Decode([]byte(as), ".csv")
		if bad != nil || !strings.Contains(text, "户号") {
			t.Errorf("%q: %q %v", as, text, bad)
			continue
		}
		if again, err := scan.Encoder([]byte(as))(text); err != nil || string(again) != as {
			t.Errorf("%q: %q %v", as, again, err)
		}
	}
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		heading, a, b string
		want          bool
	}{
		{"庭院", "8", "8.0", true}, {"庭院", "８", "8", true}, {"庭院", "8", "9", false}, {"庭院", "不适用", "N/A", true}, {"庭院", "", "0", false},
		{"户号", "001", "1", false}, {"户号", "D01", "d01", true}, {"编号", "1.0", "1", false}, {"日期", "2023/3/1", "2023-03-01", true},
		{"日期", "44986", "2023-03-01", true}, {"日期", "2023-03-01", "2023-03-02", false}, {"事由", "2023-3-1", "2023-03-01", false},
		{"参与", "是", "yes", true}, {"参与", "", "是", false}, {"事由", "一\n二", "一 二", true}, {"事由", "好", "坏", false},
	} {
		if Same(c.heading, c.a, c.b) != c.want || Same(c.heading, c.b, c.a) != c.want {
			t.Errorf("%s: %q and %q", c.heading, c.a, c.b)
		}
	}
}
