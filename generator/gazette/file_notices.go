package gazette

import (
	"cmp"
	"slices"
	"strconv"

	"gongshi/generator/ledger"
)

// NoticesForm is the form of notices.csv: a row for each published period, with what is decided
// about it as a whole.
var NoticesForm = formOf("notices",
	column[Table]{Column{Name: "周期", Type: TypeText}, func(t *Table) string { return t.Period.String() }, (*Table).readPeriod},
	text("标题", func(t *Table) *string { return &t.Notice.Title }),
	day("张贴日期", func(t *Table) *ledger.Date { return &t.State.Posted }),
	day("起算日", func(t *Table) *ledger.Date { return &t.State.FirstDay }),
	day("截止日", func(t *Table) *ledger.Date { return &t.State.LastDay }),
	day("顺延自", func(t *Table) *ledger.Date { return &t.State.MovedFrom }),
	day("入户日期", func(t *Table) *ledger.Date { return &t.Notice.Visited }),
	day("会议日期", func(t *Table) *ledger.Date { return &t.Notice.Meeting.Date }),
	made("到会人数", TypeInteger, func(t *Table) *int { return &t.Notice.Meeting.Present }, someText, readSome),
	text("监督", func(t *Table) *string { return &t.Notice.Meeting.SupervisedBy }),
	day("上报日期", func(t *Table) *ledger.Date { return &t.Notice.Reported }),
	made("状态", TypeText, func(t *Table) *Status { return &t.State.Status }, Status.String, readStatus),
	yesNo("已更正", func(t *Table) *bool { return &t.State.Corrected }),
	integer("异议数", func(t *Table) *int { return &t.State.Received }),
	yesNo("计入累计", func(t *Table) *bool { return &t.State.Counts }),
	text("提交", func(t *Table) *string { return &t.Changed.Hash }),
).from(func(t *Table) { t.State = new(State) }).by("周期")

func readStatus(cell string) (Status, bool) {
	for _, s := range []Status{Draft, Open, Disputed, Final} {
		if s.String() == cell {
			return s, true
		}
	}
	return Draft, false
}

// someText writes a number, or nothing for none.
func someText(n int) string {
	if n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

func readSome(cell string) (int, bool) {
	if cell == "" {
		return 0, true
	}
	return readInteger(cell)
}

func (t *Table) readPeriod(cell string) (ok bool) {
	t.Period, ok = ledger.ParsePeriod(cell)
	t.State.Period = t.Period
	return ok
}

// ObjectionRow is a row of objections.csv.
type ObjectionRow struct {
	Period ledger.Period
	Objection
}

// objectionsFile is objections.csv: a row for each objection received up to the day. Who objects
// is not recorded, and the objection's text is never published.
func (p *Place) objectionsFile() *File {
	var rows []*ObjectionRow
	withheld := 0
	for _, t := range p.Tables {
		for _, o := range t.Notice.Objections {
			rows = append(rows, &ObjectionRow{t.Period, o})
		}
		withheld += t.Records.Objections
	}
	slices.SortStableFunc(rows, func(a, b *ObjectionRow) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Received, b.Received), cmp.Compare(a.At.Line, b.At.Line))
	})
	return fileOf(p, ObjectionsForm, rows, withheld)
}

// ObjectionsForm leaves out: the place among the period's objections, when an answer is due,
// whether its target is hidden, and its place in the files.
var ObjectionsForm = formOf("objections",
	period("周期", func(o *ObjectionRow) *ledger.Period { return &o.Period }),
	text("编号", func(o *ObjectionRow) *string { return &o.No }),
	day("收到日期", func(o *ObjectionRow) *ledger.Date { return &o.Received }),
	text("户号", func(o *ObjectionRow) *string { return &o.ID }),
	text("事项", func(o *ObjectionRow) *string { return &o.About.Name }),
	yesNo("及时", func(o *ObjectionRow) *bool { return &o.Timely }),
	day("办结日期", func(o *ObjectionRow) *ledger.Date { return &o.Decided }),
	column[ObjectionRow]{Column{Name: "结果", Type: TypeText}, func(o *ObjectionRow) string { return o.Outcome() },
		func(o *ObjectionRow, cell string) bool { o.Upheld = cell == "成立"; return true }},
	text("答复", func(o *ObjectionRow) *string { return &o.Answer }),
	integer("用时天数", func(o *ObjectionRow) *int { return &o.Days }),
	yesNo("逾期", func(o *ObjectionRow) *bool { return &o.Late }),
).by("周期", "编号")

// Outcome returns an objection's outcome in a word.
func (o *Objection) Outcome() string {
	switch {
	case o.Decided == 0:
		return "核查中"
	case o.Upheld:
		return "成立"
	}
	return "不成立"
}

// correctionsFile is corrections.csv: a row for each correction of the published periods up to
// the day.
func (p *Place) correctionsFile() *File {
	rows := slices.Clone(p.Corrections)
	slices.SortStableFunc(rows, func(a, b *Correction) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Date, b.Date))
	})
	withheld := 0
	for _, t := range p.Tables {
		withheld += t.Records.Corrections
	}
	return fileOf(p, CorrectionsForm, rows, withheld)
}

// CorrectionsForm leaves out: their order, whether the target is hidden or an item, and their
// places in the files.
var CorrectionsForm = formOf("corrections",
	day("日期", func(c *Correction) *ledger.Date { return &c.Date }),
	period("周期", func(c *Correction) *ledger.Period { return &c.Period }),
	text("户号", func(c *Correction) *string { return &c.ID }),
	text("对象", func(c *Correction) *string { return &c.Target.Name }),
	entered("原分", func(c *Correction) *ledger.Cell { return &c.From }),
	entered("现分", func(c *Correction) *ledger.Cell { return &c.To }),
	text("原因", func(c *Correction) *string { return &c.Reason }),
	text("异议", func(c *Correction) *string { return &c.Objection }),
	text("决定", func(c *Correction) *string { return &c.DecidedBy }),
)

// MergedForm is the form of merged.csv: which households were merged into another up to the day.
var MergedForm = formOf("merged",
	text("户号", func(m *Merged) *string { return &m.ID }),
	day("退出", func(m *Merged) *ledger.Date { return &m.Left }),
	text("并入", func(m *Merged) *string { return &m.Into }),
)
