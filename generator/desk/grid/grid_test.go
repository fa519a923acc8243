package grid

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The script runs in whatever browser a clerk has, on a page with a strict policy; and with the style it
// stays small.
func TestScriptKeepsToItsRules(t *testing.T) {
	for pattern, why := range map[string]string{
		`=>|\b(let|const|class|async|await|yield|import|export)\b|\.\.\.|` + "`":                                      "newer than ES5",
		`\.(includes|startsWith|endsWith|padStart|repeat|find|findIndex|assign|entries|values|from|closest|append)\(`: "newer than ES5",
		`innerHTML|outerHTML|insertAdjacent|document\.write`:                                                          "data come in by textContent only",
		`\beval\b|new Function|setAttribute\("style"`:                                                                 "the page's policy may forbid it",
		`parseFloat|toFixed|Number\(|\d\.\d`:                                                                          "points are whole numbers of hundredths",
	} {
		if found := regexp.MustCompile(pattern).FindString(Script()); found != "" {
			t.Errorf("the script has %q: %s", found, why)
		}
	}
	if n := len(Script()) + len(Style()); n > 25_000 {
		t.Errorf("script %d and style %d are %d bytes, more than 25,000", len(Script()), len(Style()), n)
	} else {
		t.Logf("script %d and style %d are %d bytes", len(Script()), len(Style()), n)
	}
}

// What a sheet holds is text in the page, whatever it is.
func TestPageEscapes(t *testing.T) {
	const bad = `</script><img src=x onerror=alert(1)>"'`
	s := Sheet{
		PlaceName: bad, PeriodName: bad, File: bad, Token: bad, Sealed: bad,
		Items: []Item{{Code: bad, Name: bad, Category: bad, Min: "0", Max: bad}},
		Rows:  []Row{{Household: bad, Head: bad, Group: bad, Cells: []string{bad}, Locked: bad}},
	}
	var page bytes.Buffer
	if err := Page(&page, s); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	scripts := 0
	for n := range doc.Descendants() {
		switch n.Data {
		case "img":
			t.Error("a text of the sheet is an element of the page")
		case "script":
			scripts++
		}
	}
	if scripts != 3 {
		t.Errorf("%d scripts, want 3", scripts)
	}
}

// A sheet of nothing says so, and runs nothing.
func TestEmptySheet(t *testing.T) {
	for _, s := range []Sheet{{}, {Items: []Item{{Name: "庭院"}}}, {Rows: []Row{{Household: "001"}}}} {
		var page strings.Builder
		if err := Page(&page, s); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(page.String(), "grid.js") || !strings.Contains(page.String(), "没有要填的户") {
			t.Errorf("%+v: %s", s, &page)
		}
	}
}

// Limits in words, by hand.
func TestLimits(t *testing.T) {
	for _, c := range []struct{ min, max, limit, beyond string }{
		{"0", "15", "满分 15", "应在 0 到 15 之间"},
		{"0", "7.5", "满分 7.5", "应在 0 到 7.5 之间"},
		{"-5", "10", "-5 到 10", "应在 -5 到 10 之间"},
		{"", "10", "最多 10", "应不超过 10"},
		{"1", "", "至少 1", "应不低于 1"},
		{"", "", "", "太大，看看是不是多打了几位"},
	} {
		got := columnOf(Item{Min: c.min, Max: c.max})
		if got.Limit != c.limit || got.Range != c.beyond {
			t.Errorf("%q to %q: %q %q, want %q %q", c.min, c.max, got.Limit, got.Range, c.limit, c.beyond)
		}
	}
}

func TestHundredths(t *testing.T) {
	for text, want := range map[string]int64{"0": 0, "15": 1500, "7.5": 750, "-0.25": -25, "-5": -500, "88.5": 8850, "1000000": 100000000} {
		if got, ok := hundredths(text); got != want || !ok {
			t.Errorf("%q: %d %v, want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "x", "1.234", ".", "-", strings.Repeat("9", 20)} {
		if got, ok := hundredths(text); ok {
			t.Errorf("%q: %d", text, got)
		}
	}
}
