package ledger

import "gongshi/generator/diag"

// Reward is one row of rewards.csv: what points buy.
type Reward struct {
	diag.Position
	Cols     RewardCols
	No       string
	Name     string
	Points   Points // what one of it costs
	HasStock bool
	Stock    int // how many there are in all; without HasStock: no limit
	Unit     string
	Source   string
	Note     string
}

// RewardCols are the columns, in characters, of a Reward's cells; 0: no such column.
type RewardCols struct{ No, Name, Points, Stock uint16 }

// Redemption is one row of redemptions.csv: points that were exchanged. Who handled it
// (经办) is never published, so it is not read.
type Redemption struct {
	diag.Position
	Cols      RedemptionCols
	Date      Date
	Household string // key
	ID        string // 户号 as typed
	Reward    string // 商品 as typed: name or 编号 of a Reward
	Count     int    // from 1
	HasPoints bool
	Points    Points // 积分 in all, if HasPoints
}

// RedemptionCols are the columns, in characters, of a Redemption's cells.
type RedemptionCols struct{ Date, Household, Reward, Count, Points uint16 }

// Distribution is distributions/<year>.toml: a sum of money shared by shares and points.
type Distribution struct {
	diag.Position
	Keys        Keys
	Year        int
	Title       string
	Amount      Points // yuan, in fen
	ShareWeight Exact  // 0 to 1: the part that goes by shares; the rest goes by points
	Date        Date
	Adopted     Adopted
}

// PointsWeight is the part that goes by points: 1 − ShareWeight.
func (d *Distribution) PointsWeight() Exact { return Point.Exact().Add(d.ShareWeight.MulDiv(-1, 1)) }

// Task is one row of tasks.csv: a task or project with answerable offices.
type Task struct {
	diag.Position
	Cols       TaskCols
	No         string
	Category   string
	Name       string
	Lead       string   // 牵头
	Offices    []string // 责任单位
	Target     Target
	HasCurrent bool
	Current    Exact // 现值
	Unit       string
	HasSum     bool
	Investment Exact // 投资万元
	Place      string
	Due        Date
	State      TaskState
	See        string // 程序: an article's path
	Note       string
}

// Overdue reports whether a task was to be done before a day, and is not.
func (t *Task) Overdue(day Date) bool { return t.Due != 0 && t.Due < day && t.State != Done }

// TaskCols are the columns, in characters, of a Task's cells; 0: no such column.
type TaskCols struct{ No, Category, Name, Target, Current, Investment, Due, State, See uint16 }

// TaskState is how far a task is.
type TaskState string

const (
	NotStarted TaskState = "未开始"
	Ongoing    TaskState = "进行中"
	Done       TaskState = "已完成"
	Postponed  TaskState = "已推迟"
)

// Target is what a task is measured by; the zero Target is none.
type Target struct {
	Sign  string // "", "≥", "≤", or ":" for a ratio
	Value Exact  // the number, or the ratio's first part
	Per   Exact  // the ratio's second part
}

// Reward finds a reward by its name or 编号; nil if there is none.
func (p *Place) Reward(name string) *Reward {
	for _, r := range p.Rewards {
		if r.Name == name || r.No == name {
			return r
		}
	}
	return nil
}

// Cost is what a redemption takes off a balance: 积分 if given, else the reward's
// points × 数量; 0 for a reward that is not in the catalogue.
func (p *Place) Cost(r *Redemption) Points {
	if r.HasPoints {
		return r.Points
	}
	if reward := p.Reward(r.Reward); reward != nil {
		return reward.Points * Points(r.Count)
	}
	return 0
}
