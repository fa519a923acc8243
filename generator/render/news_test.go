package render

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"gongshi/generator/ledger"
	"gongshi/generator/news"
	"gongshi/generator/notice"
	"gongshi/themes"
)

func chinese(t *testing.T) words {
	t.Helper()
	w, err := readWords(themes.Default(), "zh-CN")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// A line has 75 octets at most; it is cut between characters, of three octets here, and
// what goes on begins with a blank, which counts.
func TestContentLinesAreFolded(t *testing.T) {
	var b bytes.Buffer
	w := chinese(t)
	w["calendar.due"] = "%[1]s"
	name := strings.Repeat("村", 22) + "a" + strings.Repeat("村", 25)
	o := news.Occasion{ID: "a@b", Kind: "due", Place: name, Period: ledger.Period{Cycle: ledger.Year, Year: 2024}, From: ledger.Day(2024, 2, 28), To: ledger.Day(2024, 2, 29), Since: ledger.Day(2024, 1, 1)}
	if _, err := (&printer{words: w}).print(&b, &news.Calendar{Name: `甲,乙;丙\丁` + "\r\n戊\x07", Occasions: []news.Occasion{o}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\r\nSUMMARY:" + strings.Repeat("村", 22) + "a\r\n " + strings.Repeat("村", 24) + "\r\n 村\r\n", // 8+66+1, 1+72 (one more would be 76), 1+3
		"\r\nDTSTART;VALUE=DATE:20240228\r\nDTEND;VALUE=DATE:20240301\r\n",
		`NAME:甲\,乙\;丙\\丁\n戊公示日历` + "\r\n",
		"\r\nDTSTAMP:20240101T000000Z\r\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%q", want, b.String())
		}
	}
}

// What XML cannot hold does not come into a feed; what it marks up with is escaped.
func TestFeedIsEscaped(t *testing.T) {
	var b bytes.Buffer
	f := &news.Feed{ID: "urn:a", Title: "<村>&\x01", Home: "index.html", News: []news.News{{
		ID: "urn:b", Place: "]]><b>\x0b", Period: ledger.Period{Cycle: ledger.Year, Year: 2024},
		Time: time.Date(2024, 1, 2, 0, 0, 0, 0, time.UTC), Turn: notice.Turn{Day: ledger.Day(2024, 1, 2), What: notice.BecameFinal, Count: 1},
	}}}
	if _, err := (&printer{words: chinese(t)}).print(&b, f); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Title string `xml:"title"`
		Entry struct {
			Title   string `xml:"title"`
			Summary string `xml:"summary"`
			Updated string `xml:"updated"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(b.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	if read.Title != "<村>&\ufffd：公示动态" || read.Entry.Title != "]]><b>\ufffd 2024年积分已经生效" ||
		!strings.HasSuffix(read.Entry.Summary, "自2024年1月2日起生效。") || read.Entry.Updated != "2024-01-02T00:00:00Z" {
		t.Errorf("%+v", read)
	}
}

// A falsified site, whose feed is made again to be compared, may have no news.
func TestFeedWithoutNews(t *testing.T) {
	var b bytes.Buffer
	if _, err := (&printer{words: chinese(t)}).print(&b, &news.Feed{ID: "urn:a"}); err != nil {
		t.Fatal(err)
	}
}
