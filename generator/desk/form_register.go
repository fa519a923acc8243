package desk

import (
	"gongshi/generator/convert"
	"gongshi/generator/edit"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
)

// registerRow is what the page of the register shows: no day where no period has been posted yet, since the first
// households belong to the village from the beginning.
type registerRow struct {
	Groups []*ledger.Group
	Day    string
}

func showRegister(v *view) any {
	row := registerRow{Groups: v.place.Groups}
	if v.lastPosted() != (ledger.Period{}) {
		row.Day = v.work.Day.String()
	}
	return row
}

// planRegister changes the register as it is kept: a row that no longer applies is closed, and a new one is written.
func planRegister(v *view, f filled) (*plan, error) {
	day, err := f.day("date", "日子")
	if err != nil {
		return nil, err
	}
	p, err := v.altered(f, day)
	if err == nil && day > v.work.Day {
		p.told = append(p.told, dayWords(day)+"还没有到：今天是 "+dayWords(v.work.Day)+"。日子没有写错的，照写，到那天才算。")
	}
	return p, err
}

// altered is the register with what is filled in.
func (v *view) altered(f filled, day ledger.Date) (*plan, error) {
	what, id := f.one("what"), f.one("household")
	switch {
	case what == "joins" && id == "":
		return nil, lacks("写上新户的户号、户主和组。")
	case what == "joins":
		return v.joins(f, id, day)
	}
	if what == "" {
		return nil, lacks("选一种变动。")
	}
	h, err := v.household(f)
	switch {
	case err != nil:
		return nil, err
	case day == 0 && (what == "leaves" || what == "merges"):
		return nil, lacks("写上最后一天是哪天。")
	case day == 0:
		return nil, lacks("写上从哪天起。")
	}
	name := "data/" + v.place.Path + "/households.csv"
	t, err := v.table(name)
	if err != nil {
		return nil, err
	}
	row := current(t, h)
	if row < 0 {
		return nil, wrong("户号“" + h.ID + "”已经退出，没有可以改的一行。")
	}
	p, err := v.alter(f, t, row, h, day)
	if err != nil {
		return nil, err
	}
	says := p.changes // which of two rows is closed tells nothing to a clerk
	err = p.change(name, t)
	p.changes = says
	return p, err
}

// alter changes the rows of a household in the register, and tells in words what that means for it.
func (v *view) alter(f filled, t *edit.Table, row int, h *ledger.Household, day ledger.Date) (*plan, error) {
	const stays = "名册里这一户不删，写上最后一天；以前各期照旧算。"
	before, from := (day-1).String()+" 以前", "从 "+day.String()+" 起"
	switch f.one("what") {
	case "leaves":
		t.Set(row, "退出", day.String())
		return &plan{told: []string{stays, "退出的日子是最后属于本村的一天。"}, changes: []string{h.ID + " 退出：最后一天 " + day.String()}}, nil
	case "merges":
		into := v.named(f.one("into"))
		switch {
		case f.one("into") == "":
			return nil, lacks("写上并入哪一户。")
		case into == nil || into == h:
			return nil, wrong("并入哪一户：没有另一户的户号是“" + f.one("into") + "”。")
		}
		t.Set(row, "退出", day.String())
		t.Set(row, "并入", into.ID)
		return &plan{told: []string{stays, "并入以后，累计和余额在 " + into.ID + " 户接着算。"}, changes: []string{h.ID + " 并入 " + into.ID + "：最后一天 " + day.String()}}, nil
	case "moves":
		if err := v.mayMove(day); err != nil {
			return nil, err
		}
		p := &plan{told: []string{"还是这一户，不算退出：" + before + "算旧的组，" + from + "算新的组；分数、累计和余额接着算。"}}
		p.changes = []string{h.ID + " 换组：" + v.groupName(t.Was(row, "组")) + " → " + v.groupName(f.one("group")) + "，" + from}
		return p, anew(t, row, day, "组", f.one("group"))
	case "head":
		p := &plan{told: []string{"还是这一户，不算退出：" + before + "写旧的户主，" + from + "写新的户主；分数、累计和余额接着算。"}}
		p.changes = []string{h.ID + " 换户主：" + orNothing(t.Was(row, "户主")) + " → " + f.one("head") + "，" + from}
		again, err := v.newHead(t, row, day, f.one("head"))
		if again != "" {
			p.changes = append(p.changes, again)
		}
		return p, err
	}
	return nil, lacks("选一种变动。")
}

