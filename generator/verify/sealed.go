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
	rulesLine := proof.RulesLine
	if p.posted(q, s); s.version() > 1 {
		rulesLine = proof.RulesFact
		p.facts(q, s)
	}
	if rules := s.lines[rulesLine]; !slices.Equal(rules.fields, proof.Fields(proof.RulesText(s.version(), q.scheme))) {
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

// posted: the notice was posted as it says, and its days of publicity are those of the seal, unless a
// correction has started them anew.
func (p *place) posted(q *period, s *seal) {
	want := []string{proof.NoticeLine, q.state.Period.String(), q.state.Posted.String()}
	got := s.lines[proof.NoticeLine].fields
	if s.version() > 1 {
		got, want[0] = s.lines[proof.NoticeFact].fields, proof.NoticeFact
	}
	if len(got) < 3 || !slices.Equal(got[:3], want) {
		p.differ(q.notice.at(), sealedCode, fmt.Sprintf("%s 封存时的张贴日期与现在公布的“%s”不同（%s）", s.Period, q.state.Posted, s.file))
		return
	}
	first, last := q.notice.get("起算日"), q.notice.get("截止日")
	if len(got) == 5 && got[3] != "" && (got[3] != first || got[4] != last) && !p.correctedSince(q, s.Date) {
		p.differ(q.notice.at(), sealedCode, fmt.Sprintf("%s 封存时的公示期是“%s”到“%s”，现在公布的是“%s”到“%s”（%s）", s.Period, got[3], got[4], first, last, s.file))
	}
}

// correctedSince reports whether a period was, or may have been, corrected on a day or after it.
func (p *place) correctedSince(q *period, day ledger.Date) bool {
	if t := p.table("corrections.csv"); t != nil {
		for _, r := range t.rows {
			if r.get("周期") == q.state.Period.String() && r.get("日期") >= day.String() {
				return true
			}
		}
	}
	return q.state.Corrected && p.withheld("corrections.csv") > 0
}

// line holds one sealed line against a household's records.
func (p *place) line(q *period, h *household, s *seal, line sealedLine, last bool) {
	same, covered := h.says(line.fields, s.version(), s.Date)
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
func (h *household) says(fields []string, version int, day ledger.Date) (same, covered bool) {
	members := h.get("人数")
	if len(fields) < 5 || fields[1] != h.id || fields[2] != h.span.Group || fields[3] != h.span.Kind || fields[4] != members {
		return false, false
	}
	var marks, entries, reasons [][]string
	for _, part := range parts(fields, version) {
		switch part[0] {
		case "评":
			marks = append(marks, part)
		case "事":
			entries = append(entries, part)
		case "改":
			reasons = append(reasons, part)
		}
	}
	if version > 1 && !h.reasoned(reasons, day) {
		return false, false
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
			fixedAs(part[6], e.get("更正"), list, day, !e.named) && (version == 1 || part[7] == "" && e.get("类型") == "扣分" || part[7] == free(e.get("事由")))
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

// reasoned reports whether corrections and their reasons were sealed as corrections.csv has them: all
// before the day, and the first so many of it.
func (h *household) reasoned(sealed [][]string, day ledger.Date) bool {
	for i, f := range h.fixes.told {
		if i == len(sealed) {
			return f.date >= day
		}
		now := []string{"改", f.date.String(), f.get("对象"), f.from, f.to, free(f.get("原因")), free(f.get("异议"))}
		if !slices.Equal(sealed[i], now) || f.date > day {
			return false
		}
	}
	return len(sealed) == len(h.fixes.told)
}

// free is a text of people as a seal has it.
func free(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// parts are the parts of a household's line after its facts: 评…, 事…, 改…, 私….
func parts(fields []string, version int) [][]string {
	lengths := map[string]int{"评": 8, "事": 7, "私": 2}
	if version > 1 {
		lengths["事"], lengths["改"] = 8, 7
	}
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
