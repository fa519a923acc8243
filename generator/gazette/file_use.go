package gazette

import (
	"cmp"
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// Exchanges reports whether points are exchanged at p.
func (p *Place) Exchanges() bool {
	return len(p.Rewards) > 0 || len(p.Redemptions)+p.Withheld.Redemptions > 0
}

// useFiles returns the files about the use of points, if there is any.
func (p *Place) useFiles() []*File {
	var files []*File
	if p.Exchanges() {
		files = append(files, fileOf(p, BalancesForm, p.Balances, p.Withheld.Balances),
			p.redemptionsFile(), fileOf(p, RewardsForm, p.Rewards, 0))
	}
	for _, d := range p.Distributions {
		files = append(files, p.distributionFile(d))
	}
	return files
}

// BalancesForm is the form of balances.csv: a row for each household with its own balance. It
// leaves out: the exact figures, and who was merged into whom.
var BalancesForm = formOf("balances",
	text("户号", func(b *Balance) *string { return &b.ID }),
	text("户主", func(b *Balance) *string { return &b.Name }),
	rounded(ColumnEarned, func(b *Balance) *ledger.Exact { return &b.Earned }),
	points(ColumnRedeemed, func(b *Balance) *ledger.Points { return &b.Redeemed }),
	rounded(ColumnLeft, func(b *Balance) *ledger.Exact { return &b.Left }),
).by("户号")

// redemptionsFile is redemptions.csv: a row for each redemption up to the day.
func (p *Place) redemptionsFile() *File {
	rows := slices.Clone(p.Redemptions)
	slices.SortStableFunc(rows, func(a, b *Redemption) int { return cmp.Compare(a.ID, b.ID) })
	return fileOf(p, RedemptionsForm, rows, p.Withheld.Redemptions)
}

// RedemptionsForm leaves out: the household's public name, the unit, and the places in the files.
var RedemptionsForm = formOf("redemptions",
	day("日期", func(r *Redemption) *ledger.Date { return &r.Date }),
	text("户号", func(r *Redemption) *string { return &r.ID }),
	text("商品", func(r *Redemption) *string { return &r.Reward }),
	integer("数量", func(r *Redemption) *int { return &r.Count }),
	points("积分", func(r *Redemption) *ledger.Points { return &r.Points }),
)

// RewardsForm is the form of rewards.csv: the catalogue, with what is left.
var RewardsForm = formOf("rewards",
	text("编号", func(r *Reward) *string { return &r.No }),
	text("名称", func(r *Reward) *string { return &r.Name }),
	points("积分", func(r *Reward) *ledger.Points { return &r.Points }),
	given(limited, integer("库存", func(r *Reward) *int { return &r.Stock })),
	given(limited, integer("剩余", func(r *Reward) *int { return &r.Left })),
	text("单位", func(r *Reward) *string { return &r.Unit }),
	text("来源", func(r *Reward) *string { return &r.Source }),
	text("说明", func(r *Reward) *string { return &r.Note }),
).from(func(r *Reward) { r.Reward = new(ledger.Reward) })

func limited(r *Reward) *bool { return &r.HasStock }

// distributionFile is distribution-<year>.csv: a row for each household.
func (p *Place) distributionFile(d *Distribution) *File {
	f := fileOf(p, DistributionForm, d.Parts, d.Households-len(d.Parts))
	f.Path = p.DataPath(fmt.Sprintf("distribution-%d.csv", d.Year))
	f.Title.Args = append(f.Title.Args, d.Year)
	f.About.Args = []any{d.Amount.Text(2), d.ShareWeight, d.Date, d.PointsOf()}
	f.Shared = d
	return f
}

// PointsOf returns the periods whose points a distribution uses, in words.
func (d *Distribution) PointsOf() any {
	if len(d.Periods) == 0 {
		return Phrase{Key: "distribution.none"}
	}
	return d.Periods
}

// DistributionForm leaves out: the exact points, and the formula's exact result.
var DistributionForm = formOf("distribution",
	text("户号", func(p *Part) *string { return &p.ID }),
	text("户主", func(p *Part) *string { return &p.Name }),
	points(ColumnShares, func(p *Part) *ledger.Points { return &p.Shares }),
	rounded(ColumnPoints, func(p *Part) *ledger.Exact { return &p.Points }),
	shown(ColumnYuan, 2, func(p *Part) *ledger.Points { return &p.Amount }),
).by("户号")
