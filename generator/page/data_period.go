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
	return &DataFile{
		Path:  d.path(t.Period.String() + ".csv"),
		Title: d.Name + t.Period.String() + "积分",
		Description: "各户在这一期的得分、名次和累计。农户与单位分开排名。" +
			"未生效的周期，数字可能更正。",
		Columns:  periodColumns(t),
		Key:      []string{"户号"},
		Count:    len(t.Rows) - withheld,
		Withheld: withheld,
		Rows: func(yield func([]string) bool) {
			var cells []string
			for r := range d.shown(t) {
				if cells = d.periodRow(cells[:0], t, r); !yield(cells) {
					return
				}
			}
		},
	}
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

var householdColumns = columnsAs(Text,
	"户号", "本村内唯一的户编号",
	"户主", "户主姓名，按本站的隐私设置显示；未同意公开姓名的户为空",
	"组", "所在组或片区的编号")

func periodColumns(t *score.Table) []Column {
	list := slices.Clone(householdColumns)
	list = append(list, Column{"类别", Text, "农户、老年户、外来户或单位"})
	for _, c := range t.Categories {
		list = append(list, Column{categoryColumn(t, c), Number, "分类“" + c.Name + "”的得分"})
	}
	list = append(list, columnsAs(Number,
		"加分", "加分事项计入的分数之和",
		"扣分", "扣分事项计入的分数之和，为负数或零",
		"合计", "各分类得分、加分与扣分之和")...)
	carried := "按积分办法累计到本期的合计"
	if t.Scheme.ByAverage {
		list = append(list, Column{"平均", Number, "合计除以参与人数，按此排名"},
			Column{"人数", Integer, "本期最后一天的参与人数"})
		carried = "按积分办法累计到本期的平均"
	}
	return append(list,
		Column{"名次", Integer, "本期名次，并列同名次"},
		Column{"累计", Number, carried},
		Column{"累计名次", Integer, "按累计的名次"},
		Column{"状态", Text, "公示中、异议核查中或已生效"})
}

// categoryColumn is a category's heading: its name, and its id too where another
// column has that name.
func categoryColumn(t *score.Table, c *ledger.Category) string {
	for _, o := range t.Categories {
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
	f := d.table("honours-"+t.Period.String()+".csv", d.Name+t.Period.String()+"荣誉",
		"本期授予的称号。同分同名次；怎样授予见积分办法。",
		append(slices.Clone(householdColumns),
			Column{"名次", Integer, "本期名次"},
			Column{figure, Number, "据以排名的分数"},
			Column{"称号", Text, "授予的称号"}), rows)
	f.Key, f.Withheld = []string{"户号"}, withheld
	return f
}
