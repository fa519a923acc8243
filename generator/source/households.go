package source

import (
	"cmp"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

const (
	hhID = iota
	hhHead
	hhGroup
	hhKind
	hhTakesPart
	hhConsent
	hhJoined
	hhLeft
	hhMembers
	hhShares
	hhInto
)

var householdColumns = []column{
	hhID:        {"户号", "id", key, of(anID)},
	hhHead:      {"户主", "head", free, of(aText)},
	hhGroup:     {"组", "group", free, of(aText)},
	hhKind:      {"类别", "kind", free, among(kinds)},
	hhTakesPart: {"参与", "takes_part", free, of(aYes)},
	hhConsent:   {"同意", "consent", free, of(aDate)},
	hhJoined:    {"加入", "joined", free, of(aDate)},
	hhLeft:      {"退出", "left", free, of(aDate)},
	hhMembers:   {"参与人数", "members", free, atLeast(0)},
	hhShares:    {"股份", "shares", free, of(aNumber)},
	hhInto:      {"并入", "into", free, of(anID)},
}

// readHouseholds reads households.csv: rows of one 户号 are the spans of one household.
func readHouseholds(f *file, p *ledger.Place) {
	var list []*ledger.Household
	byKey := map[string]*ledger.Household{}
	if t := openTable(f, householdColumns, nil); t != nil {
		p.HasConsent = t.has(hhConsent)
		for r, ok := t.next(); ok; r, ok = t.next() {
			id, key := r.ownID(hhID)
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
		t.ignored()
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
func (r row) ownID(c int) (id, key string) {
	if !r.must(c) {
		return "", ""
	}
	return r.id(c)
}

func (r row) span() *ledger.Span {
	s := &ledger.Span{
		Record:    r.record(),
		Head:      r.name(hhHead),
		Group:     published(r.text(hhGroup)),
		TakesPart: r.yes(hhTakesPart),
		Consent:   r.date(hhConsent),
		Joined:    r.date(hhJoined),
		Left:      r.date(hhLeft),
		Members:   r.whole(hhMembers),
	}
	s.Kind = cmp.Or(r.word(hhKind), kinds[0])
	s.Shares, _ = r.points(hhShares)
	if s.Shares < 0 {
		r.fail(hhShares, constraintError("", "是负数，股份不能小于 0"))
	}
	_, s.Into = r.id(hhInto)
	return s
}

const (
	mbHousehold = iota
	mbID
	mbName
	mbTakesPart
	mbConsent
	mbJoined
	mbLeft
)

var memberColumns = []column{
	mbHousehold: {"户号", "id", key, of(anID)},
	mbID:        {"成员号", "member", key, of(anID)},
	mbName:      {"姓名", "name", free, of(aText)},
	mbTakesPart: {"参与", "takes_part", free, of(aYes)},
	mbConsent:   {"同意", "consent", free, of(aDate)},
	mbJoined:    {"加入", "joined", free, of(aDate)},
	mbLeft:      {"退出", "left", free, of(aDate)},
}

// readMembers reads members.csv. Names and consent are looked at and not kept.
func readMembers(f *file, p *ledger.Place) {
	for r := range f.rows(memberColumns, p) {
		_, household := r.household(mbHousehold)
		id, key := r.ownID(mbID)
		r.name(mbName)
		r.date(mbConsent)
		m := &ledger.Member{
			Record: r.record(), Household: household, ID: id, Key: key,
			TakesPart: r.yes(mbTakesPart), Joined: r.date(mbJoined), Left: r.date(mbLeft),
		}
		if household == "" || id == "" {
			f.unread = true
			continue
		}
		h := p.Household(household)
		if h == nil && p.Unread.Has("households.csv") {
			continue // it may be there
		}
		if h == nil {
			at := r.get(mbHousehold)
			p.Unowned = append(p.Unowned, ledger.Unowned{Position: r.position(at), Household: household, ID: published(at.Text)})
			continue
		}
		h.Members = append(h.Members, m)
	}
}

// at is a file as a whole.
func at(path string) diag.Position { return diag.At(path, 0, 0) }
