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
	*gazette.Objection
	Anchor  string      // its id on the page
	Href    string      // of the household whose score is questioned
	Of      *PeriodLink // on that household's page instead: the period, with its notice
	Subject gazette.Phrase
}

// Correction is a correction of a published figure.
type Correction struct {
	*gazette.Correction
	Href     string
	Of       *PeriodLink // as Objection has it
	Subject  gazette.Phrase
	From, To gazette.Phrase // not told where they are not public
	Effect   *Effect        // of all corrections of that household and period, at the last of them
	Ruling   *Objection     // that objection; nil where the page does not list it
}

// Effect is what corrections did to a row. The former rank is that which the former 合计 would have
// among the others as they are; both are 0 where that cannot be told from what is published.
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

// disputesIn returns those of a household in some of its periods, the latest first.
func (v *village) disputesIn(h *Head, id string, tables []*gazette.Table) (all []Objection, fixes []Correction) {
	for _, t := range slices.Backward(tables) {
		objections, corrections := v.disputes(h, t, id, &PeriodLink{t.Period, h.Href(address.Notice(t))})
		all, fixes = append(all, objections...), append(fixes, corrections...)
	}
	return all, fixes
}

// disputes are a period's objections and corrections up to the day, of one household or with ""
// of all. Each correction is joined to the objection that led to it, and the page has the day
// where an objection is still waiting.
func (v *village) disputes(h *Head, t *gazette.Table, id string, of *PeriodLink) ([]Objection, []Correction) {
	objections, corrections := objections(t, id, of), corrections(t, id, of)
	for i := range objections {
		v.date(h, objections[i].Decided == 0)
		for k := range corrections {
			if corrections[k].Objection == objections[i].No {
				corrections[k].Ruling = &objections[i]
			}
		}
	}
	return objections, corrections
}

func objections(t *gazette.Table, id string, of *PeriodLink) []Objection {
	var list []Objection
	for i := range t.Notice.Objections {
		if o := &t.Notice.Objections[i]; id == "" || o.ID == id {
			list = append(list, Objection{
				Objection: o, Anchor: fmt.Sprintf("objection-%s-%d", t.Period, o.Place), Href: rowHref(t, o.ID), Of: of,
				Subject: targetPhrase(o.About),
			})
		}
	}
	return list
}

// corrections are in the order of the file.
func corrections(t *gazette.Table, id string, of *PeriodLink) []Correction {
	var list []Correction
	all := t.Place.Corrections
	if id != "" {
		all = t.Place.CorrectionsOf(id)
	}
	for _, c := range all {
		if c.Period != t.Period {
			continue
		}
		list = append(list, Correction{
			Correction: c, Href: rowHref(t, c.ID), Of: of, Subject: targetPhrase(c.Target),
			From: cellPhrase(c.From), To: cellPhrase(c.To),
		})
	}
	told := make(map[string]bool)
	for i := range slices.Backward(list) {
		if c := &list[i]; !told[c.ID] {
			c.Effect, told[c.ID] = effect(t, c.ID), true
		}
	}
	return list
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
