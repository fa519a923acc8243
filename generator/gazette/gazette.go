// Package gazette holds all that is published of a site, and nothing else.
//
// In: the Book, the states, the Standings and the seals. Out: a [Site] of places, each with
// its tables, notices, records, balances and rules as the public may read them. Pages, open
// data, feeds and lists are made from it alone: what is not here cannot reach them. It
// decides what the public may see of people (config.toml, [privacy]); it works out no points
// of its own.
//
// [Place.Files] are the tables of open data. A form declares the columns of each once, by which
// it is written and read again; what it leaves to be told, its comment says. [Form.Read] reads a
// table as far as it can be, row by row with its line, and tells what is not as the form writes it;
// [Decode] takes no such table.
//
// A household that may not be shown (consent = "omit") has no row here: sums and numbers of
// places that count it are fields of their own. Details that have left the site (keep) are
// left out in the same way.
//
// What the tables of open data do not hold of it, [Site.Documents] and [Place.Documents] give to
// programs; [Decode] makes it again from all of these.
package gazette

import (
	"slices"
	"time"

	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/proof"
)

// Site is what is published of the whole site.
type Site struct {
	Config   ledger.Config  `json:"config,omitzero"`
	Day      ledger.Date    `json:"day,omitzero"`      // as of which it speaks
	Zone     *time.Location `json:"-"`                 // where its days begin
	Drafts   bool           `json:"drafts,omitzero"`   // it holds what is not posted yet
	Still    bool           `json:"still,omitzero"`    // its day was chosen, or it holds drafts: it does not move on as days pass
	Key      string         `json:"key,omitzero"`      // the public text of the key that signed the checkpoints; "": none did
	Places   []*Place       `json:"-"`                 // by path; a place stands before those below it
	Articles []*Article     `json:"articles,omitzero"` // by path
	Images   []ledger.Image `json:"images,omitzero"`
	Build    Build          `json:"build,omitzero"`
	Program  string         `json:"program,omitzero"` // the version of the program that made the site
	Theme    string         `json:"theme,omitzero"`   // the digest of the theme's files
	Outline  bool           `json:"outline,omitzero"` // no more is known of it than its places, articles and images

	line  func(Source) (origin.Line, bool)
	cited map[Source]origin.Line // since they were last told
}

// Article is a Markdown file below content/, with the commit that changed it last.
type Article struct {
	*ledger.Article
	Changed Change `json:"changed,omitzero"`
}

// Made is by what the pages of a place were made; of one that was built alone it may be other
// than its site's.
type Made struct {
	Day     ledger.Date `json:"day,omitzero"`
	Program string      `json:"program,omitzero"` // its version
}

// MadeBy notes by what the pages of a site, or of one place, are made.
func (s *Site) MadeBy(program, theme string) {
	s.Program, s.Theme = program, theme
	for _, p := range s.Places {
		p.Made = Made{s.Day, program}
	}
}

// Build is what the site was built from.
type Build struct {
	Head        origin.Commit `json:"head,omitzero"`
	Why         string        `json:"why,omitzero"`         // why it is not known, as a key of the theme's words; "" where it is
	Shallow     bool          `json:"shallow,omitzero"`     // earlier commits were not there
	Uncommitted bool          `json:"uncommitted,omitzero"` // some files were not as they are committed
}

// Line is where a line of a file stands in the repository for good.
type Line = origin.Line

// Change is when data changed last, and by which commit.
type Change = origin.Change

// Latest is the latest of several changes; where something is not committed, that is the
// answer. What is not known counts for nothing.
func Latest(list ...Change) Change {
	var latest Change
	for _, c := range list {
		if c.Uncommitted {
			return Change{Uncommitted: true}
		}
		if c.Order > latest.Order {
			latest = c
		}
	}
	return latest
}

// Place finds a place by its path; nil if there is none.
func (s *Site) Place(path string) *Place {
	for _, p := range s.Places {
		if p.Path == path {
			return p
		}
	}
	return nil
}

