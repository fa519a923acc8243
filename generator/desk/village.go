package desk

import (
	"fmt"
	"path"

	"gongshi/generator/convert"
	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
	"gongshi/generator/site"
	"gongshi/generator/source"
)

// look reads a place with what it inherits, as its files would be: with these in the place of some.
func (d *Desk) look(place string, instead ...disk.File) (site.Work, diag.List, error) {
	opt := d.opt.Site
	opt.Place = place
	if len(instead) > 0 {
		opt.Instead = map[string][]byte{}
		for _, f := range instead {
			opt.Instead[f.Path] = f.Content
		}
	}
	return site.Read(opt)
}

// month is a period of a place as its files are now, of which nothing is checked.
func (d *Desk) month(place, code string) (*month, error) {
	if place == "" {
		return nil, wrong("没有写是哪个村。")
	}
	folder := source.Dir(d.opt.Site.Source)
	defer folder.Close()
	book, _, err := source.Read(folder, place)
	if err != nil {
		return nil, err
	}
	day, err := d.opt.Site.Day(book.Config)
	if err != nil {
		return nil, err
	}
	return monthOf(site.Work{Book: book, Day: day}, place, code)
}

// month is a period of a place with all that its sheet rests on.
type month struct {
	*ledger.Place
	period ledger.Period
	scheme *ledger.Scheme // nil where none is in force
	items  []*ledger.Item
	day    ledger.Date
	book   *ledger.Book
}

// monthOf is a period of a place, as they are named in a request.
func monthOf(work site.Work, place, code string) (*month, error) {
	p := work.Book.Place(place)
	period, ok := ledger.ParsePeriod(code)
	if p == nil || !ok {
		return nil, wrong("没有这个村，或者没有这一期。")
	}
	m := &month{Place: p, period: period, scheme: p.SchemeFor(period), day: work.Day, book: work.Book}
	if m.scheme != nil {
		m.items = m.scheme.ItemsOf(period.Cycle)
	}
	if len(m.items) == 0 {
		return nil, wrong(fmt.Sprintf("%s的办法在%s没有要评的项目。", p.Name, convert.PeriodWords(period)))
	}
	return m, nil
}

// file is the path of the sheet.
func (m *month) file() string { return path.Join("data", m.Path, "scores", m.period.String()+".csv") }

// closed is why nothing may be typed any more; "" if it may.
func (m *month) closed() string {
	if n := m.Notices[m.period]; n != nil && n.Posted != 0 && n.Posted <= m.day {
		corrected := 0
		for _, c := range m.Corrections {
			if c.Period == m.period {
				corrected++
			}
		}
		if corrected > 0 {
			return fmt.Sprintf("%s 已经张榜，分数不在这里改了。更正过 %d 处，这里是原来的分；改成多少，看公示。", n.Posted, corrected)
		}
		return fmt.Sprintf("%s 已经张榜，分数不在这里改了：有错，写一条更正，旧分和新分都看得见。", n.Posted)
	}
	return ""
}

// total is what a row of a sheet comes to, before events, as pages show it; "" of none.
func (m *month) total(sheet *ledger.Sheet, row *ledger.SheetRow) string {
	if row == nil || sheet.Scheme == nil {
		return ""
	}
	marks := make([]score.Mark, len(sheet.Items))
	for i, item := range sheet.Items {
		marks[i] = score.Mark{Full: item.Points}
		if i < len(row.Cells) {
			marks[i].Raw = row.Cells[i]
		}
		marks[i].Reading, marks[i].Points = score.Read(sheet.Scheme, marks[i].Raw, item.Points)
	}
	var sum ledger.Exact
	for _, mark := range score.Scaled(marks).Marks {
		sum = sum.Add(mark.Counted)
	}
	return sum.Round(sheet.Scheme.Decimals).String()
}

// totals are those of all households that have a row.
func (m *month) totals() map[string]string {
	list := map[string]string{}
	if sheet := m.Sheets[m.period]; sheet != nil {
		for _, row := range sheet.Rows {
			if h := m.Household(row.Household); h != nil {
				list[h.ID] = m.total(sheet, sheet.Row(h.Key))
			}
		}
	}
	return list
}
