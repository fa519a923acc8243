package screen

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
	"gongshi/generator/score"
	"gongshi/generator/villagetest"
)

// rowsOf reads rows from their ties.
func rowsOf(text string) []Row {
	var rows []Row
	for f := range strings.FieldsSeq(text) {
		var r Row
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

// deckOn is the deck of a book's first place, with what is not posted yet or without.
func deckOn(book *ledger.Book, drafts bool) Deck {
	standings, _ := score.Of(book, notice.AsOf(book, villagetest.Day, drafts))
	proofs, _ := proof.Of(book, proof.Options{Day: villagetest.Day})
	public := gazette.Of(book, standings, proofs, gazette.Choices{Day: villagetest.Day, Drafts: drafts, Still: true})
	return Of(public.Places[0], public.Config.ScreenTop, drafts, "")
}

func kindsOf(m Deck) (kinds []string) {
	for _, s := range m.Slides {
		if !slices.Contains(kinds, s.Kind) {
			kinds = append(kinds, s.Kind)
		}
	}
	return kinds
}

// In the fixture January is final and February open: the public screen shows February's
// ranks and, behind them, January's honours, that of drafts the honours that February is to award.
func TestScreenShowsHonoursThatAreFinal(t *testing.T) {
	m := deckOn(villagetest.Book(), false)
	at := slices.IndexFunc(m.Slides, func(s Slide) bool { return s.Kind == "honours" })
	if at < 2 || m.Reveal || m.Slides[at].Period != villagetest.January || m.Slides[at].Proposed || !m.Slides[at].Former {
		t.Errorf("public: %d of %+v", at, m.Slides)
	}
	if ranks := m.Slides[1]; ranks.Kind != "ranks" || !ranks.Provisional || !strings.HasPrefix(ranks.Rows[0].Figures.Ranking().Key, villagetest.February.String()) {
		t.Errorf("ranks: %+v", ranks)
	}
	book := villagetest.Book()
	delete(book.Places[0].Notices, villagetest.February.Next())
	m = deckOn(book, true)
	if !m.Reveal || m.Slides[1].Period != villagetest.February || !m.Slides[1].Proposed || m.Slides[1].Former {
		t.Errorf("drafts: reveal %v, %+v", m.Reveal, m.Slides[1])
	}
	book = villagetest.Book()
	book.Places[0].Notices[villagetest.January].Posted = ledger.Day(2023, 3, 9)
	if kinds := kindsOf(deckOn(book, false)); slices.Contains(kinds, "honours") {
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
		book := villagetest.Book()
		book.Config.ScreenTop, book.Config.Privacy.Consent = test.top, test.consent
		var ids []string
		for _, s := range deckOn(book, false).Slides {
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
