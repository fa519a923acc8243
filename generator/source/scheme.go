package source

import (
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

func (s *section) cycle(key string, words ...string) ledger.Cycle {
	c, _ := ledger.ParseCycle(s.word(key, words...))
	return c
}

// second reports whether a key has the second of two words.
func (s *section) second(key string, words [2]string) bool {
	return s.word(key, words[:]...) == words[1]
}

func (s *section) scheme(c *ledger.Scheme) {
	*c = ledger.Scheme{
		Place: c.Place, Name: c.Name, Section: s.Section,
		Title:         s.text("title"),
		Basis:         s.text("basis"),
		Effective:     s.date("effective"),
		Carry:         ledger.Carry(s.second("carry", ledger.CarryWords)),
		RankBy:        ledger.RankBy(s.second("rank_by", ledger.RankByWords)),
		Decimals:      s.whole("decimals", 0, 0, 2),
		Missing:       ledger.Missing(s.word("missing", "error", "full", "zero")),
		NotApplicable: ledger.NotApplicable(s.word("not_applicable", "full", "zero", "scale")),
		Benefits:      s.texts("benefits"),
	}
	c.Base, c.HasBase = s.points("base")
	c.Adopted = s.adopted()
	c.Zone = s.zone()
	_, cycleGiven := s.values["cycle"]
	cycle, _ := s.wordOK("cycle", "month", "quarter", "year")
	c.Cycle, _ = ledger.ParseCycle(cycle)
	c.Categories = list(s, "category", (*section).category)
	if !cycleGiven {
		c.Cycle = ledger.Shortest(c.Categories)
	}
	c.Events = list(s, "event", (*section).eventKind)
	if h := s.sub("honours"); s.has("honours") {
		c.Honours = h.honours()
	}
	s.done("effective")
}

func (s *section) adopted() ledger.Adopted {
	t := s.sub("adopted")
	defer t.done()
	return ledger.Adopted{
		Date: t.date("date"), Meeting: t.text("meeting"),
		For: t.whole("for", 0, 0, anyNumber), Against: t.whole("against", 0, 0, anyNumber),
		Filed: t.date("filed"),
	}
}

func (s *section) zone() ledger.Zone {
	t := s.sub("zone")
	defer t.done()
	return ledger.Zone{
		MaxHouseholds: t.whole("max_households", 0, 0, anyNumber),
		MinPanel:      t.whole("min_panel", 0, 0, anyNumber),
		Cross:         t.yes("cross", false),
	}
}

func (s *section) category() *ledger.Category {
	c := &ledger.Category{
		Section: s.Section,
		ID:      s.text("id"), Name: s.text("name"),
		Cycle:   s.cycle("cycle", "month", "quarter", "year"),
		Combine: ledger.Combine(s.word("combine", "sum", "mean", "last")),
	}
	c.Base, c.HasBase = s.points("base")
	c.Items = list(s, "item", func(t *section) *ledger.Item { return t.item(c) })
	s.done("id", "name")
	return c
}

func (s *section) item(c *ledger.Category) *ledger.Item {
	i := &ledger.Item{
		Section: s.Section, Category: c,
		ID: s.text("id"), Name: s.text("name"),
		Standard: s.text("standard"), Sensitive: s.yes("sensitive", false),
	}
	var readable bool
	if i.Points, readable = s.points("points"); !readable {
		delete(s.Keys, "points") // reported here, and not to be reported again as 0
	}
	if i.Points < 0 {
		s.fail("points", i.Points, constraintError("写这一项最多给几分", "是负数，应大于 0"))
	}
	s.done("id", "name", "points")
	return i
}

func (s *section) eventKind() *ledger.EventKind {
	k := &ledger.EventKind{
		Section: s.Section,
		ID:      s.text("id"), Name: s.text("name"), Category: s.text("category"),
		Per: s.text("per"), Approval: s.yes("approval", false),
		Sensitive: s.yes("sensitive", false), Veto: s.yes("veto", false),
	}
	k.Points, _ = s.points("points")
	k.From, k.To, k.Ranged = s.span("range")
	k.MaxPerMonth, k.HasMaxMonth = s.cap("max_per_month")
	k.MaxPerYear, k.HasMaxYear = s.cap("max_per_year")
	s.exactlyOne("points", "range")
	s.done("id", "name")
	return k
}

// cap reads a limit in points, which is an absolute value.
func (s *section) cap(key string) (ledger.Points, bool) {
	p, ok := s.points(key)
	if p < 0 {
		s.fail(key, p, constraintError("写成 "+(-p).String(), "是负数；扣分的上限也写正数"))
		return -p, ok
	}
	return p, ok
}

// exactlyOne reports keys of which not exactly one is there.
func (s *section) exactlyOne(keys ...string) {
	list, n := strings.Join(keys, "、"), 0
	for _, k := range keys {
		s.fields[k].oneOf = keys
		if _, given := s.values[k]; given {
			n++
		}
	}
	switch {
	case n == 0:
		s.report(s.Position, diag.Error, keys[0], &trouble{"missing-key", "缺少 " + list + " 中的一个", "加上其中一个，例如 " + keys[0] + " = 10"})
	case n > 1:
		s.report(s.Position, diag.Error, keys[0], constraintError("只留一个，删去其他的", "%s 只能有一个", list))
	}
}

func (s *section) honours() *ledger.Honours {
	s.Keys, s.prefix = ledger.Keys{}, ""
	h := &ledger.Honours{Section: s.Section}
	h.Cycle = s.cycle("cycle", "year", "quarter", "month")
	h.Rounding = ledger.Rounding(s.word("rounding", "down", "nearest", "up"))
	h.Ties = ledger.Ties(s.second("ties", ledger.TiesWords))
	h.Levels = list(s, "level", (*section).level)
	if !s.has("level") && len(s.unknown()) == 0 {
		s.report(s.Position, diag.Note, "level", &trouble{"missing-key", "[honours] 里没有等次，荣誉不会评", "加上 [[honours.level]]；不评荣誉就删去 [honours]"})
	}
	s.done()
	return h
}

func (s *section) level() *ledger.Level {
	l := &ledger.Level{Section: s.Section, Name: s.text("name"), Reward: s.text("reward")}
	l.Top, l.HasTop = s.points("top")
	if l.HasTop && (l.Top <= 0 || l.Top > 100*ledger.Point) {
		s.fail("top", l.Top, constraintError("写从上往下累计的百分数，例如 10", "应大于 0，不超过 100"))
	}
	l.Count = s.whole("count", 0, 1, anyNumber)
	l.HasCount = l.Count > 0
	l.Min, l.HasMin = s.points("min")
	switch text, isText := s.values["floor"].(string); {
	case !isText:
		l.Floor, l.HasFloor = s.points("floor")
	case text == "base":
		s.text("floor")
		l.FloorBase = true
	default:
		s.text("floor")
		hint := "写成 floor = \"base\"（不低于满分），或像 floor = 90 这样的数字"
		if m := mended("floor", aNumber, text); m != "" {
			hint = "写成 floor = " + m + "，不加引号"
		}
		s.fail("floor", text, typeError(hint, "应是 \"base\" 或一个数字"))
	}
	s.fields["floor"].words = []string{"base"}
	s.exactlyOne("top", "count", "min")
	s.done("name")
	return l
}
