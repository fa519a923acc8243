package desk

import (
	"fmt"
	"slices"

	"gongshi/generator/convert"
	"gongshi/generator/ledger"
	"gongshi/generator/status"
)

// monthRow is a period with its steps, in the order in which they are taken.
type monthRow struct {
	Name  string
	Due   string // what is due when
	Late  bool
	Steps []stepRow
}

// stepRow is one step of a period.
type stepRow struct {
	Name, Text string
	State      string // done, now, todo, or none where there is nothing to do
	Doors      []door
}

// rowOf is a period as the home shows it.
func rowOf(p *status.Place, at *status.Period, day ledger.Date) monthRow {
	n := p.Notices[at.Period]
	if n == nil {
		n = &ledger.Notice{}
	}
	row := monthRow{Name: convert.PeriodWords(at.Period), Late: at.Overdue}
	posted := at.Posted != 0 && at.Until != 0
	corrected := slices.ContainsFunc(p.Corrections, func(c *ledger.Correction) bool { return at.Contains(c.Period) })
	row.Steps = []stepRow{register(p, at), scores(p, at, posted), events(p, at, posted, day), meeting(n), posting(at, posted, corrected), objections(p, n, at, posted), sealing(at, posted), report(n, posted)}
	write := []door{{"写", formAddress("notice", p.Place, at.Period)}}
	for i := range row.Steps {
		switch s := &row.Steps[i]; {
		case s.Name == "评议会", s.Name == "张榜" && !posted, s.Name == "报镇里" && posted:
			s.Doors = write
		case s.Name == "张榜":
			s.Doors = []door{{"打印", formAddress("notice", p.Place, at.Period)}}
		case s.Name == "封存" && posted && at.Seal != status.Sealed:
			s.Doors = []door{{"封存", formAddress("seal", p.Place, at.Period)}}
		}
	}
	switch {
	case len(at.Answers) > 0:
		row.Due = "异议最迟 " + dayWords(at.Answers[0].Day) + " 答复"
	case at.State == status.Open:
		row.Due = "公示到 " + dayWords(at.Until)
	case at.State == status.Scheduled:
		row.Due = "定在 " + dayWords(at.Posted) + " 张榜"
	case at.Hangs != 0:
		row.Due = "榜挂到 " + dayWords(at.Hangs)
	case at.Due != 0:
		row.Due = "最迟 " + dayWords(at.Due) + " 张榜"
	}
	if row.Late {
		row.Due += "，过期了"
	}
	return row
}

func register(p *status.Place, at *status.Period) stepRow {
	count := 0
	for _, h := range p.Households {
		if h.SpanFor(at.Period) != nil {
			count++
		}
	}
	s := stepRow{Name: "名册", Text: fmt.Sprintf("%d 户", count), State: "done", Doors: []door{{"改", formAddress("register", p.Place, ledger.Period{})}}}
	if len(p.Households) == 0 {
		s.Text, s.State = "还没有", "now"
	}
	return s
}

func scores(p *status.Place, at *status.Period, posted bool) stepRow {
	s := stepRow{Name: "评分"}
	scheme := p.SchemeFor(at.Period)
	if scheme == nil || len(scheme.ItemsOf(at.Cycle)) == 0 {
		s.Text, s.State = "不用评", "none"
		return s
	}
	s.Doors = []door{sheetDoor("看", p.Place, at.Period)}
	switch {
	case posted:
		s.Text, s.State = "已张榜", "done"
		s.Doors = append(s.Doors, door{"更正", formAddress("correction", p.Place, at.Period)})
	case at.State == status.Unreadable:
		s.Text, s.State = "读不出来", "now"
	case at.Sheet == nil || !at.Sheet.Begun():
		s.Text, s.State, s.Doors[0].Text = "还没有填", "todo", "填"
		if p.Next.Period != nil && p.Next.Period.Period == at.Period {
			s.State = "now"
		}
	case at.Sheet.Filled < at.Sheet.Households:
		s.Text, s.State, s.Doors[0].Text = fmt.Sprintf("%d/%d 户", at.Sheet.Filled, at.Sheet.Households), "now", "填"
	default:
		s.Text, s.State, s.Doors[0].Text = fmt.Sprintf("%d 户填好", at.Sheet.Filled), "done", "改"
	}
	if at.Errors > 0 {
		s.Text, s.State = s.Text+fmt.Sprintf("，错 %d 处", at.Errors), "now"
	}
	return s
}

