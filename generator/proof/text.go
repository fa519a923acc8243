package proof

import (
	"strconv"
	"strings"

	"gongshi/generator/ledger"
)

// The first fields of lines and of their parts.
const (
	NoticeLine    = "公示"
	RulesLine     = "办法"
	HouseholdLine = "户"

	partMark     = "评"
	partEntry    = "事"
	partPrivate  = "私"
	partCategory = "类"
	partItem     = "项"
	partHonours  = "荣"
	partLevel    = "级"
)

// text gathers the fields of a line.
type text []byte

func (t *text) add(fields ...string) {
	for _, f := range fields {
		if len(*t) > 0 {
			*t = append(*t, '|')
		}
		for i := 0; i < len(f); i++ {
			switch c := f[i]; c {
			case '|', '\\':
				*t = append(*t, '\\', c)
			case '\n':
				*t = append(*t, '\\', 'n')
			default:
				*t = append(*t, c)
			}
		}
	}
}

// Fields parts a line into its fields again.
func Fields(line string) []string {
	var fields []string
	var field strings.Builder
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '|':
			fields = append(fields, field.String())
			field.Reset()
		case c == '\\' && i+1 < len(line):
			if i++; line[i] == 'n' {
				field.WriteByte('\n')
			} else {
				field.WriteByte(line[i])
			}
		default:
			field.WriteByte(c)
		}
	}
	return append(fields, field.String())
}

func yes(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

func pointsIf(given bool, p ledger.Points) string {
	if !given {
		return ""
	}
	return p.String()
}

// cell is a cell as records-<period>.csv writes it.
func cell(c ledger.Cell) string {
	switch c.Kind {
	case ledger.Entered:
		return c.Points.String()
	case ledger.NA:
		return "不适用"
	}
	return ""
}

func noticeText(n *ledger.Notice) string {
	var t text
	t.add(NoticeLine, n.Period.String(), n.Posted.String())
	return string(t)
}

// RulesText is the line of a version of the rules.
func RulesText(s *ledger.Scheme) string {
	var t text
	carry, rankBy := "year", "total"
	if s.Lifetime {
		carry = "lifetime"
	}
	if s.ByAverage {
		rankBy = "average"
	}
	t.add(RulesLine, s.Effective.String(), s.Cycle.String(), carry, rankBy, strconv.Itoa(s.Decimals),
		string(s.Missing), string(s.NotApplicable))
	for _, c := range s.Categories {
		t.add(partCategory, c.ID, c.Name, c.Cycle.String(), string(c.Combine))
		for _, i := range c.Items {
			t.add(partItem, i.ID, i.Name, i.Points.String(), yes(i.Sensitive))
		}
	}
	for _, k := range s.Events {
		t.add(partEntry, k.ID, k.Name, pointsIf(!k.Ranged, k.Points), pointsIf(k.Ranged, k.From), pointsIf(k.Ranged, k.To),
			pointsIf(k.HasMaxMonth, k.MaxPerMonth), pointsIf(k.HasMaxYear, k.MaxPerYear),
			yes(k.Approval), yes(k.Sensitive), yes(k.Veto))
	}
	if s.Honours != nil {
		t.honours(s.Honours)
	}
	return string(t)
}

func (t *text) honours(h *ledger.Honours) {
	ties := "in"
	if h.TiesOut {
		ties = "out"
	}
	t.add(partHonours, h.Cycle.String(), string(h.Rounding), ties)
	for _, l := range h.Levels {
		count, floor := "", pointsIf(l.HasFloor, l.Floor)
		if l.HasCount {
			count = strconv.Itoa(l.Count)
		}
		if l.FloorBase {
			floor = "base"
		}
		t.add(partLevel, l.Name, pointsIf(l.HasTop, l.Top), count, pointsIf(l.HasMin, l.Min), floor)
	}
}
