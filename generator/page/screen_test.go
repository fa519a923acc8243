package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
)

// rowsOf reads rows from their ties.
func rowsOf(text string) []SlideRow {
	var rows []SlideRow
	for f := range strings.FieldsSeq(text) {
		var r SlideRow
		fmt.Sscan(f, &r.Tie)
		rows = append(rows, r)
	}
	return rows
}

// Of those who rose alike all are taken or none, and the first in any case.
func TestLeading(t *testing.T) {
	for rows, want := range map[string]int{"9 8 7 7 6": 4, "9 8 7 7 7 6": 2, "9 9 9 9 9 9 1": 6, "9": 1} {
		if got := len(leading(rowsOf(rows), 4)); got != want {
			t.Errorf("%s: %d, want %d", rows, got, want)
		}
	}
}

// screenOn is the screen of a book's first place, with what is not posted yet or without.
func screenOn(t *testing.T, book *ledger.Book, drafts bool) *Screen {
	t.Helper()
	public, opt := publicOf(book, fixtureDay, drafts)
	return newSite(public, opt).village(public.Places[0]).screen()
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
