package gazette

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// The expected values, given what a table of open data contains. Only values that differ from
// them are written for programs; readers start from the same expectation.

// told is the content of a row of <period>.csv.
func (r *Row) told(t *Table) Row {
	told := Row{ID: r.ID, Name: r.Name, Group: r.Group, Kind: r.Kind}
	told.Organisation = r.Kind == ledger.Organisation
	told.Shown, told.Rank, told.CarryRank, told.Level = r.Shown, r.Rank, r.CarryRank, r.Level
	if t.Scheme.RankBy == ledger.ByAverage {
		told.Members = r.Members
	}
	return told
}

// expect fills in what a row usually has: the sums of its records, what its neighbours have, and
// what it had in the table before.
func (r *Row) expect(t *Table, u *usual, d *Details, before *Row, shares map[place]int) {
	r.Base, r.Provisional, r.CarryProvisional = u.Base, u.Provisional, u.CarryProvisional
	r.At, r.Tied = d.Sheet.At, shares[r.place()] > 1
	r.Filled = len(d.Sheet.Marks) > 0 && r.At.File == ""
	if before != nil {
		r.MembersAt, r.Before, r.From = before.MembersAt, before.Before, before.From
		if t.Scheme.RankBy != ledger.ByAverage {
			r.Members = before.Members
		}
	}
	r.Additions, r.Deductions, r.Total = r.Shown.Additions.Exact(), r.Shown.Deductions.Exact(), r.Shown.Total.Exact()
	r.Average, r.Carried = r.Shown.Average.Exact(), r.Shown.Carried.Exact()
	r.Categories = nil
	for _, c := range r.Shown.Categories {
		r.Categories = append(r.Categories, c.Exact())
	}
	if !t.Sums && len(d.Sheet.Marks)+len(d.Entries) > 0 {
		r.add(t, d)
	}
	if t.Scheme.RankBy == ledger.ByAverage && !t.Sums && r.Members > 0 {
		r.Average = r.Total.Div(r.Members)
	}
}

// add works out a row's own points.
func (r *Row) add(t *Table, d *Details) {
	r.Additions, r.Deductions, r.Total = ledger.Exact{}, ledger.Exact{}, ledger.Exact{}
	clear(r.Categories)
	for i := range d.Sheet.Marks {
		m := &d.Sheet.Marks[i]
		if c := slices.Index(t.Categories, m.Category); c >= 0 {
			r.Categories[c] = r.Categories[c].Add(m.Counted)
		}
		r.Total = r.Total.Add(m.Counted)
	}
	for i := range d.Entries {
		counted := d.Entries[i].Counted.Exact()
		if d.Entries[i].Counted < 0 {
			r.Deductions = r.Deductions.Add(counted)
		} else {
			r.Additions = r.Additions.Add(counted)
		}
		r.Total = r.Total.Add(counted)
	}
}

// place is a rank on a board.
type place struct {
	organisation bool
	rank         int
}

func (r *Row) place() place { return place{r.Organisation, r.Rank} }

// shares counts how many of the rows share each rank.
func (t *Table) shares() map[place]int {
	n := make(map[place]int, len(t.Rows))
	for _, r := range t.Rows {
		n[r.place()]++
	}
	return n
}

// before returns the table before t's, or an empty one.
func (t *Table) before() *Table {
	before := &Table{}
	for _, of := range t.Place.Tables {
		if of.Period.Compare(t.Period) < 0 {
			before = of
		}
	}
	return before
}

// told makes d the content of records-<period>.csv for a row, completed by expectation.
func (t *Table) told(d, is *Details) {
	d.Sheet = Sheet{Num: ledger.Point, Den: ledger.Point, Marks: append(d.Sheet.Marks[:0], is.Sheet.Marks...)}
	d.Entries = append(d.Entries[:0], is.Entries...)
	s := &d.Sheet
	for i := range s.Marks {
		m := &s.Marks[i]
		if m.Reading != score.NotAppliOut {
			s.Num, s.Den = is.Sheet.Num, is.Sheet.Den
		}
		m.Old, m.FixedAt = replaced(m.Old), nil
		if m.Old == nil {
			m.Fixed = m.Raw
		}
		m.empty()
		m.Counted = m.Counted.Round(2).Exact()
		s.note(t, m)
	}
	for i := range s.Marks {
		s.Marks[i].weigh(s)
	}
	for i := range d.Entries {
		e := &d.Entries[i]
		if e.Old, e.FixedAt = replaced(e.Old), nil; e.Old == nil {
			e.Fixed = e.Worth
		}
	}
	t.expect(d)
}

