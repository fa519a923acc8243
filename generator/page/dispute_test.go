package page

import (
	"testing"

	"gongshi/generator/ledger"
)

// What corrections did is said once for each household, at the last of them, with the rank that
// the former 合计 would have; what waits too long is counted from the day on which it was due.
func TestNoticeSaysWhatCorrectionsDid(t *testing.T) {
	book := fixture()
	for _, c := range book.Places[len(book.Places)-1].Corrections {
		c.DecidedBy = "评议小组"
	}
	m := page[*Notice](t, built(t, book, fixtureDay, ""), "zhen/cun/notices/2023-01.html")
	effects := map[string]Effect{"002": {From: "37", To: "38", FromRank: 2, Rank: 2, FromTied: true}, "001": {From: "32", To: "37", FromRank: 3, Rank: 3}}
	for i, c := range m.Corrections {
		last := i == len(m.Corrections)-1 || m.Corrections[i+1].ID != c.ID
		if (c.Effect != nil) != last || last && *c.Effect != effects[c.ID] || c.DecidedBy != "评议小组" {
			t.Errorf("%s %v: %q, %+v", c.ID, c.Target, c.DecidedBy, c.Effect)
		}
	}
	for _, o := range m.Objections {
		if want := map[string]int{"5": 8}[o.No]; o.Behind() != want { // due on 2 March
			t.Errorf("objection %s: %d days behind, want %d", o.No, o.Behind(), want)
		}
	}
}

// The former rank counts the others as they stand.
func TestRankWith(t *testing.T) {
	public, _ := publicOf(fixture(), fixtureDay, false)
	table := public.Place("zhen/cun").Table(january)
	rows := table.Boards[0].Ranked
	for i, r := range rows {
		if got, tied := rankWith(table, r, r.Shown.Total); got != r.Rank || tied != r.Tied {
			t.Errorf("%s: %d, want %d", r.ID, got, r.Rank)
		}
		if got, tied := rankWith(table, rows[len(rows)-1], r.Shown.Total+ledger.Point/10); got != r.Rank || tied {
			t.Errorf("above %d: %d, want %d", i, got, r.Rank)
		}
	}
	table.Boards[0].All++
	if got, _ := rankWith(table, rows[0], rows[0].Shown.Total); got != 0 {
		t.Errorf("with one not listed: %d", got)
	}
}

// A household whose own objection came too late to hold a period up is told that others do; whoever holds it up is not.
func TestOwnLateObjectionAlone(t *testing.T) {
	book := fixture()
	for _, o := range book.Places[len(book.Places)-1].Notices[january].Objections {
		if o.No == "1" { // of 002, in time
			o.Decided, o.Outcome, o.Answer = 0, "", ""
		}
	}
	all := built(t, book, fixtureDay, "")
	for id, own := range map[string]bool{"001": false, "002": true} {
		leads := page[*Household](t, all, "zhen/cun/h/"+id+".html").Leads
		lead := leads[len(leads)-1] // that of January
		if lead.State.Word != "disputed" || lead.Disputed != own || lead.Late == own {
			t.Errorf("%s: %s, by its own objection: %v, late: %v", id, lead.State.Word, lead.Disputed, lead.Late)
		}
	}
}
