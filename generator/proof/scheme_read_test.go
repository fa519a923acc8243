package proof

import (
	"encoding/json"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// wholeScheme is a version of the rules in which nearly every key is given.
func wholeScheme() *ledger.Scheme {
	s := villagetest.Scheme()
	s.Title, s.Basis, s.Benefits = "积分办法", "村规", []string{"优先评优", "a|b"}
	s.Carry, s.RankBy, s.Decimals, s.Zone = ledger.Lifetime, ledger.ByAverage, 1, ledger.Zone{MaxHouseholds: 50, MinPanel: 5, Cross: true}
	s.Adopted, s.HasBase, s.Base = adoption(), true, 45*ledger.Point
	s.Missing, s.NotApplicable = ledger.MissingZero, ledger.NotApplicableZero
	s.Categories[1].Cycle, s.Categories[1].Combine, s.Categories[1].Items[0].Standard = ledger.Quarter, ledger.Mean, "净\n齐"
	s.Categories[2].Combine = ledger.Last
	s.Events[0].Per, s.Events[0].Approval = "件", true
	s.Events[1].HasMaxYear, s.Events[1].MaxPerYear, s.Events[1].Veto = true, 6*ledger.Point, true
	s.Honours.Cycle, s.Honours.Rounding, s.Honours.Ties = ledger.Year, ledger.RoundNearest, ledger.TiesOut
	s.Honours.Levels = append(s.Honours.Levels, &ledger.Level{
		Name: "示范户", HasTop: true, Top: 1050, HasMin: true, Min: ledger.Point, HasFloor: true, Floor: 9050, Reward: "锦旗",
	}, &ledger.Level{Name: "其他"})
	return s
}

// What is published of the rules has the whole text that a seal covers, in both versions, and how
// they were adopted.
func TestPublishedRulesAreSealedOnes(t *testing.T) {
	plain := villagetest.Scheme()
	plain.Honours = nil
	for name, s := range map[string]*ledger.Scheme{"whole": wholeScheme(), "the village's": villagetest.Scheme(), "without honours": plain} {
		text, err := json.Marshal(SchemeJSON(s))
		if err != nil {
			t.Fatal(err)
		}
		read, err := ParseScheme(text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for version := 1; version <= 2; version++ {
			if got, want := RulesText(version, read), RulesText(version, s); got != want {
				t.Errorf("%s, version %d:\n%s, want\n%s", name, version, got, want)
			}
		}
		if read.Adopted != s.Adopted || read.File != s.File || read.HasBase != s.HasBase || read.Base != s.Base {
			t.Errorf("%s: %+v", name, read)
		}
	}
}

// A word or a number that the rules do not have is refused, and so is a missing one that they need.
func TestRulesThatAreNone(t *testing.T) {
	text, err := json.Marshal(SchemeJSON(wholeScheme()))
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"day":                 {`"effective":"2023-01-01"`, `"effective":"2023-02-30"`},
		"no day":              {`"effective":"2023-01-01",`, ``},
		"cycle":               {`"source":"data/zhen/scheme/2023.toml","cycle":"month"`, `"source":"","cycle":"week"`},
		"no cycle":            {`"source":"data/zhen/scheme/2023.toml","cycle":"month"`, `"source":""`},
		"carry":               {`"carry":"lifetime"`, `"carry":"life"`},
		"rank_by":             {`"rank_by":"average"`, `"rank_by":""`},
		"decimals":            {`"decimals":1`, `"decimals":3`},
		"negative decimals":   {`"decimals":1`, `"decimals":-1`},
		"missing":             {`"missing":"zero"`, `"missing":"none"`},
		"not_applicable":      {`"not_applicable":"zero"`, `"not_applicable":"error"`},
		"base":                {`"base":45,`, `"base":45.001,`},
		"combine":             {`"combine":"mean"`, `"combine":"median"`},
		"cycle of a category": {`"cycle":"quarter"`, `"cycle":""`},
		"no points":           {`"points":15,`, ``},
		"points":              {`"points":15,`, `"points":1e3,`},
		"range":               {`"range":[-2,0]`, `"range":[-2,0.001]`},
		"a limit":             {`"max_per_year":6`, `"max_per_year":6e1`},
		"rounding":            {`"rounding":"nearest"`, `"rounding":"even"`},
		"ties":                {`"ties":"out"`, `"ties":"lot"`},
		"top":                 {`"top":10.5`, `"top":10.555`},
		"floor":               {`"floor":"base"`, `"floor":"top"`},
		"text for a number":   {`"count":4`, `"count":"4"`},
		"text for yes or no":  {`"approval":true`, `"approval":"true"`},
	} {
		if !strings.Contains(string(text), change[0]) {
			t.Fatalf("%s: no %s in %s", name, change[0], text)
		}
		if s, err := ParseScheme([]byte(strings.Replace(string(text), change[0], change[1], 1))); err == nil {
			t.Errorf("%s was read: %s", name, RulesText(2, s))
		}
	}
}
