package verify

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/opendata"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// place is the content of one place's tables.
type place struct {
	*Report
	files   *files
	path    string
	pack    pack
	rules   *ledger.Place // the versions that govern it, by the folders that they are in
	periods []*period     // in order
	seals   []*seal
	byID    map[string]*ledger.Household
	events  []*record // of the periods whose records are published

	objections  []*gazette.Told[gazette.ObjectionRow]
	corrections []*gazette.Told[gazette.Correction]
	merged      []*gazette.Told[gazette.Merged]
	balances    []*gazette.Told[gazette.Balance]
	redemptions []*gazette.Told[gazette.Redemption]
	rewards     []*gazette.Told[gazette.Reward]
	exchanges   map[string]int // redemptions by their sealed fields; nil until needed
}

// pack is datapackage.json.
type pack struct {
	Resources []resource      `json:"resources"`
	Expired   []ledger.Period `json:"expired"`
	Programs  struct {
		Paths []string `json:"paths"` // of what only programs read
	} `json:"programs"`
	Withheld []opendata.Withheld `json:"withheld"`
}

// resource is one file in datapackage.json.
type resource struct {
	Path     string `json:"path"`
	Rows     *int   `json:"rows"` // for a table
	Withheld int    `json:"withheld"`

	Shared *shared `json:"distribution"` // for a distribution
}

// period is one published period.
type period struct {
	gazette.Table
	at       diag.Position // its row in notices.csv
	rows     []*household
	byID     map[string]*household
	honoured []*gazette.Told[gazette.Row]
	levels   map[string]*ledger.Level // of these, by 户号
	guessed  bool                     // some of its points are unknown
	sealedBy *seal
}

// file returns the name of its table, records that of the records.
func (q *period) file() string    { return q.Period.String() + ".csv" }
func (q *period) records() string { return "records-" + q.file() }

// hidden returns its households and organisations that are not published.
func (q *period) hidden() int { return q.Records.Households[0] + q.Records.Households[1] }

// data returns the path of a file of the place's open data.
func (p *place) data(name string) string { return p.path + "/data/" + name }

// check checks the place, as far as what it needs can be read.
func (p *place) check(w *witness) {
	if !p.described() {
		return
	}
	p.readChain()
	w.look(p)
	p.objections = readWhole(p, "objections.csv", gazette.ObjectionsForm.Read)
	p.corrections = readWhole(p, "corrections.csv", gazette.CorrectionsForm.Read)
	p.merged = readWhole(p, "merged.csv", gazette.MergedForm.Read)
	p.balances = readWhole(p, "balances.csv", gazette.BalancesForm.Read)
	p.redemptions = readWhole(p, "redemptions.csv", gazette.RedemptionsForm.Read)
	p.rewards = readWhole(p, "rewards.csv", gazette.RewardsForm.Read)
	p.readRules()
	p.readPeriods()
	p.readFixes()
	p.sealed()
	if len(p.periods) > 0 {
		p.figures()
		p.others()
		p.distributions()
	}
}

// described compares datapackage.json with the files. It returns false if that cannot be read.
func (p *place) described() bool {
	file := p.data("datapackage.json")
	if err := json.Unmarshal(p.files.content(file), &p.pack); err != nil {
		p.differ(diag.Position{File: file}, packageCode, "开放数据的说明不在了，或者读不成")
		return false
	}
	known := map[string]bool{file: true, p.data("index.html"): true}
	for _, r := range p.pack.Resources {
		name := p.data(r.Path)
		known[name] = true
		if !p.files.has(name) {
			p.differ(diag.Position{File: name}, packageCode, "datapackage.json 里有这个文件，网站上却没有")
			continue
		}
		if r.Rows == nil {
			continue
		}
		if n := rows(p.files.content(name)); n != *r.Rows {
			p.differ(diag.Position{File: name}, packageCode, "有 %d 行，datapackage.json 说有 %d 行", n, *r.Rows)
		}
	}
	for _, name := range p.pack.Programs.Paths {
		known[path.Join(p.data(""), name)] = true
	}
	for _, name := range p.files.of[p.path] {
		if strings.HasPrefix(name, p.data("")) && !known[name] {
			p.differ(diag.Position{File: name}, packageCode, "datapackage.json 里没有这个文件")
		}
	}
	p.done("%s：开放数据 %d 个文件的行数", p.path, len(p.pack.Resources))
	return true
}

// withheld returns how many rows of a file are not published.
func (p *place) withheld(name string) int {
	for _, r := range p.pack.Resources {
		if r.Path == name {
			return r.Withheld
		}
	}
	return 0
}