func events(p *status.Place, at *status.Period, posted bool, day ledger.Date) stepRow {
	s := stepRow{Name: "加减分", State: "done"}
	of := deedsOf(p.Place, at.Period)
	n, pending := of.all, len(of.pending)
	s.Text = fmt.Sprintf("%d 件", n)
	s.Doors = []door{{"登记", formAddress("event", p.Place, at.Period)}}
	review := door{"审核", formAddress("review", p.Place, ledger.Period{})}
	switch {
	case pending > 0:
		s.Text, s.State = s.Text+fmt.Sprintf("，待审 %d 件", pending), "now"
		s.Doors = append(s.Doors, review)
	case !posted && of.reviewed > 0:
		s.Doors = append(s.Doors, door{"改审核", review.To})
	}
	if text, _ := of.missed(at.Period, day); text != "" && !posted && day > at.Last() {
		s.Text, s.State = s.Text+"，有的今天张榜赶不上", "now"
	}
	if n == 0 && !posted {
		s.State = "todo"
	}
	if scheme := p.SchemeFor(at.Period); n == 0 && (scheme == nil || len(scheme.Events) == 0) {
		s.Text, s.State, s.Doors = "没有", "none", nil
	}
	return s
}

func meeting(n *ledger.Notice) stepRow {
	if n.Meeting.Date == 0 {
		return stepRow{Name: "评议会", Text: "还没写", State: "todo"}
	}
	return stepRow{Name: "评议会", Text: short(n.Meeting.Date), State: "done"}
}

func posting(at *status.Period, posted, corrected bool) stepRow {
	switch {
	case posted && corrected && at.Hangs != 0:
		return stepRow{Name: "张榜", Text: short(at.Posted) + "，更正过：榜要换新的", State: "done"}
	case posted:
		return stepRow{Name: "张榜", Text: short(at.Posted), State: "done"}
	case at.Posted != 0:
		return stepRow{Name: "张榜", Text: "定在 " + short(at.Posted), State: "now"}
	case at.Notice:
		return stepRow{Name: "张榜", Text: "草稿", State: "todo"}
	}
	return stepRow{Name: "张榜", Text: "还没有", State: "todo"}
}

func objections(p *status.Place, n *ledger.Notice, at *status.Period, posted bool) stepRow {
	open := 0
	for _, o := range n.Objections {
		if o.Decided == 0 {
			open++
		}
	}
	s := stepRow{Name: "异议", State: "todo"}
	if !posted {
		return s
	}
	s.Doors = []door{{"登记", formAddress("objection", p.Place, at.Period)}}
	switch upheld := uncorrected(p, n, at); {
	case open > 0:
		s.Text, s.State = fmt.Sprintf("%d 件没有答复", open), "now"
		s.Doors = append(s.Doors, door{"答复", formAddress("answer", p.Place, at.Period)})
	case len(upheld) > 0:
		s.Text, s.State = fmt.Sprintf("%d 件成立，还没有更正", len(upheld)), "now"
		s.Doors = append(s.Doors, door{"更正", correcting(p.Place, at.Period, upheld[0])})
	case len(n.Objections) > 0:
		s.Text, s.State = fmt.Sprintf("%d 件都答复了", len(n.Objections)), "done"
	case at.State == status.Open:
		s.Text = "还没有人提"
	default:
		s.Text, s.State = "没有", "done"
	}
	return s
}

// uncorrected are the objections that were upheld about households without a correction, as the check has it.
func uncorrected(p *status.Place, n *ledger.Notice, at *status.Period) (list []string) {
	for _, o := range n.Objections {
		if o.Outcome == "upheld" && !slices.ContainsFunc(p.Corrections, func(c *ledger.Correction) bool { return at.Contains(c.Period) && c.Household == o.Household }) {
			list = append(list, o.No)
		}
	}
	return list
}

func sealing(at *status.Period, posted bool) stepRow {
	switch {
	case !posted:
		return stepRow{Name: "封存", State: "todo"}
	case at.Seal == status.Sealed:
		return stepRow{Name: "封存", Text: "封存了", State: "done"}
	case at.Seal == status.Unsealed:
		return stepRow{Name: "封存", Text: "没有封存", State: "now"}
	}
	return stepRow{Name: "封存", Text: "没有封存过", State: "todo"}
}

func report(n *ledger.Notice, posted bool) stepRow {
	switch {
	case n.Reported != 0:
		return stepRow{Name: "报镇里", Text: short(n.Reported), State: "done"}
	case posted:
		return stepRow{Name: "报镇里", Text: "还没写", State: "todo"}
	}
	return stepRow{Name: "报镇里", State: "todo"}
}

// short is a day within its year.
func short(d ledger.Date) string {
	_, month, day := d.Civil()
	return fmt.Sprintf("%d月%d日", int(month), day)
}
