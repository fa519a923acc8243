package ledger

import "gongshi/generator/diag"

// Reward is one row of rewards.csv: what points buy.
type Reward struct {
	diag.Record
	No       string `json:"no,omitzero"`
	Name     string `json:"name,omitzero"`
	Points   Points `json:"points,omitzero"` // what one of it costs
	HasStock bool   `json:"has_stock,omitzero"`
	Stock    int    `json:"stock,omitzero"` // how many there are in all; no limit without HasStock
	Unit     string `json:"unit,omitzero"`
	Source   string `json:"source,omitzero"`
	Note     string `json:"note,omitzero"`
}

// Redemption is one row of redemptions.csv: points that were exchanged. Who handled it
// (经办) is never published, so it is not read.
type Redemption struct {
	diag.Record
	Date      Date
	Household string // key
	ID        string // 户号 as typed
	Reward    string // 商品 as typed: name or 编号 of a Reward
	Count     int    // from 1
	HasPoints bool
	Points    Points // 积分 in all, if HasPoints
}

// Distribution is distributions/<year>.toml: a sum of money shared by shares and points.
type Distribution struct {
	Section
	Year        int     `json:"year,omitzero"`
	Title       string  `json:"title,omitzero"`
	Amount      Points  `json:"amount,omitzero"`       // yuan, in fen
	ShareWeight Exact   `json:"share_weight,omitzero"` // 0 to 1: the part shared by shares; the rest is shared by points
	Date        Date    `json:"date,omitzero"`
	Adopted     Adopted `json:"adopted,omitzero"`
}

// PointsWeight returns the part shared by points: 1 − ShareWeight.
func (d *Distribution) PointsWeight() Exact { return Point.Exact().Add(d.ShareWeight.MulDiv(-1, 1)) }

// Task is one row of tasks.csv: a task or project with answerable offices.
type Task struct {
	diag.Record
	No         string    `json:"no,omitzero"`
	Category   string    `json:"category,omitzero"`
	Name       string    `json:"name,omitzero"`
	Lead       string    `json:"lead,omitzero"`    // 牵头
	Offices    []string  `json:"offices,omitzero"` // 责任单位
	Target     Target    `json:"target,omitzero"`
	HasCurrent bool      `json:"has_current,omitzero"`
	Current    Exact     `json:"current,omitzero"` // 现值
	Unit       string    `json:"unit,omitzero"`
	HasSum     bool      `json:"has_sum,omitzero"`
	Investment Exact     `json:"investment,omitzero"` // 投资万元
	Place      string    `json:"place,omitzero"`
	Due        Date      `json:"due,omitzero"`
	State      TaskState `json:"state,omitzero"`
	See        string    `json:"see,omitzero"` // 程序: an article's path
	Note       string    `json:"note,omitzero"`
}

// Overdue reports whether a task was due before a day, and is not done.
func (t *Task) Overdue(day Date) bool { return t.Due != 0 && t.Due < day && t.State != Done }

// TaskState is how far a task has come.
type TaskState string

const (
	NotStarted TaskState = "未开始"
	Ongoing    TaskState = "进行中"
	Done       TaskState = "已完成"
	Postponed  TaskState = "已推迟"
)

// Target is the measure of a task; the zero Target is none.
type Target struct {
	Sign  string `json:"sign,omitzero"`  // "", "≥", "≤", or ":" for a ratio
	Value Exact  `json:"value,omitzero"` // the number, or the ratio's first part
	Per   Exact  `json:"per,omitzero"`   // the ratio's second part
}

// String returns a target as it is written in tasks.csv.
func (t Target) String() string {
	switch {
	case t.Sign == ":":
		return t.Value.String() + ":" + t.Per.String()
	case t.Sign == "" && t.Value.IsZero():
		return ""
	}
	return t.Sign + t.Value.String()
}

// Reward returns a reward by its name or 编号, or nil.
func (p *Place) Reward(name string) *Reward {
	return Find(p.Rewards, func(r *Reward) bool { return r.Name == name || r.No == name })
}

// Cost returns what a redemption takes off a balance: 积分 if given, otherwise the reward's points
// × 数量; 0 for a reward that is not in the catalogue.
func (p *Place) Cost(r *Redemption) Points {
	if r.HasPoints {
		return r.Points
	}
	if reward := p.Reward(r.Reward); reward != nil {
		return reward.Points * Points(r.Count)
	}
	return 0
}
