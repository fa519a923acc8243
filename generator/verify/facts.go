package verify

import (
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// facts compares the other lines of a seal of version 2 with the tables that have the same.
func (p *place) facts(q *period, s *seal) {
	for of, line := range s.lines {
		switch told, is := p.told(q, s, of, line.fields); {
		case !told:
		case is == nil:
			p.differ(line.at, sealedCode, "封存时有“%s”，现在没有公布", strings.Join(line.fields, " "))
		case !slices.Equal(is, line.fields[1:]):
			p.differ(line.at, sealedCode, "封存的是“%s”，现在公布的是“%s”", strings.Join(line.fields, " "), strings.Join(is, " "))
		}
	}
	for _, o := range p.objections { // the seal names who objected before its day
		_, sealed := s.lines[proof.ObjectionFact+o.Is.No]
		if o.Is.Period == q.Period && !sealed && o.Is.Received < s.Date && s.dark == 0 {
			p.differ(o.At, sealedCode, "第 %d 号封存以前收到的异议“%s”，不在封存里（%s）", s.No, o.Is.No, s.File())
		}
	}
}

// told returns a fact's present value in the tables: nil if there is none; false if no table has
// it.
func (p *place) told(q *period, s *seal, of string, fields []string) (told bool, is []string) {
	n, a := &q.Notice, &q.Scheme.Adopted
	kind, name, _ := strings.Cut(of, "/")
	switch {
	case of == proof.VisitFact:
		return true, []string{n.Visited.String()}
	case of == proof.MeetingFact:
		return true, []string{n.Meeting.Date.String()}
	case of == proof.PresentFact:
		return true, []string{strconv.Itoa(n.Meeting.Present)}
	case of == proof.SupervisorFact:
		return true, []string{free(n.Meeting.SupervisedBy)}
	case of == proof.ReportFact:
		return true, []string{n.Reported.String()}
	case of == proof.VotesFact:
		return true, []string{a.Date.String(), free(a.Meeting), strconv.Itoa(a.For), strconv.Itoa(a.Against)}
	case of == proof.FiledFact:
		return true, []string{a.Filed.String()}
	case kind+"/" == proof.ObjectionFact:
		return true, p.objected(q, name, fields)
	case kind+"/" == proof.HonoursFact:
		return p.honouredAs(name, s)
	case kind+"/" == proof.RedeemedFact:
		return true, p.exchanged(fields[1:])
	case kind+"/" == proof.SharedFact && !strings.Contains(name, "/"):
		return true, p.sharedOut(name)
	}
	return false, nil
}

// objected returns an objection as it was sealed, unless objections.csv differs; an answer may be
// newer.
func (p *place) objected(q *period, no string, sealed []string) []string {
	it := func(o *gazette.Told[gazette.ObjectionRow]) bool { return o.Is.Period == q.Period && o.Is.No == no }
	told := ledger.Find(p.objections, it)
	if told == nil || len(sealed) != 9 {
		return nil
	}
	o := &told.Is
	is := []string{o.Received.String(), o.ID, free(o.About.Name), o.Decided.String(), o.Outcome(), free(o.Answer)}
	if sealed[3] == score.Other || is[2] == score.Other { // another word for the same
		is[2], is[5] = sealed[3], sealed[6]
	}
	if sealed[4] == "" {
		is[3], is[4], is[5] = "", "", ""
	}
	return append(is, sealed[7:]...)
}

// exchanged returns a redemption as it was sealed, if redemptions.csv has one that no other fact
// has used: equal ones have a line each.
func (p *place) exchanged(sealed []string) []string {
	if p.exchanges == nil {
		p.exchanges = make(map[string]int)
		for _, r := range p.redemptions {
			is := &r.Is
			p.exchanges[strings.Join([]string{is.Date.String(), is.ID, free(is.Reward), strconv.Itoa(is.Count), is.Points.String()}, "|")]++
		}
	}
	of := strings.Join(sealed, "|")
	if p.exchanges[of]--; p.exchanges[of] < 0 {
		return nil
	}
	return sealed
}

// sharedOut returns datapackage.json's entry for a year's distribution, or nil.
func (p *place) sharedOut(year string) []string {
	for _, r := range p.pack.Resources {
		if r.Path == "distribution-"+year+".csv" && r.Shared != nil {
			return []string{r.Shared.Date.String(), r.Shared.Amount.Text(2), r.Shared.ShareWeight.String()}
		}
	}
	return nil
}

// settled reports whether a period was final on a day, and nothing came since.
func (p *place) settled(q *period, day ledger.Date) bool {
	for _, o := range p.objections {
		if o.Is.Period == q.Period && (o.Is.Decided == 0 || o.Is.Decided >= day) {
			return false
		}
	}
	return q.State.LastDay < day && !p.correctedSince(q, day)
}

// honouredAs returns a household's level in honours-<period>.csv, or how many have one; nothing
// if they may have changed since the seal.
func (p *place) honouredAs(of string, s *seal) (told bool, is []string) {
	text, household, one := strings.Cut(of, "/")
	period, _ := ledger.ParsePeriod(text)
	at := p.period(period)
	if at == nil || at.State.Status != notice.Final {
		return false, nil
	}
	for _, q := range p.periods {
		if q.Period.Year == at.Period.Year && !p.settled(q, s.Date) {
			return false, nil
		}
	}
	if !one {
		return at.honoured != nil && p.withheld(at.honoursFile()) == 0, []string{strconv.Itoa(len(at.honoured))}
	}
	if level := at.levels[household]; level != nil {
		return true, []string{free(level.Name)}
	}
	return true, nil
}
