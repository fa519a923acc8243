package ledger

import (
	"cmp"
	"slices"

	"gongshi/generator/diag"
)

// Sheet is scores/<period>.csv or declared/<period>.csv.
type Sheet struct {
	diag.Position // of its header
	Period        Period
	Scheme        *Scheme // in force for the period, or nil
	Items         []*Item // the scheme's items of this cycle, as Scheme.ItemsOf
	Columns       []int   // beside Items: the item's column in the header, in characters; 0 if the sheet lacks it
	Rows          []*SheetRow
	Lost          int // rows whose 户号 cannot be read
	byKey         map[string]*SheetRow
}

// SheetRow is one household's row of a sheet.
type SheetRow struct {
	diag.Record
	Household string // key
	ID        string // as typed
	Cells     []Cell // beside Sheet.Items
	Proof     string // 证明, of a declaration
}

// CellKind is the kind of what was entered.
type CellKind uint8

const (
	Empty CellKind = iota
	Entered
	NA // 不适用
)

// Cell is one assessment.
type Cell struct {
	Kind   CellKind
	Column uint16 // in characters; 0 if the row or the column is not there
	Points Points
}

// String returns the cell as it is published: points, 不适用, or nothing.
func (c Cell) String() string { return [...]string{"", c.Points.String(), NAWord}[c.Kind] }

// NAWord is the word for a cell that does not apply.
const NAWord = "不适用"

// Index makes the look-up by household; of rows with the same 户号 the first counts.
func (s *Sheet) Index() {
	s.byKey = make(map[string]*SheetRow, len(s.Rows))
	for _, r := range slices.Backward(s.Rows) {
		s.byKey[r.Household] = r
	}
}

// Row returns a household's row, or nil if it has none, or there is no sheet.
func (s *Sheet) Row(key string) *SheetRow {
	if s == nil {
		return nil
	}
	return s.byKey[key]
}

// Review is the state of an event's approval.
type Review string

const (
	Approved Review = "通过"
	Pending  Review = "待审"
	Refused  Review = "未通过"
)

// Event is one row of events/*.csv.
type Event struct {
	diag.Record
	No        string
	Date      Date
	Household string // key
	ID        string // 户号 as typed
	Member    string // key; empty for the whole household
	Kind      string // 项目 as typed: name or id of an EventKind
	Times     int    // from 1
	HasPoints bool
	Points    Points // 分值, if HasPoints
	Grounds   string
	Review    Review // empty: by the scheme
	Reviewed  Date
}

// ReviewUnder returns the event's review, with the meaning of an empty cell for its kind.
func (e *Event) ReviewUnder(k *EventKind) Review {
	switch {
	case e.Review != "":
		return e.Review
	case k.Approval:
		return Pending
	}
	return Approved
}

// Entered returns the day on which the event became known as it is: that of its review, or its
// own.
func (e *Event) Entered() Date {
	return cmp.Or(e.Reviewed, e.Date)
}

// Worth returns the event's points before corrections and caps.
func (e *Event) Worth(k *EventKind) Points {
	if e.HasPoints {
		return e.Points
	}
	return k.Points * Points(e.Times)
}

// Correction is one row of corrections.csv.
type Correction struct {
	diag.Record
	Date      Date
	Period    Period
	Household string // key
	ID        string // 户号 as typed
	Target    string // an item's name or id (分类/项目 for an ambiguous name), or an event's 编号
	From, To  Cell   // Empty, Entered or NA; Column as in the file
	Reason    string
	Objection string
	DecidedBy string // the office that decided: 评议小组, 村民委员会
}

// Dated is a row whose effect depends on those before it.
type Dated interface{ when() Date }

func (c *Correction) when() Date { return c.Date }
func (r *Redemption) when() Date { return r.Date }

// InOrder returns rows, which are in order of line, as they take effect: by date, then line.
func InOrder[R Dated](rows []R) []R {
	return slices.SortedStableFunc(slices.Values(rows), func(a, b R) int { return cmp.Compare(a.when(), b.when()) })
}

// FindItem returns the item that a name or id means among a sheet's items: by its id, or its
// name, or 分类/项目 by names or ids. twice reports that a bare name means several.
func FindItem(items []*Item, name string) (item *Item, twice bool) {
	if i := Find(items, func(i *Item) bool { return i.ID == name }); i != nil {
		return i, false
	}
	named := func(i *Item) bool { return i.Name == name }
	if first := slices.IndexFunc(items, named); first >= 0 {
		if slices.ContainsFunc(items[first+1:], named) {
			return nil, true
		}
		return items[first], false
	}
	return Find(items, func(i *Item) bool {
		c := i.Category
		return name == c.Name+"/"+i.Name || name == c.Name+"/"+i.ID || name == c.ID+"/"+i.Name || name == c.ID+"/"+i.ID
	}), false
}

// Seal is one row of seals.csv: a posted period as it was sealed on a day.
type Seal struct {
	diag.Record
	No         int // from 1, without a gap
	Period     Period
	Date       Date
	Households int
	Digest     string // 64 hexadecimal digits
}

// Salt is one row of salts.csv: the salt of one line of a seal, and the line's digest.
type Salt struct {
	diag.Record
	No      int    // of the seal
	Of      string // 户号 as published, or a word that cannot be a 户号
	Salt    string
	Private string // salts what is never published; empty if a line has nothing such
	Digest  string // of the line, 64 hexadecimal digits
}
