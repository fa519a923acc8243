package proof

import (
	"encoding/json"

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
		Base          json.Number          `json:"base,omitempty"`
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
		Base    json.Number    `json:"base"`
		Items   []itemShape    `json:"item"`
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
		Points      json.Number   `json:"points,omitempty"`
		Range       []json.Number `json:"range,omitempty"`
		Per         string        `json:"per,omitempty"`
		MaxPerMonth json.Number   `json:"max_per_month,omitempty"`
		MaxPerYear  json.Number   `json:"max_per_year,omitempty"`
		Approval    bool          `json:"approval"`
		Sensitive   bool          `json:"sensitive"`
		Veto        bool          `json:"veto"`
	}
	honoursShape struct {
		Cycle    ledger.Cycle    `json:"cycle"`
		Rounding ledger.Rounding `json:"rounding"`
		Ties     string          `json:"ties"`
		Levels   []levelShape    `json:"level"`
	}
	levelShape struct {
		Name   string          `json:"name"`
		Top    json.Number     `json:"top,omitempty"` // percent
		Count  int             `json:"count,omitempty"`
		Min    json.Number     `json:"min,omitempty"`
		Floor  json.RawMessage `json:"floor,omitempty"` // baseWord or a number
		Reward string          `json:"reward,omitempty"`
	}
)

// baseWord is the floor at the base.
const baseWord = `"base"`

// number returns points as a number of JSON, exact, or none.
func number(given bool, p ledger.Points) json.Number { return json.Number(pointsIf(given, p)) }

// SchemeJSON returns a version of the rules as in scheme-<effective>.json.
func SchemeJSON(s *ledger.Scheme) any {
	shape := schemeShape{
		Title: s.Title, Basis: s.Basis, Effective: s.Effective, Source: s.File,
		Cycle: s.Cycle, Carry: s.Carry.String(), RankBy: s.RankBy.String(), Decimals: s.Decimals,
		Base: number(s.HasBase, s.Base), Missing: s.Missing, NotApplicable: s.NotApplicable, Benefits: s.Benefits,
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
		Base: number(true, c.FullMarks()), Items: []itemShape{},
	}
	for _, i := range c.Items {
		shape.Items = append(shape.Items, itemShape{i.ID, i.Name, number(true, i.Points), i.Standard, i.Sensitive})
	}
	return shape
}

func eventOf(k *ledger.EventKind) eventShape {
	shape := eventShape{
		ID: k.ID, Name: k.Name, Category: k.Category, Points: number(!k.Ranged, k.Points), Per: k.Per,
		MaxPerMonth: number(k.HasMaxMonth, k.MaxPerMonth),
		MaxPerYear:  number(k.HasMaxYear, k.MaxPerYear),
		Approval:    k.Approval, Sensitive: k.Sensitive, Veto: k.Veto,
	}
	if k.Ranged {
		shape.Range = []json.Number{number(true, k.From), number(true, k.To)}
	}
	return shape
}

func honoursOf(h *ledger.Honours) *honoursShape {
	if h == nil {
		return nil
	}
	shape := &honoursShape{Cycle: h.Cycle, Rounding: h.Rounding, Ties: h.Ties.String()}
	for _, l := range h.Levels {
		floor := json.RawMessage(pointsIf(l.HasFloor, l.Floor))
		if l.FloorBase {
			floor = json.RawMessage(baseWord)
		}
		shape.Levels = append(shape.Levels, levelShape{
			Name: l.Name, Top: number(l.HasTop, l.Top), Count: l.Count, Min: number(l.HasMin, l.Min),
			Floor: floor, Reward: l.Reward,
		})
	}
	return shape
}
