package proof

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// dueOn returns what is due on a day by the seals up to it.
func dueOn(book *ledger.Book, on ledger.Date) string {
	proofs, _ := Of(book, Options{Day: on})
	return fmt.Sprint(proofs.Of(book.Places[0]).Due(on))
}

// Without seals every period is due from its posting on, in the order of posting.
func TestDueBeforeSeals(t *testing.T) {
	for _, c := range []struct {
		january, february ledger.Date // posted
		on                ledger.Date
		want              string
	}{
		{today - 5, today - 2, today - 6, "[]"},
		{today - 5, today - 2, today - 5, "[2023-01]"},
		{today - 5, today - 2, today - 3, "[2023-01]"},
		{today - 5, today - 2, today - 2, "[2023-01 2023-02]"},
		{today - 2, today - 5, today, "[2023-02 2023-01]"},
		{today - 2, today - 2, today, "[2023-01 2023-02]"},
		{0, today - 2, today, "[2023-02]"},
		{0, 0, today, "[]"},
	} {
		book := freshBook()
		january(book.Places[0]).Posted, february(book.Places[0]).Posted = c.january, c.february
		if got := dueOn(book, c.on); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.january, c.february, got, c.want)
		}
	}
}

// After both months were sealed on the day, a month is due again for a correction, and the last
// one of a year for a distribution.
func TestDueAfterSeals(t *testing.T) {
	without := func(p *ledger.Place) { p.Distributions = nil }
	shared := func(year int, on ledger.Date) func(p *ledger.Place) {
		return func(p *ledger.Place) { p.Distributions = map[int]*ledger.Distribution{year: {Year: year, Date: on}} }
	}
	for _, c := range []struct {
		name          string
		before, after func(p *ledger.Place)
		on            ledger.Date
		want          string
	}{
		{"nothing since", nil, nil, today + 10, "[]"},
		{"before the seals", nil, nil, today - 1, "[2023-01 2023-02]"},
		{"a correction later on the same day", nil, func(p *ledger.Place) { addCorrection(p, today) }, today, "[2023-01]"},
		{"a correction of the day after, on the day", nil, func(p *ledger.Place) { addCorrection(p, today+1) }, today, "[]"},
		{"a correction of the day after, then", nil, func(p *ledger.Place) { addCorrection(p, today+1) }, today + 1, "[2023-01]"},
		{"a correction sealed on its day", func(p *ledger.Place) { addCorrection(p, today) }, nil, today, "[]"},
		{"the correction of 10 May that the village has", nil, nil, ledger.Day(2023, 5, 10), "[2023-01]"},
		{"another month is posted", nil, func(p *ledger.Place) { p.Notices[villagetest.February.Next()].Posted = today + 1 }, today + 1, "[2023-03]"},
		{"facts alone", nil, func(p *ledger.Place) { january(p).Reported, january(p).Title = today, "新" }, today, "[]"},
		{"a redemption alone", nil, func(p *ledger.Place) { p.Redemptions[2].Date = today }, today, "[]"},
		{"a distribution decided since", without, shared(2023, today), today, "[2023-02]"},
		{"a distribution to be decided", without, shared(2023, today+1), today, "[]"},
		{"a distribution of another year", without, shared(2022, today), today, "[]"},
		{"a distribution, and the last month is not sealed", without, func(p *ledger.Place) {
			shared(2023, today)(p)
			p.Notices[villagetest.February.Next()].Posted = today + 1
		}, today + 1, "[2023-03]"},
	} {
		book := freshBook()
		if c.before != nil {
			c.before(book.Places[0])
		}
		if p := seal(t, book, today); c.after != nil {
			c.after(p)
		}
		if got := dueOn(book, c.on); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A correction of the day of a seal is covered if it was there, and which are covered is found again.
func TestCorrectionsOnTheDay(t *testing.T) {
	for before := range 3 {
		for after := range 3 {
			book := freshBook()
			for range before {
				addCorrection(book.Places[0], today)
			}
			p := seal(t, book, today)
			for range after {
				addCorrection(p, today)
			}
			proofs, list := Of(book, Options{Day: today})
			wantFindings(t, list, nil)
			if got := proofs.Of(p).Seals[0].Corrections; got != 6+before { // the village has 6 of 12 February
				t.Errorf("%d before the seal, %d after it: %d are covered", before, after, got)
			}
			n := 0
			for range proofs.Of(p).Lines(proofs.Of(p).Seals[0]) {
				n++
			}
			if n != 19 {
				t.Errorf("%d before the seal, %d after it: %d lines", before, after, n)
			}
		}
	}
}

// rowsOf copies rows.
func rowsOf[R any](list []*R) (rows []R) {
	for _, r := range list {
		rows = append(rows, *r)
	}
	return rows
}

// A chain goes on: rows that were there stay, and what belongs to the place is sealed once.
func TestSealAgain(t *testing.T) {
	book, p := sealedBook(t)
	seals, salts := rowsOf(p.Seals), rowsOf(p.Salts)
	addCorrection(p, today+1)
	seal(t, book, today+1)
	if len(p.Seals) != 3 || !slices.Equal(rowsOf(p.Seals[:2]), seals) || !slices.Equal(rowsOf(p.Salts[:len(salts)]), salts) {
		t.Fatal("the rows before have changed")
	}
	var names []string
	for _, s := range p.Salts[len(salts):] {
		names = append(names, s.Of)
	}
	// January with its facts; and the redemption of the day after, which was none on the day.
	want := strings.Fields("公示/张贴 办法/条文 -4 001 002 003 s1 公示/入户 公示/会议 公示/到会 公示/监督 异议/2 异议/1 异议/3 异议/4 异议/5 兑换/2023-03-11|001|理发|1|2")
	last := p.Seals[2]
	if !slices.Equal(names, want) || last.No != 3 || last.Period != villagetest.January || last.Date != today+1 || last.Households != 5 {
		t.Errorf("%q of %+v", names, last)
	}
	proofs, _ := Of(book, Options{Day: today + 1})
	if of := proofs.Of(p).Of(villagetest.January); len(of) != 2 || of[0].No != 1 || of[0].Lines != 19 || of[1].No != 3 || of[1].Lines != 17 {
		t.Errorf("%d seals of January", len(of))
	}
	january(p).Visited++
	_, list := Of(book, Options{Day: today + 1})
	wantFindings(t, list, []string{"notices/2023-01.toml:3 visited seal-changed: 已于 2023-03-10 封存（第 1 号），此后变了；还有 1 次封存也写着它"})
}

// Nobody seals on a day before the last seal.
func TestNoSealBeforeTheLast(t *testing.T) {
	book, p := sealedBook(t)
	proofs, _ := Of(book, Options{Day: today})
	if seals, salts, n, err := proofs.Of(p).Append(today-1, saltsInOrder()); err != nil || n != 0 || len(seals) != 2 || len(salts) != len(p.Salts) {
		t.Errorf("nothing is due: %d seals, %v", n, err)
	}
	addCorrection(p, today-1)
	p.Corrections[len(p.Corrections)-1].Period = villagetest.February.Next()
	p.Notices[villagetest.February.Next()].Posted = today - 1
	proofs, _ = Of(book, Options{Day: today})
	_, _, _, err := proofs.Of(p).Append(today-1, saltsInOrder())
	if err == nil || !strings.Contains(err.Error(), "zhen/cun：封存日期 2023-03-09 早于上一次封存的 2023-03-10") {
		t.Error(err)
	}
}
