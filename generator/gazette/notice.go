package gazette

import "gongshi/generator/ledger"

// State is the state of a period's publicity.
type State struct {
	Days
	Pending  int         `json:"pending,omitzero"`  // timely objections without an answer, those that are not listed included
	Behind   int         `json:"behind,omitzero"`   // … by how many days the answer to one of them is overdue, the most
	Received int         `json:"received,omitzero"` // all objections
	Hangs    ledger.Date `json:"hangs,omitzero"`    // the last day on which the notice must hang
	Course   []Turn      `json:"course,omitzero"`   // what happened to it
}

// Unsettled reports whether the period's words change from day to day.
func (s *State) Unsettled() bool { return s.Status == Open || s.Status == Disputed }

// Notice is the content of a period's notice besides its figures. What is dated after the day
// does not exist yet.
type Notice struct {
	Title      string         `json:"title,omitzero"`
	Visited    ledger.Date    `json:"visited,omitzero"`
	Meeting    ledger.Meeting `json:"meeting,omitzero"`
	Panels     []Panel        `json:"panels,omitzero"` // who assessed each group; none if there is no notice
	Reported   ledger.Date    `json:"reported,omitzero"`
	Objections []Objection    `json:"objections,omitzero"` // in order of receipt
}

// Panel is who assessed a group.
type Panel struct {
	Group   string   `json:"group,omitzero"` // its name
	Members []string `json:"members,omitzero"`
	Few     bool     `json:"few,omitzero"` // fewer than the rules ask for
}

// Objection is an objection and its answer. Who objects is not recorded.
type Objection struct {
	No       string      `json:"no,omitzero"`
	Place    int         `json:"place,omitzero"` // among all objections of the period, from 1
	ID       string      `json:"id,omitzero"`    // 户号 of the household whose score is questioned
	About    Target      `json:"about,omitzero"`
	Received ledger.Date `json:"received,omitzero"`
	Decided  ledger.Date `json:"decided,omitzero"` // 0 while pending
	Upheld   bool        `json:"upheld,omitzero"`
	Answer   string      `json:"answer,omitzero"` // "" while pending, or if it is not public
	Timely   bool        `json:"timely,omitzero"` // received while the period was open
	Late     bool        `json:"late,omitzero"`   // the answer took, or takes, longer than the place allows
	Days     int         `json:"days,omitzero"`   // from receipt to the answer, or, while pending, to the day
	Due      ledger.Date `json:"due,omitzero"`
	At       Source      `json:"at,omitzero"`
}

// Correction is a correction of a published figure.
type Correction struct {
	Date      ledger.Date   `json:"date,omitzero"`
	Period    ledger.Period `json:"period,omitzero"`
	ID        string        `json:"id,omitzero"` // 户号
	Target    Target        `json:"target,omitzero"`
	From      ledger.Cell   `json:"from,omitzero"` // empty if the figures are not public
	To        ledger.Cell   `json:"to,omitzero"`
	Reason    string        `json:"reason,omitzero"` // "" if it is not public
	Objection string        `json:"objection,omitzero"`
	DecidedBy string        `json:"decided_by,omitzero"` // the office that decided it
	At        Source        `json:"at,omitzero"`
}

// Target is what a correction or an objection is about, as far as it is public.
type Target struct {
	Name   string `json:"name,omitzero"`
	Hidden bool   `json:"hidden,omitzero"` // figures, reasons and answers are withheld with it
	Item   bool   `json:"item,omitzero"`   // a cell of the sheet, not an event
}
