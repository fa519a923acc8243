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
	if exchanges(d.Place) {
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
	f := d.table("balances.csv", d.Name+"积分余额",
		"各户可以兑换的积分。它与历期数据里的“累计”是两本账：兑换只减余额，不减累计。", balanceColumns, rows)
	f.Key, f.Withheld = []string{"户号"}, len(d.Balances)-len(rows)
	return f
}

// short is an exact figure rounded to hundredths, in as few digits as hold it.
func short(e ledger.Exact) string { return e.Round(2).String() }

var balanceColumns = []Column{
	{"户号", Text, "本村内唯一的户编号；并入别户的，余额在那一户"},
	{"户主", Text, "户主姓名，按本站的隐私设置显示；未同意公开姓名的户为空"},
	{ColumnEarned, Number, "历年已经生效的各期得分（合计，不是平均）之和，每期只算一次"},
	{ColumnRedeemed, Number, "已经兑换的积分"},
	{ColumnLeft, Number, "累计得分减去已兑换"},
}

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
	f := d.table("redemptions.csv", d.Name+"积分兑换", "哪一户在哪一天用积分换了什么。", redemptionColumns, byHousehold(rows))
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

var redemptionColumns = []Column{
	{"日期", Day, "兑换的日期"},
	{"户号", Text, "本村内唯一的户编号"},
	{"商品", Text, "兑换的商品"},
	{"数量", Integer, "兑换的数量"},
	{"积分", Number, "用去的积分"},
}

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
	return d.table("rewards.csv", d.Name+"兑换商品", "可以兑换的商品，要多少积分，还剩多少。", rewardColumns, rows)
}

var rewardColumns = []Column{
	{"编号", Text, "商品的编号"},
	{"名称", Text, "商品的名称"},
	{"积分", Number, "换一件要多少积分"},
	{"库存", Integer, "历次进货的总数；空为不限"},
	{"剩余", Integer, "库存减去已经兑换的；空为不限"},
	{"单位", Text, "计数的单位"},
	{"来源", Text, "商品或资金的来源"},
	{"说明", Text, "说明"},
}

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
	f := d.table(fmt.Sprintf("distribution-%d.csv", of.Year), fmt.Sprintf("%s%d年分配", d.Name, of.Year),
		fmt.Sprintf("总额 %s 元，按股份和积分分配：股份的权重是 %s，其余按积分。积分为负的按 0 分计。各户金额（含未公布的户）之和等于总额。",
			of.Amount.Text(2), of.ShareWeight), distributionColumns, rows)
	f.Key, f.Withheld = []string{"户号"}, len(of.Parts)-len(rows)
	return f
}

var distributionColumns = []Column{
	{"户号", Text, "本村内唯一的户编号"},
	{"户主", Text, "户主姓名，按本站的隐私设置显示；未同意公开姓名的户为空"},
	{ColumnShares, Number, "参加分配的股份"},
	{ColumnPoints, Number, "当年已经生效的得分（全年合计）"},
	{ColumnYuan, Number, "分得的金额，单位为元"},
}
