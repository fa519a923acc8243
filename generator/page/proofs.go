package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Proofs is <place>/proofs.html: what was sealed when, and how to check it oneself.
type Proofs struct {
	Head
	Path        string // of the place, for the command that checks it
	Site        string // absolute address of the site; "" where it does not know its own
	Last        *SealRow
	Seals       []SealRow // latest first
	Unsealed    []PeriodLink
	Corrections []CorrectedPeriod // corrections of sealed periods, latest first
	Key         string            // the public text of the key that signed the checkpoint; "": none did
	Chain       string            // address of seals.csv
	Checkpoint  string
	Characters  string // of the codes, in order
	Program     *Link  // where one reads how to run the program; nil where the site does not tell
}

// SealRow is one seal.
type SealRow struct {
	CheckCode
	Period     PeriodLink // its notice
	Households int
	Digest     string
	Href       string // its lines
	Again      bool   // the period was sealed before
	Outdated   bool   // the period was corrected after it
}

// CorrectedPeriod is how many corrections a period had on one day.
type CorrectedPeriod struct {
	Date   ledger.Date
	Period PeriodLink
	Count  int
}

func (v *village) proofsPage() *Proofs {
	p := v.place
	m := &Proofs{Head: v.headOf(p, address.Proofs(p), "proofs"), Path: p.Path}
	m.Key, m.Site = v.public.Key, v.public.Config.BaseURL
	v.date(&m.Head, true)
	m.Build = &v.public.Build
	if len(p.Seals) > 0 {
		m.Changed = changed(p.Changes.Seals)
	}
	m.Characters = gazette.CodeCharacters()
	m.Program = v.articleLink(&m.Head, "help/command")
	m.Chain, m.Checkpoint = "data/seals.csv", "checkpoint"
	seen, fixed := make(map[ledger.Period]bool), make(map[ledger.Period]int)
	for _, s := range p.Seals {
		fixed[s.Period] = s.Covers // at least what the last of them covers
	}
	for _, t := range p.Tables {
		fixed[t.Period] = max(fixed[t.Period], t.Corrections())
	}
	for _, s := range p.Seals {
		notice := m.hrefIf(p.Table(s.Period) != nil, address.NoticeAt(p, s.Period))
		m.Seals = append(m.Seals, SealRow{
			CheckCode: checkCode(s), Period: PeriodLink{s.Period, notice}, Households: s.Households, Digest: s.Digest,
			Href: "data/" + s.File(), Again: seen[s.Period], Outdated: s.Covers < fixed[s.Period],
		})
		seen[s.Period] = true
	}
	slices.Reverse(m.Seals)
	if len(m.Seals) > 0 {
		m.Last = &m.Seals[0]
	}
	for _, t := range slices.Backward(v.place.Tables) {
		if t.State.Published() && !seen[t.Period] {
			m.Unsealed = append(m.Unsealed, PeriodLink{t.Period, m.Head.Href(address.Notice(t))})
		}
	}
	m.Corrections = v.corrected(&m.Head, func(t *gazette.Table) bool { return seen[t.Period] })
	return m
}

// corrected are the days on which tables that satisfy keep were corrected, the latest first.
func (v *village) corrected(h *Head, keep func(*gazette.Table) bool) []CorrectedPeriod {
	var list []CorrectedPeriod
	for _, t := range slices.Backward(v.place.Tables) {
		if !keep(t) {
			continue
		}
		href := h.Href(address.Notice(t))
		if slices.ContainsFunc(v.place.Corrections, func(c *gazette.Correction) bool { return c.Period == t.Period }) {
			href += "#corrections" // which is not there once they are withheld
		}
		for _, d := range t.Corrected {
			list = append(list, CorrectedPeriod{d.Day, PeriodLink{t.Period, href}, d.Count})
		}
	}
	slices.SortStableFunc(list, func(a, b CorrectedPeriod) int { return int(b.Date - a.Date) })
	return list
}

// SealScript is <place>/seals/<no>.js: what was sealed, as check.js reads it, a script for the
// same reason as SearchList. It has what seal-<no>.csv has, and the text before the digests.
type SealScript struct {
	gazette.Located
	Head  string
	Lines []gazette.SealLine
}

func (v *village) sealScript(s *gazette.Seal) *SealScript {
	return &SealScript{gazette.Located{Path: address.SealScript(v.place, s)}, v.place.SealHead(s), s.Lines()}
}
