package gazette

import (
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// State is where a period's publicity stands.
type State struct {
	Period    ledger.Period
	Status    Status
	Posted    ledger.Date
	Start     ledger.Date   // from which the days run: Posted, or the latest correction's
	FirstDay  ledger.Date   // the first day that is counted
	LastDay   ledger.Date   // the last day for an objection
	MovedFrom ledger.Date   // the day from which LastDay was moved; 0: it was not
	Counted   []ledger.Date // the days that are counted, in order
	Working   bool          // of these, rest days are none
	Corrected bool          // 已更正
	Counts    bool          // it was final on some day up to this one
	Pending   int           // timely objections without an answer, those that are not listed included
	Received  int           // all objections
	Hangs     ledger.Date   // the last day on which the notice must hang
	Course    []Turn        // what happened to it
}

// Published reports whether the period exists on the day.
func (s *State) Published() bool { return s.Status != Draft }

// Unsettled reports whether what is told of the period changes from day to day.
func (s *State) Unsettled() bool { return s.Status == Open || s.Status == Disputed }

// Ran tells how many of the counted days have come by a day, and whether the day is one.
func (s *State) Ran(day ledger.Date) (n int, counts bool) {
	at := notice.State{Counted: s.Counted}
	return at.Ran(day)
}

// Notice is what a period's notice says beside its figures. What is dated after the day does
// not exist yet.
type Notice struct {
	Title      string
	Visited    ledger.Date
	Meeting    ledger.Meeting
	Panels     []Panel // who assessed each group; none where there is no notice
	Reported   ledger.Date
	Objections []Objection // in order of receipt
}

// Panel is who assessed a group.
type Panel struct {
	Group   string // its name
	Members []string
	Few     bool // fewer than the rules ask for
}

// Objection is an objection and its answer. Who objects is not recorded.
type Objection struct {
	No       string
	Place    int    // among all objections of the period, from 1
	ID       string // 户号 of the household whose score is questioned
	About    Target
	Received ledger.Date
	Decided  ledger.Date // 0: pending
	Upheld   bool
	Answer   string // "" while pending, or where it is not public
	Timely   bool   // received while the period was open
	Late     bool   // the answer took, or takes, longer than the place allows
	Days     int    // from receipt to the answer, or, while pending, to the day
	Due      ledger.Date
	At       Source
}

// Correction is a correction of a published figure.
type Correction struct {
	Date      ledger.Date
	Period    ledger.Period
	ID        string // 户号
	Target    Target
	From, To  ledger.Cell // empty where the figures are not public
	Reason    string      // "" where it is not public
	Objection string
	At        Source
}

// Target is what a correction or an objection is about, as far as it may be told.
type Target struct {
	Name   string
	Hidden bool // figures, reasons and answers are withheld with it
	Item   bool // a cell of the sheet, not an event
}
