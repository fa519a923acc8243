package verify

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
)

// inNotices are the columns of notices.csv that tell the facts of a notice.
var inNotices = map[string]string{
	proof.VisitFact: "入户日期", proof.MeetingFact: "会议日期", proof.PresentFact: "到会人数",
	proof.SupervisorFact: "监督", proof.ReportFact: "上报日期",
}

// facts holds the other lines of a seal of version 2 against the tables that tell the same.
func (p *place) facts(q *period, s *seal) {
	for of, line := range s.lines {
		told, is := p.told(q, s, of, line.fields)
		if !told {
			continue
		}
		if is == nil {
			p.differ(line.at, sealedCode, fmt.Sprintf("封存时有“%s”，现在没有公布", strings.Join(line.fields, " ")))
		} else if !slices.Equal(is, line.fields[1:]) {
			p.differ(line.at, sealedCode, fmt.Sprintf("封存的是“%s”，现在公布的是“%s”", strings.Join(line.fields, " "), strings.Join(is, " ")))
		}
	}
	p.unsealedObjections(q, s)
}

// told is what the tables tell of a fact now: nil if nothing; false of what no table tells.
func (p *place) told(q *period, s *seal, of string, fields []string) (told bool, is []string) {
	if heading := inNotices[of]; heading != "" {
		return true, []string{free(q.notice.get(heading))}
	}
	a := q.scheme.Adopted
	switch {
	case of == proof.VotesFact:
		return true, []string{a.Date.String(), free(a.Meeting), strconv.Itoa(a.For), strconv.Itoa(a.Against)}
	case of == proof.FiledFact:
		return true, []string{a.Filed.String()}
	case strings.HasPrefix(of, proof.ObjectionFact):
		return true, p.objected(q, strings.TrimPrefix(of, proof.ObjectionFact), fields)
	case strings.HasPrefix(of, proof.HonoursFact):
		return p.honouredAs(strings.TrimPrefix(of, proof.HonoursFact), s)
	case strings.HasPrefix(of, proof.RedeemedFact):
		if n := p.exchanged(); n[strings.Join(fields[1:], "|")] > 0 {
			n[strings.Join(fields[1:], "|")]-- // another one alike has a line of its own
			return true, fields[1:]
		}
		return true, nil
	case strings.HasPrefix(of, proof.SharedFact) && strings.Count(of, "/") == 1:
		return true, p.sharedOut(strings.TrimPrefix(of, proof.SharedFact))
	}
	return false, nil
}

// objected is an objection as it was sealed, if objections.csv tells no other: an answer may have come since.
func (p *place) objected(q *period, no string, sealed []string) []string {
	t := p.table("objections.csv")
	if t == nil || len(sealed) != 9 {
		return nil
	}
	for _, r := range t.rows {
		if r.get("周期") != q.state.Period.String() || r.get("编号") != no {
			continue
		}
		is := []string{r.get("收到日期"), r.get("户号"), free(r.get("事项")), r.get("办结日期"), r.get("结果"), free(r.get("答复"))}
		if sealed[3] == "其他" {
			is[2] = sealed[3] // which says as much as another word for it
		}
		if sealed[3] == "其他" || is[2] == "其他" {
			is[5] = sealed[6]
		}
		if sealed[4] == "" {
			is[3], is[4], is[5] = "", "", ""
		}
		return append(is, sealed[7:]...)
	}
	return nil
}

// unsealedObjections: who objected before the day of a seal is in it.
func (p *place) unsealedObjections(q *period, s *seal) {
	t := p.table("objections.csv")
	if t == nil || s.dark > 0 {
		return
	}
	for _, r := range t.rows {
		_, sealed := s.lines[proof.ObjectionFact+r.get("编号")]
		if r.get("周期") == q.state.Period.String() && !sealed && r.get("收到日期") < s.Date.String() {
			p.differ(r.at(), sealedCode, fmt.Sprintf("第 %d 号封存以前收到的异议“%s”，不在封存里（%s）", s.No, r.get("编号"), s.file))
		}
	}
}

// exchanged counts the redemptions by what is sealed of them.
func (p *place) exchanged() map[string]int {
	if p.exchanges != nil {
		return p.exchanges
	}
	p.exchanges = make(map[string]int)
	if t := p.table("redemptions.csv"); t != nil {
		for _, r := range t.rows {
			p.exchanges[strings.Join([]string{r.get("日期"), r.get("户号"), free(r.get("商品")), r.get("数量"), r.get("积分")}, "|")]++
		}
	}
	return p.exchanges
}

// sharedOut is what datapackage.json tells of a year's distribution; nil if there is none.
func (p *place) sharedOut(year string) []string {
	for _, r := range p.pack.Resources {
		if r.Path == "distribution-"+year+".csv" && r.Shared != nil {
			return []string{r.Shared.Date, r.Shared.Amount, r.Shared.ShareWeight}
		}
	}
	return nil
}

// settled reports whether a period was final on a day, and nothing came since.
func (p *place) settled(q *period, day ledger.Date) bool {
	if t := p.table("objections.csv"); t != nil {
		for _, r := range t.rows {
			if r.get("周期") == q.state.Period.String() && (r.get("办结日期") == "" || r.get("办结日期") >= day.String()) {
				return false
			}
		}
	}
	return q.notice.get("截止日") < day.String() && !p.correctedSince(q, day)
}

// honouredAs is the level of a household in honours-<period>.csv, or how many have one; nothing is told where
// they may have changed since the seal.
func (p *place) honouredAs(of string, s *seal) (told bool, is []string) {
	period, household, one := strings.Cut(of, "/")
	at := p.period(period)
	if at == nil || at.state.Status != notice.Final {
		return false, nil
	}
	for _, q := range p.periods {
		if q.state.Period.Year == at.state.Period.Year && !p.settled(q, s.Date) {
			return false, nil
		}
	}
	t := p.table("honours-" + period + ".csv")
	if !one {
		if t != nil && p.withheld("honours-"+period+".csv") == 0 {
			return true, []string{strconv.Itoa(len(t.rows))}
		}
		return false, nil
	}
	if r, ok := t.find("户号", household); ok {
		return true, []string{free(r.get("称号"))}
	}
	return true, nil
}