// mayMove refuses a move within what is posted: a posted table tells in which group a household was, a seal has
// it, and a correction is of points alone. So it stays there, and villagers are told.
func (v *view) mayMove(day ledger.Date) error {
	latest := v.lastPosted()
	if latest == (ledger.Period{}) || day > latest.Last() {
		return nil
	}
	return wrong(convert.PeriodWords(latest) + "已经张榜，那一期在哪个组不再改，贴出去的和网上的才一样。写错了组的，从 " + (latest.Last() + 1).String() +
		" 起写对的组；要让村民都知道，给那一期登记一件异议，说的是哪一项写“组”，答复里写明应当是哪个组。")
}

// groupName is how a group is called.
func (v *view) groupName(id string) string {
	if g := v.place.Group(id); g != nil && g.Name != "" {
		return g.Name
	}
	return orNothing(id)
}

// newHead gives a household another head, and tells whether that one has to consent anew.
func (v *view) newHead(t *edit.Table, row int, day ledger.Date, head string) (again string, err error) {
	if t.Was(row, "类别") != ledger.Organisation { // which is nobody
		err = v.outOfGit()
	}
	if err == nil {
		err = anew(t, row, day, "户主", head)
	}
	if t.Was(row, "同意") != "" {
		again = "换了户主，要另签同意书"
	}
	return again, err
}

// outOfGit refuses a head's name where the site keeps names in a file of its own, which git does not have.
func (v *view) outOfGit() error {
	file := v.work.Book.Config.Privacy.NamesFile
	if file == "" {
		return nil
	}
	why, how := convert.HeadOutOfGit(file)
	return wrong(why + "。" + how + "。")
}

// later is what the register already has of a household for days to come.
func (v *view) later(h *ledger.Household, now *ledger.Span) string {
	if now.Joined > v.work.Day {
		return dayWords(now.Joined) + "起加入"
	}
	for _, next := range h.Spans {
		if next.Joined <= v.work.Day {
			continue
		}
		says := dayWords(next.Joined) + "起"
		if next.Head != now.Head {
			says += "户主 " + orNothing(next.Head)
		}
		if next.Group != now.Group {
			says += v.groupName(next.Group)
		}
		if next.Head == now.Head && next.Group == now.Group {
			says += "另有改动"
		}
		return says
	}
	switch {
	case now.Left < v.work.Day || now.Left == 0:
		return ""
	case now.Into != "":
		return dayWords(now.Left) + "以后并入另一户"
	}
	return dayWords(now.Left) + "退出"
}

// current is the row of a household that is not closed; -1 where there is none.
func current(t *edit.Table, h *ledger.Household) int {
	id, left := t.Column("户号"), t.Column("退出")
	for i := len(t.Records) - 1; i >= 0; i-- {
		if source.Key(t.Records[i].Cell(id)) == h.Key && t.Records[i].Cell(left) == "" {
			return i
		}
	}
	return -1
}

// anew closes a row the day before, and goes on in a new one, in which one column is another. The
// consent that a head signed is not that of the next one.
func anew(t *edit.Table, row int, day ledger.Date, column, text string) error {
	if text == "" || text == t.Was(row, column) {
		return wrong("写上新的" + column + "，和原来的不一样。")
	}
	cells := map[string]string{}
	for i, c := range t.Columns {
		if c.Name != "" {
			cells[c.Name] = t.Records[row].Cell(i)
		}
	}
	cells["加入"], cells["退出"], cells[column] = day.String(), "", text
	if column == "户主" {
		delete(cells, "同意")
	}
	t.Set(row, "退出", (day - 1).String())
	t.Add(row, cells)
	return nil
}
