package source

import (
	"cmp"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

var householdColumns = []column{
	{"户号", "id", key, of(anID)},
	{"户主", "head", free, of(aText)},
	{"组", "group", free, of(aText)},
	{"类别", "kind", free, among(kinds)},
	{"参与", "takes_part", free, of(aYes)},
	{"同意", "consent", free, of(aDate)},
	{"加入", "joined", free, of(aDate)},
	{"退出", "left", free, of(aDate)},
	{"参与人数", "members", free, atLeast(0)},
	{"股份", "shares", free, of(aNumber)},
	{"并入", "into", free, of(anID)},
}

// readHouseholds reads households.csv: rows of one 户号 are the spans of one household.
func readHouseholds(f *file, p *ledger.Place) {
	var list []*ledger.Household
	byKey := map[string]*ledger.Household{}
	if t := openTable(f, householdColumns, nil, nil); t != nil {
		p.HasConsent = t.has("同意")
		for r := range t.rows {
			id, key := r.ownID("户号")
			span := r.span()
			if r.blamed {
				r.mute = true // then also what could be read may be somebody's other cell
				span = r.span()
			}
			if id == "" {
				f.unread = true
				continue
			}
			h := byKey[key]
			if h == nil {
				h = &ledger.Household{ID: id, Key: key}
				byKey[key] = h
				list = append(list, h)
			}
			h.Spans = append(h.Spans, span)
		}
	}
	const ever = -1 << 31 // before all days: without one it has always been there
	for _, h := range list {
		slices.SortStableFunc(h.Spans, func(a, b *ledger.Span) int {
			return cmp.Compare(cmp.Or(a.Joined, ever), cmp.Or(b.Joined, ever))
		})
	}
	slices.SortFunc(list, func(a, b *ledger.Household) int { return cmp.Compare(a.ID, b.ID) })
	p.SetHouseholds(list)
}

// ownID is an id that must be there.
func (r row) ownID(heading string) (id, key string) {
	if !r.must(heading) {
		return "", ""
	}
	return r.id(heading)
}

func (r row) span() *ledger.Span {
	s := &ledger.Span{
		Record:    r.record(),
		Head:      r.name("户主"),
		Group:     published(r.text("组")),
		TakesPart: r.yes("参与"),
		Consent:   r.date("同意"),
		Joined:    r.date("加入"),
		Left:      r.date("退出"),
		Members:   r.whole("参与人数"),
	}
	s.Kind = cmp.Or(r.word("类别"), kinds[0])
	s.Shares, _ = r.points("股份")
	if s.Shares < 0 {
		r.fail("股份", constraintError("", "是负数，股份不能小于 0"))
	}
	_, s.Into = r.id("并入")
	return s
}

var memberColumns = []column{
	{"户号", "id", key, of(anID)},
	{"成员号", "member", key, of(anID)},
	{"姓名", "name", free, of(aText)},
	{"参与", "takes_part", free, of(aYes)},
	{"同意", "consent", free, of(aDate)},
	{"加入", "joined", free, of(aDate)},
	{"退出", "left", free, of(aDate)},
}

// readMembers reads members.csv. Names and consent are looked at and not kept.
func readMembers(f *file, p *ledger.Place) {
	for r := range openTable(f, memberColumns, p, nil).rows {
		_, household := r.household()
		id, key := r.ownID("成员号")
		r.name("姓名")
		r.date("同意")
		m := &ledger.Member{
			Record: r.record(), Household: household, ID: id, Key: key,
			TakesPart: r.yes("参与"), Joined: r.date("加入"), Left: r.date("退出"),
		}
		switch h, at := p.Household(household), r.get("户号"); {
		case household == "" || id == "":
			f.unread = true
		case h != nil:
			h.Members = append(h.Members, m)
		case !p.Unread.Has("households.csv"): // else it may be there
			p.Unowned = append(p.Unowned, ledger.Unowned{Position: r.position(at), Household: household, ID: published(at.Text)})
		}
	}
}

// at is a file as a whole.
func at(path string) diag.Position { return diag.At(path, 0, 0) }
