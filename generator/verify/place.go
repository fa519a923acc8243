package verify

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
)

// place is what one place publishes.
type place struct {
	*Report
	files   *files
	path    string
	pack    pack
	rules   *ledger.Place // the versions that govern it, in the folders in which they stand
	periods []*period     // in order
	seals   *chain
	byID    map[string]*ledger.Household
	tables  map[string]*table // those that were read, by name

	exchanges map[string]int // redemptions by what is sealed of them; nil until it is asked for
}

// pack is datapackage.json.
type pack struct {
	Resources []resource `json:"resources"`
	Expired   []string   `json:"expired"`
	Programs  struct {
		Paths []string `json:"paths"` // of what only programs read
	} `json:"programs"`
	Withheld []struct {
		Period     string `json:"period"`
		Board      string `json:"board"`
		Households int    `json:"households"`
	} `json:"withheld"`
}

// resource is one file that datapackage.json describes.
type resource struct {
	Path     string `json:"path"`
	Rows     *int   `json:"rows"` // of a table
	Withheld int    `json:"withheld"`

	Shared *shared `json:"distribution"` // of a distribution
}

// period is one published period.
type period struct {
	notice   row
	state    *notice.State
	scheme   *ledger.Scheme
	table    *table
	records  *table
	hidden   [2]int // households and organisations that are not published
	expired  bool   // its records have left the site
	rows     []*household
	byID     map[string]*household
	guessed  bool // some of its points could not be worked out
	summary  bool // a quarter that only sums its months
	sealedBy *seal
}

func openPlace(name string, all *files, r *Report) *place {
	return &place{Report: r, files: all, path: name, byID: make(map[string]*ledger.Household), tables: make(map[string]*table)}
}

// data is the path of a file of the place's open data.
func (p *place) data(name string) string { return p.path + "/data/" + name }

// check checks the place, as far as what it needs can be read.
func (p *place) check(w *witness) {
	if !p.described() {
		return
	}
	p.seals = p.readChain()
	w.look(p)
	notices := p.table("notices.csv")
	if notices != nil {
		p.readRules()
		for _, n := range notices.rows {
			p.readPeriod(n)
		}
	}
	p.unannounced()
	slices.SortFunc(p.periods, func(a, b *period) int { return a.state.Period.Compare(b.state.Period) })
	p.expiry()
	for _, q := range p.periods {
		p.readRows(q)
	}
	p.readFixes()
	p.sealed()
	if len(p.periods) > 0 {
		p.figures()
		p.others()
		p.distributions()
	}
}

// unannounced finds tables of periods that notices.csv does not know.
func (p *place) unannounced() {
	for _, name := range p.files.of[p.path] {
		file, ok := strings.CutPrefix(name, p.data(""))
		of, dated := ledger.ParsePeriod(strings.TrimSuffix(strings.TrimPrefix(file, "records-"), ".csv"))
		if _, told := p.table("notices.csv").find("周期", of.String()); ok && dated && !told {
			p.differ(diag.Position{File: name}, packageCode, fmt.Sprintf("notices.csv 里没有 %s，却公布了它的数据", of))
		}
	}
}

// expiry: what has left the site are the oldest periods, without a gap.
func (p *place) expiry() {
	kept := false
	for _, q := range p.periods {
		if q.expired && kept {
			p.differ(q.notice.at(), packageCode, fmt.Sprintf("%s 的明细说是已过保留期限，更早的却还在", q.state.Period))
		}
		kept = kept || !q.expired && q.records != nil && len(q.records.rows) > 0
		if q.expired {
			p.not("%s %s：明细已过保留期限，不在网站上", p.path, q.state.Period)
		}
	}
}

// table reads a table once, and says if it cannot be read; nil where there is none.
func (p *place) table(name string) *table {
	if t, read := p.tables[name]; read {
		return t
	}
	t, err := p.files.table(p.data(name))
	if err != nil {
		p.differ(diag.Position{File: p.data(name)}, packageCode, "读不成表："+err.Error())
	}
	p.tables[name] = t
	return t
}

// described holds datapackage.json against the files; false where it cannot be read.
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
		if t := p.table(r.Path); t != nil && len(t.rows) != *r.Rows {
			p.differ(diag.Position{File: name}, packageCode, fmt.Sprintf("有 %d 行，datapackage.json 说有 %d 行", len(t.rows), *r.Rows))
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
		var from struct {
			Source string `json:"source"`
		}
		if err == nil {
			err = json.Unmarshal(p.files.content(p.data(r.Path)), &from)
		}
		folder := folders[strings.TrimPrefix(path.Dir(path.Dir(from.Source)), "data/")]
		if err != nil || folder == nil {
			p.differ(diag.Position{File: p.data(r.Path)}, packageCode, "读不成积分办法")
			continue
		}
		s.Place = folder
		folder.Schemes = append(folder.Schemes, s)
		slices.SortStableFunc(folder.Schemes, func(a, b *ledger.Scheme) int { return int(a.Effective - b.Effective) })
	}
}

var statuses = map[string]notice.Status{
	notice.Draft.String(): notice.Draft, notice.Open.String(): notice.Open,
	notice.Disputed.String(): notice.Disputed, notice.Final.String(): notice.Final,
}

// readPeriod reads what belongs to one row of notices.csv.
func (p *place) readPeriod(n row) {
	of, ok := ledger.ParsePeriod(n.get("周期"))
	status, known := statuses[n.get("状态")]
	if !ok || !known {
		p.differ(n.at(), packageCode, fmt.Sprintf("认不出周期“%s”或状态“%s”", n.get("周期"), n.get("状态")))
		return
	}
	q := &period{
		notice: n, scheme: p.rules.SchemeFor(of), byID: make(map[string]*household),
		summary: p.rules.Summary(of),
		state:   &notice.State{Period: of, Status: status, Counts: n.get("计入累计") == "是", Corrected: n.get("已更正") == "是"},
	}
	q.state.Posted, _ = ledger.ParseDate(n.get("张贴日期"))
	for _, w := range p.pack.Withheld {
		if w.Period == of.String() {
			board := 0
			if w.Board == ledger.Organisation {
				board = 1
			}
			q.hidden[board] += w.Households
		}
	}
	q.table, q.records = p.table(of.String()+".csv"), p.table("records-"+of.String()+".csv")
	q.expired = q.records == nil && slices.Contains(p.pack.Expired, of.String())
	for _, missing := range []struct {
		t    *table
		name string
	}{{q.table, of.String() + ".csv"}, {q.records, "records-" + of.String() + ".csv"}} {
		if missing.t == nil && !(q.expired && missing.name != of.String()+".csv") {
			p.differ(diag.Position{File: p.data(missing.name)}, packageCode, fmt.Sprintf("%s 已经公示，却没有这个文件", of))
		}
	}
	if q.scheme == nil {
		p.differ(n.at(), packageCode, fmt.Sprintf("%s 没有公布它所依据的积分办法", of))
	}
	if q.scheme != nil && q.table != nil && (q.records != nil || q.expired) {
		p.periods = append(p.periods, q)
	}
}
