package verify

import (
	"fmt"
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// own works out every household's own points in a period from its records.
func (p *place) own(q *period) {
	items := gazette.PublicMarks(q.Scheme.Scheme, q.Period.Cycle)
	categories := q.Scheme.CategoriesOf(q.Period.Cycle)
	for _, h := range q.rows {
		h.points = make([]ledger.Exact, len(categories))
		switch {
		case !q.Kept:
			asPublished(q, h)
		case len(h.marks) != len(items): // it has none in a year without items of its own
			q.guessed = true
			p.differ(h.At, figureCode, "户号“%s”的明细有 %d 项评分，按积分办法应有 %d 项", h.Is.ID, len(h.marks), len(items))
		default:
			p.count(q, h, categories)
		}
	}
}

// gathered handles a period with nothing assessed of its own, which has the rows of the periods
// that it sums; a summary quarter has no others, and no records.
func (p *place) gathered(q *period) {
	if !q.gathers() {
		return
	}
	stood := make(map[string]bool)
	for _, o := range p.periods {
		if o == q || o.Summary || !o.State.Counts || !q.Period.Contains(o.Period) {
			continue
		}
		for _, h := range o.rows {
			if stood[h.Is.ID] = true; q.byID[h.Is.ID] == nil {
				p.differ(h.At, figureCode, "户号“%s”在 %s 里有，汇总它的 %s 里却没有", h.Is.ID, o.Period, q.Period)
			}
		}
	}
	for _, h := range q.rows {
		if q.Summary && (!stood[h.Is.ID] || len(h.entries) > 0) {
			p.differ(h.At, figureCode, "户号“%s”在 %s 汇总的各月里没有，或者在季度里另有记录", h.Is.ID, q.Period)
		}
	}
}

// count works out what each mark of a household counts, compares it with its row, and adds it to
// its category.
func (p *place) count(q *period, h *household, categories []*ledger.Category) {
	marks, known, sure := make([]score.Mark, 2*len(h.marks)), make([]bool, len(h.marks)), true
	for i, m := range h.marks {
		marks[2*i], marks[2*i+1], known[i] = p.gives(q, h, m)
		sure = sure && known[i]
	}
	of := score.Scaled(marks)
	for i, m := range h.marks {
		should := *m.Is.Mark
		if known[i] && (sure || q.Scheme.NotApplicable != ledger.NotApplicableScale) {
			if m.named {
				should.Reading = of.Marks[2*i].Reading
			}
			should.Counted = of.Marks[2*i].Counted.Add(of.Marks[2*i+1].Counted)
			row := &gazette.Record{ID: h.Is.ID, Sheet: &gazette.Sheet{Num: of.Num, Den: of.Den}, Mark: &should}
			hold(p, gazette.RecordsForm, m.Told, row,
				fmt.Sprintf("%s的“%s”", h, should.Name()), map[string]string{"": "按原始、更正和积分办法应是%s"})
		} else {
			q.guessed = q.guessed || m.Is.Sheet.Scaled()
			p.not("合并公布的项目没有封存内容可对，按公布的计入核对（%s %s）", p.path, q.Period)
		}
		at := slices.Index(categories, should.Category) // one of them, since the mark is of an item of the cycle
		h.points[at] = h.points[at].Add(should.Counted)
	}
}

// gives returns what applies of a mark, and what is left out. known is false for parts of a sum
// that are published only as the sum and that no seal shows.
func (p *place) gives(q *period, h *household, m *record) (applies, out score.Mark, known bool) {
	is := m.Is.Mark
	if !m.named {
		applies.Points, applies.Full, known = q.sealedMark(h, m)
		if is.Fixed.Kind == ledger.NA && q.Scheme.NotApplicable == ledger.NotApplicableScale && applies.Full == is.Full {
			applies.Full = 0 // none of its items applies, nor anything of the whole sheet
		}
		return applies, score.Mark{Full: is.Full - applies.Full, Reading: score.NotAppliOut}, known
	}
	applies.Full = is.Full
	applies.Reading, applies.Points = score.Read(q.Scheme.Scheme, is.Fixed, is.Full)
	if applies.Points < 0 || applies.Points > is.Full {
		p.differ(m.At, figureCode, "户号“%s”的“%s”是 %s，应在 0 到 %s 之间", h.Is.ID, is.Name(), is.Fixed, is.Full)
	}
	return applies, out, true
}

// sealedMark takes from the period's seal what a sum of non-public parts gives.
func (q *period) sealedMark(h *household, m *record) (points, full ledger.Points, known bool) {
	if q.sealedBy == nil {
		return 0, m.Is.Mark.Full, false
	}
	for _, part := range parts(q.sealedBy.lines[h.Is.ID].fields, q.sealedBy.version()) {
		if part[0] == "评" && slices.Equal(part[1:6], append(m.sealed(), m.Is.Corrected())) {
			var gives, applies bool
			points, gives = ledger.ParsePoints(part[6])
			full, applies = ledger.ParsePoints(part[7])
			return points, full, gives && applies
		}
	}
	return 0, m.Is.Mark.Full, false
}

// asPublished takes a household's points from the table after its records have left the site: the
// sums stay, but their parts are gone.
func asPublished(q *period, h *household) {
	if q.Sums {
		return
	}
	for i := range min(len(h.points), len(h.Is.Shown.Categories)) {
		h.points[i] = h.Is.Shown.Categories[i].Exact()
	}
	for _, points := range []ledger.Points{h.Is.Shown.Additions, h.Is.Shown.Deductions} {
		h.entries = append(h.entries, &record{event: &score.Entry{Event: &ledger.Event{}, Kind: &ledger.EventKind{}, Counted: points}})
	}
}

// caps works out what counts of every event of the place, and compares it with its row. An event
// that is not public, or not yet, may have used up a cap before it.
func (p *place) caps() {
	var named []*score.Entry
	for _, e := range p.events {
		if e.named {
			e.event.Counted = 0
			named = append(named, e.event)
		}
	}
	score.Cap(named)
	for _, e := range p.events {
		p.counts(e)
	}
}

// counts checks the row of an event against the rules. From then on it counts as published.
func (p *place) counts(r *record) {
	e, was := r.event, r.Is.Entry.Counted
	if !r.named {
		if e.Review != ledger.Approved && was != 0 || size(was) > size(e.Fixed) {
			p.differ(r.At, figureCode, "编号“%s”的计入 %s 不合它的审核或分值", e.No, was)
		}
		return
	}
	should := p.judged(r)
	should.Counted, e.Counted = e.Counted, was
	if capped := e.Kind.HasMaxMonth || e.Kind.HasMaxYear; capped && size(was) < size(should.Counted) && was*should.Counted >= 0 {
		p.not("编号“%s”（户号 %s，%s %s）：上限可能被还没有公示或已过保留期限的事项用去，计入 %s 没有核对", e.No, r.of.Is.ID, p.path, r.in.Period, was)
		should.Counted = was
	}
	hold(p, gazette.RecordsForm, r.Told, &gazette.Record{ID: r.of.Is.ID, Entry: &should},
		fmt.Sprintf("%s编号“%s”", r.of, e.No), map[string]string{"": "按积分办法应是%s"})
}

func size(p ledger.Points) ledger.Points { return max(p, -p) }
