package check

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// groups checks [[group]] of place.toml, and the scheme's limits for groups and panels.
func (p *place) groups() {
	assessed := make(map[string]*ledger.Group)
	for _, g := range p.Groups {
		if first := p.group[g.ID]; first != g {
			p.Wrong(g.At("id"), primaryKey,
				fmt.Sprintf("组号“%s”已经用过，第一次在第%d行", g.ID, first.At("id").Line), "每个组用一个不同的 id")
			continue
		}
		if g.Assesses == "" {
			continue
		}
		at := g.At("assesses")
		if p.group[g.Assesses] == nil {
			p.Wrong(at, foreignKey,
				fmt.Sprintf("组“%s”的评议小组考察的组“%s”没有登记", g.ID, g.Assesses),
				p.meantGroup(g.Assesses, "改成另一个 [[group]] 的 id"))
		} else if other := assessed[g.Assesses]; other != nil {
			p.Note(at, primaryKey,
				fmt.Sprintf("组“%s”由两个评议小组考察：组“%s”的和组“%s”的，页面只写前一个", g.Assesses, other.ID, g.ID),
				"交叉考察时每个组只由一个小组考察")
		}
		assessed[g.Assesses] = g
	}
	if period, s := p.rulesOfZones(); s != nil && len(p.Groups) > 0 {
		p.zones(s, period)
	}
}

// meantGroup returns a hint that names the most likely intended group, also if its name was
// written instead of its id.
func (p *place) meantGroup(typed, otherwise string) string {
	var ids []string
	for _, g := range p.Groups {
		if g.Name == typed && typed != "" {
			return "填组号：“" + typed + "”的组号是“" + g.ID + "”"
		}
		ids = append(ids, g.ID)
	}
	return didYouMean(typed, ids, otherwise)
}

// rulesOfZones returns the last posted period and its scheme or, before anything is posted, no
// period and the newest version of the nearest scheme.
func (p *place) rulesOfZones() (ledger.Period, *ledger.Scheme) {
	for _, period := range slices.Backward(inOrder(p.Notices)) {
		if s := p.SchemeFor(period); s != nil && p.posted(period) != 0 {
			return period, s
		}
	}
	if versions := p.NearestSchemes(); versions != nil {
		return ledger.Period{}, versions[len(versions)-1]
	}
	return ledger.Period{}, nil
}

// zones reports where the groups break the scheme's [zone].
func (p *place) zones(s *ledger.Scheme, period ledger.Period) {
	for i, z := range p.Zones(s, period) {
		g := p.Groups[i]
		if z.TooLarge {
			p.Note(g.Position.As("group"), zoneSize,
				fmt.Sprintf("组“%s”有 %d 户，超过办法规定的每片区 %d 户", g.ID, z.Households, s.Zone.MaxHouseholds), "把它分成几个组，或经村民代表会议修改 [zone]")
		}
		if z.SmallPanel {
			p.Note(g.At("panel"), zonePanel,
				fmt.Sprintf("组“%s”的评议小组有 %d 人，少于办法规定的 %d 人", g.ID, len(g.Panel), s.Zone.MinPanel), fmt.Sprintf("在 place.toml 这个组的 panel 里补到 %d 人", s.Zone.MinPanel))
		}
		if z.OwnPanel {
			p.Note(g.At("assesses"), zoneCross,
				fmt.Sprintf("办法规定交叉考察，而组“%s”的评议小组考察的是本组", g.ID), "在 assesses 填它所考察的另一个组的 id")
		}
	}
}

// example checks [example] of place.toml: a household of the place that was in a posted period.
func (p *place) example() {
	e := p.Example
	if e == nil || e.Household == "" || e.Period == (ledger.Period{}) {
		return // source reports why
	}
	h := p.registered(e.At("example.household"), e.ID, e.Household)
	if h == nil || p.noticeUnread(e.Period) {
		return
	}
	if p.posted(e.Period) == 0 {
		p.Wrong(e.At("example.period"), notPosted,
			fmt.Sprintf("拿 %s 做算例，而这一期没有张榜", e.Period), "写一个已经张榜的周期，或删去 [example]")
		return
	}
	if yes, why := p.isIn(h, e.Period); !yes {
		p.Wrong(e.At("example.household"), notInPlace,
			fmt.Sprintf("拿户号“%s”做算例，而它在 %s %s", e.ID, e.Period, why), "换一户，或换一个周期")
	}
}
