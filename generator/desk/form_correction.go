package desk

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/edit"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
)

// correcting is the address of the correction that an objection asks for, with the boxes filled in from the
// objection.
func correcting(p *ledger.Place, period ledger.Period, no string) string {
	return formAddress("correction", p, period) + "&objection=" + url.QueryEscape(no)
}

// objected is what is in the boxes of a correction for an objection: household, target and objection.
func (v *view) objected(no string) map[string]string {
	for _, o := range v.notice().Objections {
		if no == "" || o.No != no {
			continue
		}
		boxes := map[string]string{"objection": no, "household": o.ID}
		if h := v.place.Household(o.Household); h != nil && v.target(h, o.About) != nil {
			boxes["target"] = o.About // else it tells more than which item
		}
		return boxes
	}
	return nil
}

// planCorrection writes a correction; the present value is filled in.
func planCorrection(v *view, f filled) (*plan, error) {
	day, h, err := v.dayAndHousehold(f)
	if err != nil {
		return nil, err
	}
	target := f.one("target")
	t := v.target(h, target)
	if t == nil {
		return nil, wrong("“" + target + "”既不是这一期的项目，也不是这一户一件加减分的编号。")
	}
	p := &plan{told: []string{fmt.Sprintf("%s 的“%s”现在是 %s。旧分不会盖掉，和新分一起公布。墙上的榜也要换：再封存一次，重新打印。", h.ID, t.name, cmp.Or(t.now, "空的"))}}
	if v.place.Publicity.On(day).Restart {
		p.told = append(p.told, "按本村的办法，更正以后公示的日子从更正那天重新算起。")
	}
	earlier := t.of(day)
	if earlier != nil {
		p.same = v.offered(earlier, day)
		p.told = append(p.told, fmt.Sprintf("%s 已经写过一条：原分 %s，现分 %s，原因 %s。", day, cmp.Or(earlier.From.String(), "空的"), earlier.To, earlier.Reason))
	}
	if f.one("to") == "" || f.one("reason") == "" || day == 0 {
		p.told = append(p.told, "写上改成几分、为什么改、哪天改的。")
		return p, nil
	}
	heads := []string{"日期", "周期", "户号", "对象", "原分", "现分", "原因", "异议"}
	row := []string{day.String(), v.period.String(), h.ID, target, t.now, f.one("to"), f.one("reason"), f.one("objection")}
	switch {
	case earlier == nil:
		taken, err := v.taken(v.period, heads, row)
		if err != nil {
			return nil, err
		}
		taken.told = append(p.told, taken.told...)
		return taken, nil
	case f.one("same") == "again":
		return p, v.again(p, "corrections.csv", heads, row, "日期", "周期", "户号", "对象")
	case day != v.work.Day:
		p.told = append(p.told, "那一条不是今天的，不改写：“同一天”选“另写一条”，两条都看得见。")
	case !slices.Contains(p.same, "amend"):
		p.told = append(p.told, "那一条封存了，不改写：“同一天”选“另写一条”，两条都看得见。")
	case f.one("same") == "amend":
		p.told = append(p.told, "只改还没有公布出去的；已经公布的，“同一天”选“另写一条”。")
		return p, v.amend(p, earlier, f)
	default:
		p.told = append(p.told, "那一条写错了、还没有公布出去的，“同一天”选“改写那一条”；已经公布的，选“另写一条”，两条都看得见。")
	}
	return p, nil
}

// offered is what may be done where a correction of the day is there: another one is always taken, and that of today is
// written anew while no seal has it.
func (v *view) offered(c *ledger.Correction, day ledger.Date) []string {
	if day != v.work.Day || v.sealed(c) {
		return []string{"again"}
	}
	return []string{"amend", "again"}
}

// sealed reports whether a seal has a correction: the village without it would not be what was sealed.
func (v *view) sealed(c *ledger.Correction) bool {
	if !slices.ContainsFunc(v.place.Seals, func(s *ledger.Seal) bool { return s.Period == c.Period && s.Date >= c.Date }) {
		return false
	}
	t, err := v.table(c.File)
	if err != nil {
		return true
	}
	i := recordOn(t, int(c.Line))
	if i < 0 {
		return true
	}
	t.Remove(i)
	without, err := t.Bytes()
	if err != nil {
		return true
	}
	_, list, err := v.d.look(v.place.Path, disk.File{Path: c.File, Content: without})
	return err != nil || slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Code == "seal-changed" })
}

// oneEnd makes all ends of lines alike: a single CR is one too.
var oneEnd = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// recordOn is the record that begins on a line of the file; -1: none does.
func recordOn(t *edit.Table, line int) int {
	at, from := 1, 0
	return slices.IndexFunc(t.Records, func(r ledger.Record) bool {
		begin := r.Cells[0].From
		at += strings.Count(oneEnd.Replace(t.Text[from:begin]), "\n")
		from = begin
		return at == line
	})
}

// amend writes a correction of the day anew. One that leaves what was before it is none, and its row goes.
func (v *view) amend(p *plan, c *ledger.Correction, f filled) error {
	t, err := v.table(c.File)
	if err != nil {
		return err
	}
	i := recordOn(t, int(c.Line))
	if i < 0 {
		return wrong("“" + fileWords(c.File) + "”刚刚在别处改过：刷新这一页。")
	}
	if source.Same("现分", f.one("to"), t.Was(i, "原分")) {
		p.told = append(p.told, "改回了原分，这一条就不要了，删去那一行。")
		t.Remove(i)
	} else {
		t.Set(i, "现分", f.one("to"))
		t.Set(i, "原因", f.one("reason"))
		if no := f.one("objection"); no != "" {
			t.Set(i, "异议", no)
		}
	}
	return p.change(c.File, t, "日期", "周期", "户号", "对象")
}

// targeted is what may be corrected of a household: an item, or an event.
type targeted struct {
	name, now   string
	corrections []*ledger.Correction // in the order in which they are applied
}

// of is the last correction of a day; nil if there is none.
func (t *targeted) of(day ledger.Date) (last *ledger.Correction) {
	for _, c := range t.corrections {
		if c.Date == day {
			last = c
		}
	}
	return last
}

// target is an item or an event of a household, with its present value after the corrections that there are.
func (v *view) target(h *ledger.Household, target string) *targeted {
	t := &targeted{}
	var cell ledger.Cell
	sheet := v.place.Sheets[v.period]
	same := func(other string) bool { return other == target }
	if sheet != nil {
		if item, _ := ledger.FindItem(sheet.Items, target); item != nil {
			t.name = item.Name
			if row := sheet.Row(h.Key); row != nil {
				cell = row.Cells[slices.Index(sheet.Items, item)]
			}
			same = func(other string) bool { i, _ := ledger.FindItem(sheet.Items, other); return i == item }
		}
	}
	for _, e := range v.place.Events {
		if e.No != target || e.Household != h.Key || t.name != "" {
			continue
		}
		if _, scheme := v.place.PeriodOfEvent(e); scheme != nil {
			if k := scheme.EventKind(e.Kind); k != nil {
				t.name, cell = k.Name+" "+e.No, ledger.Cell{Kind: ledger.Entered, Points: e.Worth(k)}
			}
		}
	}
	if t.name == "" {
		return nil
	}
	for _, c := range ledger.InOrder(v.place.Corrections) {
		if c.Period == v.period && c.Household == h.Key && same(c.Target) {
			t.corrections = append(t.corrections, c)
		}
	}
	if n := len(t.corrections); n > 0 {
		cell = t.corrections[n-1].To
	}
	t.now = cell.String()
	return t
}
