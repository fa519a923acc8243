// Package gazette is all that is published of a site, and nothing else.
//
// In: the Book, the states, the Standings and the seals. Out: a [Site] of places, each with its
// tables, notices, records, balances and rules as the public may read them. Pages, open data,
// feeds and lists are made from it alone: what is not here cannot reach them. It decides what the
// public may see of people (config.toml, [privacy]). It works out no points of its own.
//
// [Place.Files] returns the tables of open data. A form declares the columns of each once, for
// writing and reading; its comment tells what it leaves out. [Form.Read] reads a table as far as
// possible, row by row with its line, and reports what is not as the form writes it; [Decode]
// refuses such a table.
//
// A household that may not be shown (consent = "omit") has no row here: the sums and numbers of a
// place that include it are fields of their own. Details that have left the site (keep) are left
// out in the same way.
//
// [Site.Documents] and [Place.Documents] return, for programs, what the tables of open data do
// not contain; [Decode] makes the gazette again from all of these.
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
	Day      ledger.Date    `json:"day,omitzero"`      // as of which it is
	Zone     *time.Location `json:"-"`                 // where its days begin
	Drafts   bool           `json:"drafts,omitzero"`   // it includes what is not posted yet
	Still    bool           `json:"still,omitzero"`    // its day was chosen, or it has drafts: it does not change as days pass
	Key      string         `json:"key,omitzero"`      // the public key of the checkpoints' signatures, or ""
	Places   []*Place       `json:"-"`                 // by path; a place is before those below it
	Articles []*Article     `json:"articles,omitzero"` // by path
	Images   []ledger.Image `json:"images,omitzero"`
	Build    Build          `json:"build,omitzero"`
	Program  string         `json:"program,omitzero"` // the version of the program that made the site
	Theme    string         `json:"theme,omitzero"`   // the digest of the theme's files
	Outline  bool           `json:"outline,omitzero"` // only its places, articles and images are known

	line  func(Source) (origin.Line, bool)
	cited map[Source]origin.Line // since Cited was last called
}

// Article is a Markdown file below content/, with the commit that changed it last.
type Article struct {
	*ledger.Article
	Changed Change `json:"changed,omitzero"`
}

// Made is what the pages of a place were made with; for one that was built alone it may differ
// from its site's.
type Made struct {
	Day     ledger.Date `json:"day,omitzero"`
	Program string      `json:"program,omitzero"` // its version
}

// MadeBy records what the pages of a site, or of one place, are made with.
func (s *Site) MadeBy(program, theme string) {
	s.Program, s.Theme = program, theme
	for _, p := range s.Places {
		p.Made = Made{s.Day, program}
	}
}

// Build is what the site was built from.
type Build struct {
	Head        origin.Commit `json:"head,omitzero"`
	Why         string        `json:"why,omitzero"`         // the reason for which it is not known, as a key of the theme's words, or ""
	Shallow     bool          `json:"shallow,omitzero"`     // earlier commits were not there
	Uncommitted bool          `json:"uncommitted,omitzero"` // some files were not as they are committed
}

// Line is the permanent place of a line of a file in the repository.
type Line = origin.Line

// Change is when data changed last, and by which commit.
type Change = origin.Change

// Latest returns the latest of several changes. If something is not committed, that is the
// answer. Unknown changes count for nothing.
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

// Place returns a place by its path, or nil.
func (s *Site) Place(path string) *Place {
	return ledger.Find(s.Places, func(p *Place) bool { return p.Path == path })
}

