package desk

import (
	"gongshi/generator/ledger"
	"gongshi/generator/source"
)

// joins enters a new household.
func (v *view) joins(f filled, id string, day ledger.Date) (*plan, error) {
	there := v.place.Household(source.Key(id))
	if err := mayReturn(there, day); err != nil {
		return nil, err
	}
	head, kept := f.one("head"), v.outOfGit()
	if there != nil && there.Spans[len(there.Spans)-1].Kind == ledger.Organisation { // which is nobody
		kept = nil
	}
	if head != "" && kept != nil {
		return nil, kept
	} else if head == "" && kept == nil {
		return nil, lacks("写上户主。")
	}
	if there != nil {
		return v.returns(f, there, day)
	}
	p, err := v.taken(ledger.PeriodOf(ledger.Month, v.work.Day), []string{"户号", "户主", "组", "加入"}, []string{id, head, f.one("group"), dated(day)})
	if err == nil && p.meets { // the import also knows an id by its figure, without the zeros in front
		return nil, wrong("户号“" + id + "”和名册里已经有的一样：新户用没有用过的户号。")
	}
	if err == nil && day != 0 {
		p.told = append(p.told, "当月中途加入的，那个月评分表里有它的一行才算。")
	}
	return p, err
}

// mayReturn refuses the id of a household that is in the register, unless that one has left and comes back.
func mayReturn(h *ledger.Household, day ledger.Date) error {
	if h == nil {
		return nil
	}
	switch last := h.Spans[len(h.Spans)-1]; {
	case last.Left == 0:
		return wrong("已经有户号“" + h.ID + "”：新户用没有用过的户号。")
	case last.Into != "":
		return wrong("户号“" + h.ID + "”并入了别的户：用没有用过的户号。")
	case day == 0:
		return lacks("写上从哪天起：户号“" + h.ID + "”的户 " + last.Left.String() + " 退出了。又回来的，写上回来的那天；是另一户的，用没有用过的户号。")
	}
	return nil
}

// returns enters a household that comes back, below its row of then.
func (v *view) returns(f filled, h *ledger.Household, day ledger.Date) (*plan, error) {
	name := "data/" + v.place.Path + "/households.csv"
	t, err := v.table(name)
	if err != nil {
		return nil, err
	}
	row, id := -1, t.Column("户号")
	for i, r := range t.Records {
		if source.Key(r.Cell(id)) == h.Key {
			row = i
		}
	}
	cells := map[string]string{"户号": h.ID, "户主": f.one("head"), "组": f.one("group"), "加入": day.String()}
	if kind := t.Was(row, "类别"); kind != "" {
		cells["类别"] = kind
	}
	t.Add(row, cells)
	p := &plan{told: []string{"退出过的户又回来，还是原来那一户。是另一户的，用没有用过的户号。"}}
	return p, p.change(name, t, "户号")
}
