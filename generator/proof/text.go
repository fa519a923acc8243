package proof

import (
	"strings"

	"gongshi/generator/ledger"
)

// The first fields of lines and of their parts. Those of version 2 have a "/", which no 户号 has,
// and are also the names in salts.csv.
const (
	NoticeLine    = "公示" // of version 1
	RulesLine     = "办法" // of version 1
	HouseholdLine = "户"

	NoticeFact = "公示/张贴"
	RulesFact  = "办法/条文"

	VisitFact      = "公示/入户"
	MeetingFact    = "公示/会议"
	PresentFact    = "公示/到会"
	SupervisorFact = "公示/监督"
	ReportFact     = "公示/上报"
	panelFact      = "公示/评议/" // and the group
	VotesFact      = "办法/表决"
	FiledFact      = "办法/备案"
	ObjectionFact  = "异议/" // and its number
	RedeemedFact   = "兑换/" // and its whole text
	HonoursFact    = "荣誉/" // and the period; then the 户号 of each
	SharedFact     = "分配/" // and the year; then 表决, 备案 likewise

	partMark     = "评"
	partFix      = "改"
	partGrounds  = "由"
	partBenefit  = "惠"
	partEntry    = "事"
	partPrivate  = "私"
	partCategory = "类"
	partItem     = "项"
	partHonours  = "荣"
	partLevel    = "级"
)

// text collects the fields of a line.
type text []byte

// addFree adds what people wrote, without the line endings of their program.
func (t *text) addFree(fields ...string) {
	for _, f := range fields {
		t.add(strings.ReplaceAll(strings.ReplaceAll(f, "\r\n", "\n"), "\r", "\n"))
	}
}

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

// Fields splits a line into its fields again.
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
