package page

import (
	"iter"
	"slices"
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// Withheld is how many rows of a period's board are not published: households that did
// not agree to be shown, and records of these, or that are older than the site keeps.
type Withheld struct {
	Period     ledger.Period
	Board      string // 农户, 单位
	Households int
	Records    int
}

// Word is the board's on pages.
func (w Withheld) Word() string {
	if w.Board == ledger.Organisation {
		return "board.organisations"
	}
	return "board.households"
}

var boardNames = [2]string{"农户", ledger.Organisation}

// addPeriod adds a period's table, its records and its honours.
func (d *openData) addPeriod(t *score.Table) {
	held := d.withheldOf(t)
	d.files = append(d.files, d.periodFile(t, held))
	if d.people.Details(t.Period) {
		d.files = append(d.files, d.recordsFile(t, held))
	}
	if t.Places != nil && t.State.Status == notice.Final {
		d.files = append(d.files, d.honoursFile(t))
	}
	for i, w := range held {
		if len(t.Boards[i].Ranked) > 0 {
			d.withheld = append(d.withheld, w)
		}
	}
}

// shown are the rows of a period that may be published, by 户号.
func (d *openData) shown(t *score.Table) iter.Seq[*score.Row] {
	return func(yield func(*score.Row) bool) {
		for _, r := range t.Rows {
			if !d.people.Omitted(d.Place.Place, r.Household) && !yield(r) {
				return
			}
		}
	}
}

// withheldOf counts, by board, what a period does not publish.
func (d *openData) withheldOf(t *score.Table) [2]Withheld {
	held := [2]Withheld{{Period: t.Period, Board: boardNames[0]}, {Period: t.Period, Board: boardNames[1]}}
	details := d.people.Details(t.Period)
	for _, r := range t.Rows {
		w := &held[0]
		if r.Organisation {
			w = &held[1]
		}
		omitted := d.people.Omitted(d.Place.Place, r.Household)
		if omitted {
			w.Households++
		}
		if omitted || !details {
			w.Records += recordsIn(t, r)
		}
	}
	return held
}

// periodFile is <period>.csv: a row a household.
func (d *openData) periodFile(t *score.Table, held [2]Withheld) *DataFile {
	withheld := held[0].Households + held[1].Households
	f := d.tableOf(t, "period", "", periodColumns(t), nil)
	f.Key, f.Count, f.Withheld = []string{"户号"}, len(t.Rows)-withheld, withheld
	f.Rows = func(yield func([]string) bool) {
		var cells []string
		for r := range d.shown(t) {
			if cells = d.periodRow(cells[:0], t, r); !yield(cells) {
				return
			}
		}
	}
	return f
}

func (d *openData) periodRow(cells []string, t *score.Table, r *score.Row) []string {
	cells = append(cells, r.Household.ID, d.people.Name(d.Place.Place, r.Household, r.Span), r.Span.Group, r.Span.Kind)
	decimals := t.Scheme.Decimals
	for _, c := range r.Shown.Categories {
		cells = append(cells, c.Text(decimals))
	}
	cells = append(cells, r.Shown.Additions.Text(decimals), r.Shown.Deductions.Text(decimals),
		r.Shown.Total.Text(decimals))
	if t.Scheme.ByAverage {
		cells = append(cells, r.Shown.Average.Text(2), strconv.Itoa(r.Members))
	}
	return append(cells, strconv.Itoa(r.Rank), r.Shown.Carried.Text(t.CarryDecimals()),
		strconv.Itoa(r.CarryRank), t.State.Status.String())
}

var householdColumns = columns("household", []heading{{"户号", Text}, {"户主", Text}, {"组", Text}})

func periodColumns(t *score.Table) []Column {
	list := slices.Concat(householdColumns, columns("period", []heading{{"类别", Text}}))
	for _, c := range t.Categories {
		about := score.Phrase{Key: "field.category", Args: []any{c.Name}}
		list = append(list, Column{categoryColumn(t.Categories, c), Number, about})
	}
	list = append(list, columns("period", []heading{{"加分", Number}, {"扣分", Number}, {"合计", Number}})...)
	ranks := columns("period", []heading{{"名次", Integer}, {"累计", Number}, {"累计名次", Integer}, {"状态", Text}})
	if t.Scheme.ByAverage {
		list = append(list, columns("average", []heading{{"平均", Number}, {"人数", Integer}})...)
		ranks[1] = columns("average", []heading{{"累计", Number}})[0]
	}
	return append(list, ranks...)
}

// categoryColumn is a category's heading: its name, and its id too where another
// column has that name.
func categoryColumn(all []*ledger.Category, c *ledger.Category) string {
	for _, o := range all {
		if o != c && o.Name == c.Name {
			return c.Name + "（" + c.ID + "）"
		}
	}
	return c.Name
}

// honoursFile is honours-<period>.csv: a row a household that has a level. It is there
// once the period is final.
func (d *openData) honoursFile(t *score.Table) *DataFile {
	figure := "合计"
	if t.Scheme.ByAverage {
		figure = "平均"
	}
	var rows [][]string
	withheld := 0
	for _, r := range t.Rows {
		switch {
		case r.Level == nil:
		case d.people.Omitted(d.Place.Place, r.Household):
			withheld++
		default:
			points, decimals := t.Ranking(r)
			rows = append(rows, []string{
				r.Household.ID, d.people.Name(d.Place.Place, r.Household, r.Span), r.Span.Group,
				strconv.Itoa(r.Rank), points.Text(decimals), r.Level.Name,
			})
		}
	}
	f := d.tableOf(t, "honours", "honours-", slices.Concat(householdColumns,
		columns("honours", []heading{{"名次", Integer}, {figure, Number}, {"称号", Text}})), rows)
	f.Key, f.Withheld = []string{"户号"}, withheld
	return f
}
