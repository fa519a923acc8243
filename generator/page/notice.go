package page

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// Notice is <place>/notices/<period>.html: what hangs on the board.
type Notice struct {
	Head
	Place       string
	Title       string // "" for the usual one
	Period      ledger.Period
	State       State
	Rests       []PeriodState // of a year or summary quarter: its periods that are not final
	Summed      *Summed       // nil: it sums no other periods
	Scheme      string        // title of the rules
	Basis       string
	Assessed    []Part // the categories and their full marks, "" where these are not one number
	Events      bool   // additions and deductions too
	Visited     ledger.Date
	Meeting     Meeting
	Panels      []Panel
	Reported    ledger.Date
	Boards      []Board       // by 户号, as the paper has them
	Declared    []Declaration // by 户号; none where nobody declared
	Coverage    Coverage
	Proposed    []Band // 拟授, while they are not final
	Honours     string
	Objections  []Objection
	Corrections []Correction
	Withheld    int    // objections and corrections that are not published
	Zones       string // "" where the place has no groups
	Rules       RuleLink
	PeriodPage  string
	CSV         string
	Address     string      // of this page on the web, absolute; "" where it has none
	Codes       []CheckCode // that paper and page have in common, the latest first; none while it is not sealed

	DeclaredBlock int // of Declared, as Board.Block
}

// Meeting is where the figures were agreed to.
type Meeting struct {
	Date         ledger.Date
	Present      int
	SupervisedBy string
}

// CheckCode is the code of a seal of the period.
type CheckCode struct {
	No   int // of the seal
	Code string
	Date ledger.Date
}

// codes are the check codes of a period, the latest first.
func (v *village) codes(period ledger.Period) []CheckCode {
	var list []CheckCode
	for _, s := range slices.Backward(v.chain().Of(period)) {
		list = append(list, CheckCode{s.No, proof.Code(s.Digest), s.Date})
	}
	return list
}

// Panel is who assessed a group.
type Panel struct {
	Group   string
	Members []string
	Asked   int // how many the rules ask for, if it has fewer; else 0
}

// notice is the notice of a table.
func (v *village) notice(t *score.Table) *Notice {
	p := t.Place
	m := &Notice{
		Head:  v.following(v.personal(v.headOf(p, "notices/"+t.Period.String()+".html", "notice")), t.State),
		Place: p.Name, Period: t.Period, State: v.state(t.State),
		Scheme: t.Scheme.Title, Basis: t.Scheme.Basis,
		Coverage: v.coverage(t),
	}
	m.Head.Crumbs = append(m.Head.Crumbs, Crumb{Word: "notices.title", Href: "index.html"})
	m.Changed = v.changedAt(t)
	m.PeriodPage, m.CSV = m.Head.Href(periodPath(t)), m.Head.Href(csvPath(t))
	for _, b := range t.Boards {
		if len(b.Ranked) > 0 {
			board := v.board(&m.Head, t, nil, b.Organisations, t.Rows)
			board.Block = blockWidth(len(board.Rows), func(i int) []string { return board.Rows[i].onNotice(board.Columns) })
			m.Boards = append(m.Boards, board)
		}
	}
	m.Assessed, m.Events = assessed(t), columnsOf(t).Events
	if t.State.Status != notice.Draft {
		m.Address = v.absolute(m.Path)
	}
	m.Rules = ruleLink(&m.Head, p, t.Scheme)
	if hasZones(p) {
		m.Zones = m.Head.Href(zonesPath(p))
	}
	m.Declared, m.Codes = v.declarations(&m.Head, t), v.codes(t.Period)
	m.DeclaredBlock = blockWidth(len(m.Declared), func(i int) []string {
		d := m.Declared[i]
		return []string{d.ID + " " + d.Name, d.Declared, d.Given}
	})
	v.procedure(m, t)
	v.honoursOn(m, t)
	if t.Sums {
		m.Rests, m.Summed = v.rests(&m.Head, t.Rests), v.summedIn(&m.Head, t)
	}
	v.disputesOn(m, t)
	return m
}

// assessed are the categories of t with what each gives at most.
func assessed(t *score.Table) []Part {
	var parts []Part
	for _, c := range t.Categories {
		part := Part{Name: categoryColumn(t, c)}
		if full := fullOf(t, c); full > 0 {
			part.Full = full.String()
		}
		parts = append(parts, part)
	}
	return parts
}

// procedure says when, and by whom, the period was assessed. What is dated after the
// day does not exist yet.
func (v *village) procedure(m *Notice, t *score.Table) {
	n := t.State.Notice
	if n == nil {
		return
	}
	m.Title = n.Title
	m.Visited, m.Reported = v.until(n.Visited), v.until(n.Reported)
	if v.until(n.Meeting.Date) == n.Meeting.Date {
		m.Meeting = Meeting{n.Meeting.Date, n.Meeting.Present, n.Meeting.SupervisedBy}
	}
	m.Panels = panels(t.Place, n, t.Scheme.Zone)
}

func (v *village) until(d ledger.Date) ledger.Date {
	if d > v.opt.Day {
		return 0
	}
	return d
}

// panels are who assessed each group: as the notice says, else as place.toml does.
func panels(p *ledger.Place, n *ledger.Notice, z ledger.Zone) []Panel {
	var list []Panel
	for _, g := range p.Groups {
		members := p.CounterOf(g.ID).Panel
		if i := slices.IndexFunc(n.Panels, func(q ledger.Panel) bool { return q.Group == g.ID }); i >= 0 {
			members = n.Panels[i].Members
		}
		if len(members) > 0 {
			list = append(list, panel(groupName(p, g.ID), members, z))
		}
	}
	for _, q := range n.Panels {
		if p.Group(q.Group) == nil {
			list = append(list, panel(q.Group, q.Members, z))
		}
	}
	return list
}

func panel(group string, members []string, z ledger.Zone) Panel {
	m := Panel{Group: group, Members: members}
	if z.TooFew(members) {
		m.Asked = z.MinPanel
	}
	return m
}

// honoursOn names the honours: as proposed on the notice alone, or by a link once they
// are final.
func (v *village) honoursOn(m *Notice, t *score.Table) {
	switch {
	case t.Places == nil || t.State.Status == notice.Draft && !v.opt.Drafts:
	case honoured(t):
		m.Honours = m.Head.Href(honoursPath(t))
	default:
		m.Proposed = v.bands(&m.Head, t)
	}
}
