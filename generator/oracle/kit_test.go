package oracle

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gongshi/generator/ledger"
)

// kit builds one village for a case worked out by hand.
type kit struct {
	*ledger.Place
	book *ledger.Book
}

func newKit(schemes ...*ledger.Scheme) *kit {
	p := &ledger.Place{
		Path: "v", Schemes: schemes,
		Sheets: map[ledger.Period]*ledger.Sheet{}, Notices: map[ledger.Period]*ledger.Notice{},
		Publicity: ledger.Publicity{Days: 3, RestDayEnd: ledger.Keep, Restart: true},
	}
	return &kit{p, &ledger.Book{Places: []*ledger.Place{p}, Calendars: map[int]*ledger.Calendar{}}}
}

func day(s string) ledger.Date {
	if s == "" {
		return 0
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return ledger.Day(t.Date())
}

func period(s string) ledger.Period {
	p, ok := ledger.ParsePeriod(s)
	if !ok {
		panic(s)
	}
	return p
}

func points(s string) ledger.Points {
	p := number(s)
	return ledger.Points(p.Mul(p, exact(100*ledger.Point)).Num().Int64())
}

// rules are a version with sensible values where a case does not care.
func rules(effective string, cycle ledger.Cycle, categories ...*ledger.Category) *ledger.Scheme {
	return &ledger.Scheme{
		Effective: day(effective), Cycle: cycle, Categories: categories,
		Missing: ledger.MissingError, NotApplicable: ledger.NotApplicableFull,
	}
}

// category has an item for each number of points: id1, id2, …
func category(id, name string, cycle ledger.Cycle, combine ledger.Combine, items ...string) *ledger.Category {
	c := &ledger.Category{ID: id, Name: name, Cycle: cycle, Combine: combine}
	for i, p := range items {
		c.Items = append(c.Items, &ledger.Item{
			Category: c, ID: fmt.Sprint(id, i+1), Name: fmt.Sprint(name, i+1), Points: points(p),
		})
	}
	return c
}

// household adds one row of households.csv; a 户号 that is there already has it as its next.
func (k *kit) household(id, joined, left string, change ...func(*ledger.Span)) {
	s := &ledger.Span{Kind: "农户", TakesPart: true, Joined: day(joined), Left: day(left), Members: 1}
	for _, f := range change {
		f(s)
	}
	for _, h := range k.Households {
		if h.ID == id {
			h.Spans = append(h.Spans, s)
			return
		}
	}
	k.Households = append(k.Households, &ledger.Household{ID: id, Key: id, Spans: []*ledger.Span{s}})
}

// sheet fills in a period; a row is 户号 and a cell for each item: a number, - or 不适用.
func (k *kit) sheet(of string, rows ...string) {
	s := &ledger.Sheet{Period: period(of)}
	for _, r := range rows {
		words := strings.Fields(r)
		row := &ledger.SheetRow{Household: words[0]}
		for _, w := range words[1:] {
			row.Cells = append(row.Cells, cell(w))
		}
		s.Rows = append(s.Rows, row)
	}
	k.Sheets[s.Period] = s
}

func cell(w string) ledger.Cell {
	switch w {
	case "-":
		return ledger.Cell{}
	case "不适用":
		return ledger.Cell{Kind: ledger.NA}
	}
	return ledger.Cell{Kind: ledger.Entered, Points: points(w)}
}

func (k *kit) post(of, on string, objections ...*ledger.Objection) {
	p := period(of)
	k.Notices[p] = &ledger.Notice{Period: p, Posted: day(on), Objections: objections}
}

func objection(received, decided string) *ledger.Objection {
	return &ledger.Objection{Received: day(received), Decided: day(decided)}
}

// event adds an event that needs no approval, unless change says so.
func (k *kit) event(no, on, household, kind string, change ...func(*ledger.Event)) {
	e := &ledger.Event{No: no, Date: day(on), Household: household, Kind: kind, Times: 1}
	for _, f := range change {
		f(e)
	}
	k.Events = append(k.Events, e)
}

func approvedOn(on string) func(*ledger.Event) {
	return func(e *ledger.Event) { e.Review, e.Reviewed = ledger.Approved, day(on) }
}

func (k *kit) correct(on, of, household, target, to string) {
	k.Corrections = append(k.Corrections, &ledger.Correction{
		Date: day(on), Period: period(of), Household: household, Target: target, To: cell(to),
	})
}

// want compares the named columns of one household: "合计=85 名次=1". Nothing is
// wanted of a household that must not stand in the table.
func (k *kit) want(t *testing.T, on, of, household, columns string) {
	t.Helper()
	figures, _ := Score(k.book, day(on))
	got := figures["v"][of][household]
	if columns == "" {
		if got != nil {
			t.Errorf("%s on %s: %s stands in the table: %v", of, on, household, got)
		}
		return
	}
	for _, pair := range strings.Fields(columns) {
		name, text, _ := strings.Cut(pair, "=")
		if got[name] != text {
			t.Errorf("%s on %s, %s: %s is %q, want %q", of, on, household, name, got[name], text)
		}
	}
}

// wantHonours compares a period's levels: "001=五星 002=四星".
func (k *kit) wantHonours(t *testing.T, on, of, levels string) {
	t.Helper()
	want := map[string]string{}
	for _, pair := range strings.Fields(levels) {
		id, name, _ := strings.Cut(pair, "=")
		want[id] = name
	}
	_, awarded := Score(k.book, day(on))
	if got := awarded["v"][of]; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("honours of %s on %s: %v, want %v", of, on, got, want)
	}
}