// readRules reads every scheme-<effective>.json into the folder that its source names.
func (p *place) readRules() {
	p.rules = &ledger.Place{Path: p.path}
	folders := map[string]*ledger.Place{p.path: p.rules}
	for at := p.rules; path.Dir(at.Path) != "."; at = at.Parent {
		at.Parent = &ledger.Place{Path: path.Dir(at.Path)}
		folders[at.Parent.Path] = at.Parent
	}
	for _, r := range p.pack.Resources {
		if !strings.HasPrefix(r.Path, "scheme-") || !p.files.has(p.data(r.Path)) {
			continue
		}
		s, err := proof.ParseScheme(p.files.content(p.data(r.Path)))
		if err == nil {
			s.Place = folders[strings.TrimPrefix(path.Dir(path.Dir(s.File)), "data/")]
		}
		if err != nil || s.Place == nil {
			p.differ(diag.Position{File: p.data(r.Path)}, packageCode, "读不成积分办法")
			continue
		}
		folder := s.Place
		folder.Schemes = append(folder.Schemes, s)
		slices.SortStableFunc(folder.Schemes, func(a, b *ledger.Scheme) int { return int(a.Effective - b.Effective) })
	}
}

// readPeriods reads notices.csv and what belongs to each of its rows.
func (p *place) readPeriods() {
	announced := make(map[ledger.Period]bool)
	for _, n := range readWhole(p, "notices.csv", gazette.NoticesForm.Read) {
		announced[n.Is.Period] = true
		p.readPeriod(&period{Table: n.Is, at: n.At, byID: make(map[string]*household)})
	}
	for _, name := range p.files.of[p.path] {
		file, ok := strings.CutPrefix(name, p.data(""))
		of, dated := ledger.ParsePeriod(strings.TrimSuffix(strings.TrimPrefix(file, "records-"), ".csv"))
		if ok && dated && !announced[of] {
			p.differ(diag.Position{File: name}, packageCode, "notices.csv 里没有 %s，却公布了它的数据", of)
		}
	}
	slices.SortFunc(p.periods, func(a, b *period) int { return a.Period.Compare(b.Period) })
	for i, t := range score.Recompute(p.rules, p.given()).Tables { // that have no rows yet
		p.periods[i].Categories = t.Categories
	}
	p.periods = slices.DeleteFunc(p.periods, func(q *period) bool { return !p.readRows(q) })
	kept := false
	for _, q := range p.periods {
		if !q.Kept && kept { // the oldest periods leave the site, without a gap
			p.differ(q.at, packageCode, "%s 的明细说是已过保留期限，更早的却还在", q.Period)
		}
		if kept = kept || q.Listed > 0; !q.Kept {
			p.not("%s %s：明细已过保留期限，不在网站上", p.path, q.Period)
		}
	}
}

// readPeriod adds a period if its files and rules are there.
func (p *place) readPeriod(q *period) {
	q.Summary = p.rules.Summary(q.Period)
	q.Sums = q.Summary || q.Period.Cycle == ledger.Year
	for _, w := range p.pack.Withheld {
		switch {
		case w.Period != q.Period:
		case w.Board == ledger.Organisation:
			q.Records.Households[1] += w.Households
		default:
			q.Records.Households[0] += w.Households
		}
	}
	scheme := p.rules.SchemeFor(q.Period)
	if scheme == nil {
		p.differ(q.at, packageCode, "%s 没有公布它所依据的积分办法", q.Period)
	}
	q.Kept = p.files.has(p.data(q.records())) || !slices.Contains(p.pack.Expired, q.Period)
	needed := []string{q.file()}
	if q.Kept {
		needed = append(needed, q.records())
	}
	there := scheme != nil
	for _, name := range needed {
		if !p.files.has(p.data(name)) {
			there = false
			p.differ(diag.Position{File: p.data(name)}, packageCode, "%s 已经公示，却没有这个文件", q.Period)
		}
	}
	if there {
		q.Scheme = &gazette.Scheme{Scheme: scheme}
		p.periods = append(p.periods, q)
	}
}

// period returns a published period, or nil.
func (p *place) period(of ledger.Period) *period {
	return ledger.Find(p.periods, func(q *period) bool { return q.Period == of })
}

// given returns the periods' own points for package score.
func (p *place) given() []score.Given {
	var list []score.Given
	for _, q := range p.periods {
		list = append(list, q.given())
	}
	return list
}

func (q *period) given() score.Given {
	g := score.Given{
		State:  &notice.State{Days: notice.Days{Period: q.Period, Status: q.State.Status, Counts: q.State.Counts}},
		Scheme: q.Scheme.Scheme, Hidden: q.Records.Households[0],
		Entries: make(map[*ledger.Household][]*score.Entry),
	}
	for _, h := range q.rows {
		span := &ledger.Span{Group: h.Is.Group, Kind: h.Is.Kind}
		r := &score.Row{Household: h.of, Span: span, Members: max(h.Is.Members, 1)}
		r.Categories, r.Rank = h.points, h.Is.Rank
		for _, e := range h.entries {
			g.Entries[h.of] = append(g.Entries[h.of], e.event)
		}
		g.Rows = append(g.Rows, r)
	}
	return g
}
