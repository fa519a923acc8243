package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// rowsOf reads rows from "1 1 2:3": ties, with the lines of those that take more than one.
func rowsOf(text string) []SlideRow {
	var rows []SlideRow
	for f := range strings.FieldsSeq(text) {
		r := SlideRow{Lines: 1}
		if _, err := fmt.Sscanf(f, "%d:%d", &r.Tie, &r.Lines); err != nil {
			fmt.Sscan(f, &r.Tie)
		}
		rows = append(rows, r)
	}
	return rows
}

// The slides are worked out by hand, with room for five lines.
func TestSpread(t *testing.T) {
	for _, test := range []struct{ rows, want string }{
		{"", ""},
		{"1", "1"},
		{"1 2 3 4 5", "1 2 3 4 5"},
		{"1 2 3 4 5 6", "1 2 3 4 5|6"},
		{"1 2 3 4 4 4", "1 2 3|4 4 4"},             // a tie stays together
		{"1 1 1 1 1 6", "1 1 1 1 1|6"},             // one that fills a slide
		{"1 1 1 1 1 1 1 8", "1 1 1 1 1|1 1|8"},     // one longer than a slide has slides of its own
		{"1 2 2 2 2 2 2 8", "1|2 2 2 2 2|2|8"},     // … and begins on one
		{"1 2 3:3 4", "1 2 3|4"},                   // a long name takes lines
		{"1 2 3 4:3 5", "1 2 3|4 5"},               //
		{"1 2:2 2:2 2:2 5", "1|2 2|2|5"},           // a tie of long names
		{"1 1 3 3 5 5 7 7", "1 1 3 3|5 5 7 7"},     //
		{"1 2 3 4 5 6 6 6 6", "1 2 3 4 5|6 6 6 6"}, //
	} {
		var slides []string
		for _, rows := range spread(rowsOf(test.rows), 5) {
			var ties []string
			for _, r := range rows {
				ties = append(ties, fmt.Sprint(r.Tie))
			}
			slides = append(slides, strings.Join(ties, " "))
		}
		if got := strings.Join(slides, "|"); got != test.want {
			t.Errorf("%s: %s, want %s", test.rows, got, test.want)
		}
	}
}

// Of those who rose alike all are taken or none, and the first in any case.
func TestLeading(t *testing.T) {
	for rows, want := range map[string]int{"9 8 7 7 6": 4, "9 8 7 7 7 6": 2, "9 9 9 9 9 9 1": 6, "9": 1} {
		if got := len(leading(rowsOf(rows), 4)); got != want {
			t.Errorf("%s: %d, want %d", rows, got, want)
		}
	}
}

// A digit is six tenths of an em, a Chinese character one: 001 and a blank are 24.
func TestLongNamesTakeMoreRoom(t *testing.T) {
	for _, test := range []struct {
		id, name    string
		width, line int
		long        bool
	}{
		{"001", "张*明", 50, 1, false}, // 24 + 10 + 6 + 10
		{"001", "一二三四五六七八九十", 124, 1, false},
		{"001", "一二三四五六七八九十一", 134, 1, true},
		{"001", "一二三四五六七八九十一二", 144, 1, true},
		{"001", "一二三四五六七八九十一二三", 154, 2, true},
		{"LONG-NUMBER-OF-THIRTY-TWO-CHARS1", "张*明", 224, 2, true}, // 33 × 6 + 26
		{"1", strings.Repeat("一", 300), 3012, 10, true},
	} {
		r := SlideRow{ID: test.id, Name: test.name}.measured()
		if r.Width != test.width || r.Lines != test.line || r.Long != test.long {
			t.Errorf("%s %s: %+v", test.id, test.name, r)
		}
	}
}

// screenOn is the screen of a book's first place, with what is not posted yet or without.
func screenOn(t *testing.T, book *ledger.Book, drafts bool) *Screen {
	t.Helper()
	standings, _ := score.Of(book, notice.AsOf(book, fixtureDay, drafts))
	s := newSite(book, standings, nil, Options{Day: fixtureDay, Drafts: drafts, Still: true})
	return s.village(book.Places[0]).screen()
}

func kindsOf(m *Screen) (kinds []string) {
	for _, s := range m.Slides {
		if !slices.Contains(kinds, s.Kind) {
			kinds = append(kinds, s.Kind)
		}
	}
	return kinds
}

// In the fixture January is final and February open: the public screen shows February's
// ranks and January's honours, that of drafts the honours that February is to award.
func TestScreenShowsHonoursThatAreFinal(t *testing.T) {
	m := screenOn(t, fixture(), false)
	if m.Reveal || m.Period != february || m.Slides[1].Kind != "honours" || m.Slides[1].Period != january || m.Slides[1].Proposed {
		t.Errorf("public: %+v", m.Slides[1])
	}
	book := fixture()
	delete(book.Places[0].Notices, february.Next())
	m = screenOn(t, book, true)
	if !m.Reveal || m.Slides[1].Period != february || !m.Slides[1].Proposed {
		t.Errorf("drafts: reveal %v, %+v", m.Reveal, m.Slides[1])
	}
	book = fixture()
	book.Places[0].Notices[january].Posted = ledger.Day(2023, 3, 9)
	if kinds := kindsOf(screenOn(t, book, false)); slices.Contains(kinds, "honours") {
		t.Errorf("honours that are not final: %v", kinds)
	}
}

// screen_top cuts the ranks; 0 shows all. Who has not agreed to be shown is not listed, and
// counted. February by hand: -4 has 45, 002 37, 001 23 of 35 that apply, scaled to 45, 003 22.
func TestScreenTop(t *testing.T) {
	for _, test := range []struct {
		top     int
		consent ledger.Consent
		want    string
		omitted int
	}{
		{0, ledger.ConsentNumber, "-4 002 001 003", 0},
		{1, ledger.ConsentNumber, "-4", 0},
		{2, ledger.ConsentNumber, "-4 002", 0},
		{0, ledger.ConsentOmit, "-4 001", 2},
	} {
		book := fixture()
		book.Config.ScreenTop, book.Config.Privacy.Consent = test.top, test.consent
		var ids []string
		for _, s := range screenOn(t, book, false).Slides {
			if s.Kind != "ranks" {
				continue
			}
			for _, r := range s.Rows {
				ids = append(ids, r.ID)
			}
			if s.Omitted != test.omitted || s.Households != 4 {
				t.Errorf("top %d: %d omitted of %d", test.top, s.Omitted, s.Households)
			}
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("top %d, %s: %s, want %s", test.top, test.consent, got, test.want)
		}
	}
}
