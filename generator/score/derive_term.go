package score

import (
	"fmt"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Name is what the public reads of a mark: its item; of several, or of a sensitive
// one, only how many they are.
func (m *Mark) Name() string {
	if m.Merged() || m.Items[0].Sensitive {
		return fmt.Sprintf("合并项目（%d项）", len(m.Items))
	}
	return m.Items[0].Name
}

// Explain says in words why a mark counts otherwise than as it was entered; empty
// where it does not. The scale of its sheet is told apart.
func (m *Mark) Explain() string {
	var why string
	if m.Merged() || m.Items[0].Sensitive {
		why = "合并公布"
	}
	return join(why, [...]string{
		AsEntered:    "",
		MissingFull:  "缺项按满分计",
		MissingZero:  "缺项按零分计",
		Unassessed:   "尚未评分",
		NotAppliFull: "不适用按满分计",
		NotAppliZero: "不适用按零分计",
		NotAppliOut:  "不适用不计入基数",
	}[m.Reading])
}

// Explain says the same of a mark of s, and by what it is scaled.
func (s *Sheet) Explain(m *Mark) string {
	if !s.Scaled() || m.Reading == NotAppliOut {
		return m.Explain()
	}
	return join(m.Explain(), fmt.Sprintf("按其余项目折算 ×%s÷%s", s.Num, s.Den))
}

func (m *Mark) term(s *ledger.Scheme) Term {
	t := Term{Label: m.Name(), Value: m.Points.Exact(), Note: m.Explain(), Source: m.Source(), Also: linesOf(m.Fixes)}
	if len(m.Fixes) > 0 {
		t.Note = join(wasText(m.Raw), t.Note)
	}
	switch m.Reading {
	case MissingFull, MissingZero, Unassessed:
		t.Rule = s.Keys.At("missing", s.Position)
	case NotAppliFull, NotAppliZero, NotAppliOut:
		t.Rule = s.Keys.At("not_applicable", s.Position)
	}
	return t
}

// wasText tells what stood in a cell before it was corrected.
func wasText(c ledger.Cell) string {
	switch c.Kind {
	case ledger.Entered:
		return "更正前 " + Number(c.Points.Exact())
	case ledger.NA:
		return "更正前不适用"
	}
	return "更正前未填"
}

// Source is where the mark was entered; a household without a row has none.
func (m *Mark) Source() diag.Position {
	if m.Row == nil {
		return diag.Position{}
	}
	if m.Merged() {
		return m.Row.Col(0)
	}
	return m.Row.Col(int(m.Raw.Column))
}

// Other stands in place of what a sensitive event is (formats.md, sensitive).
const Other = "其他"

// Name is what the public reads of an event: its kind, unless that is sensitive.
func (e *Entry) Name() string {
	if e.Kind.Sensitive {
		return Other
	}
	return e.Kind.Name
}

// Heading is what the public reads of the heading under which an event stands.
func (e *Entry) Heading() string {
	if e.Kind.Sensitive {
		return Other
	}
	return e.Kind.Heading(e.Scheme)
}

// Explain says in words why an event counts otherwise, or elsewhere, than as written;
// empty where it does not. Its review is told apart.
func (e *Entry) Explain() string {
	var why string
	if cut := e.Cut(); cut != 0 {
		why = fmt.Sprintf("超出上限 %s 分未计", cut)
	}
	if e.Deferred() {
		why = join(why, "顺延自 "+e.Origin.String())
	}
	return why
}

// tells reports whether a derivation names e: it counts, or would but for a cap or a
// correction.
func (e *Entry) tells() bool {
	return e.Counted != 0 || e.Cut() != 0 || e.Review == ledger.Approved && len(e.Fixes) > 0
}

func (e *Entry) term() Term {
	note := e.Explain()
	if len(e.Fixes) > 0 {
		note = join("更正前 "+Number(e.Worth.Exact()), note)
	}
	return Term{
		Label:  e.Name() + "（" + e.No + "）",
		Value:  e.Counted.Exact(),
		Note:   note,
		Source: e.Position, Also: linesOf(e.Fixes), Rule: e.Kind.Position,
	}
}

func join(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	return a + "；" + b
}
