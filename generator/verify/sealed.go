package verify

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
)

// sealed reads every period's rows, and holds the seals against them: the last seal of a
// period says what its records say, an earlier one what they said before they were corrected.
func (p *place) sealed() {
	unsealed := 0
	for _, q := range p.periods {
		p.readRows(q)
		last := p.seals.of(q.state.Period)
		if last == nil {
			unsealed++
			continue
		}
		q.sealedBy = last
		for _, s := range p.seals.seals {
			if s.Period == q.state.Period {
				p.hold(q, s, s == last)
			}
		}
	}
	if unsealed > 0 {
		p.not("%s：%d 期没有封存", p.path, unsealed)
	}
	if n := len(p.periods) - unsealed; n > 0 {
		p.done("%s：%d 期的明细、张贴日期和积分办法，与封存的对照", p.path, n)
	}
}

// hold holds one seal against the records of its period. A year without categories of its own
// is sealed with all who stood in its periods, of whom those that do not count yet are not in
// its table.
func (p *place) hold(q *period, s *seal, last bool) {
	notice := s.lines[proof.NoticeLine]
	if posted := []string{proof.NoticeLine, q.state.Period.String(), q.state.Posted.String()}; !slices.Equal(notice.fields, posted) {
		p.differ(q.notice.at(), sealedCode, fmt.Sprintf("%s 封存时的张贴日期与现在公布的“%s”不同（%s）", s.Period, q.state.Posted, s.file))
	}
	if rules := s.lines[proof.RulesLine]; !slices.Equal(rules.fields, proof.Fields(proof.RulesText(q.scheme))) {
		p.differ(rules.at, sealedCode, fmt.Sprintf("%s 封存时的积分办法与现在公布的 scheme-%s.json 不同", s.Period, q.scheme.Effective))
	}
	gathered := q.state.Period.Cycle == ledger.Year && len(categories(q)) == 0
	if last && !gathered {
		p.bare(q, s)
	}
	if q.expired {
		return
	}
	for _, h := range q.rows {
		line, ok := s.lines[h.id]
		switch {
		case ok && same(h, line.fields, false):
		case ok && same(h, line.fields, true) && p.correctedSince(q, h, s):
			if last {
				p.not("%s %s 户号 %s：更正以后还没有封存", p.path, q.state.Period, h.id)
			}
		case ok:
			p.differ(h.at(), sealedCode, fmt.Sprintf("户号“%s”的明细与第 %d 号封存的不同，也没有更正（%s 第 %d 行）", h.id, s.No, s.file, line.at.Line))
		case last && !gathered && !p.correctedSince(q, h, s):
			p.differ(h.at(), sealedCode, fmt.Sprintf("户号“%s”不在第 %d 号封存里", h.id, s.No))
		}
	}
	for id, line := range s.lines {
		if line.fields[0] == proof.HouseholdLine && q.byID[id] == nil && !gathered {
			p.differ(line.at, sealedCode, fmt.Sprintf("封存的户号“%s”不在 %s 里", id, q.table.file))
		}
	}
}

// bare: as many lines are closed as households are withheld.
func (p *place) bare(q *period, s *seal) {
	hidden := q.hidden[0] + q.hidden[1]
	if q.expired {
		hidden += len(q.rows)
	}
	if s.bare != hidden {
		p.differ(s.at.at(), sealedCode, fmt.Sprintf("%s 里只有摘要的有 %d 行，按 datapackage.json 应有 %d 行", s.file, s.bare, hidden))
	}
}

// correctedSince reports whether corrections.csv tells of a correction of a household's
// period that a seal need not cover.
func (p *place) correctedSince(q *period, h *household, s *seal) bool {
	t := p.table("corrections.csv")
	return t != nil && slices.ContainsFunc(t.rows, func(r row) bool {
		date, ok := ledger.ParseDate(r.get("日期"))
		return ok && date >= s.Date && r.get("周期") == q.state.Period.String() && r.get("户号") == h.id
	})
}

// same reports whether a household's records say what a line says; with before, but for
// what corrections have changed since.
func same(h *household, fields []string, before bool) bool {
	members := h.get("人数")
	if len(fields) < 5 || fields[1] != h.id || fields[2] != h.span.Group || fields[3] != h.span.Kind || fields[4] != members {
		return false
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
		return false
	}
	for i, part := range marks {
		m := h.marks[i]
		want := []string{"评", m.get("分类"), m.get("项目"), m.get("满分"), m.raw, m.fixed}
		if !agrees(part, want, before) {
			return false
		}
	}
	for i, part := range entries {
		e := approved[i]
		want := []string{"事", e.No, e.Date.String(), e.get("项目"), e.get("次数"), e.get("原始"), e.get("更正")}
		if !agrees(part, want, before) {
			return false
		}
	}
	return true
}

// agrees compares a part of a line with the fields that records have; 更正 is the last.
func agrees(part, want []string, before bool) bool {
	n := len(want)
	if len(part) < n {
		return false
	}
	if before {
		n--
	}
	return slices.Equal(part[:n], want[:n])
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
