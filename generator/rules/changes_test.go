package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"text/template"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// versions are one version of the rules and the next.
func versions() (was, is *gazette.Scheme) {
	was = &gazette.Scheme{Scheme: &ledger.Scheme{
		Categories: []*ledger.Category{
			{ID: "a", Name: "环境", Items: []*ledger.Item{{ID: "1", Name: "庭院", Points: 500}, {ID: "2", Name: "厕所", Points: 300}}},
			{ID: "b", Name: "乡风"},
		},
		Events:  []*ledger.EventKind{{ID: "x", Name: "好事", Points: 200}, {ID: "y", Name: "乱扔", Points: -100}},
		Honours: &ledger.Honours{Levels: []*ledger.Level{{Name: "五星", HasCount: true, Count: 3}, {Name: "三星", HasCount: true, Count: 9}}},
	}}
	is = &gazette.Scheme{Scheme: &ledger.Scheme{
		Categories: []*ledger.Category{
			{ID: "a", Name: "人居环境", Items: []*ledger.Item{{ID: "1", Name: "庭院", Points: 600}, {ID: "3", Name: "农具", Points: 300}}},
			{ID: "c", Name: "学习"},
		},
		Events:  []*ledger.EventKind{{ID: "x", Name: "好事", Points: 300, Approval: true}, {ID: "z", Name: "志愿", Points: 100}},
		Honours: &ledger.Honours{Ties: ledger.TiesOut, Levels: []*ledger.Level{{Name: "五星", HasCount: true, Count: 4}, {Name: "四星", HasCount: true, Count: 6}}},
		Carry:   ledger.Lifetime,
	}}
	for _, c := range slices.Concat(was.Categories, is.Categories) {
		for _, i := range c.Items {
			i.Category = c
		}
	}
	return was, is
}

// What was added, what differs and what was dropped is told of each sort of thing: categories,
// items and events are the same by their id, levels by their name.
func TestChanges(t *testing.T) {
	was, is := versions()
	var got []string
	for _, c := range Changes(was, is) {
		line := fmt.Sprintf("%s/%s %s: %s%s", c.Heading, c.Name, c.Field, c.Was.Text+c.Was.Word, "→"+c.Is.Text+c.Is.Word)
		if c.Added {
			line = "+" + line
		}
		if c.Dropped {
			line = "-" + line
		}
		if c.Field == "level" {
			line += fmt.Sprint(c.Was.Band.Count, c.Is.Band.Count)
		}
		got = append(got, line)
	}
	want := []string{
		"/人居环境 name: 环境→人居环境",
		"/人居环境 full: 8→9",
		"人居环境/庭院 points: 5→6",
		"+人居环境/农具 : →3",
		"-人居环境/厕所 : 3→",
		"+/学习 : →0",
		"-/乡风 : 0→",
		"/好事 worth: 2→3",
		"/好事 approval: changes.no→changes.yes",
		"+/志愿 : →1",
		"-/乱扔 : -1→",
		"/ carry: rules.carry.year→rules.carry.lifetime",
		"/ ties: rules.ties.in→rules.ties.out",
		"/五星 level: →3 4",
		"+/四星 : →",
		"-/三星 : →",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
	if same := Changes(is, is); same != nil {
		t.Errorf("of itself: %v", same)
	}
}

// A layout that was copied while schemes gave bools finds them still.
func TestBoolsOfFormerLayouts(t *testing.T) {
	scheme := &ledger.Scheme{Carry: ledger.Lifetime, RankBy: ledger.ByAverage, Honours: &ledger.Honours{Ties: ledger.TiesOut}}
	layout := template.Must(template.New("").Parse("{{.Lifetime}} {{.ByAverage}} {{.TiesOut}} {{.Carry}} {{.RankBy}} {{.Ties}}"))
	var out strings.Builder
	if err := layout.Execute(&out, Of(&gazette.Scheme{Scheme: scheme})); err != nil || out.String() != "true true true lifetime average out" {
		t.Error(out.String(), err)
	}
}