// replaced records that there were corrections, and nothing about them.
func replaced(old []Old) []Old {
	if len(old) == 0 {
		return nil
	}
	return []Old{{}}
}

// expect fills in the usual declaration, and the rules by which entries are judged.
func (t *Table) expect(d *Details) {
	s := &d.Sheet
	s.Declared = t.Declared
	for i := range s.Marks {
		m := &s.Marks[i]
		if m.Claim = (Claim{}); s.Declared {
			m.Claim = Claim{Points: m.Points, Entered: true, Counts: true}
		}
	}
	for i := range d.Entries {
		e := &d.Entries[i]
		e.Scheme = t.Scheme
		if of := t.Place.Table(e.Origin); of != nil && e.Deferred {
			e.Scheme = of.Scheme
		}
		e.Rule = e.rule()
	}
}

// rule returns the place of an entry in the rules; for a sensitive one only the file.
func (e *Entry) rule() Source {
	for _, k := range e.Scheme.Events {
		if !e.Hidden && k.Name == e.Name.Text {
			return Source{File: e.Scheme.File, Line: k.Line}
		}
	}
	return Source{File: e.Scheme.File}
}

// same reports whether two marks that are equal in tables are equal.
func (m *Mark) same(o *Mark) bool {
	return len(m.Old)+len(o.Old)+len(m.FixedAt)+len(o.FixedAt) == 0 && m.Claim == o.Claim &&
		m.Fixed == o.Fixed && m.Points == o.Points && m.Counted.Cmp(o.Counted) == 0
}

// same reports whether two entries that are equal in tables are equal.
func (e *Entry) same(o *Entry) bool {
	return len(e.Old)+len(o.Old)+len(e.FixedAt)+len(o.FixedAt) == 0 && e.Fixed == o.Fixed && e.Scheme == o.Scheme && e.Rule == o.Rule
}

// field is a field of a struct by its key in JSON.
type field struct {
	index []int
	key   string
}

var fields sync.Map // of fieldsOf, by type

func fieldsOf(t reflect.Type) []field {
	if known, ok := fields.Load(t); ok {
		return known.([]field)
	}
	var list []field
	for _, f := range reflect.VisibleFields(t) {
		if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); !f.Anonymous && key != "-" && key != "marks" {
			list = append(list, field{f.Index, key})
		}
	}
	fields.Store(t, list)
	return list
}

// differ returns the keys, with their values, that are different in is, or nil.
func differ[T any](was, is *T) object {
	a, b := reflect.ValueOf(was).Elem(), reflect.ValueOf(is).Elem()
	var list object
	for _, f := range fieldsOf(a.Type()) {
		was, is := a.FieldByIndex(f.index), b.FieldByIndex(f.index)
		if !same(was, is) {
			if list == nil {
				list = make(object)
			}
			list[f.key] = is.Interface()
		}
	}
	return list
}

// same is [reflect.DeepEqual], which copies what it compares: most values are equal at a glance.
func same(a, b reflect.Value) bool {
	if a.IsZero() && b.IsZero() || a.Type().Comparable() && a.Equal(b) {
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// amend puts into a value what differ returned.
func amend[T any](was *T, keys json.RawMessage) error {
	if keys == nil {
		return nil
	}
	var given map[string]json.RawMessage
	if err := json.Unmarshal(keys, &given); err != nil {
		return err
	}
	v := reflect.ValueOf(was).Elem()
	for _, f := range fieldsOf(v.Type()) { // the record has the whole field
		if _, ok := given[f.key]; ok {
			v.FieldByIndex(f.index).SetZero()
		}
	}
	return strictly(keys, was)
}