// Article returns an article by its path, or nil.
func (s *Site) Article(path string) *Article {
	return ledger.Find(s.Articles, func(a *Article) bool { return a.Path == path })
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
	Groups         []*Group         `json:"groups,omitzero"`
	Zones          []GroupZone      `json:"zones,omitzero"`      // beside Groups; none if the place keeps no points itself
	Parent         *Place           `json:"-"`                   // nil if none
	Children       []*Place         `json:"-"`                   // by path
	Keeps          bool             `json:"keeps,omitzero"`      // it keeps points itself; others show those below them
	Grouped        bool             `json:"grouped,omitzero"`    // some household belongs to a group, or could
	Households     []Household      `json:"households,omitzero"` // that may be shown and about which there is something, by 户号
	Count          int              `json:"count,omitzero"`      // of households, those that may not be shown included
	Schemes        []*Scheme        `json:"-"`                   // of its own folder, by effective date
	InForce        *Scheme          `json:"-"`                   // the version that governs the month of the day; nil if none
	Tables         []*Table         `json:"-"`                   // of the published periods, in order
	Merged         []*Merged        `json:"merged,omitzero"`     // by 户号
	MergedWithheld int              `json:"merged_withheld,omitzero"`
	Corrections    []*Correction    `json:"corrections,omitzero"` // of published periods, in the order of the file
	Example        *Example         `json:"example,omitzero"`     // nil if none
	Duties         Duties           `json:"duties,omitzero"`

	Rewards       []*Reward       `json:"rewards,omitzero"`
	Balances      []*Balance      `json:"balances,omitzero"`    // by 户号
	BalanceSum    BalanceSum      `json:"balance_sum,omitzero"` // of all, those that are not listed included
	Redemptions   []*Redemption   `json:"redemptions,omitzero"`
	Withheld      Use             `json:"withheld,omitzero"`
	Distributions []*Distribution `json:"distributions,omitzero"` // by year
	Tasks         []*ledger.Task  `json:"tasks,omitzero"`

	Seals      []*Seal `json:"seals,omitzero"`      // in order
	Checkpoint string  `json:"checkpoint,omitzero"` // the text of <place>/checkpoint; "" if nothing is sealed

	Changes PlaceChanges `json:"changes,omitzero"`

	balances  map[string]*Balance // by 户号, also of those whose points went on in it
	redeemed  map[string][]*Redemption
	corrected map[string][]*Correction
}

// Use counts what is not listed of the use of points.
type Use struct {
	Balances    int `json:"balances,omitzero"`
	Redemptions int `json:"redemptions,omitzero"`
}

// PlaceChanges are the last changes of a place's files; zero if there is none.
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
	Assesses string   `json:"assesses,omitzero"` // id of the group that its panel assesses; "" for its own
}

// Household is a household that may be shown.
type Household struct {
	ID   string `json:"id,omitzero"`
	Gone int    `json:"gone,omitzero"` // its redemptions that are older than the site keeps
}

// Merged records that a household was merged into another.
type Merged struct {
	ID   string      `json:"id,omitzero"`
	Left ledger.Date `json:"left,omitzero"`
	Into string      `json:"into,omitzero"`
}

// Example is the worked example on the rules page, if it may be shown.
type Example struct {
	Household string        `json:"household,omitzero"` // 户号
	Period    ledger.Period `json:"period,omitzero"`
}

// Scheme is a version of the rules, all of which is public.
type Scheme struct {
	*ledger.Scheme
	Of      *Place `json:"-"` // whose folder it is in
	Changed Change `json:"changed,omitzero"`
}

// JSON returns the version as in scheme-<effective>.json.
func (s *Scheme) JSON() any { return proof.SchemeJSON(s.Scheme) }

// Group returns a group by its id, or nil.
func (p *Place) Group(id string) *Group {
	return ledger.Find(p.Groups, func(g *Group) bool { return g.ID == id })
}

// Table returns a period's table, or nil if it is not published.
func (p *Place) Table(period ledger.Period) *Table {
	i, found := slices.BinarySearchFunc(p.Tables, period, func(t *Table, of ledger.Period) int { return t.Period.Compare(of) })
	if !found {
		return nil
	}
	return p.Tables[i]
}

// Latest returns the last table of p, or nil.
func (p *Place) Latest() *Table {
	if len(p.Tables) == 0 {
		return nil
	}
	return p.Tables[len(p.Tables)-1]
}

// LatestOf returns the last table that has a household, and its row, or nil.
func (p *Place) LatestOf(id string) (*Table, *Row) {
	for _, t := range slices.Backward(p.Tables) {
		if r := t.Row(id); r != nil {
			return t, r
		}
	}
	return nil, nil
}

// GroupName returns the name of a group, or its id if place.toml does not name it.
func (p *Place) GroupName(id string) string {
	if g := p.Group(id); g != nil && g.Name != "" {
		return g.Name
	}
	return id
}
