package check

import (
	"cmp"
	"fmt"

	"gongshi/generator/ledger"
)

// rewards checks rewards.csv: a redemption finds a reward by its name or its 编号, so no two
// rewards may share one.
func (p *place) rewards() {
	nos, titles := names{}, names{}
	for _, r := range p.Rewards {
		p.onceIn(nos, r.No, r.Record, "编号", "编号“%s”已经用过，第一次在%s", "每种商品用一个不同的编号")
		p.onceIn(titles, r.Name, r.Record, "名称", "名称“%s”已经用过，第一次在%s",
			"若是同一种，合成一行，库存写历次进货的总数；若是两种，名称里写明规格")
	}
	for _, r := range p.Rewards {
		if other, clash := titles[r.No]; clash && other != r.Position {
			p.refer(r.At("编号"), other, ambiguous,
				fmt.Sprintf("编号“%s”是%s的名称，兑换时分不清是哪一种", r.No, other.Row()), "改掉这个编号")
		}
	}
}

// redemptions checks redemptions.csv against the households and the catalogue. Score checks that
// the balance and the stock suffice.
func (p *place) redemptions() {
	hints := make(map[string]string)
	for i, r := range p.Redemptions {
		if h := p.registered(r.At("户号"), r.ID, r.Household); h != nil {
			p.redemptionDay(r, h)
		}
		switch reward := p.Reward(r.Reward); {
		case reward != nil:
			p.price(r, reward)
		case p.Unread.Has("rewards.csv"): // it may be there
		case len(p.Rewards) == 0 && i == 0:
			p.Wrong(r.At("商品"), foreignKey,
				fmt.Sprintf("rewards.csv 里没有读到%s的一种商品，“%s”等商品无从核对", p.Name, r.Reward), "先建好或改好 rewards.csv")
		case len(p.Rewards) > 0 && r.Reward != "":
			if hints[r.Reward] == "" {
				hints[r.Reward] = p.nearReward(r.Reward)
			}
			p.Wrong(r.At("商品"), foreignKey,
				fmt.Sprintf("商品“%s”不在 rewards.csv 中", r.Reward), hints[r.Reward])
		}
	}
}

// nearReward returns a hint that names the most likely intended reward.
func (p *place) nearReward(typed string) string {
	const otherwise = "照 rewards.csv 的名称或编号改正；若是新商品，先在 rewards.csv 登记"
	bare, isNo := withoutZeros(typed)
	var names, nos []string
	for _, r := range p.Rewards {
		if no, ok := withoutZeros(r.No); ok && isNo && no == bare {
			return "是不是编号“" + r.No + "”（" + r.Name + "）？双击打开 CSV，Excel 会丢掉开头的零：把这一列设为“文本”格式再填"
		}
		names, nos = append(names, r.Name), append(nos, r.No)
	}
	if n := nearest(typed, nos); n != "" && nearest(typed, names) == "" {
		return "是不是编号“" + n + "”？" + otherwise
	}
	return didYouMean(typed, names, otherwise)
}

// price checks that 积分, if given, is the reward's points × 数量.
func (p *place) price(r *ledger.Redemption, reward *ledger.Reward) {
	expected := reward.Points * ledger.Points(r.Count)
	if !r.HasPoints || reward.Points <= 0 || r.Points == expected {
		return
	}
	unit := cmp.Or(reward.Unit, "件")
	hint := "改正积分或数量；积分可以留空，由程序计算。调了价，就在 rewards.csv 另加一行，用新的编号和名称"
	if r.Points == -expected {
		hint = "写成 " + expected.String()
	}
	p.Wrong(r.At("积分"), constraintError,
		fmt.Sprintf("积分“%s”和商品表不符：“%s”每%s %s 分，%d %s是 %s 分", r.Points, reward.Name, unit, reward.Points, r.Count, unit, expected), hint)
}

// redemptionDay checks that the place counted on that day, and the household was there.
func (p *place) redemptionDay(r *ledger.Redemption, h *ledger.Household) {
	at := r.At("日期")
	if s := last(h.Spans); s != nil && s.Into != "" && s.Left != 0 && r.Date > s.Left && p.Household(s.Into) != nil {
		into := p.Household(s.Into).ID
		p.Wrong(r.At("户号"), notInPlace,
			fmt.Sprintf("户号“%s”在 %s 退出，余额已并入户号“%s”，不能在“%s”兑换", r.ID, s.Left, into, r.Date),
			"如果是户号“"+into+"”兑换的，写成 "+into+"；否则核对日期")
		return
	}
	p.wasThere(at, r.Date, h, r.ID, "核对日期；开始计分以前没有积分可兑换")
}

// distributions checks distributions/<year>.toml: the days in their order.
func (p *place) distributions() {
	for year, d := range p.Distributions {
		at := d.At("date")
		end := ledger.Period{Cycle: ledger.Year, Year: year}.Last()
		switch {
		case d.Date == 0:
		case d.Date <= end:
			p.Note(at, dateOrder,
				fmt.Sprintf("分配日期“%s”时 %d 年还没过完，全年的积分还不齐", d.Date, year), "核对日期和文件名里的年份（文件名写分的是哪一年的钱）")
		case d.Date.Year() > year+fewYears:
			p.Note(at, dateOrder,
				fmt.Sprintf("分配日期“%s”在 %d 年的 %d 年以后", d.Date, year, d.Date.Year()-year), "核对日期和文件名里的年份")
		}
		if d.Date != 0 && d.Adopted.Date > d.Date {
			p.Note(d.At("adopted.date"), dateOrder,
				fmt.Sprintf("表决日期“%s”晚于分配日期“%s”", d.Adopted.Date, d.Date), "先表决后分配，核对两个日期")
		}
	}
}

const fewYears = 2 // within which a year's money is shared out
