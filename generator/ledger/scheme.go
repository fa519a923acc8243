package ledger

import "slices"

// Scheme is one version of the rules: data/…/scheme/<name>.toml.
type Scheme struct {
	Section
	Place         *Place        `json:"-"`             // whose folder it is in
	Name          string        `json:"name,omitzero"` // file name without .toml
	Title         string        `json:"title,omitzero"`
	Basis         string        `json:"basis,omitzero"`
	Effective     Date          `json:"effective,omitzero"`
	Cycle         Cycle         `json:"cycle,omitzero"` // in which events count
	Carry         Carry         `json:"lifetime,omitzero"`
	RankBy        RankBy        `json:"by_average,omitzero"`
	Decimals      int           `json:"decimals,omitzero"` // 0 to 2
	HasBase       bool          `json:"has_base,omitzero"`
	Base          Points        `json:"base,omitzero"`
	Missing       Missing       `json:"missing,omitzero"`
	NotApplicable NotApplicable `json:"not_applicable,omitzero"`
	Benefits      []string      `json:"benefits,omitzero"`
	Adopted       Adopted       `json:"adopted,omitzero"`
	Zone          Zone          `json:"zone,omitzero"`
	Categories    []*Category   `json:"categories,omitzero"`
	Events        []*EventKind  `json:"events,omitzero"`
	Honours       *Honours      `json:"honours,omitzero"` // nil if there are none
}

// What a scheme says in one of two words, of which the first is meant where it says nothing.
type (
	Carry  bool // what 累计 sums: a year, or all years
	RankBy bool // a household's total, or its average for each member
	Ties   bool // whether those who tie for the last place of a level are all in, or all out
)

const (
	Lifetime  Carry  = true
	ByAverage RankBy = true
	TiesOut   Ties   = true
)

// The words, the first one first.
var (
	CarryWords  = [2]string{"year", "lifetime"}
	RankByWords = [2]string{"total", "average"}
	TiesWords   = [2]string{"in", "out"}
)

func (c Carry) String() string  { return wordOf(c, CarryWords) }
func (r RankBy) String() string { return wordOf(r, RankByWords) }
func (t Ties) String() string   { return wordOf(t, TiesWords) }

func wordOf[W ~bool](w W, words [2]string) string {
	if w {
		return words[1]
	}
	return words[0]
}

// Missing is what a missing row or an empty cell counts as.
type Missing string

const (
	MissingError Missing = "error"
	MissingFull  Missing = "full"
	MissingZero  Missing = "zero"
)

// NotApplicable is what a cell 不适用 counts as.
type NotApplicable string

const (
	NotApplicableFull  NotApplicable = "full"
	NotApplicableZero  NotApplicable = "zero"
	NotApplicableScale NotApplicable = "scale"
)

// Adopted is how the villagers agreed to a rule.
type Adopted struct {
	Date    Date   `json:"date,omitzero"`
	Meeting string `json:"meeting,omitzero"`
	For     int    `json:"for,omitzero"`
	Against int    `json:"against,omitzero"`
	Filed   Date   `json:"filed,omitzero"`
}

// Zone is the limits for a group and its panel. 0 means no limit.
type Zone struct {
	MaxHouseholds int  `json:"max_households,omitzero"`
	MinPanel      int  `json:"min_panel,omitzero"`
	Cross         bool `json:"cross,omitzero"` // a panel may not assess its own group
}

// Category is a heading of assessed items.
type Category struct {
	Section
	ID      string  `json:"id,omitzero"`
	Name    string  `json:"name,omitzero"`
	Cycle   Cycle   `json:"cycle,omitzero"`
	Combine Combine `json:"combine,omitzero"`
	HasBase bool    `json:"has_base,omitzero"`
	Base    Points  `json:"base,omitzero"`
	Items   []*Item `json:"items,omitzero"`
}

// Combine is how a year's figure comes from its periods.
type Combine string

const (
	Sum  Combine = "sum"
	Mean Combine = "mean"
	Last Combine = "last"
)

// Item is what one column of a sheet assesses.
type Item struct {
	Section
	Category  *Category `json:"-"`
	ID        string    `json:"id,omitzero"`
	Name      string    `json:"name,omitzero"`
	Points    Points    `json:"points,omitzero"` // the most that one assessment gives
	Standard  string    `json:"standard,omitzero"`
	Sensitive bool      `json:"sensitive,omitzero"`
}

// EventKind is an addition or a deduction.
type EventKind struct {
	Section
	ID          string `json:"id,omitzero"`
	Name        string `json:"name,omitzero"`
	Category    string `json:"category,omitzero"` // its heading: free text or a category's id
	Ranged      bool   `json:"ranged,omitzero"`   // range = [From, To] in place of Points
	Points      Points `json:"points,omitzero"`   // fixed
	From        Points `json:"from,omitzero"`
	To          Points `json:"to,omitzero"`
	Per         string `json:"per,omitzero"` // the unit of Points: 件, 次; not a limit
	HasMaxMonth bool   `json:"has_max_month,omitzero"`
	MaxPerMonth Points `json:"max_per_month,omitzero"`
	HasMaxYear  bool   `json:"has_max_year,omitzero"`
	MaxPerYear  Points `json:"max_per_year,omitzero"`
	Approval    bool   `json:"approval,omitzero"`
	Sensitive   bool   `json:"sensitive,omitzero"`
	Veto        bool   `json:"veto,omitzero"`
}

