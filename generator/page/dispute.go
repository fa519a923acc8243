package page

import (
	"fmt"
	"slices"

	"gongshi/generator/address"
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
	Ruling       *Objection // that objection; nil where the page does not list it
}

// disputesOn puts the objections and corrections of t on its notice.
func (v *village) disputesOn(m *Notice, t *gazette.Table) {
	m.Objections, m.Corrections = objections(t, ""), corrections(t, "")
	m.Withheld = t.Records.Objections + t.Records.Corrections
	v.rule(&m.Head, m.Objections, m.Corrections)
}

// disputesOf puts those that concern a household in any of its periods on its page.
func (v *village) disputesOf(m *Household) {
	for _, t := range slices.Backward(v.place.Tables) {
		of := &PeriodLink{t.Period, m.Head.Href(address.Notice(t))}
		objections, corrections := objections(t, m.ID), corrections(t, m.ID)
		for i := range objections {
			objections[i].Of = of
		}
		for i := range corrections {
			corrections[i].Of = of
		}
		v.rule(&m.Head, objections, corrections)
		m.Objections = append(m.Objections, objections...)
		m.Corrections = append(m.Corrections, corrections...)
	}
}

// rule joins the corrections of a period to the objections that led to them, and lets the
// page say the day where one is still waiting.
func (v *village) rule(h *Head, objections []Objection, corrections []Correction) {
	for i := range objections {
		*h = v.dated(*h, objections[i].Decided == 0)
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
	return Objection{
		No: o.No, Anchor: fmt.Sprintf("objection-%s-%d", t.Period, o.Place),
		ID: o.ID, Href: rowHref(t, o.ID), About: targetPhrase(o.About), Received: o.Received, Hidden: o.About.Hidden,
		Decided: o.Decided, Upheld: o.Upheld, Answer: o.Answer,
		TooLate: !o.Timely, Overdue: o.Late, Days: o.Days, Due: o.Due,
	}
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
	return list
}

func correction(t *gazette.Table, c *gazette.Correction) Correction {
	m := Correction{
		Date: c.Date, ID: c.ID, Href: rowHref(t, c.ID), Target: targetPhrase(c.Target), Reason: c.Reason,
		Hidden: c.Target.Hidden, HidesFigures: c.HidesFigures(), Objection: c.Objection,
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
