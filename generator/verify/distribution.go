package verify

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// shared is what datapackage.json tells of a distribution.
type shared struct {
	Amount      string   `json:"amount"`
	ShareWeight string   `json:"share_weight"`
	Date        string   `json:"date"`
	Periods     []string `json:"periods"`
}

// distribution is a sum that was shared out, as of its own date.
type distribution struct {
	table   *table
	of      *ledger.Distribution
	periods []*period       // whose points it takes
	later   map[string]bool // households of which a point was corrected after its date
	known   bool            // the points that its periods give are known
	round   bool            // … and have no more than two digits
}

// distributions works out every distribution anew, from the points of the periods that
// counted on its date.
func (p *place) distributions() {
	for _, r := range p.pack.Resources {
		year, ok := strings.CutPrefix(strings.TrimSuffix(r.Path, ".csv"), "distribution-")
		if !ok {
			continue
		}
		switch t := p.table(r.Path); {
		case t == nil:
		case r.Shared == nil:
			p.not("%s %s 年：分配的金额没有重新计算，只与网页对照", p.path, year)
		default:
			if d := p.readDistribution(r, t, year); d != nil {
				p.parts(d, p.pointsOn(d), r.Withheld)
			}
		}
	}
}

// readDistribution reads what is told of a distribution; nil where it cannot be read.
func (p *place) readDistribution(r resource, t *table, year string) *distribution {
	amount, paid := ledger.ParsePoints(r.Shared.Amount)
	weight, weighed := new(big.Rat).SetString(r.Shared.ShareWeight)
	date, dated := ledger.ParseDate(r.Shared.Date)
	of, ok := ledger.ParsePeriod(year)
	if !paid || !weighed || !dated || !ok || weight.Sign() < 0 || weight.Cmp(big.NewRat(1, 1)) > 0 {
		p.differ(diagAt(t, 1), packageCode, "datapackage.json 里认不出这次分配的总额、权重、日期或年份")
		return nil
	}
	d := &distribution{
		table: t, later: make(map[string]bool), known: true, round: true,
		of: &ledger.Distribution{Year: of.Year, Amount: amount, ShareWeight: ledger.ExactOf(weight), Date: date},
	}
	for _, text := range r.Shared.Periods {
		q := p.period(text)
		if q == nil || q.state.Period.Year != of.Year || !q.state.Counts || q.state.Posted > date {
			p.differ(diagAt(t, 1), figureCode, fmt.Sprintf("分配计入了 %s，而这一期到 %s 没有生效，或不是这一年的", text, date))
			return nil
		}
		d.periods = append(d.periods, q)
	}
	p.correctedLater(d)
	return d
}

// correctedLater finds the households whose points of then the site does not tell any more.
func (p *place) correctedLater(d *distribution) {
	t := p.table("corrections.csv")
	if t == nil {
		return
	}
	for _, r := range t.rows {
		date, _ := ledger.ParseDate(r.get("日期"))
		if q := p.period(r.get("周期")); q != nil && slices.Contains(d.periods, q) && date > d.of.Date {
			d.later[r.get("户号")] = true
		}
	}
}

// pointsOn are the points of the year as the site's own tables make them.
func (p *place) pointsOn(d *distribution) func(*ledger.Household) ledger.Exact {
	given := make([]score.Given, len(d.periods))
	for i, q := range d.periods {
		d.known = d.known && !q.guessed && !q.expired
		d.round = d.round && q.scheme.NotApplicable != ledger.NotApplicableScale &&
			!slices.ContainsFunc(q.scheme.Categories, func(c *ledger.Category) bool { return c.Combine == ledger.Mean })
		given[i] = q.given()
	}
	year := score.Recompute(p.rules, given)
	return func(h *ledger.Household) ledger.Exact { return year.YearPoints(h, d.of.Year) }
}

// parts holds the rows of a distribution against the points, and its amounts against both.
func (p *place) parts(d *distribution, points func(*ledger.Household) ledger.Exact, withheld int) {
	var parts []*score.Part
	var sum ledger.Points
	known := d.known && withheld == 0
	for _, r := range d.table.rows {
		part, amount, ok := p.readPart(r)
		if !ok {
			return
		}
		sum += amount
		if part.Household = p.byID[r.get("户号")]; part.Household == nil { // it stands in no table
			part.Household = &ledger.Household{ID: r.get("户号")}
		}
		switch own := points(part.Household); {
		case !d.known:
		case d.later[part.Household.ID]: // the site tells its points of today; those of then are in this table alone
			known = known && d.round
		case own.Round(2) != part.Points.Round(2):
			p.differ(r.at(), figureCode, fmt.Sprintf("户号“%s”的积分是 %s，分配当天已经生效的各期之和是 %s", r.get("户号"), r.get("积分"), own.Round(2)))
		default:
			part.Points = own
		}
		parts = append(parts, part)
	}
	if sum > d.of.Amount || withheld == 0 && sum != d.of.Amount {
		p.differ(diagAt(d.table, 1), figureCode, fmt.Sprintf("各户金额之和是 %s，总额是 %s", sum.Text(2), d.of.Amount.Text(2)))
	}
	p.shareOut(d, parts, known)
}

// readPart reads a row; false where it is no part.
func (p *place) readPart(r row) (*score.Part, ledger.Points, bool) {
	shares, s := ledger.ParsePoints(r.get("股份"))
	points, o := ledger.ParsePoints(r.get("积分"))
	amount, a := ledger.ParsePoints(r.get("金额元"))
	if !s || !o || !a {
		p.differ(r.at(), figureCode, fmt.Sprintf("认不出户号“%s”的股份、积分或金额", r.get("户号")))
		return nil, 0, false
	}
	return &score.Part{Shares: shares, Points: points.Exact()}, amount, true
}

// shareOut shares the sum out anew, where everything that it rests on is known. Parts are
// beside the rows.
func (p *place) shareOut(d *distribution, parts []*score.Part, known bool) {
	if !known {
		p.not("%s %d 年：分配所依据的积分有的不公布，或后来更正过，各户金额没有重新计算", p.path, d.of.Year)
		return
	}
	byID := slices.Clone(parts)
	slices.SortFunc(byID, func(a, b *score.Part) int { return strings.Compare(a.Household.ID, b.Household.ID) })
	if !score.NewDistribution(d.of, byID).Share() {
		p.differ(diagAt(d.table, 1), figureCode, "各户股份或积分之和是 0，无从分配")
		return
	}
	for i, r := range d.table.rows {
		if got, want := r.get("金额元"), parts[i].Amount.Text(2); got != want {
			p.differ(r.at(), figureCode, fmt.Sprintf("户号“%s”的金额是 %s，按股份和积分应是 %s", r.get("户号"), got, want))
		}
	}
	p.done("%s：%d 年分配的 %d 户金额，由股份和分配当天的积分重新计算", p.path, d.of.Year, len(parts))
}
