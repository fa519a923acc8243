package proof

import (
	"encoding/json"

	"gongshi/generator/ledger"
)

// The shapes of scheme-<effective>.json: the keys of the scheme's TOML, with all defaults filled
// in.
type (
	schemeShape struct {
		Title         string          `json:"title"`
		Basis         string          `json:"basis,omitempty"`
		Effective     string          `json:"effective"`
		Source        string          `json:"source"` // the file it was read from
		Cycle         string          `json:"cycle"`
		Carry         string          `json:"carry"`
		RankBy        string          `json:"rank_by"`
		Decimals      int             `json:"decimals"`
		Base          *json.Number    `json:"base,omitempty"`
		Missing       string          `json:"missing"`
		NotApplicable string          `json:"not_applicable"`
		Benefits      []string        `json:"benefits,omitempty"`
		Adopted       *adoptedShape   `json:"adopted,omitempty"`
		Zone          zoneShape       `json:"zone"`
		Categories    []categoryShape `json:"category"`
		Events        []eventShape    `json:"event"`
		Honours       *honoursShape   `json:"honours,omitempty"`
	}
	adoptedShape struct {
		Date    string `json:"date,omitempty"`
		Meeting string `json:"meeting,omitempty"`
		For     int    `json:"for"`
		Against int    `json:"against"`
		Filed   string `json:"filed,omitempty"`
	}
	zoneShape struct {
		MaxHouseholds int  `json:"max_households"` // 0 for no limit
		MinPanel      int  `json:"min_panel"`
		Cross         bool `json:"cross"`
	}
	categoryShape struct {
		ID      string      `json:"id"`
		Name    string      `json:"name"`
		Cycle   string      `json:"cycle"`
		Combine string      `json:"combine"`
		Base    json.Number `json:"base"`
		Items   []itemShape `json:"item"`
	}
	itemShape struct {
		ID        string      `json:"id"`
		Name      string      `json:"name"`
		Points    json.Number `json:"points"`
		Standard  string      `json:"standard,omitempty"`
		Sensitive bool        `json:"sensitive"`
	}
	eventShape struct {
		ID          string        `json:"id"`
		Name        string        `json:"name"`
		Category    string        `json:"category,omitempty"`
		Points      *json.Number  `json:"points,omitempty"`
		Range       []json.Number `json:"range,omitempty"`
		Per         string        `json:"per,omitempty"`
		MaxPerMonth *json.Number  `json:"max_per_month,omitempty"`
		MaxPerYear  *json.Number  `json:"max_per_year,omitempty"`
		Approval    bool          `json:"approval"`
		Sensitive   bool          `json:"sensitive"`
		Veto        bool          `json:"veto"`
	}
	honoursShape struct {
		Cycle    string       `json:"cycle"`
		Rounding string       `json:"rounding"`
		Ties     string       `json:"ties"`
		Levels   []levelShape `json:"level"`
	}
	levelShape struct {
		Name   string       `json:"name"`
		Top    *json.Number `json:"top,omitempty"` // percent
		Count  *int         `json:"count,omitempty"`
		Min    *json.Number `json:"min,omitempty"`
		Floor  any          `json:"floor,omitempty"` // "base" or a number
		Reward string       `json:"reward,omitempty"`
	}
)

// SchemeJSON returns a version of the rules as in scheme-<effective>.json.
func SchemeJSON(s *ledger.Scheme) any {
	shape := schemeShape{
		Title: s.Title, Basis: s.Basis, Effective: s.Effective.String(), Source: s.File,
		Cycle: s.Cycle.String(), Carry: s.Carry.String(), RankBy: s.RankBy.String(), Decimals: s.Decimals,
		Base: numberIf(s.HasBase, s.Base), Missing: string(s.Missing),
		NotApplicable: string(s.NotApplicable), Benefits: s.Benefits,
		Zone:       zoneShape(s.Zone),
		Categories: []categoryShape{}, Events: []eventShape{},
		Honours: honoursOf(s.Honours),
	}
	if a := s.Adopted; a != (ledger.Adopted{}) {
		shape.Adopted = &adoptedShape{a.Date.String(), a.Meeting, a.For, a.Against, a.Filed.String()}
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
		ID: c.ID, Name: c.Name, Cycle: c.Cycle.String(), Combine: string(c.Combine),
		Base: number(c.FullMarks()), Items: []itemShape{},
	}
	for _, i := range c.Items {
		shape.Items = append(shape.Items, itemShape{i.ID, i.Name, number(i.Points), i.Standard, i.Sensitive})
	}
	return shape
}

func eventOf(k *ledger.EventKind) eventShape {
	shape := eventShape{
		ID: k.ID, Name: k.Name, Category: k.Category, Points: numberIf(!k.Ranged, k.Points), Per: k.Per,
		MaxPerMonth: numberIf(k.HasMaxMonth, k.MaxPerMonth),
		MaxPerYear:  numberIf(k.HasMaxYear, k.MaxPerYear),
		Approval:    k.Approval, Sensitive: k.Sensitive, Veto: k.Veto,
	}
	if k.Ranged {
		shape.Range = []json.Number{number(k.From), number(k.To)}
	}
	return shape
}

func honoursOf(h *ledger.Honours) *honoursShape {
	if h == nil {
		return nil
	}
	shape := &honoursShape{Cycle: h.Cycle.String(), Rounding: string(h.Rounding), Ties: h.Ties.String()}
	for _, l := range h.Levels {
		level := levelShape{
			Name: l.Name, Top: numberIf(l.HasTop, l.Top), Min: numberIf(l.HasMin, l.Min), Reward: l.Reward,
		}
		if l.HasCount {
			level.Count = &l.Count
		}
		switch {
		case l.FloorBase:
			level.Floor = "base"
		case l.HasFloor:
			level.Floor = number(l.Floor)
		}
		shape.Levels = append(shape.Levels, level)
	}
	return shape
}

// number returns points as a JSON number, exact.
func number(p ledger.Points) json.Number { return json.Number(p.String()) }

func numberIf(given bool, p ledger.Points) *json.Number {
	if !given {
		return nil
	}
	n := number(p)
	return &n
}
