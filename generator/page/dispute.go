package page

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Objection is an objection and its answer. Who objects is not recorded.
type Objection struct {
	No       string
	Anchor   string      // its id on the page
	ID, Href string      // the household whose score is questioned
	Of       *PeriodLink // on that household's page instead: the period, with its notice
	About    score.Phrase
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
	Target       score.Phrase
	From, To     score.Phrase // nothing where they are not public
	Reason       string
	Hidden       bool // the reason is not public
	HidesFigures bool // nor are the figures
	Objection    string
	Ruling       *Objection // that objection; nil where the page does not list it
}

// disputesOn puts the objections and corrections of t on its notice.
func (v *village) disputesOn(m *Notice, t *score.Table) {
	var withheld int
	m.Objections, m.Withheld = v.objections(t, "")
	m.Corrections, withheld = v.corrections(t, "")
	m.Withheld += withheld
	v.rule(&m.Head, m.Objections, m.Corrections)
}

// disputesOf puts those that concern h in any of its periods on its page.
func (v *village) disputesOf(m *Household, h *ledger.Household) {
	for _, t := range slices.Backward(v.place.Tables) {
		of := &PeriodLink{t.Period, m.Head.Href(noticePath(t))}
		objections, _ := v.objections(t, h.Key)
		for i := range objections {
			objections[i].Of = of
		}
		corrections, _ := v.corrections(t, h.Key)
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

// objections are a period's objections up to the day, of one household or with "" of all,
// and how many are not published.
func (v *village) objections(t *score.Table, key string) (list []Objection, withheld int) {
	for i, o := range t.State.Objections {
		if key != "" && o.Household != key {
			continue
		}
		id, href, ok := v.visible(t, o.Household, o.ID)
		if !ok {
			withheld++
			continue
		}
		target := ObjectionTarget(t, o.Objection)
		m := Objection{
			No: o.No, Anchor: fmt.Sprintf("objection-%s-%d", t.Period, i+1),
			ID: id, Href: href, About: target.phrase(), Received: o.Received, Hidden: target.Hidden,
			TooLate: !o.Timely, Overdue: o.Late, Days: o.Days, Due: o.Due,
		}
		if o.Decided {
			m.Decided, m.Upheld = o.Objection.Decided, o.Outcome == "upheld"
			if !target.Hidden {
				m.Answer = o.Answer
			}
		}
		list = append(list, m)
	}
	return list, withheld
}

// corrections are a period's corrections up to the day, of one household or with "" of all,
// in the order of the file, and how many are not published.
func (v *village) corrections(t *score.Table, key string) (list []Correction, withheld int) {
	for _, c := range t.Place.Corrections {
		if c.Period != t.Period || c.Date > v.opt.Day || key != "" && c.Household != key {
			continue
		}
		id, href, ok := v.visible(t, c.Household, c.ID)
		if !ok {
			withheld++
			continue
		}
		list = append(list, correction(t, c, id, href))
	}
	return list, withheld
}

func correction(t *score.Table, c *ledger.Correction, id, href string) Correction {
	target := CorrectionTarget(t, c)
	m := Correction{
		Date: c.Date, ID: id, Href: href, Target: target.phrase(),
		Hidden: target.Hidden, HidesFigures: target.Hidden && target.Item, Objection: c.Objection,
	}
	if !m.Hidden {
		m.Reason = c.Reason
	}
	if !m.HidesFigures {
		m.From, m.To = cellPhrase(c.From), cellPhrase(c.To)
	}
	return m
}

// cellPhrase is a cell as it was entered, in words where that is no number.
func cellPhrase(c ledger.Cell) score.Phrase {
	switch c.Kind {
	case ledger.Entered:
		return score.Phrase{Text: c.Points.String()}
	case ledger.NA:
		return score.Phrase{Key: "cell.na"}
	}
	return score.Phrase{Key: "cell.empty"}
}

// visible is the 户号 under which a detail of a household in t's period is published,
// and its page as seen from the notice; false where the detail is withheld.
func (v *village) visible(t *score.Table, key, typed string) (id, href string, ok bool) {
	if !v.people.Details(t.Period) {
		return "", "", false
	}
	h := t.Place.Household(key)
	switch {
	case h == nil:
		return typed, "", true
	case v.people.Omitted(t.Place, h):
		return "", "", false
	case t.Row(h) == nil:
		return h.ID, "", true
	}
	return h.ID, "../" + escape(householdFile(h)), true
}

// was reports whether a row's own figures were corrected, and what its 合计 was before;
// "" where that shows the same, is not known, or has left the site with the details.
func (v *village) was(t *score.Table, r *score.Row) (corrected bool, total string) {
	if !r.Corrected || !v.people.Details(t.Period) {
		return false, ""
	}
	if r.Was != nil && r.Was.Total != r.Shown.Total {
		total = r.Was.Total.Text(t.Scheme.Decimals)
	}
	return true, total
}
