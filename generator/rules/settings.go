package rules

import (
	"cmp"
	"strconv"
	"strings"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// settings are those of the whole, as one thing without a name.
func settings(s *gazette.Scheme) []thing {
	fields := []field{
		text("base", baseText(s)),
		word("rankby", "rules.rankby."+s.RankBy.String()),
		word("carry", "rules.carry."+s.Carry.String()),
		word("eventcycle", "rules.eventcycle."+s.Cycle.String()),
		text("decimals", strconv.Itoa(s.Decimals)),
		word("missing", "rules.missing."+string(s.Missing)),
		word("notapplicable", "rules.notapplicable."+string(s.NotApplicable)),
		text("zonemax", limit(s.Zone.MaxHouseholds)),
		text("zonemin", limit(s.Zone.MinPanel)),
		yesNo("zonecross", s.Zone.Cross),
		text("benefits", strings.Join(s.Benefits, "；")),
	}
	if h := s.Honours; h != nil {
		fields = append(fields,
			word("honourscycle", "rules.honours."+h.Cycle.String()),
			word("rounding", "rules.rounding."+string(h.Rounding)),
			word("ties", "rules.ties."+h.Ties.String()))
	}
	return []thing{{fields: fields}}
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

func levels(s *gazette.Scheme) (list []thing) {
	for _, l := range cmp.Or(s.Honours, &ledger.Honours{}).Levels {
		b := figure.BandOf(l, 0, 0)
		list = append(list, thing{key: l.Name, name: l.Name, fields: []field{{"level", Value{Band: &b}}}})
	}
	return list
}
