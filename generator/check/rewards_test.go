package check

import (
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// reward adds a reward of so many points.
func (v *village) reward(no, name string, points ledger.Points) *ledger.Reward {
	r := &ledger.Reward{
		Record: diag.RecordAt("rewards.csv", len(v.at.Rewards)+2),
		No:     no, Name: name, Points: points * ledger.Point,
	}
	v.at.Rewards = append(v.at.Rewards, r)
	return r
}

// redeem adds a redemption of one piece.
func (v *village) redeem(date, household, reward string) *ledger.Redemption {
	r := &ledger.Redemption{
		Record: diag.RecordAt("redemptions.csv", len(v.at.Redemptions)+2),
		Date:   day(date), Household: household, ID: household, Reward: reward, Count: 1,
	}
	v.at.Redemptions = append(v.at.Redemptions, r)
	return r
}

func (v *village) shop() {
	v.reward("S1", "毛巾", 10)
	v.reward("002", "肥皂", 5)
}

func TestRewards(t *testing.T) {
	runCases(t, []ruleCase{{
		name:  "编号 twice",
		trips: func(v *village) { v.reward("S1", "毛巾", 10); v.reward("S1", "肥皂", 5) },
		want:  []string{"error primary-key rewards.csv:3 编号"},
		keeps: func(v *village) { v.reward("", "毛巾", 10); v.reward("", "肥皂", 5) },
	}, {
		name:  "名称 twice",
		trips: func(v *village) { v.reward("S1", "毛巾", 10); v.reward("S2", "毛巾", 5) },
		want:  []string{"error primary-key rewards.csv:3 名称"},
		keeps: func(v *village) { v.reward("S1", "毛巾（大）", 10); v.reward("S2", "毛巾（小）", 5) },
	}, {
		name:  "the 编号 of one is the 名称 of another",
		trips: func(v *village) { v.reward("A4", "毛巾", 10); v.reward("S2", "A4", 5) },
		want:  []string{"error ambiguous rewards.csv:2 编号"},
		keeps: func(v *village) { v.reward("A4", "A4", 10) },
	}})
}

func TestRedemptions(t *testing.T) {
	redeem := func(date, household, reward string, change ...func(*ledger.Redemption)) func(*village) {
		return func(v *village) {
			v.shop()
			r := v.redeem(date, household, reward)
			for _, c := range change {
				c(r)
			}
		}
	}
	worth := func(count int, points ledger.Points) func(*ledger.Redemption) {
		return func(r *ledger.Redemption) { r.Count, r.HasPoints, r.Points = count, true, points*ledger.Point }
	}
	runCases(t, []ruleCase{{
		name:  "unknown household",
		trips: redeem("2023-12-05", "009", "毛巾"),
		want:  []string{"error foreign-key redemptions.csv:2 户号"},
		keeps: redeem("2023-12-05", "003", "毛巾"),
	}, {
		name:  "unknown reward",
		trips: redeem("2023-12-05", "003", "毛布"),
		want:  []string{"error foreign-key redemptions.csv:2 商品"},
		keeps: redeem("2023-12-05", "003", "S1"),
	}, {
		name:  "no reward at all is said once",
		trips: func(v *village) { v.redeem("2023-12-05", "003", "毛巾"); v.redeem("2023-12-05", "009", "肥皂") },
		want:  []string{"error foreign-key redemptions.csv:2 商品", "error foreign-key redemptions.csv:3 户号"},
	}, {
		name:  "积分 is not points × 数量",
		trips: redeem("2023-12-05", "003", "毛巾", worth(2, 10)),
		want:  []string{"error constraint-error redemptions.csv:2 积分"},
		keeps: redeem("2023-12-05", "003", "毛巾", worth(2, 20)),
	}, {
		name:  "积分 with a minus sign",
		trips: redeem("2023-12-05", "003", "毛巾", worth(2, -20)),
		want:  []string{"error constraint-error redemptions.csv:2 积分"},
	}, {
		name: "a reward whose points could not be read is not compared",
		trips: func(v *village) {
			v.shop()
			v.at.Rewards[0].Points = 0
			worth(2, 20)(v.redeem("2023-12-05", "003", "毛巾"))
		},
	}, {
		name:  "before the place joined",
		trips: redeem("2022-12-31", "003", "毛巾"),
		want:  []string{"error not-in-place redemptions.csv:2 日期"},
		keeps: redeem("2023-01-01", "003", "毛巾"),
	}, {
		name: "outside the household's days",
		trips: func(v *village) {
			v.add(v.household("004", "2022-01-01", "2023-09-30"))
			redeem("2023-10-01", "004", "毛巾")(v)
		},
		want: []string{"error not-in-place redemptions.csv:2 日期"},
		keeps: func(v *village) {
			v.add(v.household("004", "2022-01-01", "2023-09-30"))
			redeem("2023-09-30", "004", "毛巾")(v)
		},
	}, {
		name: "after the household went on in another",
		trips: func(v *village) {
			v.add(v.household("004", "2022-01-01", "2023-09-30")).Spans[0].Into = "001"
			redeem("2023-10-01", "004", "毛巾")(v)
		},
		want: []string{"error not-in-place redemptions.csv:2 户号"},
	}})
}

func TestNearReward(t *testing.T) {
	v := newVillage()
	v.shop()
	p := openPlace(v.at)
	for typed, want := range map[string]string{
		"2":     "是不是编号“002”（肥皂）？双击打开 CSV，Excel 会丢掉开头的零：把这一列设为“文本”格式再填",
		"毛布":    "是不是“毛巾”？照 rewards.csv 的名称或编号改正；若是新商品，先在 rewards.csv 登记",
		"大毛巾":   "是不是“毛巾”？照 rewards.csv 的名称或编号改正；若是新商品，先在 rewards.csv 登记",
		"s1":    "是不是编号“S1”？照 rewards.csv 的名称或编号改正；若是新商品，先在 rewards.csv 登记",
		"电动自行车": "现有“毛巾”、“肥皂”；照 rewards.csv 的名称或编号改正；若是新商品，先在 rewards.csv 登记",
	} {
		if got := p.nearReward(typed); got != want {
			t.Errorf("%s: %s", typed, got)
		}
	}
}

func TestDistributions(t *testing.T) {
	shared := func(date, adopted string) func(*village) {
		return func(v *village) {
			v.at.Distributions = map[int]*ledger.Distribution{2023: {
				Section: ledger.Section{Position: diag.At("distributions/2023.toml", 0, 0), Keys: keys("distributions/2023.toml", 1, "amount", "share_weight", "date", "adopted.date")},
				Year:    2023, Amount: 100, Date: day(date), Adopted: ledger.Adopted{Date: day(adopted)},
			}}
		}
	}
	runCases(t, []ruleCase{{
		name:  "before the year is over",
		trips: shared("2023-12-31", ""),
		want:  []string{"note date-order distributions/2023.toml:3:1 date"},
		keeps: shared("2024-01-01", ""),
	}, {
		name:  "long after",
		trips: shared("2026-01-01", ""),
		want:  []string{"note date-order distributions/2023.toml:3:1 date"},
		keeps: shared("2025-12-31", ""),
	}, {
		name:  "adopted after it",
		trips: shared("2024-02-01", "2024-02-02"),
		want:  []string{"note date-order distributions/2023.toml:4:1 date"},
		keeps: shared("2024-02-01", "2024-02-01"),
	}})
}
