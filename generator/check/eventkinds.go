package check

import (
	"fmt"

	"gongshi/generator/ledger"
)

// eventKinds checks a scheme's [[event]]: unique names, ranges that do not mix additions with deductions, and caps.
func (p *place) eventKinds(s *ledger.Scheme) {
	ids, titles := names{}, names{}
	for _, k := range s.Events {
		p.once(ids, k.ID, "id", "加减分项目 id ", k.Keys, k.Position)
		p.once(titles, k.Name, "name", "加减分项目名称", k.Keys, k.Position)
		if k.Ranged && k.From < 0 && k.To > 0 {
			p.Wrong(k.Keys.At("range", k.Position), constraintError,
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
			p.Wrong(k.Keys.At("name", k.Position), ambiguous,
				fmt.Sprintf("加减分项目名称“%s”又是第%d行另一个项目的 id，记录里写它时分不清是哪一个", k.Name, other.Line), "改名称或那个 id")
		}
	}
}

// cap checks that a cap is at least what one event gives.
func (p *place) cap(k *ledger.EventKind, key string, limit ledger.Points) {
	at := k.Keys.At(key, k.Position)
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
