package verify

import (
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// fix is one row of corrections.csv.
type fix = *gazette.Told[gazette.Correction]

// readFixes finds what each row of corrections.csv corrects.
func (p *place) readFixes() {
	for _, f := range p.corrections {
		q := p.period(f.Is.Period)
		if q == nil {
			p.differ(f.At, figureCode, "更正的 %s 没有公示", f.Is.Period)
			continue
		}
		h := q.byID[f.Is.ID]
		if !q.Kept || h == nil {
			continue // its records are not published
		}
		if !h.corrected(f) {
			p.differ(f.At, figureCode, "更正的对象“%s”不在户号“%s”的明细里", f.Is.Target.Name, h.Is.ID)
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

// corrected adds a correction to what it corrects. It returns false if the household has no such
// thing. A correction of something not public may belong to any event that is not public.
func (h *household) corrected(f fix) (found bool) {
	target := f.Is.Target.Name
	for _, m := range h.marks {
		is := m.Is.Mark
		if m.named && (target == is.Item.Name || target == is.Category.Name+"/"+is.Item.Name) {
			h.told = append(h.told, f)
		} else if m.named || target != is.Category.Name {
			continue
		}
		m.fixes = append(m.fixes, f)
		return true
	}
	for _, e := range h.entries {
		if e.event.No == target {
			e.fixes, h.told = append(e.fixes, f), append(h.told, f)
			return true
		}
		if !e.named && target == score.Other {
			e.fixes, found = append(e.fixes, f), true
		}
	}
	return found
}

// bind checks that 更正 of every record is the result of its corrections, one after the other. For
// what is published only inside a sum, figures are not compared.
func (p *place) bind(h *household) {
	for _, m := range h.marks {
		if m.named {
			p.follow(h, m, m.Is.Mark.Item.Name)
		} else if (m.Is.Corrected() != "") != (len(m.fixes) > 0) {
			p.differ(m.At, figureCode, "户号“%s”的“%s”有没有更正，明细与 corrections.csv 说的不同", h.Is.ID, m.Is.Mark.Category.Name)
		}
	}
	for _, e := range h.entries {
		if e.named {
			p.follow(h, e, e.event.No)
		}
	}
}

// follow follows corrections from what was entered to the present value.
func (p *place) follow(h *household, r *record, name string) {
	stands, after := r.Is.Raw(), ""
	for _, f := range r.fixes {
		if f.Is.From != stands {
			p.differ(f.At, figureCode, "户号“%s”的“%s”更正的原分是“%s”，当时是“%s”", h.Is.ID, name, f.Is.From, stands)
		}
		stands, after = f.Is.To, f.Is.To.String()
	}
	if after != r.Is.Corrected() || stands != r.Is.Fixed() {
		p.differ(r.At, figureCode, "户号“%s”的“%s”明细里的更正是“%s”，corrections.csv 里是“%s”", h.Is.ID, name, r.Is.Corrected(), after)
	}
}

// fixedOn reports whether a seal of that day may contain 更正 as it does: the result of all
// corrections before the day and of the first few of that day. For what is not public the figures
// are unknown, only that there was a correction since.
func (r *record) fixedOn(day ledger.Date, sealed string) bool {
	if !r.named {
		return sealed == r.Is.Corrected() || slices.ContainsFunc(r.fixes, func(f fix) bool { return f.Is.Date >= day })
	}
	after := ""
	for _, f := range r.fixes {
		if f.Is.Date >= day && sealed == after || f.Is.Date > day {
			return sealed == after
		}
		after = f.Is.To.String()
	}
	return sealed == after
}
