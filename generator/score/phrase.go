package score

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Phrase is a text for people: as somebody wrote it, or the key of a word with its arguments.
// Pages use the words of their theme, String those of [Chinese].
type Phrase struct {
	Text string `json:"text,omitzero"`
	Key  string `json:"key,omitzero"`
	Args []any  `json:"-"` // strings, numbers, figures, ledger.Date, ledger.Period, Periods, Phrase
}

// Periods are periods to be listed.
type Periods []ledger.Period

// Chinese are the words of phrases in data files and in explain, whatever language the pages are
// in. The Chinese words of the theme are the same.
var Chinese = map[string]string{
	"column.加分": "加分", "column.扣分": "扣分", "column.合计": "合计", "column.平均": "平均", "column.累计": "累计",

	"phrase.average":      "各期得分先除以当期参与人数，再按分类合并",
	"phrase.both":         "%[1]s；%[2]s",
	"phrase.counted":      "本年计入：%[1]s",
	"phrase.cut":          "超出上限 %[1]s 分未计",
	"phrase.deferred":     "顺延自 %[1]s",
	"phrase.divided":      "除以参与人数 %[1]d",
	"phrase.each":         "%[1]s（人均）",
	"phrase.event":        "%[1]s（%[2]s）",
	"phrase.events":       "加减分",
	"phrase.eventseach":   "%[1]s 加减分 %[2]s ÷ %[3]d 人",
	"phrase.former":       "以往各年",
	"phrase.from":         "并入的 %[1]s",
	"phrase.fromhidden":   "并入的 户",
	"phrase.items":        "合并项目（%[1]d项）",
	"phrase.last":         "取最后一期",
	"phrase.mean":         "取 %[1]d 期的平均",
	"phrase.merged":       "合并公布",
	"phrase.missing.full": "缺项按满分计",
	"phrase.missing.zero": "缺项按零分计",
	"phrase.na.full":      "不适用按满分计",
	"phrase.na.out":       "不适用不计入基数",
	"phrase.na.zero":      "不适用按零分计",
	"phrase.other":        Other,
	"phrase.periods":      "%[1]s",
	"phrase.rescaled":     "按其余项目折算 ×%[1]s÷%[2]s",
	"phrase.scaled":       "有不适用的项目：其余项目得分 × 本表满分 %[1]s ÷ 适用项目满分 %[2]s",
	"phrase.unassessed":   "尚未评分",
	"phrase.was":          "更正前 %[1]s",
	"phrase.wasempty":     "更正前未填",
	"phrase.wasna":        "更正前不适用",
}

func phrase(key string, args ...any) Phrase { return Phrase{Key: "phrase." + key, Args: args} }

// FromHidden is the label for points from a household that was merged into this one and may not
// be named.
var FromHidden = phrase("fromhidden")

// IsZero reports whether p is empty.
func (p Phrase) IsZero() bool { return p.Text == "" && p.Key == "" }

func (p Phrase) String() string {
	if p.Key == "" {
		return p.Text
	}
	return fmt.Sprintf(Chinese[p.Key], p.Args...)
}

func (l Periods) String() string {
	names := make([]string, len(l))
	for i, p := range l {
		names[i] = p.String()
	}
	return strings.Join(names, "、")
}

// Name returns what the public reads of a mark: its item; for several, or for a sensitive one,
// only how many they are.
func (m *Mark) Name() Phrase {
	if m.Merged() || m.Items[0].Sensitive {
		return phrase("items", len(m.Items))
	}
	return Phrase{Text: m.Items[0].Name}
}

// Source returns where the mark was entered; for a household without a row there is none.
func (m *Mark) Source() diag.Position {
	if m.Row == nil {
		return diag.Position{}
	}
	if m.Merged() {
		return m.Row.Col(0)
	}
	return m.Row.Col(int(m.Raw.Column))
}

// Other replaces the kind of a sensitive event (formats.md, "Sensitive things").
const Other = "其他"

// Name returns what the public reads of an event: its kind, unless that is sensitive.
func (e *Entry) Name() Phrase {
	if e.Kind.Sensitive {
		return phrase("other")
	}
	return Phrase{Text: e.Kind.Name}
}

// Heading returns the public form of an event's heading.
func (e *Entry) Heading() Phrase {
	if e.Kind.Sensitive {
		return phrase("other")
	}
	return Phrase{Text: e.Kind.Heading(e.Scheme)}
}

// NamesSensitive reports whether a text names in any way a sensitive item or kind of event of the
// rules. The category is that of the item, nil for an event.
func NamesSensitive(s *ledger.Scheme, text string) (category *ledger.Category, yes bool) {
	for _, c := range s.Categories {
		for _, i := range c.Items {
			if Hidden(i) && (Names(text, i.Name) || text == i.ID) {
				return c, true
			}
		}
	}
	return nil, slices.ContainsFunc(s.Events, func(k *ledger.EventKind) bool {
		return k.Sensitive && (Names(text, k.Name) || text == k.ID)
	})
}

// Names reports whether a text contains a name; a name of a single character must be the whole
// text.
func Names(text, name string) bool {
	if utf8.RuneCountInString(name) < 2 {
		return text == name
	}
	return strings.Contains(text, name)
}
