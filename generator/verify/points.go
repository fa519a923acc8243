package verify

import (
	"fmt"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// own works out every household's own points in a period from its records.
func (p *place) own(q *period) {
	expected := score.Public(blank(q.scheme, q.state.Period.Cycle))
	for _, h := range q.rows {
		if q.expired {
			p.asPublished(q, h)
			continue
		}
		if !p.fits(q, h, expected) {
			q.guessed = true
			continue
		}
		p.countMarks(q, h)
		p.sumCategories(q, h)
	}
}

// gathered: a period that has nothing assessed of its own has the rows of the periods that it
// sums; a summary quarter has no others, and no records.
func (p *place) gathered(q *period) {
	if !q.gathers() {
		return
	}
	stood := make(map[string]bool)
	for _, o := range p.periods {
		if o == q || o.summary || !o.state.Counts || !q.state.Period.Contains(o.state.Period) {
			continue
		}
		for _, h := range o.rows {
			if stood[h.id] = true; q.byID[h.id] == nil {
				p.differ(h.at(), figureCode, fmt.Sprintf("户号“%s”在 %s 里有，汇总它的 %s 里却没有", h.id, o.state.Period, q.state.Period))
			}
		}
	}
	for _, h := range q.rows {
		if q.summary && (!stood[h.id] || len(h.entries) > 0) {
			p.differ(h.at(), figureCode, fmt.Sprintf("户号“%s”在 %s 汇总的各月里没有，或者在季度里另有记录", h.id, q.state.Period))
		}
	}
}

// blank is an empty sheet of a scheme.
func blank(s *ledger.Scheme, c ledger.Cycle) []score.Mark {
	items := s.ItemsOf(c)
	marks := make([]score.Mark, len(items))
	for i, item := range items {
		marks[i] = score.Mark{Category: item.Category, Items: items[i : i+1], Full: item.Points}
	}
	return marks
}

// fits reports whether a household has a record of every mark, and no other. In a year
// without items of its own it has none.
func (p *place) fits(q *period, h *household, expected []score.Mark) bool {
	h.points = make([]ledger.Exact, len(categories(q)))
	if len(h.marks) != len(expected) {
		p.differ(h.at(), figureCode, fmt.Sprintf("户号“%s”的明细有 %d 项评分，按积分办法应有 %d 项", h.id, len(h.marks), len(expected)))
		return false
	}
	for i := range expected {
		m, want := &h.marks[i], &expected[i]
		m.expected = *want
		if m.get("分类") != want.Category.Name || m.get("项目") != want.Name().String() || m.get("满分") != want.Full.String() {
			p.differ(m.at(), figureCode, fmt.Sprintf("这一项是“%s/%s”满分 %s，按积分办法应是“%s/%s”满分 %s",
				m.get("分类"), m.get("项目"), m.get("满分"), want.Category.Name, want.Name(), want.Full))
			return false
		}
	}
	return true
}

func categories(q *period) []*ledger.Category {
	var list []*ledger.Category
	for _, c := range q.scheme.Categories {
		if c.Cycle == q.state.Period.Cycle {
			list = append(list, c)
		}
	}
	return list
}

// countMarks works out what each mark counts, and holds it against 计入.
func (p *place) countMarks(q *period, h *household) {
	var base, applies ledger.Points
	sure := true
	for i := range h.marks {
		m := &h.marks[i]
		p.read(q, h, m)
		sure = sure && m.known
		base += m.expected.Full
		applies += m.full
	}
	for i := range h.marks {
		m := &h.marks[i]
		switch {
		case !sure && q.scheme.NotApplicable == ledger.NotApplicableScale, !m.known:
			// Parts of a sum that is published only as such: taken as published.
			points, _ := ledger.ParsePoints(m.countedText)
			m.counted = points.Exact()
			if strings.Contains(m.get("说明"), "折算") {
				q.guessed = true
			}
			p.not("合并公布的项目没有封存内容可对，按公布的计入核对（%s %s）", p.path, q.state.Period)
			continue
		case applies == 0 && base > 0:
			m.counted = m.expected.Full.Exact()
		case applies != base:
			m.counted = m.points.Exact().MulDiv(int64(base), int64(applies))
		default:
			m.counted = m.points.Exact()
		}
		if got := shown(m.counted); got != m.countedText {
			p.differ(m.at(), figureCode, fmt.Sprintf("户号“%s”的“%s”计入是 %s，按原始、更正和积分办法应是 %s", h.id, m.get("项目"), m.countedText, got))
		}
	}
}

// shown is an exact figure as records write it.
func shown(e ledger.Exact) string {
	if points, whole := e.Points(); whole {
		return points.String()
	}
	return e.Round(2).String()
}

// read is what a mark gives before scale, and the full marks that apply.
func (p *place) read(q *period, h *household, m *mark) {
	m.full, m.known = m.expected.Full, true
	cell := m.fixed
	if cell == "" {
		cell = m.raw
	}
	if strings.HasPrefix(m.get("项目"), mergedItem) {
		m.known = q.sealedMark(h, m)
		if cell == notApplicable && q.scheme.NotApplicable == ledger.NotApplicableScale && m.full == m.expected.Full {
			m.full = 0 // none of its items applies, and so does nothing of the whole sheet
		}
		return
	}
	switch {
	case cell == notApplicable && q.scheme.NotApplicable == ledger.NotApplicableScale:
		m.full = 0
	case cell == notApplicable && q.scheme.NotApplicable == ledger.NotApplicableFull,
		cell == "" && q.scheme.Missing == ledger.MissingFull:
		m.points = m.expected.Full
	case cell == notApplicable, cell == "":
	default:
		var ok bool
		if m.points, ok = ledger.ParsePoints(cell); !ok || m.points < 0 || m.points > m.expected.Full {
			p.differ(m.at(), figureCode, fmt.Sprintf("户号“%s”的“%s”是 %s，应在 0 到 %s 之间", h.id, m.get("项目"), cell, m.expected.Full))
		}
	}
}

// sealedMark takes from the period's seal what a sum gives whose parts are not public.
func (q *period) sealedMark(h *household, m *mark) bool {
	if q.sealedBy == nil {
		return false
	}
	for _, part := range parts(q.sealedBy.lines[h.id].fields, q.sealedBy.version()) {
		if part[0] == "评" && len(part) == 8 && part[1] == m.get("分类") && part[2] == m.get("项目") && part[4] == m.raw && part[5] == m.fixed {
			var gives, applies bool
			m.points, gives = ledger.ParsePoints(part[6])
			m.full, applies = ledger.ParsePoints(part[7])
			return gives && applies
		}
	}
	return false
}

// sumCategories sums the marks of each category.
func (p *place) sumCategories(q *period, h *household) {
	for i, c := range categories(q) {
		for _, m := range h.marks {
			if m.expected.Category == c {
				h.points[i] = h.points[i].Add(m.counted)
			}
		}
	}
}

// asPublished takes a household's points from the table, where its records have left the
// site: the sums stay, but what they came from cannot be seen.
func (p *place) asPublished(q *period, h *household) {
	h.points = make([]ledger.Exact, len(categories(q)))
	if q.sums() {
		return
	}
	for i := range min(len(h.points), len(h.cells)-4) {
		points, _ := ledger.ParsePoints(h.cells[4+i])
		h.points[i] = points.Exact()
	}
	for _, heading := range []string{"加分", "扣分"} {
		points, _ := ledger.ParsePoints(h.get(heading))
		h.entries = append(h.entries, &entry{row: h.row, Entry: &score.Entry{
			Event: &ledger.Event{}, Kind: &ledger.EventKind{}, Counted: points,
		}})
	}
}

// caps works out what counts of every event of the place, and holds it against 计入. An
// event that is not public, or not yet, may have used up a cap before it.
func (p *place) caps() {
	var all []*score.Entry
	published := make(map[*score.Entry]ledger.Points)
	for _, q := range p.periods {
		for _, h := range q.rows {
			for _, e := range h.entries {
				if q.expired || !e.named {
					continue
				}
				published[e.Entry] = e.Counted
				e.Entry.Counted = 0
				all = append(all, e.Entry)
			}
		}
	}
	score.Cap(all)
	for _, q := range p.periods {
		for _, h := range q.rows {
			for _, e := range h.entries {
				p.counts(q, h, e, published)
			}
		}
	}
}

// counts holds what an event counts against what is published.
func (p *place) counts(q *period, h *household, e *entry, published map[*score.Entry]ledger.Points) {
	was, named := published[e.Entry]
	if !named {
		if !q.expired && (e.Review != ledger.Approved && e.Counted != 0 || size(e.Counted) > size(e.Fixed)) {
			p.differ(e.at(), figureCode, fmt.Sprintf("编号“%s”的计入 %s 不合它的审核或分值", e.No, e.Counted))
		}
		return
	}
	computed := e.Counted
	e.Entry.Counted = was
	capped := e.Kind.HasMaxMonth || e.Kind.HasMaxYear
	switch {
	case was == computed:
	case capped && size(was) < size(computed) && was*computed >= 0 && strings.Contains(e.get("说明"), "上限"):
		p.not("编号“%s”（户号 %s，%s %s）：上限可能被还没有公示或已过保留期限的事项用去，计入 %s 没有核对", e.No, h.id, p.path, q.state.Period, was)
	default:
		p.differ(e.at(), figureCode, fmt.Sprintf("户号“%s”编号“%s”的计入是 %s，按积分办法应是 %s", h.id, e.No, was, computed))
	}
}

func size(p ledger.Points) ledger.Points { return max(p, -p) }
