package gazette

import (
	"fmt"
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

// ReadRecords reads records-<period>.csv. The item of a mark follows from its place among the
// others of its household. Left out are: the place of a sheet without marks; for marks the old
// values and declarations; for entries the old values, the rules by which they are judged, and
// the places of these.
func (t *Table) ReadRecords(file string, content []byte, tell func(*Unreadable)) ([]*Told[Record], []string) {
	return t.recordsForm().Read(file, content, tell)
}

func (t *Table) recordsForm() Form[Record] {
	return recordsForm(&recordsReader{table: t, items: PublicMarks(t.Scheme.Scheme, t.Period.Cycle), of: make(map[string]*sheetRead)})
}

// readRecords reads the details of each row, by 户号.
func (t *Table) readRecords(file string, content []byte) (map[string]*Details, error) {
	of := make(map[string]*Details, len(t.Rows))
	for _, row := range t.Rows {
		of[row.ID] = &Details{Sheet: Sheet{Num: ledger.Point, Den: ledger.Point}}
	}
	list, err := t.recordsForm().read(file, content)
	if err != nil {
		return nil, err
	}
	for _, record := range list {
		d := of[record.ID]
		switch {
		case d == nil:
			return nil, fmt.Errorf("%s：户号 %q 不在 %s.csv 里", file, record.ID, t.Period)
		case record.Entry != nil:
			d.Entries = append(d.Entries, *record.Entry)
			continue
		}
		s := &d.Sheet
		s.Num, s.Den = record.Sheet.Num, record.Sheet.Den
		s.Marks = append(s.Marks, *record.Mark)
		s.note(t, record.Mark)
	}
	for _, d := range of {
		for i := range d.Sheet.Marks {
			d.Sheet.Marks[i].weigh(&d.Sheet)
		}
	}
	return of, nil
}

// PublicMarks returns the marks of an empty sheet as they are published.
func PublicMarks(s *ledger.Scheme, c ledger.Cycle) []Mark {
	var marks []score.Mark
	items := s.ItemsOf(c)
	for i, item := range items {
		marks = append(marks, score.Mark{Category: item.Category, Items: items[i : i+1], Full: item.Points})
	}
	var list []Mark
	for _, mark := range score.Public(marks) {
		list = append(list, new(Maker).mark(&mark))
	}
	return list
}

// recordsReader knows the marks of a sheet.
type recordsReader struct {
	table *Table
	items []Mark
	of    map[string]*sheetRead // by 户号
	now   *sheetRead            // of the household that is being read
	in    string                // the category of the mark
}

// sheetRead is a sheet, and how many of its marks were read.
type sheetRead struct {
	Sheet
	read int
}

// household reads whose a record is.
func (r *recordsReader) household(of *Record, cell string) bool {
	of.ID = cell
	if r.now = r.of[cell]; r.now == nil {
		r.now = &sheetRead{Sheet: Sheet{Num: ledger.Point, Den: ledger.Point}}
		r.of[cell] = r.now
	}
	return true
}

// begin reads the kind of a record, and returns false if it is none.
func (r *recordsReader) begin(of *Record, cell string) bool {
	switch cell {
	case "评分":
		of.Sheet, of.Mark = &r.now.Sheet, new(Mark)
	case "加分", "扣分":
		of.Entry = &Entry{Deducts: cell == "扣分", Origin: r.table.Period}
	default:
		return false
	}
	return true
}

func (r *recordsReader) category(_ *Mark, cell string) bool { r.in = cell; return true }

// item finds a mark among those that its household has not had yet, and returns false if there is
// none.
func (r *recordsReader) item(m *Mark, cell string) bool {
	for i := r.now.read; i < len(r.items); i++ {
		if is := &r.items[i]; is.Category.Name == r.in && is.Name().String() == cell {
			*m, r.now.read = *is, i+1
			return true
		}
	}
	return false
}

// readNote reads why a record counts differently from what was entered.
func (r *recordsReader) readNote(of *Record, cell string) bool {
	if of.Entry != nil {
		return of.Entry.readNote(cell)
	}
	m := of.Mark
	for part := range strings.SplitSeq(cell, "；") {
		if i := slices.IndexFunc(readings[:], func(p Phrase) bool { return p.String() == part }); i >= 0 {
			m.Reading = score.Reading(i)
		}
		if scale, ok := strings.CutPrefix(part, rescaled[0]); ok {
			num, den, _ := strings.Cut(scale, rescaled[1])
			var n, d bool
			of.Sheet.Num, n = ledger.ParsePoints(num)
			of.Sheet.Den, d = ledger.ParsePoints(den)
			if !n || !d || of.Sheet.Den == 0 {
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

// note finds by a mark of s whether nothing of it applied, and where it is.
func (s *Sheet) note(t *Table, m *Mark) {
	if s.At.File == "" {
		s.At = m.At
	}
	s.AllOut = s.AllOut || t.Scheme.NotApplicable == ledger.NotApplicableScale && m.Reading == score.NotAppliFull
}

// readNote reads the period of an entry; what a cap cut off follows from its points.
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

// rescaled is the text before and between the two figures of a scale.
var rescaled = [2]string(strings.Split(phrase("rescaled", "\n", "\n").String(), "\n"))

// weigh works out what a mark gives before scale, and what exactly it counts. For items that are
// published as a sum that follows from 计入, since a scale only increases points.
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
