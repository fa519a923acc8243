package page

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// Proofs is <place>/proofs.html: what was sealed when, and how to check it oneself.
type Proofs struct {
	Head
	Place       string
	Path        string // of the place, for the command that checks it
	Site        string // absolute address of the site; "" where it does not know its own
	Last        *SealRow
	Seals       []SealRow // latest first
	Unsealed    []PeriodLink
	Corrections []CorrectedPeriod // corrections of sealed periods, latest first
	Key         string            // the public text of the key that signed the checkpoint; "": none did
	Chain       string            // address of seals.csv
	Checkpoint  string
	Sums        string
}

// SealRow is one seal.
type SealRow struct {
	No         int
	Period     PeriodLink // its notice
	Date       ledger.Date
	Households int
	Code       string // what stands on paper
	Digest     string
	Href       string // its lines
	Again      bool   // the period was sealed before
}

// CorrectedPeriod is how many corrections a period had on one day.
type CorrectedPeriod struct {
	Date   ledger.Date
	Period PeriodLink
	Count  int
}

// Checkpoint is <place>/checkpoint.
type Checkpoint struct{ Path, Text string }

// At is the file's slash path.
func (c *Checkpoint) At() string { return c.Path }

func proofsPath(p *ledger.Place) string { return p.Path + "/proofs.html" }

// chain is what the place has sealed.
func (v *village) chain() *proof.Chain { return v.proofs.Of(v.place.Place) }

// proofPages yields the page of proofs and the checkpoint.
func (v *village) proofPages(yield func(Page) bool) bool {
	if !yield(v.proofsPage()) {
		return false
	}
	text := v.chain().CheckpointText()
	return text == "" || yield(&Checkpoint{proof.CheckpointFile(v.place.Place), text})
}

func (v *village) proofsPage() *Proofs {
	p := v.place.Place
	m := &Proofs{Head: v.dated(v.headOf(p, "proofs.html", "proofs"), true), Place: p.Name, Path: p.Path, Key: v.proofs.Key, Site: v.book.Config.BaseURL}
	m.Build = v.build()
	if v.chain().Head() != nil {
		m.Changed = v.changed("data/" + p.Path + "/seals.csv")
	}
	m.Sums = m.Head.Root + "SHA256SUMS"
	m.Chain, m.Checkpoint = "data/seals.csv", "checkpoint"
	seen := make(map[ledger.Period]bool)
	for _, s := range v.chain().Seals {
		m.Seals = append(m.Seals, SealRow{
			No: s.No, Period: PeriodLink{s.Period, v.noticeHref(&m.Head, s.Period)}, Date: s.Date,
			Households: s.Households, Code: proof.Code(s.Digest), Digest: s.Digest,
			Href: "data/" + sealFile(s.No), Again: seen[s.Period],
		})
		seen[s.Period] = true
	}
	slices.Reverse(m.Seals)
	if len(m.Seals) > 0 {
		m.Last = &m.Seals[0]
	}
	for _, t := range slices.Backward(v.place.Tables) {
		if t.State.Published() && !seen[t.Period] {
			m.Unsealed = append(m.Unsealed, PeriodLink{t.Period, m.Head.Href(noticePath(t))})
		}
		if seen[t.Period] {
			m.Corrections = append(m.Corrections, v.correctedDays(&m.Head, t)...)
		}
	}
	slices.SortStableFunc(m.Corrections, func(a, b CorrectedPeriod) int { return int(b.Date - a.Date) })
	return m
}

// noticeHref is the address of a period's notice; empty where there is none.
func (v *village) noticeHref(h *Head, period ledger.Period) string {
	if t := v.place.Table(period); t != nil {
		return h.Href(noticePath(t))
	}
	return ""
}

// correctedDays are the days on which t was corrected, up to the day.
func (v *village) correctedDays(h *Head, t *score.Table) []CorrectedPeriod {
	var list []CorrectedPeriod
	for day, n := range correctionsByDay(t.Place, t.Period, v.opt.Day) {
		list = append(list, CorrectedPeriod{day, PeriodLink{t.Period, h.Href(noticePath(t))}, n})
	}
	return list
}

// correctionsByDay counts a period's corrections up to a day.
func correctionsByDay(p *ledger.Place, period ledger.Period, until ledger.Date) map[ledger.Date]int {
	counts := make(map[ledger.Date]int)
	for _, c := range p.Corrections {
		if c.Period == period && c.Date <= until {
			counts[c.Date]++
		}
	}
	return counts
}
