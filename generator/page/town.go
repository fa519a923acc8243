package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/publicity"
	"gongshi/generator/town"
)

// Progress is <place>/progress.html of a county, district or town: how far each of its villages is on the day, to
// be projected.
type Progress struct {
	Head
	Name     string
	Villages []ProgressRow
	Reports  []PeriodLink // of quarters, latest first
}

// ProgressRow is a village among them.
type ProgressRow struct {
	town.Status
	Name, Href string
	State      publicity.State // of the latest period
	Period     string          // its page
	Coverage   Coverage
}

// Report is <place>/reports/<quarter>.html: what the villages posted for a quarter, to be printed
// and signed.
type Report struct {
	Head
	Name string
	town.Quarter
	Rows []ReportRow
}

// ReportRow is a village with its periods of the quarter.
type ReportRow struct {
	Name    string
	Periods []ReportPeriod
}

// ReportPeriod is a period in a report.
type ReportPeriod struct {
	Summary
	Objections  int
	Waiting     int
	Corrections int
	Sealed      bool
}

// townLeaves are the progress of a place's villages and the reports of their quarters.
func (s *site) townLeaves(list *[]leaf, p *gazette.Place) {
	villages := villagesBelow(p)
	quarters := town.Quarters(villages)
	put(list, len(villages) > 0, address.Progress(p), func() *Progress { return s.progress(p, villages, quarters) })
	for _, q := range quarters {
		put(list, true, address.Report(p, q.Period), func() *Report { return s.report(p, q) })
	}
}

func (s *site) progress(p *gazette.Place, villages []*gazette.Place, quarters []town.Quarter) *Progress {
	m := &Progress{Head: s.headOf(p, address.Progress(p), "progress"), Name: p.Name}
	s.date(&m.Head, true)
	for _, v := range villages {
		row := ProgressRow{Status: town.StatusOf(v), Name: v.Name, Href: m.Href(address.Place(v))}
		if t := row.Latest; t != nil {
			row.State, row.Period, row.Coverage = s.state(&m.Head, t), m.Href(address.Period(t)), coverage(t)
		}
		m.Villages = append(m.Villages, row)
	}
	for _, q := range slices.Backward(quarters) {
		m.Reports = append(m.Reports, PeriodLink{q.Period, m.Href(address.Report(p, q.Period))})
	}
	return m
}

func (s *site) report(p *gazette.Place, q town.Quarter) *Report {
	m := &Report{Head: s.headOf(p, address.Report(p, q.Period), "report"), Name: p.Name, Quarter: q}
	m.Head.Crumbs = append(m.Head.Crumbs, Crumb{Word: "town.progress", Href: m.Href(address.Progress(p))})
	for _, w := range q.Villages {
		row := ReportRow{Name: w.Village.Name}
		for _, t := range w.Tables {
			row.Periods = append(row.Periods, ReportPeriod{
				Summary: s.summary(&m.Head, t), Objections: t.State.Received, Waiting: t.State.Pending,
				Corrections: t.Corrections(), Sealed: len(t.Codes) > 0,
			})
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}
