package verify

import (
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// household is one row of a period's table, with its records.
type household struct {
	*gazette.Told[gazette.Row]
	of      *ledger.Household
	marks   []*record
	entries []*record
	told    []fix          // its corrections with reasons, in the order in which they were applied
	points  []ledger.Exact // beside the scheme's categories of the period's cycle
}

func (h *household) String() string { return "户号“" + h.Is.ID + "”" }

// record is a mark or an event.
type record struct {
	*gazette.Told[gazette.Record]
	of    *household
	in    *period
	event *score.Entry // nil for a mark
	named bool         // its item, or its kind, is public
	fixes []fix        // its corrections in the order in which they were applied, or those that may be
}

// readRows reads the rows of a period's table and their records. It returns false if its header
// cannot be read.
func (p *place) readRows(q *period) bool {
	list := read(p, q.file(), q.RowsForm().Read)
	if list == nil && rows(p.files.content(p.data(q.file()))) > 0 {
		return false
	}
	for _, r := range list {
		id := r.Is.ID
		if q.byID[id] != nil {
			p.differ(r.At, packageCode, "户号“%s”有两行", id)
			continue
		}
		if p.byID[id] == nil {
			p.byID[id] = &ledger.Household{ID: id, Key: strings.ToLower(id)}
		}
		h := &household{Told: r, of: p.byID[id]}
		q.rows, q.byID[id] = append(q.rows, h), h
	}
	q.honoured, q.levels = readWhole(p, q.honoursFile(), q.HonoursForm().Read), make(map[string]*ledger.Level)
	for _, r := range q.honoured {
		q.levels[r.Is.ID] = r.Is.Level
	}
	if !q.Kept {
		return true
	}
	for _, told := range readWhole(p, q.records(), q.ReadRecords) {
		q.Listed++
		r := &record{Told: told, of: q.byID[told.Is.ID], in: q}
		switch h := r.of; {
		case h == nil:
			p.differ(r.At, figureCode, "户号“%s”有明细，%s 里却没有这一户", r.Is.ID, p.data(q.file()))
		case r.Is.Entry == nil:
			r.named = r.Is.Mark.Item != nil
			h.marks = append(h.marks, r)
		default:
			p.judge(r)
			h.entries, p.events = append(h.entries, r), append(p.events, r)
		}
	}
	return true
}

// judge determines an event's meaning by the rules of its day.
func (p *place) judge(r *record) {
	is := r.Is.Entry
	r.event = &score.Entry{
		Event: &ledger.Event{No: is.No, Date: is.Date, Household: r.of.of.Key, Times: is.Times},
		Kind:  &ledger.EventKind{ID: is.Name.String()}, Scheme: r.in.Scheme.Scheme, Period: r.in.Period,
		Review: is.Review, Worth: is.Worth, Fixed: is.Fixed, Counted: is.Counted,
	}
	if is.Old != nil {
		r.event.Fixes = []*ledger.Correction{{}}
	}
	if s, _ := p.rules.EventScheme(is.Date); s != nil {
		if k := s.EventKind(is.Name.String()); k != nil && !k.Sensitive {
			r.event.Kind, r.event.Scheme, r.named = k, s, true
		}
	}
}

// judged returns an event of a public kind as its row should show it, except what counts.
func (p *place) judged(r *record) gazette.Entry {
	should, e := *r.Is.Entry, r.event
	k, times := e.Kind, ledger.Points(e.Times)
	should.Deducts, should.Heading = e.Deducts(), e.Heading()
	if !k.Ranged {
		should.Worth = k.Points * times
	} else if e.Worth < k.From*times || e.Worth > k.To*times {
		p.differ(r.At, figureCode, "编号“%s”的原始分 %s 不合积分办法里“%s”的分值", e.No, e.Worth, k.Name)
	}
	return should
}
