package page

import (
	"fmt"
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Objection is an objection and its answer. Who objects is not recorded.
type Objection struct {
	No       string
	Anchor   string      // its id on the page
	ID, Href string      // the household whose score is questioned
	Of       *PeriodLink // on that household's page instead: the period, with its notice
	About    gazette.Phrase
	Received ledger.Date
	Decided  ledger.Date // 0: pending
	Upheld   bool
	Answer   string
	Hidden   bool // the answer is not public
	TooLate  bool // received when the period was not open
	Overdue  bool // the answer took, or takes, longer than the place allows
	Days     int  // from receipt to the answer, or, while pending, to the day
	Due      ledger.Date
	Behind   int // while pending: how many days it is overdue
}

// Correction is a correction of a published figure.
type Correction struct {
	Date         ledger.Date
	ID, Href     string
	Of           *PeriodLink // as Objection has it
	Target       gazette.Phrase
	From, To     gazette.Phrase // nothing where they are not public
	Reason       string
	Hidden       bool // the reason is not public
	HidesFigures bool // nor are the figures
	Objection    string
	DecidedBy    string     // the office that decided; "" where the row does not say
	Effect       *Effect    // of all corrections of that household and period, at the last of them
	Ruling       *Objection // that objection; nil where the page does not list it
}

// Effect is what corrections did to a row. The former rank is that which the former 合计 would have
// among the others as they stand; both are 0 where that cannot be told from what is published.
type Effect struct {
	From, To       string // 合计
	FromRank, Rank int
	FromTied, Tied bool // others have the same rank
}

// effect returns what the corrections of t did to a household; nil if its 合计 is the same.
func effect(t *gazette.Table, id string) *Effect {
	r := t.Row(id)
	if r == nil || r.Was == nil {
		return nil
	}
	e := &Effect{From: figure.Was(t, r), To: r.Shown.Total.Text(t.Scheme.Decimals)}
	was, wasTied := rankWith(t, r, *r.Was)
	if is, tied := rankWith(t, r, r.Shown.Total); is == r.Rank && t.Scheme.RankBy != ledger.ByAverage {
		e.FromRank, e.Rank, e.FromTied, e.Tied = was, is, wasTied, tied
	}
	return e
}

// rankWith returns the rank of r if that were its 合计, and whether others have it too; 0 where some of its board are
// not listed.
func rankWith(t *gazette.Table, r *gazette.Row, total ledger.Points) (rank int, tied bool) {
	b := t.Board(r.Organisation)
	if len(b.Ranked) != b.All {
		return 0, false
	}
	rank = 1
	for _, other := range b.Ranked {
		if other != r && other.Shown.Total > total {
			rank++
		}
		tied = tied || other != r && other.Shown.Total == total
	}
	return rank, tied
}

// disputesOn puts the objections and corrections of t on its notice.
func (v *village) disputesOn(m *Notice, t *gazette.Table) {
	m.Objections, m.Corrections = objections(t, ""), corrections(t, "")
	m.Withheld = t.Records.Objections + t.Records.Corrections
	if slices.ContainsFunc(v.place.Tables, func(t *gazette.Table) bool { return len(t.Corrected) > 0 }) {
		m.Earlier = m.Head.Href(address.Place(t.Place)) + "#corrections"
	}
	v.rule(&m.Head, m.Objections, m.Corrections)
}

// disputesIn returns those of a household in some of its periods, the latest first.
func (v *village) disputesIn(h *Head, id string, tables []*gazette.Table) (all []Objection, fixes []Correction) {
	for _, t := range slices.Backward(tables) {
		of := &PeriodLink{t.Period, h.Href(address.Notice(t))}
		objections, corrections := objections(t, id), corrections(t, id)
		for i := range objections {
			objections[i].Of = of
		}
		for i := range corrections {
			corrections[i].Of = of
		}
		v.rule(h, objections, corrections)
		all, fixes = append(all, objections...), append(fixes, corrections...)
	}
	return all, fixes
}

// rule joins the corrections of a period to the objections that led to them, and lets the
// page say the day where one is still waiting.
func (v *village) rule(h *Head, objections []Objection, corrections []Correction) {
	for i := range objections {
		v.date(h, objections[i].Decided == 0)
		for k := range corrections {
			if corrections[k].Objection == objections[i].No {
				corrections[k].Ruling = &objections[i]
			}
		}
	}
}

// objections are a period's objections up to the day, of one household or with "" of all.
func objections(t *gazette.Table, id string) []Objection {
	var list []Objection
	for _, o := range t.Notice.Objections {
		if id == "" || o.ID == id {
			list = append(list, objection(t, &o))
		}
	}
	return list
}

func objection(t *gazette.Table, o *gazette.Objection) Objection {
	m := Objection{
		No: o.No, Anchor: fmt.Sprintf("objection-%s-%d", t.Period, o.Place),
		ID: o.ID, Href: rowHref(t, o.ID), About: targetPhrase(o.About), Received: o.Received, Hidden: o.About.Hidden,
		Decided: o.Decided, Upheld: o.Upheld, Answer: o.Answer,
		TooLate: !o.Timely, Overdue: o.Late, Days: o.Days, Due: o.Due, Behind: o.Behind(),
	}
	return m
}

// corrections are a period's corrections up to the day, of one household or with "" of all,
// in the order of the file.
func corrections(t *gazette.Table, id string) []Correction {
	var list []Correction
	all := t.Place.Corrections
	if id != "" {
		all = t.Place.CorrectionsOf(id)
	}
	for _, c := range all {
		if c.Period == t.Period {
			list = append(list, correction(t, c))
		}
	}
	told := make(map[string]bool)
	for i := range slices.Backward(list) {
		if c := &list[i]; !told[c.ID] {
			c.Effect, told[c.ID] = effect(t, c.ID), true
		}
	}
	return list
}

func correction(t *gazette.Table, c *gazette.Correction) Correction {
	m := Correction{
		Date: c.Date, ID: c.ID, Href: rowHref(t, c.ID), Target: targetPhrase(c.Target), Reason: c.Reason,
		Hidden: c.Target.Hidden, HidesFigures: c.HidesFigures(), Objection: c.Objection, DecidedBy: c.DecidedBy,
	}
	if !m.HidesFigures {
		m.From, m.To = cellPhrase(c.From), cellPhrase(c.To)
	}
	return m
}

// targetPhrase is what a correction or an objection is about, on a page.
func targetPhrase(t gazette.Target) gazette.Phrase {
	if t.Hidden && !t.Item {
		return gazette.Phrase{Key: "phrase.other"}
	}
	return gazette.Phrase{Text: t.Name}
}

// cellPhrase is a cell as it was entered, in words where that is no number.
func cellPhrase(c ledger.Cell) gazette.Phrase {
	switch c.Kind {
	case ledger.Entered:
		return gazette.Phrase{Text: c.Points.String()}
	case ledger.NA:
		return gazette.Phrase{Key: "cell.na"}
	}
	return gazette.Phrase{Key: "cell.empty"}
}

// rowHref is the page of a household as seen from the notice of t; "" where the household has
// no row there.
func rowHref(t *gazette.Table, id string) string {
	if t.Row(id) == nil {
		return ""
	}
	return "../" + address.Escape(address.HouseholdFile(id))
}
