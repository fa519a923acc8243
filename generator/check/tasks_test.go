package check

import (
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// task adds a task, changed as the case wants it.
func (v *village) task(no string, change func(*ledger.Task)) {
	t := &ledger.Task{
		Record: diag.RecordAt("tasks.csv", len(v.at.Tasks)+2),
		No:     no, Name: "修路灯",
	}
	if change != nil {
		change(t)
	}
	v.at.Tasks = append(v.at.Tasks, t)
}

func TestTasks(t *testing.T) {
	task := func(change func(*ledger.Task)) func(*village) { return func(v *village) { v.task("G1", change) } }
	number := func(n ledger.Points) ledger.Exact { return (n * ledger.Point).Exact() }
	see := func(path string) func(*village) {
		return func(v *village) {
			v.Articles = []*ledger.Article{{Path: "help/四议三双"}, {Path: "village/rules"}}
			v.task("G1", func(t *ledger.Task) { t.See = path })
		}
	}
	runCases(t, []ruleCase{{
		name:  "编号 twice",
		trips: func(v *village) { v.task("G1", nil); v.task("G1", nil) },
		want:  []string{"error primary-key tasks.csv:3 编号"},
		keeps: func(v *village) { v.task("", nil); v.task("", nil) },
	}, {
		name: "a target of nothing",
		trips: task(func(t *ledger.Task) {
			t.Target = ledger.Target{Sign: "≥", Value: number(10)}
		}),
		want: []string{"note missing-cell tasks.csv:2 单位"},
		keeps: task(func(t *ledger.Task) {
			t.Target = ledger.Target{Sign: ":", Value: number(1), Per: number(2)}
		}),
	}, {
		name:  "a present value of no target",
		trips: task(func(t *ledger.Task) { t.HasCurrent, t.Current, t.Unit = true, number(3), "盏" }),
		want:  []string{"note missing-cell tasks.csv:2 目标"},
		keeps: task(func(t *ledger.Task) {
			t.HasCurrent, t.Current, t.Unit, t.Target = true, number(3), "盏", ledger.Target{Sign: "≤"}
		}),
	}, {
		name:  "yuan for 10,000 yuan",
		trips: task(func(t *ledger.Task) { t.HasSum, t.Investment = true, number(600_000) }),
		want:  []string{"note constraint-error tasks.csv:2 投资万元"},
		keeps: task(func(t *ledger.Task) { t.HasSum, t.Investment = true, number(9_999) }),
	}, {
		name:  "a due date of another century",
		trips: task(func(t *ledger.Task) { t.Due = day("2203-12-31") }),
		want:  []string{"note constraint-error tasks.csv:2 截止"},
		keeps: task(func(t *ledger.Task) { t.Due = day("2023-12-31") }),
	}, {
		name:  "no such article",
		trips: see("四议三双"),
		want:  []string{"error foreign-key tasks.csv:2 程序"},
		keeps: see("help/四议三双"),
	}, {
		name:  "an article that has no page of its own",
		trips: see("village/rules"),
		want:  []string{"error foreign-key tasks.csv:2 程序"},
	}})
}