// Place is what is published of one place.
type Place struct {
	Made Made `json:"made,omitzero"`

	Path           string           `json:"path,omitzero"`
	Name           string           `json:"name,omitzero"`
	Kind           string           `json:"kind,omitzero"`
	Joined         ledger.Date      `json:"joined,omitzero"`
	Stage          string           `json:"stage,omitzero"`
	Contact        ledger.Contact   `json:"contact,omitzero"`
	Publicity      ledger.Publicity `json:"publicity,omitzero"`
	Groups         []Group          `json:"groups,omitzero"`
	Zones          []Zone           `json:"zones,omitzero"`      // beside Groups; none where the place keeps no points itself
	Parent         *Place           `json:"-"`                   // nil: none
	Children       []*Place         `json:"-"`                   // by path
	Keeps          bool             `json:"keeps,omitzero"`      // it keeps points itself; others show those below them
	Grouped        bool             `json:"grouped,omitzero"`    // some household belongs to a group, or could
	Households     []Household      `json:"households,omitzero"` // that may be shown and of which something is told, by 户号
	Count          int              `json:"count,omitzero"`      // of households, those that may not be shown included
	Schemes        []*Scheme        `json:"-"`                   // of its own folder, by effective date
	InForce        *Scheme          `json:"-"`                   // the version that governs the month of the day; nil: none
	Tables         []*Table         `json:"-"`                   // of the published periods, in order
	Merged         []Merged         `json:"merged,omitzero"`     // by 户号
	MergedWithheld int              `json:"merged_withheld,omitzero"`
	Corrections    []*Correction    `json:"corrections,omitzero"` // of published periods, in the order of the file
	Example        *Example         `json:"example,omitzero"`     // nil: none
	Duties         Duties           `json:"duties,omitzero"`

	Rewards       []Reward        `json:"rewards,omitzero"`
	Balances      []*Balance      `json:"balances,omitzero"`    // by 户号
	BalanceSum    BalanceSum      `json:"balance_sum,omitzero"` // of all, those that are not listed included
	Redemptions   []*Redemption   `json:"redemptions,omitzero"`
	Withheld      Use             `json:"withheld,omitzero"`
	Distributions []*Distribution `json:"distributions,omitzero"` // by year
	Tasks         []*ledger.Task  `json:"tasks,omitzero"`

	Seals      []*Seal `json:"seals,omitzero"`      // in order
	Checkpoint string  `json:"checkpoint,omitzero"` // the text of <place>/checkpoint; "": nothing is sealed

	Changes PlaceChanges `json:"changes,omitzero"`

	of map[string]*uses // by 户号
}

// Use counts what is not listed of what points are used for.
type Use struct {
	Balances    int `json:"balances,omitzero"`
	Redemptions int `json:"redemptions,omitzero"`
}

// PlaceChanges are when a place's files changed last; zero where there is none.
type PlaceChanges struct {
	Folder     Change `json:"folder,omitzero"`
	Own        Change `json:"own,omitzero"`
	Households Change `json:"households,omitzero"`
	Tasks      Change `json:"tasks,omitzero"`
	Seals      Change `json:"seals,omitzero"`
}

// Group is a group of a place, with its panel.
type Group struct {
	ID       string   `json:"id,omitzero"`
	Name     string   `json:"name,omitzero"`
	Panel    []string `json:"panel,omitzero"`
	Assesses string   `json:"assesses,omitzero"` // id of the group that its panel assesses; "": its own
}

// Zone holds a group against what the rules ask of a zone (formats.md, "Groups and zones").
type Zone struct {
	Households int    `json:"households,omitzero"`
	Counter    string `json:"counter,omitzero"` // id of the group whose panel assesses it
	TooLarge   bool   `json:"too_large,omitzero"`
	SmallPanel bool   `json:"small_panel,omitzero"`
	OwnPanel   bool   `json:"own_panel,omitzero"`
}

// Household is a household that may be shown.
type Household struct {
	ID   string `json:"id,omitzero"`
	Gone int    `json:"gone,omitzero"` // its redemptions that are older than the site keeps
}

// Merged tells that a household went on in another.
type Merged struct {
	ID   string      `json:"id,omitzero"`
	Left ledger.Date `json:"left,omitzero"`
	Into string      `json:"into,omitzero"`
}

// Example is the worked example of the rules page, where it may be shown.
type Example struct {
	Household string        `json:"household,omitzero"` // 户号
	Period    ledger.Period `json:"period,omitzero"`
}

// Scheme is a version of the rules, all of which is public.
type Scheme struct {
	*ledger.Scheme
	Of      *Place `json:"-"` // whose folder it stands in
	Changed Change `json:"changed,omitzero"`
}

// JSON is the version as scheme-<effective>.json has it.
func (s *Scheme) JSON() any { return proof.SchemeJSON(s.Scheme) }

// Group finds a group by its id; nil if there is none.
func (p *Place) Group(id string) *Group {
	for i := range p.Groups {
		if p.Groups[i].ID == id {
			return &p.Groups[i]
		}
	}
	return nil
}

// Table finds a period's table; nil where it is not published.
func (p *Place) Table(period ledger.Period) *Table {
	i, found := slices.BinarySearchFunc(p.Tables, period, func(t *Table, of ledger.Period) int { return t.Period.Compare(of) })
	if !found {
		return nil
	}
	return p.Tables[i]
}

// Latest is the last table of p; nil if there is none.
func (p *Place) Latest() *Table {
	if len(p.Tables) == 0 {
		return nil
	}
	return p.Tables[len(p.Tables)-1]
}

// LatestOf is the last table in which a household stands, and its row; nil where there is none.
func (p *Place) LatestOf(id string) (*Table, *Row) {
	for _, t := range slices.Backward(p.Tables) {
		if r := t.Row(id); r != nil {
			return t, r
		}
	}
	return nil, nil
}

// GroupName is the name of a group, or its id where place.toml does not name it.
func (p *Place) GroupName(id string) string {
	if g := p.Group(id); g != nil && g.Name != "" {
		return g.Name
	}
	return id
}
