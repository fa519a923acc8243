package check

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// households checks households.csv: spans, groups, kinds, and where a household was merged.
func (p *place) households() {
	for _, h := range p.Households {
		p.spans(h)
		p.kinds(h)
		for _, s := range h.Spans {
			p.into(h, s)
		}
	}
	p.groupsOfHouseholds()
	p.lostZeros()
	p.circles()
}

// spans checks that a 户号 has one row on one day.
func (p *place) spans(h *ledger.Household) {
	var open *ledger.Span // the one that lasts longest so far
	for _, s := range h.Spans {
		if s.Left != 0 && s.Left < s.Joined {
			p.Wrong(s.At("退出"), dateOrder,
				fmt.Sprintf("户号“%s”的退出日期“%s”早于加入日期“%s”", h.ID, s.Left, s.Joined),
				"退出是该户在册的最后一天，不能早于加入；改正其中一个日期")
			continue
		}
		if open != nil && (open.Left == 0 || s.Joined <= open.Left) {
			p.refer(s.At("户号"), open.Position, primaryKey,
				fmt.Sprintf("户号“%s”有两行在同一段时间有效：%s（%s）和本行（%s）", h.ID, open.Row(), stretch(open), stretch(s)),
				"如果是两户，改其中一个户号；如果是同一户的变更，前一行填退出日期，后一行的加入日期填它的次日")
		}
		if open == nil || open.Left != 0 && (s.Left == 0 || s.Left > open.Left) {
			open = s
		}
	}
}

// stretch returns a span's days in words.
func stretch(s *ledger.Span) string {
	from, to := "自始", "至今"
	if s.Joined != 0 {
		from = s.Joined.String() + " 起"
	}
	if s.Left != 0 {
		to = "到 " + s.Left.String()
	}
	return from + to
}

// kinds checks that a household does not become a 单位, or the reverse: they are ranked apart.
func (p *place) kinds(h *ledger.Household) {
	for i, s := range h.Spans[min(1, len(h.Spans)):] {
		before := h.Spans[i]
		if (s.Kind == ledger.Organisation) != (before.Kind == ledger.Organisation) {
			p.Note(s.At("类别"), kindChange,
				fmt.Sprintf("户号“%s”的类别由“%s”变为“%s”；单位和农户分开排名，累计积分会随着换榜", h.ID, before.Kind, s.Kind),
				"如果不是同一主体，给它一个新的户号")
		}
	}
}

// groupsOfHouseholds checks that a row's group is in place.toml, and that every household has one
// if there are groups; a 单位 need not.
func (p *place) groupsOfHouseholds() {
	var outside, undeclared []*ledger.Span
	for _, h := range p.Households {
		for _, s := range h.Spans {
			if p.Unread.Has("place.toml") {
				continue
			}
			if s.Group != "" && len(p.Groups) == 0 {
				undeclared = append(undeclared, s)
			} else if s.Group != "" && p.group[s.Group] == nil {
				p.Wrong(s.At("组"), foreignKey,
					fmt.Sprintf("户号“%s”的组“%s”没有在 place.toml 中登记", h.ID, s.Group),
					p.meantGroup(s.Group, "改正组号，或在 place.toml 里加一节 [[group]]"))
			}
		}
		if s := last(h.Spans); s != nil && s.Group == "" && s.Left == 0 && s.Kind != ledger.Organisation {
			outside = append(outside, s)
		}
	}
	if len(p.Groups) > 0 && len(outside) > 0 {
		s := outside[0]
		p.Note(s.At("组"), ungrouped,
			fmt.Sprintf("%s有 %d 户没有填组，本行是第一户", p.Name, len(outside)), "在“组”一列填上 place.toml 中的组号；没有这一列就加上")
	}
	if len(undeclared) > 0 {
		s := undeclared[0]
		p.Note(s.At("组"), foreignKey,
			fmt.Sprintf("households.csv 填了组“%s”等，但 place.toml 没有登记任何组", s.Group),
			"在 place.toml 里为每个组加一节 [[group]]，写明 id 和 name")
	}
}

func last(spans []*ledger.Span) *ledger.Span {
	if len(spans) == 0 {
		return nil
	}
	return spans[len(spans)-1]
}

// lostZeros reports a list with both 1 and 001, which Excel most likely saved in between: at each
// that lacks zeros which another has.
func (p *place) lostZeros() {
	for _, h := range p.Households {
		var fuller []string
		for _, other := range p.meant(h.Key) {
			if len(other.ID) > len(h.ID) {
				fuller = append(fuller, other.ID)
			}
		}
		if len(fuller) == 0 || len(h.Spans) == 0 {
			continue
		}
		s := h.Spans[0]
		p.Note(s.At("户号"), leadingZeros,
			fmt.Sprintf("户号“%s”和%s只差开头的零，程序把它们当作不同的户", h.ID, quoted(fuller)),
			"如果是同一户，是表格软件丢了零：把该列设为“文本”格式，补上零；如果是两户，最好换一个不易混淆的户号")
	}
}

// into checks that a household is merged into another that exists, is not itself, and is there on
// the day after its own last.
func (p *place) into(h *ledger.Household, s *ledger.Span) {
	if s.Into == "" {
		return
	}
	at := s.At("并入")
	if s.Left == 0 {
		p.Wrong(at, constraintError,
			fmt.Sprintf("户号“%s”填了并入“%s”，却没有退出日期", h.ID, s.Into), "填上退出日期：并入从它的次日起算；没有并户就把“并入”清空")
	}
	switch target := p.registered(at, s.Into, s.Into); {
	case target == nil:
	case target == h:
		p.Wrong(at, constraintError, fmt.Sprintf("户号“%s”并入了它自己", h.ID), "填它并入的那一户的户号，或清空")
	case s.Left != 0 && !onDay(target, s.Left+1):
		p.Note(at, notInPlace,
			fmt.Sprintf("户号“%s”自 %s 并入“%s”，而那一户当天不在册", h.ID, s.Left+1, target.ID),
			"核对并入的户号和两户的加入、退出日期")
	}
}

// onDay reports whether some row of a household applies on a day.
func onDay(h *ledger.Household, d ledger.Date) bool {
	return slices.ContainsFunc(h.Spans, func(s *ledger.Span) bool { return s.Covers(d) })
}

// circles checks that following 并入 from household to household ends. Each circle is reported
// once, at the row that closes it.
func (p *place) circles() {
	onTheWay := make(map[*ledger.Household]bool, len(p.Households)) // false: it was followed to its end
	var follow func(h *ledger.Household)
	follow = func(h *ledger.Household) {
		onTheWay[h] = true
		for _, s := range h.Spans {
			to := p.Household(s.Into)
			switch circle, followed := onTheWay[to]; {
			case s.Into == "" || to == nil || to == h:
			case circle:
				p.Wrong(s.At("并入"), constraintError,
					fmt.Sprintf("户号“%s”并入“%s”，而“%s”又辗转并入“%s”，成了一个圈", h.ID, to.ID, to.ID, h.ID),
					"改正其中一处“并入”：积分最后要落在一户")
			case !followed:
				follow(to)
			}
		}
		onTheWay[h] = false
	}
	for _, h := range p.Households {
		if _, followed := onTheWay[h]; !followed {
			follow(h)
		}
	}
}
