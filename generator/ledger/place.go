package ledger

import "cmp"

// PageFolders are the folders below a place's address for the site's own pages, so neither a
// place nor an article may have these names.
var PageFolders = []string{"h", "data", "notices", "papers", "broadcast", "reports", "honours", "distribution"}

// Place is a county, district, town or village: a folder of data/ with a place.toml. What a place
// inherits is filled in, except its schemes: see SchemeFor.
type Place struct {
	Section          // of its place.toml
	Path      string // slash path below data/, its address on the site
	Name      string
	Kind      string // county, district, town, village
	Joined    Date   // first day that counts; 0 for always
	Stage     string
	Contact   Contact
	Publicity Publicity
	Groups    []*Group
	Example   *Example // nil if there is none

	Parent   *Place
	Children []*Place // by path

	Schemes     []*Scheme          // of its own folder, by effective date
	Households  []*Household       // by id
	HasConsent  bool               // households.csv has the column 同意
	HasMembers  bool               // there is a members.csv
	Unowned     []Unowned          // rows of members.csv without a household
	Sheets      map[Period]*Sheet  // scores/<period>.csv
	Declared    map[Period]*Sheet  // declared/<period>.csv
	Events      []*Event           // in order of file and line
	Corrections []*Correction      // in order of line
	Notices     map[Period]*Notice // notices/<period>.toml

	Rewards       []*Reward             // in order of line
	Redemptions   []*Redemption         // in order of line
	Distributions map[int]*Distribution // by year
	Tasks         []*Task               // in order of line

	Seals []*Seal // in order of line
	Salts []*Salt // likewise

	Unread Unread // files that are reported as damaged or misplaced

	byKey map[string]*Household
}

// Contact is who answers for a place.
type Contact struct {
	Office          string `json:"office,omitzero"`
	Phone           string `json:"phone,omitzero"`
	Supervisor      string `json:"supervisor,omitzero"`
	SupervisorPhone string `json:"supervisor_phone,omitzero"`
}

// Publicity is how a place counts its days of publicity.
type Publicity struct {
	Days        int        `json:"days,omitzero"`
	Working     bool       `json:"working,omitzero"`      // count = "working"
	SameDay     bool       `json:"same_day,omitzero"`     // first_day = "same"
	RestDayEnd  RestDayEnd `json:"rest_day_end,omitzero"` // rest_day_end
	Restart     bool       `json:"restart,omitzero"`
	DueDay      int        `json:"due_day,omitzero"`
	DisplayDays int        `json:"display_days,omitzero"`
	AnswerDays  int        `json:"answer_days,omitzero"`

	From   Date       `json:"from,omitzero"`   // for notices posted from this day on; 0 for all
	Before *Publicity `json:"before,omitzero"` // for those posted before From; nil for the same
}

// On returns how the days of a notice that is posted on a day are counted: a rule does not apply
// to what was posted before it.
func (q Publicity) On(posted Date) Publicity {
	if q.Before != nil && posted < q.From {
		return q.Before.On(posted)
	}
	return q
}

// RestDayEnd is which last days move to the next working day (Civil Code, article 203).
type RestDayEnd string

const (
	Extend   RestDayEnd = "extend"   // any rest day
	Holidays RestDayEnd = "holidays" // listed rest days only
	Keep     RestDayEnd = "keep"     // none
)

// Group is a 组 or 片区 of a place with the panel that assesses.
type Group struct {
	Section
	ID       string
	Name     string
	Panel    []string
	Assesses string // id of the group that its panel assesses; its own by default
}

// Example is the household that agreed to be the worked example of its village's rules, and its
// period.
type Example struct {
	Section
	ID, Household string // as typed, and its key; "" if it cannot be read
	Period        Period
}

// Fresh returns a place with the same name and rules, into which its records can be read.
func (p *Place) Fresh() *Place {
	fresh := *p
	fresh.Sheets, fresh.Declared = make(map[Period]*Sheet), make(map[Period]*Sheet)
	fresh.Notices, fresh.Distributions = make(map[Period]*Notice), make(map[int]*Distribution)
	return &fresh
}

// Recall keeps, from a place with records, what is reported once for several places: its notices,
// corrections and seals, and which periods have a sheet.
func (p *Place) Recall(whole *Place) {
	p.Notices, p.Corrections, p.Seals, p.Salts = whole.Notices, whole.Corrections, whole.Seals, whole.Salts
	for period := range whole.Sheets {
		p.Sheets[period] = nil
	}
}

// SetHouseholds gives p its households, in order of id, and the look-up by key.
func (p *Place) SetHouseholds(hs []*Household) {
	p.Households = hs
	p.byKey = make(map[string]*Household, len(hs))
	for _, h := range hs {
		p.byKey[h.Key] = h
	}
}

// Household returns a household by its key, or nil.
func (p *Place) Household(key string) *Household { return p.byKey[key] }

// Group returns a group by its id, or nil.
func (p *Place) Group(id string) *Group {
	return Find(p.Groups, func(g *Group) bool { return g.ID == id })
}

// SchemeFor returns the version of the rules in force for a period, or nil (formats.md, "A new
// version within a period"): from the nearest folder up the tree with a version whose effective
// date is not after the period's first day, the latest of these. If no folder has one, the period
// may be the one in which the first version takes effect: then it is that version, from the
// nearest folder.
func (p *Place) SchemeFor(period Period) *Scheme {
	if s := p.schemeOn(period.First()); s != nil {
		return s
	}
	for at := p; at != nil; at = at.Parent {
		if len(at.Schemes) > 0 && at.Schemes[0].Effective <= period.Last() {
			return at.Schemes[0]
		}
	}
	return nil
}

// NearestSchemes returns the versions of the rules in the nearest folder up the tree that has any.
func (p *Place) NearestSchemes() []*Scheme {
	for ; p != nil; p = p.Parent {
		if len(p.Schemes) > 0 {
			return p.Schemes
		}
	}
	return nil
}

func (p *Place) schemeOn(day Date) *Scheme {
	for at := p; at != nil; at = at.Parent {
		var found *Scheme
		for _, s := range at.Schemes {
			if s.Effective <= day {
				found = s
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// EventScheme returns the version of the rules by which an event of that day is judged, or nil:
// the one in force for the period that includes the day. The cycle of events is that of the
// version in force for the day's month.
func (p *Place) EventScheme(day Date) (*Scheme, Period) {
	s := p.SchemeFor(PeriodOf(Month, day))
	if s == nil {
		return nil, Period{}
	}
	period := PeriodOf(s.Cycle, day)
	if of := p.SchemeFor(period); of != nil {
		return of, period
	}
	return s, period
}

// CounterOf returns the panel that assesses a group: the group whose Assesses names it. A group
// that nobody else assesses is assessed by its own panel.
func (p *Place) CounterOf(id string) *Group {
	return cmp.Or(Find(p.Groups, func(g *Group) bool { return g.Assesses == id && g.ID != id }), p.Group(id))
}
