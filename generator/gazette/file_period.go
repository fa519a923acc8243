package gazette

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// files returns a period's table, its records, unless they have left the site, and its honours.
func (t *Table) files() []*File {
	files := []*File{fileOf(t.Place, t.RowsForm(), t.Rows, t.Coverage.Omitted).of(t, "")}
	if t.Kept {
		files = append(files, t.recordsFile())
	}
	if t.Honoured() {
		files = append(files, t.honoursFile())
	}
	return files
}

// Honoured reports whether honours are awarded by t's figures: it has some, and is final.
func (t *Table) Honoured() bool { return t.Places != nil && t.State.Status == notice.Final }

// RowsForm returns the form of <period>.csv, a row for each household. It leaves out: the exact
// figures, the base, levels, and what is provisional, filled or corrected.
func (t *Table) RowsForm() Form[Row] {
	decimals := t.Scheme.Decimals
	list := slices.Concat(householdColumns, about("period",
		column[Row]{Column{Name: "类别", Type: TypeText}, func(r *Row) string { return r.Kind },
			func(r *Row, cell string) bool {
				r.Kind, r.Organisation = cell, cell == ledger.Organisation
				return true
			}}))
	for i, c := range t.Categories {
		column := shown(CategoryColumn(t.Categories, c), decimals, func(r *Row) *ledger.Points { return &r.Shown.Categories[i] })
		column.About = Phrase{Key: "field.category", Args: []any{c.Name}}
		list = append(list, column)
	}
	list = append(list, about("period",
		shown(ColumnAdditions, decimals, func(r *Row) *ledger.Points { return &r.Shown.Additions }),
		shown(ColumnDeductions, decimals, func(r *Row) *ledger.Points { return &r.Shown.Deductions }),
		shown(ColumnTotal, decimals, func(r *Row) *ledger.Points { return &r.Shown.Total }))...)
	carried := "period"
	if t.Scheme.RankBy == ledger.ByAverage {
		carried = "average"
		list = append(list, about("average",
			shown(ColumnAverage, 2, func(r *Row) *ledger.Points { return &r.Shown.Average }),
			integer(ColumnMembers, func(r *Row) *int { return &r.Members }))...)
	}
	list = append(list, about("period", integer(ColumnRank, func(r *Row) *int { return &r.Rank }))...)
	list = append(list, about(carried, shown(ColumnCarried, t.Scheme.RankDecimals(), func(r *Row) *ledger.Points { return &r.Shown.Carried }))...)
	list = append(list, about("period",
		integer(ColumnCarryRank, func(r *Row) *int { return &r.CarryRank }),
		follows("状态", TypeText, func(*Row) string { return t.State.Status.String() }))...)
	begin := func(r *Row) { r.Shown.Categories = make([]ledger.Points, len(t.Categories)) }
	return Form[Row]{kind: "period", begin: begin, columns: list}.by("户号")
}

var householdColumns = about("household",
	text("户号", func(r *Row) *string { return &r.ID }),
	text("户主", func(r *Row) *string { return &r.Name }),
	text("组", func(r *Row) *string { return &r.Group }),
)

// CategoryColumn returns a category's heading in a table: its name, with its id if another column
// has that name.
func CategoryColumn(all []*ledger.Category, c *ledger.Category) string {
	for _, o := range all {
		if o != c && o.Name == c.Name {
			return c.Name + "（" + c.ID + "）"
		}
	}
	return c.Name
}

// honoursFile is honours-<period>.csv: a row for each household with a level.
func (t *Table) honoursFile() *File {
	rows := slices.DeleteFunc(slices.Clone(t.Rows), func(r *Row) bool { return r.Level == nil })
	withheld := -len(rows)
	for _, n := range t.Holders {
		withheld += n
	}
	return fileOf(t.Place, t.HonoursForm(), rows, withheld).of(t, OfHonours)
}

// HonoursForm returns the form of honours-<period>.csv, whose rows are parts of those of
// <period>.csv.
func (t *Table) HonoursForm() Form[Row] {
	ranking := shown(ColumnTotal, t.Scheme.Decimals, func(r *Row) *ledger.Points { return &r.Shown.Total })
	if t.Scheme.RankBy == ledger.ByAverage {
		ranking = shown(ColumnAverage, 2, func(r *Row) *ledger.Points { return &r.Shown.Average })
	}
	return Form[Row]{kind: "honours", columns: slices.Concat(householdColumns, about("honours",
		integer(ColumnRank, func(r *Row) *int { return &r.Rank }), ranking,
		column[Row]{Column{Name: "称号", Type: TypeText}, func(r *Row) string { return r.Level.Name }, t.readLevel}))}.by("户号")
}

// readLevel finds a level by its name.
func (t *Table) readLevel(r *Row, name string) bool {
	if t.Scheme.Honours == nil {
		return false
	}
	r.Level = ledger.Find(t.Scheme.Honours.Levels, func(l *ledger.Level) bool { return l.Name == name })
	return r.Level != nil
}
