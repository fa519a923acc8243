package verify

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
)

// sealed holds the seals against every period's records: the last seal of a period says what
// its records say, an earlier one what they said before they were corrected.
func (p *place) sealed() {
	unsealed, held := 0, 0
	for _, q := range p.periods {
		q.sealedBy = p.seals.of(q.state.Period)
		switch {
		case q.sealedBy == nil:
			unsealed++
		case !q.expired:
			held++
		}
		if q.sealedBy == nil && q.hidden[0]+q.hidden[1] > 0 {
			p.not("%s %s：未公布 %d 户，没有封存可对", p.path, q.state.Period, q.hidden[0]+q.hidden[1])
		}
	}
	for _, s := range p.seals.seals {
		if q := p.period(s.Period.String()); q != nil {
			p.hold(q, s)
		} else {
			p.differ(s.at.at(), sealedCode, fmt.Sprintf("%s 封存过（第 %d 号），网站上却没有这一期", s.Period, s.No))
		}
	}
	if unsealed > 0 {
		p.not("%s：%d 期没有封存", p.path, unsealed)
	}
	if held > 0 {
		p.done("%s：%d 期的明细、张贴日期和积分办法，与封存的对照", p.path, held)
	}
}

// hold holds one seal against the records of its period. A year without categories of its own,
// or a summary quarter, is sealed with all who stood in its periods, of whom those that do not count yet are not in
// its table.
func (p *place) hold(q *period, s *seal) {
	last := s == q.sealedBy
	if s.lines == nil {
		return // the lines are not there, which is said
	}
	notice := s.lines[proof.NoticeLine]
	if posted := []string{proof.NoticeLine, q.state.Period.String(), q.state.Posted.String()}; !slices.Equal(notice.fields, posted) {
		p.differ(q.notice.at(), sealedCode, fmt.Sprintf("%s 封存时的张贴日期与现在公布的“%s”不同（%s）", s.Period, q.state.Posted, s.file))
	}
	if rules := s.lines[proof.RulesLine]; !slices.Equal(rules.fields, proof.Fields(proof.RulesText(q.scheme))) {
		p.differ(q.notice.at(), sealedCode, fmt.Sprintf("%s 封存时的积分办法与现在公布的 scheme-%s.json 不同（%s）", s.Period, q.scheme.Effective, s.file))
	}
	gathered := q.gathers()
	p.bare(q, s, last && !gathered)
	if q.expired {
		return
	}
	for _, h := range q.rows {
		line, ok := s.lines[h.id]
		switch {
		case ok:
			p.line(q, h, s, line, last)
		case gathered || !last:
		case h.filledSince(s.Date):
			p.not("%s %s 户号 %s：更正补上了评分，还没有封存", p.path, q.state.Period, h.id)
		default:
			p.differ(h.at(), sealedCode, fmt.Sprintf("户号“%s”不在第 %d 号封存里", h.id, s.No))
		}
	}
	for id, line := range s.lines {
		if line.fields[0] == proof.HouseholdLine && q.byID[id] == nil && !gathered {
			p.differ(line.at, sealedCode, fmt.Sprintf("封存的户号“%s”不在 %s 里", id, q.table.file))
		}
	}
}

// line holds one sealed line against a household's records.
func (p *place) line(q *period, h *household, s *seal, line sealedLine, last bool) {
	same, covered := h.says(line.fields, s.Date)
	switch {
	case !same:
		p.differ(h.at(), sealedCode, fmt.Sprintf("户号“%s”的明细与第 %d 号封存的不同，也没有更正（%s 第 %d 行）", h.id, s.No, s.file, line.at.Line))
	case last && !covered:
		p.not("%s %s 户号 %s：更正以后还没有封存", p.path, q.state.Period, h.id)
	}
}

// filledSince reports whether a correction on or after a day filled a missing cell, by which
// a household came into the table.
func (h *household) filledSince(day ledger.Date) bool {
	for _, list := range h.fixes.marks {
		if list[0].from == "" && list[0].date >= day {
			return true
		}
	}
	return false
}

// bare: as many lines are closed as households are withheld; of an earlier seal, or one of a sum,
// no more than that.
func (p *place) bare(q *period, s *seal, exactly bool) {
	hidden := q.hidden[0] + q.hidden[1]
	if q.sums() {
		for _, o := range p.periods {
			if q.state.Period.Contains(o.state.Period) && o != q && !exactly {
				hidden += o.hidden[0] + o.hidden[1] // another one may be hidden in each
			}
		}
	}
	if q.expired {
		hidden += len(q.rows)
	}
	if exactly && s.bare != hidden || s.bare > hidden && !(q.expired && !exactly) {
		p.differ(s.at.at(), sealedCode, fmt.Sprintf("%s 里只有摘要的有 %d 行，按 datapackage.json 应有 %d 行", s.file, s.bare, hidden))
	}
}

// says reports whether a household's records say what a line says, but for what corrections
// of its day or later may have changed since; and whether there were none such.
func (h *household) says(fields []string, day ledger.Date) (same, covered bool) {
	members := h.get("人数")
	if len(fields) < 5 || fields[1] != h.id || fields[2] != h.span.Group || fields[3] != h.span.Kind || fields[4] != members {
		return false, false
	}
	var marks, entries [][]string
	for _, part := range parts(fields) {
		switch part[0] {
		case "评":
			marks = append(marks, part)
		case "事":
			entries = append(entries, part)
		}
	}
	approved := slices.DeleteFunc(slices.Clone(h.entries), func(e *entry) bool { return e.Review != ledger.Approved })
	if len(marks) != len(h.marks) || len(entries) != len(approved) {
		return false, false
	}
	covered = true
	for i, part := range marks {
		m := h.marks[i]
		merged := strings.HasPrefix(m.get("项目"), mergedItem)
		ok := slices.Equal(part[:5], []string{"评", m.get("分类"), m.get("项目"), m.get("满分"), m.raw}) &&
			fixedAs(part[5], m.fixed, h.fixes.marks[i], day, merged)
		if !ok {
			return false, false
		}
		covered = covered && part[5] == m.fixed
	}
	for i, part := range entries {
		e := approved[i]
		list := h.fixes.events[e.No]
		if !e.named {
			list = h.fixes.hidden
		}
		ok := slices.Equal(part[:6], []string{"事", e.No, e.Date.String(), e.get("项目"), e.get("次数"), e.get("原始")}) &&
			fixedAs(part[6], e.get("更正"), list, day, !e.named)
		if !ok {
			return false, false
		}
		covered = covered && part[6] == e.get("更正")
	}
	return true, covered
}

// fixedAs reports whether 更正 as it was sealed may have become what it is now. Of what is
// hidden the figures are not told, only that there was a correction since.
func fixedAs(sealed, now string, list []fix, day ledger.Date, hidden bool) bool {
	if hidden {
		return sealed == now || slices.ContainsFunc(list, func(f fix) bool { return f.date >= day })
	}
	return fixedOn(sealed, list, day)
}

// parts are the parts of a household's line after its facts: 评…, 事…, 私….
func parts(fields []string) [][]string {
	lengths := map[string]int{"评": 8, "事": 7, "私": 2}
	var list [][]string
	for at := 5; at < len(fields); {
		n := lengths[fields[at]]
		if n == 0 || at+n > len(fields) {
			return nil
		}
		list = append(list, fields[at:at+n])
		at += n
	}
	return list
}
