package source

import "gongshi/generator/ledger"

const (
	rwNo = iota
	rwName
	rwPoints
	rwStock
	rwUnit
	rwSource
	rwNote
)

var rewardColumns = []column{
	rwNo:     {"编号", "no", looseKey, of(aText)},
	rwName:   {"名称", "name", key, of(aText)},
	rwPoints: {"积分", "points", head, needed(of(aNumber))},
	rwStock:  {"库存", "stock", free, atLeast(0)},
	rwUnit:   {"单位", "unit", free, of(aText)},
	rwSource: {"来源", "source", free, of(aText)},
	rwNote:   {"说明", "note", free, of(aText)},
}

func readRewards(f *file, p *ledger.Place) {
	for r := range f.rows(rewardColumns, nil) {
		if reward := r.reward(); reward.Name != "" || reward.No != "" {
			p.Rewards = append(p.Rewards, reward)
		}
		f.unread = f.unread || r.text(rwName) == ""
	}
}

// reward is the row's reward; without points if they cannot be read.
func (r row) reward() *ledger.Reward {
	w := &ledger.Reward{
		Record:   r.record(),
		No:       r.number(rwNo),
		Name:     code(r.name(rwName)),
		HasStock: r.text(rwStock) != "",
		Stock:    r.whole(rwStock),
		Unit:     r.text(rwUnit),
		Source:   r.text(rwSource),
		Note:     r.text(rwNote),
	}
	r.must(rwName)
	if r.must(rwPoints) {
		var readable bool
		if w.Points, readable = r.points(rwPoints); readable && w.Points <= 0 {
			r.fail(rwPoints, constraintError("填换一件要用多少分", "应大于 0"))
			w.Points = 0
		}
	}
	return w
}

const (
	rdDate = iota
	rdHousehold
	rdReward
	rdCount
	rdPoints
	rdBy
)

var redemptionColumns = []column{
	rdDate:      {"日期", "date", key, of(aDate)},
	rdHousehold: {"户号", "id", key, of(anID)},
	rdReward:    {"商品", "reward", part, of(aText)},
	rdCount:     {"数量", "count", free, atLeast(1)},
	rdPoints:    {"积分", "points", free, of(aNumber)},
	rdBy:        {"经办", "by", free, of(aText)}, // never published, so it is not kept
}

// redemption is the row's redemption; nil if it lacks what every one must have. Of one
// whose 数量 cannot be read 积分 is not kept, which would not agree with it.
func (r row) redemption() *ledger.Redemption {
	w := &ledger.Redemption{
		Record: r.record(),
		Reward: code(r.text(rdReward)),
		Count:  1,
	}
	w.ID, w.Household = r.household(rdHousehold)
	w.Points, w.HasPoints = r.points(rdPoints)
	if n, readable := r.count(rdCount); readable {
		w.Count = n
	} else if r.text(rdCount) != "" {
		w.HasPoints = false
	}
	named := r.must(rdReward)
	var dated bool
	w.Date, dated = r.mustDate(rdDate)
	if !named || !dated || w.ID == "" {
		return nil
	}
	return w
}
