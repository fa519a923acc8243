package score

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// statesOn returns the states of one place's periods on a day.
func statesOn(p *ledger.Place, day ledger.Date, cals notice.Calendars) *notice.States {
	return notice.AsOf(&ledger.Book{Places: []*ledger.Place{p}, Calendars: cals}, day, false)
}

// yearOn sums the periods of a year that counted on a day, as they were then.
func yearOn(p *ledger.Place, year int, day ledger.Date, cals notice.Calendars) *sum {
	counted := slices.DeleteFunc(statesOn(p, day, cals).Periods(p), func(s *notice.State) bool {
		return !s.Counts || s.Period.Year != year
	})
	return assess(p, counted, day).wholeYear(year)
}

// since notes that the points of today would make other parts than those shared out on a
// distribution's date. What was paid stays.
func (p *Place) since(d *Distribution, day ledger.Date) diag.List {
	var list diag.List
	why := p.changed(d, day)
	if len(why) == 0 {
		return nil
	}
	now := p.distribution(d.Distribution, p.wholeYear(d.Year))
	if outcome := d.against(now); outcome != "" {
		list.Note(d.At("date"), sharedSince,
			fmt.Sprintf("%d 年的分配按 %s 当天的积分计算；此后%s，按现在的积分%s", d.Year, d.Date, strings.Join(why, "，"), outcome),
			"分了的不变，网站仍按分配当天的积分公布；要不要补差，由村里另行决定")
	}
	return list
}

// changed returns what may have changed the points of the year since they were shared out by:
// corrections, and periods that did not count yet.
func (p *Place) changed(d *Distribution, day ledger.Date) []string {
	var corrected, counted Periods
	for _, q := range p.wholeYear(d.Year).tables {
		of := q.Period
		switch {
		case !slices.Contains(d.Periods, of):
			counted = append(counted, of)
		case slices.ContainsFunc(p.Corrections, func(c *ledger.Correction) bool {
			return c.Period == of && d.Date < c.Date && c.Date <= day
		}):
			corrected = append(corrected, of)
		}
	}
	var why []string
	if len(corrected) > 0 {
		why = append(why, "更正了 "+corrected.String())
	}
	if len(counted) > 0 {
		why = append(why, "又有 "+counted.String()+" 生效")
	}
	return why
}

// against returns how many parts would differ in another distribution of the same sum, and one of
// them.
func (d *Distribution) against(now *Distribution) string {
	if !now.Share() {
		return "各户积分之和是 0，已经无从分配"
	}
	var first string
	n := 0
	for i, was := range d.Parts {
		if is := now.Parts[i]; is.Amount != was.Amount {
			if n++; n == 1 {
				first = fmt.Sprintf("户号“%s”分得 %s 元，会是 %s 元", was.Household.ID, was.Amount.Text(2), is.Amount.Text(2))
			}
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("会有 %d 户的金额不同（如%s）", n, first)
}
