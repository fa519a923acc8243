package ledger

import "gongshi/generator/diag"

// Scheme is one version of the rules: data/…/scheme/<name>.toml.
type Scheme struct {
	diag.Position
	Keys          Keys
	Place         *Place // whose folder it stands in
	Name          string // file name without .toml
	Title         string
	Basis         string
	Effective     Date
	Cycle         Cycle // in which events count, already resolved
	Lifetime      bool  // carry = "lifetime"
	ByAverage     bool  // rank_by = "average"
	Decimals      int   // 0 to 2
	HasBase       bool
	Base          Points
	Missing       Missing
	NotApplicable NotApplicable
	Benefits      []string
	Adopted       Adopted
	Zone          Zone
	Categories    []*Category
	Events        []*EventKind
	Honours       *Honours // nil: none
}

// Missing tells what a missing row or an empty cell counts as.
type Missing string

const (
	MissingError Missing = "error"
	MissingFull  Missing = "full"
	MissingZero  Missing = "zero"
)

// NotApplicable tells what a cell 不适用 counts as.
type NotApplicable string

const (
	NotApplicableFull  NotApplicable = "full"
	NotApplicableZero  NotApplicable = "zero"
	NotApplicableScale NotApplicable = "scale"
)

// Adopted is how the villagers agreed to a rule.
type Adopted struct {
	Date         Date
	Meeting      string
	For, Against int
	Filed        Date
}

// Zone is what a group and its panel must keep to. 0: no limit.
type Zone struct {
	MaxHouseholds, MinPanel int
	Cross                   bool // a panel may not assess its own group
}

// Category is a heading of assessed items.
type Category struct {
	diag.Position
	Keys    Keys
	ID      string
	Name    string
	Cycle   Cycle
	Combine Combine
	HasBase bool
	Base    Points
	Items   []*Item
}

// Combine tells how a year's figure comes from its periods.
type Combine string

const (
	Sum  Combine = "sum"
	Mean Combine = "mean"
	Last Combine = "last"
)

// Item is what one column of a sheet assesses.
type Item struct {
	diag.Position
	Keys      Keys
	Category  *Category
	ID        string
	Name      string
	Points    Points // the most that one assessment gives
	Standard  string
	Sensitive bool
}

// EventKind is an addition or a deduction.
type EventKind struct {
	diag.Position
	Keys        Keys
	ID          string
	Name        string
	Category    string // the heading it stands under: free text or a category's id
	Ranged      bool   // range = [From, To] in place of Points
	Points      Points // fixed
	From, To    Points
	Per         string
	HasMaxMonth bool
	MaxPerMonth Points
	HasMaxYear  bool
	MaxPerYear  Points
	Approval    bool
	Sensitive   bool
	Veto        bool
}

// Honours is how levels are awarded.
type Honours struct {
	diag.Position
	Keys     Keys
	Cycle    Cycle
	Rounding Rounding
	TiesOut  bool
	Levels   []*Level
}

// Rounding tells how many places N × percent is.
type Rounding string

const (
	RoundDown    Rounding = "down"
	RoundNearest Rounding = "nearest"
	RoundUp      Rounding = "up"
)

// Level is one band of honours. One of HasTop, HasCount, HasMin is set.
type Level struct {
	diag.Position
	Keys      Keys
	Name      string
	HasTop    bool
	Top       Points // percent, in hundredths as points are
	HasCount  bool
	Count     int
	HasMin    bool
	Min       Points
	FloorBase bool // floor = "base"
	HasFloor  bool // floor = a number
	Floor     Points
	Reward    string
}

// ItemsOf are the items that a sheet of that cycle holds, in the scheme's order.
func (s *Scheme) ItemsOf(c Cycle) []*Item {
	var items []*Item
	for _, cat := range s.Categories {
		if cat.Cycle == c {
			items = append(items, cat.Items...)
		}
	}
	return items
}

// Category finds a category by its id; nil if there is none.
func (s *Scheme) Category(id string) *Category {
	for _, c := range s.Categories {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// EventKind finds an event kind by its id or name; nil if there is none.
func (s *Scheme) EventKind(name string) *EventKind {
	for _, k := range s.Events {
		if k.ID == name {
			return k
		}
	}
	for _, k := range s.Events {
		if k.Name == name {
			return k
		}
	}
	return nil
}

// FullMarks is the sum of the items' points.
func (c *Category) FullMarks() Points {
	var sum Points
	for _, i := range c.Items {
		sum += i.Points
	}
	return sum
}

// Heading is the text under which k stands.
func (k *EventKind) Heading(s *Scheme) string {
	if c := s.Category(k.Category); c != nil {
		return c.Name
	}
	return k.Category
}
