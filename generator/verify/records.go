package verify

import (
	"fmt"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// household is one row of a period's table, with its records.
type household struct {
	row
	id      string
	of      *ledger.Household
	span    *ledger.Span
	members int
	marks   []mark
	entries []*entry
	fixes   fixes
	points  []ledger.Exact // beside the scheme's categories of the period's cycle
}

// mark is one mark of its sheet.
type mark struct {
	row
	expected    score.Mark // the items that it stands for, and their full marks
	counted     ledger.Exact
	known       bool // counted was worked out, not taken as published
	points      ledger.Points
	full        ledger.Points // full marks that apply
	raw, fixed  string
	countedText string
}

// entry is one event.
type entry struct {
	*score.Entry
	row
	named bool // its kind is public
}

const (
	notApplicable = "不适用"
	mergedItem    = "合并项目（"
)

// readRows reads the rows of a period's table and their records.
func (p *place) readRows(q *period) {
	for _, r := range q.table.rows {
		h := &household{row: r, id: r.get("户号"), span: &ledger.Span{Group: r.get("组"), Kind: r.get("类别")}}
		if h.of = p.byID[h.id]; h.of == nil {
			h.of = &ledger.Household{ID: h.id, Key: strings.ToLower(h.id)}
			p.byID[h.id] = h.of
		}
		h.members, _ = number(r.get("人数"))
		if q.byID[h.id] != nil {
			p.differ(r.at(), packageCode, fmt.Sprintf("户号“%s”有两行", h.id))
			continue
		}
		q.rows, q.byID[h.id] = append(q.rows, h), h
	}
	if q.records == nil {
		return
	}
	for _, r := range q.records.rows {
		h := q.byID[r.get("户号")]
		switch {
		case h == nil:
			p.differ(r.at(), figureCode, fmt.Sprintf("户号“%s”有明细，%s 里却没有这一户", r.get("户号"), q.table.file))
		case r.get("类型") == "评分":
			h.marks = append(h.marks, mark{row: r, raw: r.get("原始"), fixed: r.get("更正"), countedText: r.get("计入")})
		default:
			p.readEntry(q, h, r)
		}
	}
}

func number(text string) (int, bool) {
	p, ok := ledger.ParsePoints(text)
	return int(p / ledger.Point), ok && p%ledger.Point == 0
}

// readEntry reads an event, and judges it by the rules of its day.
func (p *place) readEntry(q *period, h *household, r row) {
	date, dated := ledger.ParseDate(r.get("日期"))
	times, counted := number(r.get("次数"))
	worth, valued := ledger.ParsePoints(r.get("原始"))
	given, gave := ledger.ParsePoints(r.get("计入"))
	if !dated || !counted || !valued || !gave {
		p.differ(r.at(), figureCode, "认不出这件事项的日期、次数、原始或计入")
		return
	}
	e := &score.Entry{
		Event: &ledger.Event{No: r.get("编号"), Date: date, Household: h.of.Key, Times: times},
		Kind:  &ledger.EventKind{ID: r.get("项目")}, Scheme: q.scheme, Period: q.state.Period,
		Review: ledger.Review(r.get("审核")), Worth: worth, Fixed: worth, Counted: given,
	}
	if fixed := r.get("更正"); fixed != "" {
		e.Fixed, _ = ledger.ParsePoints(fixed)
		e.Fixes = []*ledger.Correction{{}}
	}
	entry := &entry{Entry: e, row: r}
	if s, _ := p.rules.EventScheme(date); s != nil {
		if k := s.EventKind(r.get("项目")); k != nil && !k.Sensitive {
			e.Kind, e.Scheme, entry.named = k, s, true
			p.worth(entry)
		}
	}
	h.entries = append(h.entries, entry)
}

// worth: an event gives what the rules say.
func (p *place) worth(e *entry) {
	k, times := e.Kind, ledger.Points(e.Times)
	fits := e.Worth == k.Points*times
	if k.Ranged {
		fits = k.From*times <= e.Worth && e.Worth <= k.To*times
	}
	kind := "加分"
	if e.Worth < 0 || e.Worth == 0 && (k.Points < 0 || k.From < 0) {
		kind = "扣分"
	}
	if e.get("类型") != kind || e.get("分类") != e.Heading().String() {
		p.differ(e.row.at(), figureCode, fmt.Sprintf("编号“%s”的类型和分类是“%s”“%s”，按积分办法应是“%s”“%s”", e.No, e.get("类型"), e.get("分类"), kind, e.Heading()))
	}
	if !fits {
		p.differ(e.row.at(), figureCode, fmt.Sprintf("编号“%s”的原始分 %s 不合积分办法里“%s”的分值", e.No, e.Worth, k.Name))
	}
}
