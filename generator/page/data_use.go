package page

import (
	"fmt"
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// The columns of balances.csv and distribution-<year>.csv that pages show too.
const (
	ColumnEarned   = "累计得分"
	ColumnRedeemed = "已兑换"
	ColumnLeft     = "余额"
	ColumnShares   = "股份"
	ColumnPoints   = "积分"
	ColumnYuan     = "金额元"
)

// use are the files about what points are used for, where there is any use of them.
func (d *openData) use() []*DataFile {
	var files []*DataFile
	if len(d.Rewards) > 0 || len(d.Redeemed) > 0 {
		files = append(files, d.balances(), d.redemptions(), d.rewards())
	}
	for _, of := range d.Distributions {
		files = append(files, d.distribution(of))
	}
	return files
}

// balances is balances.csv: a row a household that has a balance of its own.
func (d *openData) balances() *DataFile {
	var rows [][]string
	for _, b := range d.Balances {
		if !d.people.Omitted(d.Place.Place, b.Household) {
			rows = append(rows, []string{
				b.Household.ID, d.people.Name(d.Place.Place, b.Household, b.Span),
				short(b.Earned), b.Redeemed.String(), short(b.Left),
			})
		}
	}
	f := d.table("balances", balanceColumns, rows)
	f.Key, f.Withheld = []string{"户号"}, len(d.Balances)-len(rows)
	return f
}

// short is an exact figure rounded to hundredths, in as few digits as hold it.
func short(e ledger.Exact) string { return e.Round(2).String() }

var balanceColumns = columns("balances", []heading{
	{"户号", Text}, {"户主", Text}, {ColumnEarned, Number},
	{ColumnRedeemed, Number}, {ColumnLeft, Number},
})

// redemptions is redemptions.csv: a row a redemption up to the day.
func (d *openData) redemptions() *DataFile {
	var rows []detail
	withheld := 0
	for _, r := range d.Redeemed {
		id, row, ok := d.detailOf(r.Household, redeemedIn(r), r.Date, r.Line)
		if !ok {
			withheld++
			continue
		}
		row.cells = []string{r.Date.String(), id, rewardName(d.Place, r), strconv.Itoa(r.Count), d.Cost(r).String()}
		rows = append(rows, row)
	}
	f := d.table("redemptions", redemptionColumns, byHousehold(rows))
	f.Withheld = withheld
	return f
}

// redeemedIn is the month by which a redemption leaves the site (config.toml, keep).
func redeemedIn(r *ledger.Redemption) ledger.Period { return ledger.PeriodOf(ledger.Month, r.Date) }

// rewardName is the name of what was redeemed, as the catalogue has it.
func rewardName(p *score.Place, r *ledger.Redemption) string {
	if reward := p.Reward(r.Reward); reward != nil {
		return reward.Name
	}
	return r.Reward
}

var redemptionColumns = columns("redemptions", []heading{
	{"日期", Day}, {"户号", Text}, {"商品", Text}, {"数量", Integer},
	{"积分", Number},
})

// rewards is rewards.csv: the catalogue, with what is left.
func (d *openData) rewards() *DataFile {
	var rows [][]string
	for _, r := range d.Rewards {
		stock, left := "", ""
		if n, limited := d.InStock(r); limited {
			stock, left = strconv.Itoa(r.Stock), strconv.Itoa(n)
		}
		rows = append(rows, []string{r.No, r.Name, r.Points.String(), stock, left, r.Unit, r.Source, r.Note})
	}
	return d.table("rewards", rewardColumns, rows)
}

var rewardColumns = columns("rewards", []heading{
	{"编号", Text}, {"名称", Text}, {"积分", Number}, {"库存", Integer},
	{"剩余", Integer}, {"单位", Text}, {"来源", Text}, {"说明", Text},
})

// distribution is distribution-<year>.csv: a row a household.
func (d *openData) distribution(of *score.Distribution) *DataFile {
	var rows [][]string
	for _, p := range of.Parts {
		if !d.people.Omitted(d.Place.Place, p.Household) {
			rows = append(rows, []string{
				p.Household.ID, d.people.Name(d.Place.Place, p.Household, p.Span),
				p.Shares.String(), short(p.Points), p.Amount.Text(2),
			})
		}
	}
	f := d.table("distribution", distributionColumns, rows)
	f.Path = d.path(fmt.Sprintf("distribution-%d.csv", of.Year))
	f.Title.Args = append(f.Title.Args, of.Year)
	f.About.Args = []any{of.Amount.Text(2), of.ShareWeight, of.Date, pointsOf(of.Periods)}
	f.Shared = of
	f.Key, f.Withheld = []string{"户号"}, len(of.Parts)-len(rows)
	return f
}

var distributionColumns = columns("distribution", []heading{
	{"户号", Text}, {"户主", Text}, {ColumnShares, Number},
	{ColumnPoints, Number}, {ColumnYuan, Number},
})
