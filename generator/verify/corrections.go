package verify

import (
	"fmt"
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// fix is one row of corrections.csv.
type fix = *gazette.Told[gazette.Correction]

// fixes are a household's corrections in a period by what they correct: a mark's place among
// its marks, or an event's 编号; in the order in which they were applied.
type fixes struct {
	marks  map[int][]fix
	events map[string][]fix
	hidden []fix // of a sensitive event
	told   []fix // with their reasons, in the order in which they were applied
}

// readFixes finds what each row of corrections.csv corrects.
func (p *place) readFixes() {
	for i := range p.corrections {
		f := &p.corrections[i]
		q := p.period(f.Is.Period)
		if q == nil {
			p.differ(f.At, figureCode, fmt.Sprintf("更正的 %s 没有公示", f.Is.Period))
			continue
		}
		h := q.byID[f.Is.ID]
		if !q.Kept || h == nil {
			continue // its records are not published
		}
		if !h.corrected(f) {
			p.differ(f.At, figureCode, fmt.Sprintf("更正的对象“%s”不在户号“%s”的明细里", f.Is.Target.Name, h.Is.ID))
		}
	}
	for _, q := range p.periods {
		for _, h := range q.rows {
			if q.Kept {
				p.bind(h)
			}
		}
	}
}

// corrected puts a correction to what it corrects; false if the household has no such.
func (h *household) corrected(f fix) bool {
	target := f.Is.Target.Name
	if h.fixes.marks == nil {
		h.fixes.marks, h.fixes.events = make(map[int][]fix), make(map[string][]fix)
	}
	for i, m := range h.marks {
		is := m.Is.Mark
		if is.Item == nil && target == is.Category.Name {
			h.fixes.marks[i] = append(h.fixes.marks[i], f)
			return true
		}
		if is.Item != nil && (target == is.Item.Name || target == is.Category.Name+"/"+is.Item.Name) {
			h.fixes.marks[i] = append(h.fixes.marks[i], f)
			h.fixes.told = append(h.fixes.told, f)
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
		is, list := m.Is.Mark, h.fixes.marks[i]
		if is.Item != nil {
			p.follow(h, m, is.Item.Name, is.Raw, is.Fixed, fixedText(is), list)
		} else if (is.Old != nil) != (len(list) > 0) {
			p.differ(m.At, figureCode, fmt.Sprintf("户号“%s”的“%s”有没有更正，明细与 corrections.csv 说的不同", h.Is.ID, is.Category.Name))
		}
	}
	for _, e := range h.entries {
		if e.named {
			p.follow(h, e.told, e.No, points(e.Worth), points(e.Fixed), e.fixedText(), h.fixes.events[e.No])
		}
	}
}

func points(p ledger.Points) ledger.Cell { return ledger.Cell{Kind: ledger.Entered, Points: p} }

// fixedText is an event's 更正 as its row has it.
func (e *entry) fixedText() string {
	if e.Fixes == nil {
		return ""
	}
	return e.Fixed.String()
}

// follow follows corrections from what was entered to what stands, and to what the row says of it.
func (p *place) follow(h *household, at *gazette.Told[gazette.Record], name string, stands, fixed ledger.Cell, says string, list []fix) {
	after := ""
	for _, f := range list {
		if f.Is.From != stands {
			p.differ(f.At, figureCode, fmt.Sprintf("户号“%s”的“%s”更正的原分是“%s”，当时是“%s”", h.Is.ID, name, f.Is.From, stands))
		}
		stands, after = f.Is.To, f.Is.To.String()
	}
	if after != says || stands != fixed {
		p.differ(at.At, figureCode, fmt.Sprintf("户号“%s”的“%s”明细里的更正是“%s”，corrections.csv 里是“%s”", h.Is.ID, name, says, after))
	}
}

// fixedOn reports whether a seal of that day may have found 更正 as it has it: what all
// corrections before the day, and the first so many of the day, had made of it.
func fixedOn(sealed string, list []fix, day ledger.Date) bool {
	after := ""
	for i := 0; ; i++ {
		rest := i == len(list) || list[i].Is.Date >= day
		if rest && sealed == after {
			return true
		}
		if i == len(list) || list[i].Is.Date > day {
			return false
		}
		after = list[i].Is.To.String()
	}
}
