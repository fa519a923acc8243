package page

import (
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Objection is an objection and its answer. Who objects is not recorded.
type Objection struct {
	No       string
	ID, Href string // the household whose score is questioned
	About    string
	Received ledger.Date
	Decided  ledger.Date // 0: pending
	Upheld   bool
	Answer   string
	Hidden   bool // the answer is not public
	TooLate  bool // received when the period was not open
	Overdue  bool // the answer took, or takes, longer than the place allows
	Days     int
}

// Correction is a correction of a published figure.
type Correction struct {
	Date         ledger.Date
	ID, Href     string
	Target       string
	From, To     string // "" where nothing stood, or they are not public
	Reason       string
	Hidden       bool // the reason is not public
	HidesFigures bool // nor are the figures
	Objection    string
}

// objections are a period's objections up to the day, and how many are not published.
func (v *village) objections(t *score.Table) (list []Objection, withheld int) {
	for _, o := range t.State.Objections {
		id, href, ok := v.visible(t, o.Household, o.ID)
		if !ok {
			withheld++
			continue
		}
		target := ObjectionTarget(t, o.Objection)
		m := Objection{
			No: o.No, ID: id, Href: href, About: target.Name, Received: o.Received, Hidden: target.Hidden,
			TooLate: !o.Timely, Overdue: o.Late, Days: o.Days,
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

// corrections are a period's corrections up to the day, in the order of the file, and
// how many are not published.
func (v *village) corrections(t *score.Table) (list []Correction, withheld int) {
	for _, c := range t.Place.Corrections {
		if c.Period != t.Period || c.Date > v.opt.Day {
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
		Date: c.Date, ID: id, Href: href, Target: target.Name,
		Hidden: target.Hidden, HidesFigures: target.Hidden && target.Item, Objection: c.Objection,
	}
	if !m.Hidden {
		m.Reason = c.Reason
	}
	if !m.HidesFigures {
		m.From, m.To = cellText(c.From), cellText(c.To)
	}
	return m
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
