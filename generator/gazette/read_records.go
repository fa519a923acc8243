package gazette

import (
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Details are the records of one row.
type Details struct {
	Sheet   Sheet
	Entries []Entry
}

// readRecords reads records-<period>.csv again: the details of each row, by 户号. What a mark is
// follows from its place in its sheet. Left to be told are: where a sheet stands that has no
// marks; of marks what a correction replaced and what was declared; of entries the former, by
// which rules they are judged, and where these stand.
func (t *Table) readRecords(file string, content []byte) (map[string]*Details, error) {
	r := recordsReader{table: t, items: publicMarks(t), of: make(map[string]*Details, len(t.Rows))}
	for _, row := range t.Rows {
		r.of[row.ID] = &Details{Sheet: Sheet{Num: ledger.Point, Den: ledger.Point}}
	}
	list, err := recordsForm(&r).read(file, content)
	if err != nil {
		return nil, err
	}
	for _, record := range list {
		d := r.of[record.id]
		if record.entry != nil {
			d.Entries = append(d.Entries, *record.entry)
			continue
		}
		s := &d.Sheet
		s.Marks = append(s.Marks, *record.mark)
		s.note(t, record.mark)
	}
	for _, d := range r.of {
		for i := range d.Sheet.Marks {
			d.Sheet.Marks[i].weigh(&d.Sheet)
		}
	}
	return r.of, nil
}

// publicMarks are the marks of an empty sheet of t as they are published.
func publicMarks(t *Table) []Mark {
	var marks []score.Mark
	items := t.Scheme.ItemsOf(t.Period.Cycle)
	for i, item := range items {
		marks = append(marks, score.Mark{Category: item.Category, Items: items[i : i+1], Full: item.Points})
	}
	var list []Mark
	for _, mark := range score.Public(marks) {
		list = append(list, new(maker).mark(&mark))
	}
	return list
}

// recordsReader knows what the marks of a sheet are.
type recordsReader struct {
	table *Table
	items []Mark
	of    map[string]*Details
	id    string // of the household that is being read
	read  int    // its marks
}

// household reads whose a record is; false where the table has no such row.
func (r *recordsReader) household(of *record, cell string) bool {
	if of.id = cell; of.id != r.id {
		r.read, r.id = 0, of.id
	}
	return r.of[of.id] != nil
}

// begin reads the kind of a record; false where it is none, or a household has more marks than
// the rules have.
func (r *recordsReader) begin(of *record, cell string) bool {
	switch cell {
	case "评分":
		if r.read == len(r.items) {
			return false
		}
		mark := r.items[r.read]
		r.read++
		of.sheet, of.mark = &r.of[of.id].Sheet, &mark
	case "加分", "扣分":
		of.entry = &Entry{Deducts: cell == "扣分", Origin: r.table.Period}
	default:
		return false
	}
	return true
}

// readNote reads why a record counts otherwise than it was entered.
func (r *recordsReader) readNote(of *record, cell string) bool {
	if of.entry != nil {
		return of.entry.readNote(cell)
	}
	m := of.mark
	for part := range strings.SplitSeq(cell, "；") {
		if i := slices.IndexFunc(readings[:], func(p Phrase) bool { return p.String() == part }); i >= 0 {
			m.Reading = score.Reading(i)
		}
		if scale, ok := strings.CutPrefix(part, rescaled[0]); ok {
			num, den, _ := strings.Cut(scale, rescaled[1])
			var n, d bool
			of.sheet.Num, n = ledger.ParsePoints(num)
			of.sheet.Den, d = ledger.ParsePoints(den)
			if !n || !d || of.sheet.Den == 0 {
				return false
			}
		}
	}
	m.empty()
	return true
}

// empty empties a mark that a correction has emptied.
func (m *Mark) empty() {
	switch m.Reading {
	case score.MissingFull, score.MissingZero, score.Unassessed:
		m.Fixed = ledger.Cell{}
	}
}

// note tells by a mark of s whether nothing of it applied, and where it stands.
func (s *Sheet) note(t *Table, m *Mark) {
	if s.At.File == "" {
		s.At = m.At
	}
	s.AllOut = s.AllOut || t.Scheme.NotApplicable == ledger.NotApplicableScale && m.Reading == score.NotAppliFull
}

// readNote reads from which period an entry comes; what a cap cut follows from its points.
func (e *Entry) readNote(cell string) (ok bool) {
	for part := range strings.SplitSeq(cell, "；") {
		if from, deferred := strings.CutPrefix(part, phrase("deferred", "").String()); deferred {
			e.Deferred = true
			if e.Origin, ok = ledger.ParsePeriod(from); !ok {
				return false
			}
		}
	}
	return true
}

// rescaled is what stands before and between the two figures of a scale.
var rescaled = [2]string(strings.Split(phrase("rescaled", "\n", "\n").String(), "\n"))

// weigh works out what a mark gives before scale, and what exactly it counts. Of items that are
// published as a sum that follows from 计入, since a scale only makes points more.
func (m *Mark) weigh(s *Sheet) {
	m.Points = m.Counted.Round(2)
	if s.Scaled() {
		m.Points = m.Counted.MulDiv(int64(s.Den), int64(s.Num)).Round(2)
	}
	m.Counted = m.Points.Exact()
	if s.Scaled() {
		m.Counted = m.Counted.MulDiv(int64(s.Num), int64(s.Den))
	}
}
