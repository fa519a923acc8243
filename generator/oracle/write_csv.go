package oracle

import (
	"fmt"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// csv writes rows as a clerk's program may: with one of several separators and line
// ends, with or without a byte order mark. A nil cell leaves its column out.
func (m *maker) csv(rows [][]string) string {
	sep, end := one(m, ",", ",", ",", "\t", ";"), one(m, "\n", "\r\n")
	return one(m, "", "\ufeff") + scan.Lines(rows, sep, end)
}

// date is a date in one of the forms that a cell may have.
func (m *maker) date(d ledger.Date) string {
	if d == 0 {
		return ""
	}
	y, mon, day := d.Civil()
	switch m.IntN(12) {
	case 0:
		return fmt.Sprintf("%d/%d/%d", y, mon, day)
	case 1:
		return fmt.Sprintf("%d.%d.%d", y, mon, day)
	case 2:
		return fmt.Sprintf("%d年%d月%d日", y, mon, day)
	case 3:
		return fmt.Sprint(int(d) + 25569) // the serial day number of a spreadsheet
	}
	return d.String()
}

// id is a 户号 as typed: now and then in the other case, or in full-width digits.
func (m *maker) id(id string) string {
	switch m.IntN(30) {
	case 0:
		return strings.ToLower(id)
	case 1:
		return strings.ToUpper(id)
	case 2:
		return strings.Map(func(r rune) rune {
			if '0' <= r && r <= '9' {
				return r - '0' + '０'
			}
			return r
		}, id)
	}
	return id
}

// text is a figure.
func (m *maker) text(p ledger.Points) string { return one(m, p.String(), p.String(), p.Text(2)) }

func (m *maker) cellText(c ledger.Cell) string {
	switch c.Kind {
	case ledger.Entered:
		return m.text(c.Points)
	case ledger.NA:
		return one(m, "不适用", "不适用", "n/a")
	}
	return ""
}

func (m *maker) yes(b bool) string {
	if b {
		return one(m, "", "是", "yes", "1")
	}
	return one(m, "否", "no", "0")
}

func (m *maker) householdsFile(p *ledger.Place) string {
	head := []string{"户号", "户主", "组", "类别", "参与", "加入", "退出", "参与人数", "股份", "并入"}
	if m.chance(20) {
		head = []string{"id", "head", "group", "kind", "takes_part", "joined", "left", "members", "shares", "into"}
	}
	if p.HasConsent {
		head = append(head, "同意")
	}
	rows := [][]string{head}
	for _, h := range p.Households {
		for _, s := range h.Spans {
			into := ""
			if s.Into != "" {
				into = m.id(p.Household(s.Into).ID)
			}
			row := []string{
				h.ID, s.Head, s.Group, s.Kind, m.yes(s.TakesPart), m.date(s.Joined), m.date(s.Left),
				fmt.Sprint(s.Members), m.text(s.Shares), into,
			}
			if p.HasConsent {
				row = append(row, m.date(s.Consent))
			}
			rows = append(rows, row)
		}
	}
	return m.csv(rows)
}

func (m *maker) membersFile(p *ledger.Place) string {
	rows := [][]string{{"户号", "成员号", "姓名", "参与", "同意", "加入", "退出"}}
	for _, h := range p.Households {
		for _, member := range h.Members {
			rows = append(rows, []string{
				m.id(h.ID), member.ID, "某人", m.yes(member.TakesPart), "", m.date(member.Joined), m.date(member.Left),
			})
		}
	}
	return m.csv(rows)
}

// sheetFile heads each item by its name or id, or by 分类/项目; the columns may stand in
// any order, and one that is empty throughout may be missing.
func (m *maker) sheetFile(sheet *ledger.Sheet) string {
	head := []string{"户号"}
	var order []int
	for _, i := range m.Perm(len(sheet.Items)) {
		empty := sheet.Scheme.Missing != ledger.MissingError
		for _, r := range sheet.Rows {
			empty = empty && r.Cells[i].Kind == ledger.Empty
		}
		if empty && m.chance(30) {
			continue
		}
		item := sheet.Items[i]
		name := item.Name
		if name == "表现" {
			name = item.Category.Name + "/" + name
		}
		head = append(head, one(m, name, name, item.ID))
		order = append(order, i)
	}
	remarks := m.chance(30)
	if remarks {
		head = append(head, "评分日期", "评分人", "备注")
	}
	rows := [][]string{head}
	for _, r := range sheet.Rows {
		row := []string{m.id(r.ID)}
		for _, i := range order {
			row = append(row, m.cellText(r.Cells[i]))
		}
		if remarks {
			row = append(row, m.date(sheet.Period.Last()), "村组", "已入户")
		}
		rows = append(rows, row)
	}
	return m.csv(rows)
}

// eventFiles spreads the events over one to three files, by name.
func (m *maker) eventFiles(p *ledger.Place) map[string]string {
	if len(p.Events) == 0 {
		return nil
	}
	n := m.between(1, 3)
	files := map[string]string{}
	for i := range n {
		rows := [][]string{{"编号", "日期", "户号", "成员号", "项目", "次数", "分值", "地点", "事由", "审核", "审核日期"}}
		for j, e := range p.Events {
			if j%n != i {
				continue
			}
			points, times := "", fmt.Sprint(e.Times)
			if e.HasPoints {
				points = m.text(e.Points)
			}
			if e.Times == 1 {
				times = one(m, "", "1")
			}
			rows = append(rows, []string{
				e.No, m.date(e.Date), m.id(e.ID), e.Member, e.Kind, times, points, "村口", e.Grounds, string(e.Review), m.date(e.Reviewed),
			})
		}
		files[fmt.Sprintf("part-%d", i)] = m.csv(rows)
	}
	return files
}

func (m *maker) correctionsFile(p *ledger.Place) string {
	rows := [][]string{{"日期", "周期", "户号", "对象", "原分", "现分", "原因", "异议"}}
	for _, c := range p.Corrections {
		rows = append(rows, []string{
			m.date(c.Date), c.Period.String(), m.id(c.ID), c.Target, m.cellText(c.From), m.cellText(c.To), c.Reason, "",
		})
	}
	return m.csv(rows)
}