// Honours is how levels are awarded.
type Honours struct {
	Section
	Cycle    Cycle    `json:"cycle,omitzero"`
	Rounding Rounding `json:"rounding,omitzero"`
	Ties     Ties     `json:"ties_out,omitzero"`
	Levels   []*Level `json:"levels,omitzero"`
}

// Rounding is how many places N × percent is.
type Rounding string

const (
	RoundDown    Rounding = "down"
	RoundNearest Rounding = "nearest"
	RoundUp      Rounding = "up"
)

// Level is one band of honours. One of HasTop, HasCount, HasMin is set.
type Level struct {
	Section
	Name      string `json:"name,omitzero"`
	HasTop    bool   `json:"has_top,omitzero"`
	Top       Points `json:"top,omitzero"` // percent, in hundredths as points are
	HasCount  bool   `json:"has_count,omitzero"`
	Count     int    `json:"count,omitzero"`
	HasMin    bool   `json:"has_min,omitzero"`
	Min       Points `json:"min,omitzero"`
	FloorBase bool   `json:"floor_base,omitzero"` // floor = "base"
	HasFloor  bool   `json:"has_floor,omitzero"`  // floor = a number
	Floor     Points `json:"floor,omitzero"`
	Reward    string `json:"reward,omitzero"`
}

// Shortest returns the cycle of the categories that comes round most often, or Month if there are
// none.
func Shortest(categories []*Category) Cycle {
	if len(categories) == 0 {
		return Month
	}
	cycle := Year
	for _, c := range categories {
		cycle = min(cycle, c.Cycle)
	}
	return cycle
}

// SetFile names the file of all tables of s.
func (s *Scheme) SetFile(file string) {
	s.Section.SetFile(file)
	for _, c := range s.Categories {
		c.SetFile(file)
		for _, i := range c.Items {
			i.SetFile(file)
		}
	}
	for _, k := range s.Events {
		k.SetFile(file)
	}
	if s.Honours != nil {
		s.Honours.SetFile(file)
		for _, l := range s.Honours.Levels {
			l.SetFile(file)
		}
	}
}

// CategoriesOf returns the categories of that cycle, in the scheme's order.
func (s *Scheme) CategoriesOf(c Cycle) []*Category {
	return slices.DeleteFunc(slices.Clone(s.Categories), func(cat *Category) bool { return cat.Cycle != c })
}

// ItemsOf returns the items in a sheet of that cycle, in the scheme's order.
func (s *Scheme) ItemsOf(c Cycle) []*Item {
	var items []*Item
	for _, cat := range s.Categories {
		if cat.Cycle == c {
			items = append(items, cat.Items...)
		}
	}
	return items
}

// TellsItems reports whether the ids and names in s tell its items apart, at least with 分类/ in
// front. If they do not, it is an error in s, and nobody knows which column of a sheet is which.
func (s *Scheme) TellsItems() bool {
	ids, names := map[string]*Item{}, map[[2]string]bool{}
	for _, c := range s.Categories {
		for _, i := range c.Items {
			name := [2]string{c.Name, i.Name}
			if ids[i.ID] != nil || names[name] {
				return false
			}
			ids[i.ID], names[name] = i, true
		}
	}
	for name := range names {
		if i := ids[name[1]]; i != nil && i.Name != name[1] {
			return false
		}
	}
	return true
}

// Publishes reports whether a period of that cycle has figures of its own: of items, or of events.
func (s *Scheme) Publishes(c Cycle) bool {
	return len(s.ItemsOf(c)) > 0 || len(s.Events) > 0 && s.Cycle == c
}

// Category returns a category by its id, or nil.
func (s *Scheme) Category(id string) *Category {
	return Find(s.Categories, func(c *Category) bool { return c.ID == id })
}

// EventKind returns an event kind by its id or name, or nil.
func (s *Scheme) EventKind(name string) *EventKind {
	if k := Find(s.Events, func(k *EventKind) bool { return k.ID == name }); k != nil {
		return k
	}
	return Find(s.Events, func(k *EventKind) bool { return k.Name == name })
}

// RankDecimals returns the fraction digits of the figure by which s ranks, and of 累计: an average
// always shows two.
func (s *Scheme) RankDecimals() int {
	if s.RankBy == ByAverage {
		return 2
	}
	return s.Decimals
}

// FullMarks returns the sum of the items' points.
func (c *Category) FullMarks() Points {
	var sum Points
	for _, i := range c.Items {
		sum += i.Points
	}
	return sum
}

// Heading returns the heading of k.
func (k *EventKind) Heading(s *Scheme) string {
	if c := s.Category(k.Category); c != nil {
		return c.Name
	}
	return k.Category
}
