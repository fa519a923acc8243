package check

import (
	"fmt"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// schemes checks the versions of the rules in the place's own folder.
func (p *place) schemes() {
	effective := make(map[ledger.Date]*ledger.Scheme)
	for _, s := range p.Schemes {
		if first := effective[s.Effective]; first != nil && s.Effective != 0 {
			p.Wrong(s.At("effective"), primaryKey,
				fmt.Sprintf("生效日期“%s”和另一个版本相同：%s", s.Effective, first.File), "同一天只能有一个版本生效；改日期，或删去一个文件")
		}
		effective[s.Effective] = s
		p.categories(s)
		p.items(s)
		p.eventKinds(s)
		p.honours(s)
		p.cycleChanges(s)
	}
}

// names remembers where ids and names were first used, to report a second use.
type names map[string]diag.Position

// once reports a text that was used before in the same file.
func (p *place) once(seen names, text, what string, at diag.Field) {
	if first, twice := seen.first(text, at.Position); twice {
		p.Wrong(at, primaryKey, fmt.Sprintf("%s“%s”已经用过，第一次在第%d行", what, text, first.Line), "改其中一个，使它不同")
	}
}

// first returns where a text was first used, and whether that was before.
func (seen names) first(text string, at diag.Position) (first diag.Position, before bool) {
	if first, before = seen[text]; !before && text != "" {
		seen[text] = at
	}
	return first, before
}

// onceIn is once for a row of a table, with a message about the text and the row of its first use.
func (p *place) onceIn(seen names, text string, row diag.Record, heading, message, hint string) {
	if first, twice := seen.first(text, row.Position); twice {
		p.refer(row.At(heading), first, primaryKey, fmt.Sprintf(message, text, first.Row()), hint)
	}
}

// categories checks that ids and names differ, that each has items, and that a base is their sum.
func (p *place) categories(s *ledger.Scheme) {
	ids, titles := names{}, names{}
	var sum ledger.Points
	complete := true
	for _, c := range s.Categories {
		p.once(ids, c.ID, "类别 id ", c.At("id"))
		p.once(titles, c.Name, "类别名称", c.At("name"))
		if len(c.Items) == 0 {
			p.Wrong(c.Position.As("category"), constraintError,
				fmt.Sprintf("类别“%s”没有任何项目", c.Name), "加上 [[category.item]]，或删去这个类别")
		}
		if len(c.Items) == 1 && c.Items[0].Sensitive {
			i := c.Items[0]
			p.Note(i.At("sensitive"), sensitiveAlone,
				fmt.Sprintf("敏感项目“%s”是类别“%s”唯一的项目，公布类别得分就公布了它", i.Name, c.Name), "把它并入另一个类别")
		}
		measured := measured(c)
		if measured && c.HasBase && c.Base != c.FullMarks() {
			p.Wrong(c.At("base"), baseMismatch,
				fmt.Sprintf("类别“%s”的基础分是“%s”，各项目之和是 %s", c.Name, c.Base, c.FullMarks()), "改正 base 或项目的 points，使两者相等")
		}
		sum += c.FullMarks()
		complete = complete && measured
	}
	if complete && s.HasBase && s.Base != sum {
		p.Wrong(s.At("base"), baseMismatch,
			fmt.Sprintf("办法的基础分是“%s”，全部项目之和是 %s", s.Base, sum), "改正 base 或项目的 points，使两者相等")
	}
}

// measured reports whether every item of c has points above 0, so that a sum means something.
func measured(c *ledger.Category) bool {
	return len(c.Items) > 0 && !slices.ContainsFunc(c.Items, func(i *ledger.Item) bool { return i.Points <= 0 })
}

// items checks that ids differ in the whole scheme. A name may be in two categories, where 分类/项目
// distinguishes them, but not twice in one, nor be another item's id.
func (p *place) items(s *ledger.Scheme) {
	ids := names{}
	for _, c := range s.Categories {
		titles := names{}
		for _, i := range c.Items {
			p.once(ids, i.ID, "项目 id ", i.At("id"))
			p.once(titles, i.Name, "同一类别里的项目名称", i.At("name"))
			if _, given := i.Keys["points"]; given && i.Points == 0 {
				p.Wrong(i.At("points"), constraintError,
					fmt.Sprintf("项目“%s”的分值是“0”，应大于 0", i.Name),
					"填一次考评最多得几分；扣分请写成 [[event]]")
			}
		}
	}
	for _, c := range s.Categories {
		for _, i := range c.Items {
			if other, clash := ids[i.Name]; clash && i.Name != i.ID {
				p.Wrong(i.At("name"), ambiguous,
					fmt.Sprintf("项目名称“%s”又是第%d行另一个项目的 id，表头写它时分不清是哪一项", i.Name, other.Line), "改名称或那个 id")
			}
		}
	}
}

// cycleChanges checks that a category or the events keep their cycle within a calendar year;
// otherwise a part of the year would be assessed twice or not at all.
func (p *place) cycleChanges(s *ledger.Scheme) {
	if s.Effective == 0 || s.Effective == ledger.Day(s.Effective.Year(), 1, 1) {
		return
	}
	before := p.SchemeFor(ledger.PeriodOf(ledger.Month, s.Effective-1))
	if before == nil || before == s {
		return
	}
	for _, c := range s.Categories {
		if old := before.Category(c.ID); old != nil && old.Cycle != c.Cycle {
			p.Note(c.At("cycle"), cycleChange,
				fmt.Sprintf("类别“%s”的周期在 %d 年中由“%s”变为“%s”，自 %s 起", c.Name, s.Effective.Year(), old.Cycle, c.Cycle, s.Effective),
				"最好从 1 月 1 日起改变周期，否则这一年有的月份会重复考评或漏评")
		}
	}
	if before.Cycle != s.Cycle && len(before.Events) > 0 && len(s.Events) > 0 {
		p.Note(s.At("cycle"), cycleChange,
			fmt.Sprintf("加减分的周期在 %d 年中由“%s”变为“%s”，自 %s 起", s.Effective.Year(), before.Cycle, s.Cycle, s.Effective),
			"最好从 1 月 1 日起改变周期")
	}
}

// eventKinds checks a scheme's [[event]]: unique names, ranges that do not mix additions with deductions, and caps.
func (p *place) eventKinds(s *ledger.Scheme) {
	ids, titles := names{}, names{}
	for _, k := range s.Events {
		p.once(ids, k.ID, "加减分项目 id ", k.At("id"))
		p.once(titles, k.Name, "加减分项目名称", k.At("name"))
		if k.Ranged && k.From < 0 && k.To > 0 {
			p.Wrong(k.At("range"), constraintError,
				fmt.Sprintf("“%s”的分值范围“%s”到“%s”既加又减", k.Name, k.From, k.To), "拆成一个加分项目和一个扣分项目")
		}
		if k.HasMaxMonth {
			p.cap(k, "max_per_month", k.MaxPerMonth)
		}
		if k.HasMaxYear {
			p.cap(k, "max_per_year", k.MaxPerYear)
		}
	}
	for _, k := range s.Events {
		if other, clash := ids[k.Name]; clash && k.Name != k.ID {
			p.Wrong(k.At("name"), ambiguous,
				fmt.Sprintf("加减分项目名称“%s”又是第%d行另一个项目的 id，记录里写它时分不清是哪一个", k.Name, other.Line), "改名称或那个 id")
		}
	}
}

// cap checks that a cap is at least what one event gives.
func (p *place) cap(k *ledger.EventKind, key string, limit ledger.Points) {
	at := k.At(key)
	most := mostOf(k)
	switch {
	case limit == 0:
		p.Note(at, uselessCap, fmt.Sprintf("“%s”的上限是 0，它永远不会计分", k.Name), "写上真正的上限，或删去这一行")
	case most == 0:
		p.Note(at, uselessCap, fmt.Sprintf("“%s”每次计 0 分，上限“%s”不起作用", k.Name, limit), "删去这一行，或改正 points")
	case limit < most:
		p.Note(at, uselessCap,
			fmt.Sprintf("“%s”的上限“%s”比一次的 %s 分还少，一次也计不满", k.Name, limit, most), "核对 points、range 和上限")
	}
}

// mostOf returns the most that one event of a kind adds or takes away, without a sign.
func mostOf(k *ledger.EventKind) ledger.Points {
	if k.Ranged {
		return max(abs(k.From), abs(k.To))
	}
	return abs(k.Points)
}

func abs(n ledger.Points) ledger.Points { return max(n, -n) }
