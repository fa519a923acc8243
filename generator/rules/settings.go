package rules

import (
	"cmp"
	"strconv"
	"strings"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

var yesNo = map[bool]string{false: "changes.no", true: "changes.yes"}

func (d *difference) settings() {
	d.name, d.heading = "", ""
	was, is := d.was, d.is
	d.text("base", baseText(was), baseText(is))
	d.word("rankby", "rules.rankby."+was.RankBy.String(), "rules.rankby."+is.RankBy.String())
	d.word("carry", "rules.carry."+was.Carry.String(), "rules.carry."+is.Carry.String())
	d.word("eventcycle", "rules.eventcycle."+was.Cycle.String(), "rules.eventcycle."+is.Cycle.String())
	d.text("decimals", strconv.Itoa(was.Decimals), strconv.Itoa(is.Decimals))
	d.word("missing", "rules.missing."+string(was.Missing), "rules.missing."+string(is.Missing))
	d.word("notapplicable", "rules.notapplicable."+string(was.NotApplicable), "rules.notapplicable."+string(is.NotApplicable))
	d.text("zonemax", limit(was.Zone.MaxHouseholds), limit(is.Zone.MaxHouseholds))
	d.text("zonemin", limit(was.Zone.MinPanel), limit(is.Zone.MinPanel))
	d.yesNo("zonecross", was.Zone.Cross, is.Zone.Cross)
	d.text("benefits", strings.Join(was.Benefits, "；"), strings.Join(is.Benefits, "；"))
}

func baseText(s *gazette.Scheme) string {
	if !s.HasBase {
		return ""
	}
	return s.Base.String()
}

// limit returns a limit as text, or "" for none.
func limit(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (d *difference) honours() {
	was, is := cmp.Or(d.was.Honours, &ledger.Honours{}), cmp.Or(d.is.Honours, &ledger.Honours{})
	d.name, d.heading = "", ""
	if d.was.Honours != nil && d.is.Honours != nil {
		d.word("honourscycle", "rules.honours."+was.Cycle.String(), "rules.honours."+is.Cycle.String())
		d.word("rounding", "rules.rounding."+string(was.Rounding), "rules.rounding."+string(is.Rounding))
		d.word("ties", "rules.ties."+was.Ties.String(), "rules.ties."+is.Ties.String())
	}
	compare(d, was.Levels, is.Levels, part[*ledger.Level]{
		key:   func(l *ledger.Level) string { return l.Name },
		name:  func(l *ledger.Level, _ *gazette.Scheme) (string, string) { return l.Name, "" },
		worth: func(l *ledger.Level, _ *gazette.Scheme) Value { return bandValue(l) },
		both: func(was, is *ledger.Level) {
			if a, b := bandValue(was), bandValue(is); !sameBand(a.Band, b.Band) {
				d.field("level", a, b)
			}
		},
	})
}

func bandValue(l *ledger.Level) Value {
	b := figure.BandOf(l, 0, 0)
	return Value{Band: &b}
}

func sameBand(a, b *figure.Band) bool {
	return a.Top == b.Top && a.Count == b.Count && a.Min == b.Min && a.FloorBase == b.FloorBase &&
		a.Floor == b.Floor && a.Reward == b.Reward
}
