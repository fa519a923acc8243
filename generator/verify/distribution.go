package verify

import (
	"slices"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// shared is datapackage.json's entry for a distribution.
type shared struct {
	Amount      ledger.Points   `json:"amount"`
	ShareWeight ledger.Exact    `json:"share_weight"`
	Date        ledger.Date     `json:"date"`
	Periods     []ledger.Period `json:"periods"`
}

// distribution is a sum that was shared out, as of its own date.
type distribution struct {
	resource
	of    *ledger.Distribution
	given []score.Given   // the periods whose points it uses
	later map[string]bool // households with a point corrected after its date
	known bool            // the points of its periods are known
	round bool            // … and have no more than two digits
}

// distributions works out every distribution again, from the points of the periods that counted
// on its date.
func (p *place) distributions() {
	for _, r := range p.pack.Resources {
		text, ok := strings.CutPrefix(strings.TrimSuffix(r.Path, ".csv"), "distribution-")
		year, dated := ledger.ParsePeriod(text)
		switch {
		case !ok || !p.files.has(p.data(r.Path)):
		case r.Shared != nil && (!dated || r.Shared.ShareWeight.Cmp(ledger.Exact{}) < 0 || r.Shared.ShareWeight.Cmp(ledger.Point.Exact()) > 0):
			p.differ(p.top(r.Path), packageCode, "datapackage.json 里认不出这次分配的权重或年份")
		case r.Shared == nil:
			p.not("%s %s 年：分配的金额没有重新计算，只与网页对照", p.path, text)
		default:
			if d := p.readDistribution(r, year.Year); d != nil {
				p.parts(d)
			}
		}
	}
}

// readDistribution collects the basis of a distribution, or returns nil if it is not known.
func (p *place) readDistribution(r resource, year int) *distribution {
	d := &distribution{
		resource: r, later: make(map[string]bool), known: true, round: true,
		of: &ledger.Distribution{Year: year, Amount: r.Shared.Amount, ShareWeight: r.Shared.ShareWeight, Date: r.Shared.Date},
	}
	for _, of := range r.Shared.Periods {
		q := p.period(of)
		if q == nil || q.Period.Year != year || !q.State.Counts || q.State.Posted > d.of.Date {
			p.differ(p.top(d.Path), figureCode, "分配计入了 %s，而这一期到 %s 没有生效，或不是这一年的", of, d.of.Date)
			return nil
		}
		d.given = append(d.given, q.given())
		d.known = d.known && !q.guessed && q.Kept
		d.round = d.round && q.Scheme.NotApplicable != ledger.NotApplicableScale &&
			!slices.ContainsFunc(q.Scheme.Categories, func(c *ledger.Category) bool { return c.Combine == ledger.Mean })
	}
	for _, c := range p.corrections { // the site no longer shows what their points were then
		if slices.Contains(r.Shared.Periods, c.Is.Period) && c.Is.Date > d.of.Date {
			d.later[c.Is.ID] = true
		}
	}
	return d
}

// parts compares the rows of a distribution with the points, and its amounts with both.
func (p *place) parts(d *distribution) {
	by := map[string]string{gazette.ColumnPoints: "分配当天已经生效的各期之和是%s", gazette.ColumnYuan: "按股份和积分应是%s"}
	year := score.Recompute(p.rules, d.given)
	rows := readWhole(p, d.Path, gazette.DistributionForm.Read)
	parts := make([]*score.Part, len(rows))
	var sum ledger.Points
	known := d.known && d.Withheld == 0
	for i, r := range rows {
		h := p.byID[r.Is.ID]
		if h == nil { // it is in no table
			h = &ledger.Household{ID: r.Is.ID}
		}
		if sum += r.Is.Amount; r.Is.Shares < 0 {
			p.differ(r.At, figureCode, "户号“%s”的股份是 %s，不应小于 0", r.Is.ID, r.Is.Shares)
			return
		}
		parts[i] = &score.Part{Household: h, Shares: r.Is.Shares, Points: r.Is.Points}
		if d.later[h.ID] { // only this table has the points of that day
			known = known && d.round
		} else if d.known {
			should := r.Is
			should.Points = year.YearPoints(h, d.of.Year)
			hold(p, gazette.DistributionForm, r, &should, "户号“"+h.ID+"”", by)
			if should.Points.Round(2) == r.Is.Points.Round(2) {
				parts[i].Points = should.Points
			}
		}
	}
	if sum > d.of.Amount || d.Withheld == 0 && sum != d.of.Amount {
		p.differ(p.top(d.Path), figureCode, "各户金额之和是 %s，总额是 %s", sum.Text(2), d.of.Amount.Text(2))
	}
	if known {
		byID := slices.Clone(parts)
		slices.SortFunc(byID, func(a, b *score.Part) int { return strings.Compare(a.Household.ID, b.Household.ID) })
		if !score.NewDistribution(d.of, byID).Share() {
			p.differ(p.top(d.Path), figureCode, "各户股份或积分之和是 0，无从分配")
			return
		}
		for i, r := range rows {
			should := r.Is
			should.Amount = parts[i].Amount
			hold(p, gazette.DistributionForm, r, &should, "户号“"+should.ID+"”", by)
		}
		p.done("%s：%d 年分配的 %d 户金额，由股份和分配当天的积分重新计算", p.path, d.of.Year, len(parts))
	} else {
		p.not("%s %d 年：分配所依据的积分有的不公布，或后来更正过，各户金额没有重新计算", p.path, d.of.Year)
	}
}
