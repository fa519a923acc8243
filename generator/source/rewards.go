package source

import "gongshi/generator/ledger"

var rewardColumns = []column{
	{"编号", "no", looseKey, of(aText)},
	{"名称", "name", key, of(aText)},
	{"积分", "points", head, needed(of(aNumber))},
	{"库存", "stock", free, atLeast(0)},
	{"单位", "unit", free, of(aText)},
	{"来源", "source", free, of(aText)},
	{"说明", "note", free, of(aText)},
}

func readRewards(f *file, p *ledger.Place) {
	for r := range openTable(f, rewardColumns, nil, nil).rows {
		if reward := r.reward(); reward.Name != "" || reward.No != "" {
			p.Rewards = append(p.Rewards, reward)
		}
		f.unread = f.unread || r.text("名称") == ""
	}
}

// reward is the row's reward; without points if they cannot be read.
func (r row) reward() *ledger.Reward {
	w := &ledger.Reward{
		Record:   r.record(),
		No:       r.number("编号"),
		Name:     code(r.name("名称")),
		HasStock: r.text("库存") != "",
		Stock:    r.whole("库存"),
		Unit:     r.text("单位"),
		Source:   r.text("来源"),
		Note:     r.text("说明"),
	}
	r.demand()
	price, readable := r.points("积分")
	if readable && price <= 0 {
		r.fail("积分", constraintError("填换一件要用多少分", "应大于 0"))
	}
	w.Points = max(price, 0)
	return w
}

var redemptionColumns = []column{
	{"日期", "date", key, of(aDate)},
	{"户号", "id", key, of(anID)},
	{"商品", "reward", part, of(aText)},
	{"数量", "count", free, atLeast(1)},
	{"积分", "points", free, of(aNumber)},
	{"经办", "by", free, of(aText)}, // never published, so it is not kept
}

// redemption is the row's redemption. Of one whose 数量 cannot be read 积分 is not kept, which would not agree with it.
func (r row) redemption() *ledger.Redemption {
	w := &ledger.Redemption{
		Record: r.record(),
		Date:   r.date("日期"),
		Reward: code(r.text("商品")),
		Count:  1,
	}
	w.ID, w.Household = r.household()
	w.Points, w.HasPoints = r.points("积分")
	if n, readable := r.count("数量"); readable {
		w.Count = n
	} else if r.text("数量") != "" {
		w.HasPoints = false
	}
	return w
}
