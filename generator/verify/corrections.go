package verify

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// fix is one row of corrections.csv.
type fix struct {
	row
	date     ledger.Date
	from, to string
}

// fixes are a household's corrections in a period by what they correct: a mark's place among
// its marks, or an event's 编号; in the order in which they were applied.
type fixes struct {
	marks  map[int][]fix
	events map[string][]fix
	hidden []fix // of a sensitive event
	told   []fix // with their reasons, in the order in which they were applied
}

// readFixes reads corrections.csv, and finds what each row corrects.
func (p *place) readFixes() {
	t := p.table("corrections.csv")
	if t == nil {
		return
	}
	for _, r := range t.rows {
		date, ok := ledger.ParseDate(r.get("日期"))
		q := p.period(r.get("周期"))
		if !ok || q == nil {
			p.differ(r.at(), figureCode, fmt.Sprintf("认不出这一行更正的日期“%s”，或没有公示周期“%s”", r.get("日期"), r.get("周期")))
			continue
		}
		h := q.byID[r.get("户号")]
		if q.expired || h == nil {
			continue // its records are not published
		}
		if !h.corrected(fix{r, date, r.get("原分"), r.get("现分")}) {
			p.differ(r.at(), figureCode, fmt.Sprintf("更正的对象“%s”不在户号“%s”的明细里", r.get("对象"), h.id))
		}
	}
	for _, q := range p.periods {
		for _, h := range q.rows {
			if !q.expired {
				p.bind(h)
			}
		}
	}
}

// period finds a published period; nil if there is none.
func (p *place) period(text string) *period {
	for _, q := range p.periods {
		if q.state.Period.String() == text {
			return q
		}
	}
	return nil
}

// corrected puts a correction to what it corrects; false if the household has no such.
func (h *household) corrected(f fix) bool {
	target := f.get("对象")
	if h.fixes.marks == nil {
		h.fixes.marks, h.fixes.events = make(map[int][]fix), make(map[string][]fix)
	}
	for i, m := range h.marks {
		merged := strings.HasPrefix(m.get("项目"), mergedItem)
		if merged && target == m.get("分类") || !merged && (target == m.get("项目") || target == m.get("分类")+"/"+m.get("项目")) {
			if h.fixes.marks[i] = append(h.fixes.marks[i], f); !merged {
				h.fixes.told = append(h.fixes.told, f)
			}
			return true
		}
	}
	for _, e := range h.entries {
		if e.No == target {
			h.fixes.events[target] = append(h.fixes.events[target], f)
			h.fixes.told = append(h.fixes.told, f)
			return true
		}
	}
	if target == score.Other {
		h.fixes.hidden = append(h.fixes.hidden, f)
		return slices.ContainsFunc(h.entries, func(e *entry) bool { return !e.named })
	}
	return false
}

// bind: 更正 of every record is what its corrections say, one after the other, and nothing
// else. Of what is published inside a sum only the figures are not told.
func (p *place) bind(h *household) {
	for i, m := range h.marks {
		if strings.HasPrefix(m.get("项目"), mergedItem) {
			if (m.fixed != "") != (len(h.fixes.marks[i]) > 0) {
				p.differ(m.at(), figureCode, fmt.Sprintf("户号“%s”的“%s”有没有更正，明细与 corrections.csv 说的不同", h.id, m.get("分类")))
			}
			continue
		}
		p.chain(h, m.row, m.get("项目"), m.raw, m.fixed, h.fixes.marks[i])
	}
	for _, e := range h.entries {
		if e.named {
			p.chain(h, e.row, e.No, e.get("原始"), e.get("更正"), h.fixes.events[e.No])
		}
	}
}

// chain follows corrections from what was entered to what stands.
func (p *place) chain(h *household, at row, name, raw, fixed string, list []fix) {
	stands, after := raw, ""
	for _, f := range list {
		if f.from != stands {
			p.differ(f.at(), figureCode, fmt.Sprintf("户号“%s”的“%s”更正的原分是“%s”，当时是“%s”", h.id, name, f.from, stands))
		}
		stands, after = f.to, f.to
	}
	if after != fixed {
		p.differ(at.at(), figureCode, fmt.Sprintf("户号“%s”的“%s”明细里的更正是“%s”，corrections.csv 里是“%s”", h.id, name, fixed, after))
	}
}

// fixedOn reports whether a seal of that day may have found 更正 as it has it: what all
// corrections before the day, and the first so many of the day, had made of it.
func fixedOn(sealed string, list []fix, day ledger.Date) bool {
	after := ""
	for i := 0; ; i++ {
		rest := i == len(list) || list[i].date >= day
		if rest && sealed == after {
			return true
		}
		if i == len(list) || list[i].date > day {
			return false
		}
		after = list[i].to
	}
}
