package page

import (
	"slices"
	"strings"

	"gongshi/generator/account"
	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/rules"
)

// Notice is <place>/notices/<period>.html: what hangs on the board.
type Notice struct {
	PeriodHead
	gazette.Notice               // its Title is "" for the usual one
	MinPanel       int           // how many members the rules ask of a panel
	Rests          []PeriodState // of a year or summary quarter: its periods that are not final
	Summed         *Summed       // nil: it sums no other periods
	Basis          string        // of the rules
	Assessed       []Part        // the categories and their full marks, "" where these are not one number
	Events         bool          // additions and deductions too
	Boards         []Board       // by 户号, as the paper has them
	Declared       []Declaration // by 户号; none where nobody declared
	Coverage       Coverage
	Unnamed        bool          // it names nobody any more
	Proposed       []figure.Band // 拟授, while they are not final
	Honours        string
	Objections     []Objection
	Corrections    []Correction
	Earlier        string // where corrections of other periods are told; "" for none
	Withheld       int    // objections and corrections that are not published
	Zones          string // "" where the place has no groups
	Rules          rules.Link
	PeriodPage     string
	Broadcast      string // what is said of it, for the clerk; "" of a draft
	CSV            string
	Address        string      // of this page on the web, absolute; "" where it has none
	Check          string      // of the page that checks its latest code, likewise
	Codes          []CheckCode // that paper and page have in common, the latest first; none while it is not sealed

	DeclaredBlock int // of Declared, as Board.Block
}

// Part is a category with what it gives at most, "" where that is not one number.
type Part struct {
	Name, Full string
}

// CheckCode is the code of a seal of the period.
type CheckCode struct {
	No     int    // of the seal
	Code   string // as on paper
	Spoken string // in characters
	Date   ledger.Date
}

func checkCode(s *gazette.Seal) CheckCode { return CheckCode{s.No, s.Code, s.Spoken(), s.Date} }

// codes are the check codes of a period, the latest first.
func codes(p *gazette.Place, period ledger.Period) []CheckCode {
	var list []CheckCode
	for _, s := range slices.Backward(p.Seals) {
		if s.Period == period {
			list = append(list, checkCode(s))
		}
	}
	return list
}

// notice is the notice of a table.
func (v *village) notice(t *gazette.Table) *Notice {
	p := t.Place
	m := &Notice{
		PeriodHead: v.headOfPeriod(t, address.Notice(t), "notice"), Notice: t.Notice, MinPanel: t.Scheme.Zone.MinPanel,
		Basis: t.Scheme.Basis, Coverage: coverage(t), Unnamed: t.Unnamed,
	}
	m.PeriodPage, m.CSV = m.Head.Href(address.Period(t)), m.Head.Href(address.CSV(t))
	for _, b := range t.Boards {
		if b.All > 0 {
			board := board(&m.Head, t, nil, b.Organisations, t.Rows)
			board.Block = figure.BlockWidth(len(board.Rows), func(i int) []string { return board.Rows[i].OnNotice(board.Columns) })
			m.Boards = append(m.Boards, board)
		}
	}
	m.Assessed, m.Events = assessed(t), figure.ColumnsOf(t).Events
	if t.State.Status != gazette.Draft {
		m.Address = v.absolute(m.Path)
		m.Broadcast = m.Href(address.Broadcast(t))
	}
	m.Rules = ruleLink(&m.Head, p, t.Scheme)
	m.Zones = m.hrefIf(hasZones(p), address.Zones(p))
	m.Declared, m.Codes = declarations(&m.Head, v.place, t), codes(v.place, t.Period)
	if m.Address != "" && len(m.Codes) > 0 {
		m.Check = v.absolute(address.Proofs(p)) + "#" + strings.ReplaceAll(m.Codes[0].Code, " ", "")
	}
	m.DeclaredBlock = figure.BlockWidth(len(m.Declared), func(i int) []string {
		d := m.Declared[i]
		return []string{d.ID + " " + d.Name, d.Declared, d.Given}
	})
	v.honoursOn(m, t)
	if t.Sums {
		m.Rests, m.Summed = v.rests(&m.Head, t), v.summedIn(&m.Head, t)
	}
	m.Objections, m.Corrections = v.disputes(&m.Head, t, "", nil)
	m.Withheld = t.Records.Objections + t.Records.Corrections
	if slices.ContainsFunc(p.Tables, func(t *gazette.Table) bool { return len(t.Corrected) > 0 }) {
		m.Earlier = m.Head.Href(address.Place(p)) + "#corrections"
	}
	return m
}

// assessed are the categories of t with what each gives at most.
func assessed(t *gazette.Table) []Part {
	var parts []Part
	for _, c := range t.Categories {
		part := Part{Name: gazette.CategoryColumn(t.Categories, c)}
		if full := figure.Full(t, c); full > 0 {
			part.Full = full.String()
		}
		parts = append(parts, part)
	}
	return parts
}

// honoursOn names the honours: as proposed on the notice alone, or by a link once they
// are final.
func (v *village) honoursOn(m *Notice, t *gazette.Table) {
	switch {
	case t.Places == nil || t.State.Status == gazette.Draft && !v.public.Drafts:
	case t.Honoured():
		m.Honours = m.Head.Href(address.Honours(t))
	default:
		m.Proposed = figure.Bands(m.Here, t)
	}
}

// Declaration is what one household declared of itself on a sheet, beside what it was
// granted there (element L6).
type Declaration struct {
	ID, Name, Href string
	account.Total
}

// declarations are those of t's period, by 户号; none where they have left the site.
func declarations(h *Head, p *gazette.Place, t *gazette.Table) []Declaration {
	if !t.Declared {
		return nil
	}
	var list []Declaration
	for _, r := range t.Rows {
		if sheet := t.Sheet(r); sheet.Declared {
			list = append(list, Declaration{ID: r.ID, Name: r.Name, Href: pageOf(h, p, r.ID), Total: account.Declared(sheet.Marks)})
		}
	}
	return list
}
