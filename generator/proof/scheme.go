package proof

import (
	"fmt"
	"strings"

	"gongshi/generator/ledger"
)

// The shapes of scheme-<effective>.json: the keys of the scheme's TOML, with all defaults filled
// in.
type (
	schemeShape struct {
		Title         string               `json:"title"`
		Basis         string               `json:"basis,omitempty"`
		Effective     ledger.Date          `json:"effective"`
		Source        string               `json:"source"` // the file it was read from
		Cycle         ledger.Cycle         `json:"cycle"`
		Carry         string               `json:"carry"`
		RankBy        string               `json:"rank_by"`
		Decimals      int                  `json:"decimals"`
		Base          number               `json:"base,omitzero"`
		Missing       ledger.Missing       `json:"missing"`
		NotApplicable ledger.NotApplicable `json:"not_applicable"`
		Benefits      []string             `json:"benefits,omitempty"`
		Adopted       adoptedShape         `json:"adopted,omitzero"`
		Zone          zoneShape            `json:"zone"`
		Categories    []categoryShape      `json:"category"`
		Events        []eventShape         `json:"event"`
		Honours       *honoursShape        `json:"honours,omitempty"`
	}
	adoptedShape struct {
		Date    ledger.Date `json:"date,omitzero"`
		Meeting string      `json:"meeting,omitempty"`
		For     int         `json:"for"`
		Against int         `json:"against"`
		Filed   ledger.Date `json:"filed,omitzero"`
	}
	zoneShape struct {
		MaxHouseholds int  `json:"max_households"` // 0 for no limit
		MinPanel      int  `json:"min_panel"`
		Cross         bool `json:"cross"`
	}
	categoryShape struct {
		ID      string         `json:"id"`
		Name    string         `json:"name"`
		Cycle   ledger.Cycle   `json:"cycle"`
		Combine ledger.Combine `json:"combine"`
		Base    number         `json:"base"`
		Items   []itemShape    `json:"item"`
	}
	itemShape struct {
		ID        string `json:"id"`
		Name      string `json:"name"`
		Points    number `json:"points"`
		Standard  string `json:"standard,omitempty"`
		Sensitive bool   `json:"sensitive"`
	}
	eventShape struct {
		ID          string   `json:"id"`
		Name        string   `json:"name"`
		Category    string   `json:"category,omitempty"`
		Points      number   `json:"points,omitzero"`
		Range       []number `json:"range,omitempty"`
		Per         string   `json:"per,omitempty"`
		MaxPerMonth number   `json:"max_per_month,omitzero"`
		MaxPerYear  number   `json:"max_per_year,omitzero"`
		Approval    bool     `json:"approval"`
		Sensitive   bool     `json:"sensitive"`
		Veto        bool     `json:"veto"`
	}
	honoursShape struct {
		Cycle    ledger.Cycle    `json:"cycle"`
		Rounding ledger.Rounding `json:"rounding"`
		Ties     string          `json:"ties"`
		Levels   []levelShape    `json:"level"`
	}
	levelShape struct {
		Name   string `json:"name"`
		Top    number `json:"top,omitzero"` // percent
		Count  *int   `json:"count,omitempty"`
		Min    number `json:"min,omitzero"`
		Floor  any    `json:"floor,omitempty"` // "base" or a number
		Reward string `json:"reward,omitempty"`
	}
)

// number is points as a JSON number, exact. The zero number is none.
type number struct {
	given bool
	ledger.Points
}

// IsZero reports whether there is none.
func (n number) IsZero() bool { return !n.given }

// MarshalJSON implements json.Marshaler.
func (n number) MarshalJSON() ([]byte, error) { return []byte(n.Points.String()), nil }

// UnmarshalJSON implements json.Unmarshaler.
func (n *number) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	if n.Points, n.given = ledger.ParsePoints(strings.Trim(string(text), `"`)); !n.given {
		return fmt.Errorf("认不出 %s", text)
	}
	return nil
}

// SchemeJSON returns a version of the rules as in scheme-<effective>.json.
func SchemeJSON(s *ledger.Scheme) any {
	shape := schemeShape{
		Title: s.Title, Basis: s.Basis, Effective: s.Effective, Source: s.File,
		Cycle: s.Cycle, Carry: s.Carry.String(), RankBy: s.RankBy.String(), Decimals: s.Decimals,
		Base: number{s.HasBase, s.Base}, Missing: s.Missing, NotApplicable: s.NotApplicable, Benefits: s.Benefits,
		Adopted: adoptedShape(s.Adopted), Zone: zoneShape(s.Zone),
		Categories: []categoryShape{}, Events: []eventShape{},
		Honours: honoursOf(s.Honours),
	}
	for _, c := range s.Categories {
		shape.Categories = append(shape.Categories, categoryOf(c))
	}
	for _, k := range s.Events {
		shape.Events = append(shape.Events, eventOf(k))
	}
	return shape
}

func categoryOf(c *ledger.Category) categoryShape {
	shape := categoryShape{
		ID: c.ID, Name: c.Name, Cycle: c.Cycle, Combine: c.Combine,
		Base: number{true, c.FullMarks()}, Items: []itemShape{},
	}
	for _, i := range c.Items {
		shape.Items = append(shape.Items, itemShape{i.ID, i.Name, number{true, i.Points}, i.Standard, i.Sensitive})
	}
	return shape
}

func eventOf(k *ledger.EventKind) eventShape {
	shape := eventShape{
		ID: k.ID, Name: k.Name, Category: k.Category, Points: number{!k.Ranged, k.Points}, Per: k.Per,
		MaxPerMonth: number{k.HasMaxMonth, k.MaxPerMonth},
		MaxPerYear:  number{k.HasMaxYear, k.MaxPerYear},
		Approval:    k.Approval, Sensitive: k.Sensitive, Veto: k.Veto,
	}
	if k.Ranged {
		shape.Range = []number{{true, k.From}, {true, k.To}}
	}
	return shape
}

func honoursOf(h *ledger.Honours) *honoursShape {
	if h == nil {
		return nil
	}
	shape := &honoursShape{Cycle: h.Cycle, Rounding: h.Rounding, Ties: h.Ties.String()}
	for _, l := range h.Levels {
		level := levelShape{Name: l.Name, Top: number{l.HasTop, l.Top}, Min: number{l.HasMin, l.Min}, Reward: l.Reward}
		if l.HasCount {
			level.Count = &l.Count
		}
		switch {
		case l.FloorBase:
			level.Floor = "base"
		case l.HasFloor:
			level.Floor = number{true, l.Floor}
		}
		shape.Levels = append(shape.Levels, level)
	}
	return shape
}
