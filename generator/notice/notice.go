// Package notice works out the state of every period's publicity on a day.
//
// In: the Book and a day. Out: [States], the state and dates of every period with a posted
// notice, and what is due in each place, and when. It reads no figure, and knows nothing of
// points.
//
// The rules are those of formats.md, "notices/<period>.toml": three days by default, counted as
// in the Civil Code. The day of posting is not counted (article 201), and a last day that is a
// rest day moves to the next working day (article 203), unless the place has chosen otherwise. A
// correction may restart the days. What is dated after the day does not exist on it.
package notice

import (
	"slices"

	"gongshi/generator/ledger"
)

// Status is one of the four states of a period.
type Status uint8

const (
	Draft    Status = iota // not posted: nothing of it is published
	Open                   // 公示中
	Disputed               // 异议核查中
	Final                  // 已生效
)

// String returns the word for it on pages and in 状态.
func (s Status) String() string {
	return [...]string{"草稿", "公示中", "异议核查中", "已生效"}[s]
}

// statusWords are the words in files for programs.
var statusWords = []string{"draft", "open", "disputed", "final"}

// Word is the status for programs.
func (s Status) Word() string { return statusWords[s] }

func (s Status) MarshalText() ([]byte, error) { return []byte(s.Word()), nil }

func (s *Status) UnmarshalText(text []byte) error {
	return ledger.ReadWord(s, text, statusWords)
}

// State is the state of one period's publicity.
type State struct {
	Days
	Notice *ledger.Notice // nil only for a draft that has no notice file yet

	// Objections received up to the day, in order of receipt, then number.
	Objections []Objection

	runs      []run         // from posting to the day
	corrected []ledger.Date // the days of its corrections, in order
}

// Days is what is public of a state as it is: the status of a period, and its days.
type Days struct {
	Period ledger.Period `json:"period,omitzero"`
	Status Status        `json:"status"`
	Posted ledger.Date   `json:"posted,omitzero"`
	Start  ledger.Date   `json:"start,omitzero"` // from which the days run: Posted, or the latest correction's
	Term
	Counted   []ledger.Date `json:"counted,omitzero"`   // the days that are counted, in order; LastDay is not one if it was moved
	Working   bool          `json:"working,omitzero"`   // only working days are counted
	Corrected bool          `json:"corrected,omitzero"` // 已更正, a mark beside the state
	Counts    bool          `json:"counts,omitzero"`    // it was final on some day up to this one
}

// Ran returns how many of the counted days have come by a day, and whether the day itself is one.
// By default the day of posting is not, nor is a rest day if working days count.
func (s *Days) Ran(day ledger.Date) (n int, counts bool) {
	i, found := slices.BinarySearch(s.Counted, day)
	if found {
		i++
	}
	return i, found
}

// Published reports whether the period exists on the day.
func (s *Days) Published() bool { return s.Status != Draft }

// Objection is the state of an objection on the day.
type Objection struct {
	*ledger.Objection
	Timely  bool        // received while the period was open
	Decided bool        // decided up to the day
	Days    int         // from receipt to the decision, or to the day while pending
	Due     ledger.Date // the last day on which the answer is not late
	Late    bool        // the answer took longer than answer_days, or is overdue
}

// States are the states of every period of every place.
type States struct {
	Day   ledger.Date
	Cals  Calendars
	byKey map[*ledger.Place][]*State // of the periods that exist, in order
}

// Of returns the state of a place's period, or nil if the period does not exist.
func (s *States) Of(p *ledger.Place, period ledger.Period) *State {
	list := s.byKey[p]
	compare := func(st *State, of ledger.Period) int { return st.Period.Compare(of) }
	i, found := slices.BinarySearchFunc(list, period, compare)
	if !found {
		return nil
	}
	return list[i]
}

// Periods returns the periods of a place that exist, in order.
func (s *States) Periods(p *ledger.Place) []*State { return s.byKey[p] }

// AsOf returns the states of book as of day. With drafts, periods that are not posted but have a
// sheet or a notice exist too, as Draft.
func AsOf(book *ledger.Book, day ledger.Date, drafts bool) *States {
	states := &States{Day: day, Cals: book.Calendars, byKey: make(map[*ledger.Place][]*State, len(book.Places))}
	for _, p := range book.Places {
		var list []*State
		corrected := correctionDays(p, day)
		for period, n := range p.Notices {
			switch {
			case n.Posted != 0 && n.Posted <= day:
				list = append(list, stateOf(p, n, corrected[period], states.Cals, day))
			case drafts:
				list = append(list, &State{Days: Days{Period: period}, Notice: n})
			}
		}
		for period := range p.Sheets {
			if drafts && p.Notices[period] == nil {
				list = append(list, &State{Days: Days{Period: period}})
			}
		}
		slices.SortFunc(list, func(a, b *State) int { return a.Period.Compare(b.Period) })
		states.byKey[p] = list
	}
	return states
}

// correctionDays returns the days of each period's corrections up to day, in order.
func correctionDays(p *ledger.Place, day ledger.Date) map[ledger.Period][]ledger.Date {
	days := make(map[ledger.Period][]ledger.Date)
	for _, c := range p.Corrections {
		if c.Date <= day {
			days[c.Period] = append(days[c.Period], c.Date)
		}
	}
	for _, list := range days {
		slices.Sort(list)
	}
	return days
}
