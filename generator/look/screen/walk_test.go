package screen

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

type walked struct {
	Wrong []string            `json:"wrong"`
	Rows  map[string][]string `json:"rows"` // by kind of slide, in their order
	Kinds []string            `json:"kinds"`
}

// walkScreen walks the slides of the page that is open, and reports what does not fit.
func walkScreen(t *testing.T, tab context.Context, what string) walked {
	t.Helper()
	var w walked
	sitetest.Must(t, json.Unmarshal([]byte(look.Ask[string](t, tab, look.Script(t, "slides.js")+";walk()")), &w))
	for _, wrong := range w.Wrong {
		t.Errorf("%s: %s", what, wrong)
	}
	for kind, rows := range w.Rows {
		if sorted := slices.Sorted(slices.Values(rows)); kind != "distribution" && len(slices.Compact(sorted)) != len(rows) {
			t.Errorf("%s: a row of %s stands twice: %v", what, kind, rows)
		}
	}
	return w
}

// walkSteps walks a reveal, whose steps show rows again and again.
func walkSteps(t *testing.T, tab context.Context) {
	t.Helper()
	var w walked
	sitetest.Must(t, json.Unmarshal([]byte(look.Ask[string](t, tab, look.Script(t, "slides.js")+";walk()")), &w))
	look.Report(t, "reveal", w.Wrong)
}

// checkChoices walks the slides in a dark hall, with the larger sizes and with each group.
func checkChoices(t *testing.T, tab context.Context, what string, usual walked) {
	t.Helper()
	for _, keys := range []string{"l+", "+", "g", "--g"} {
		look.Press(t, tab, keys)
		what += " " + keys
		w := walkScreen(t, tab, what)
		if strings.HasSuffix(keys, "+") && fmt.Sprint(w.Rows) != fmt.Sprint(usual.Rows) {
			t.Errorf("%s: other rows:\n%v\n%v", what, w.Rows, usual.Rows)
		}
	}
	for range 4 { // past the last group
		if look.Ask[string](t, tab, `document.querySelector(".chosen").textContent`) == "" {
			break
		}
		look.Press(t, tab, "g")
	}
	if again := walkScreen(t, tab, what); fmt.Sprint(again) != fmt.Sprint(usual) {
		t.Errorf("%s: not as at first:\n%v\n%v", what, again, usual)
	}
}

// checkKinds holds the order of sections: honours of this period, or still to be awarded, come first, those of a
// former one behind all that is of this one alone.
func checkKinds(t *testing.T, what string, w walked) {
	t.Helper()
	order := []string{"opening", "ranks", "organisations", "risers", "honours", "groups", "distribution", "course", "objecting", "close"}
	if len(w.Kinds) > 1 && strings.HasPrefix(w.Kinds[1], "honours") {
		order = slices.Insert(slices.Delete(order, 4, 5), 1, "honours")
	}
	at := 0
	for _, k := range w.Kinds {
		kind, _, _ := strings.Cut(k, " ")
		i := slices.Index(order, kind)
		if i < at {
			t.Errorf("%s: %s after %s", what, kind, order[at])
		}
		at = i
	}
	if !strings.HasPrefix(w.Kinds[0], "opening") || !strings.HasPrefix(w.Kinds[len(w.Kinds)-1], "close") {
		t.Errorf("%s: %v", what, w.Kinds)
	}
}

// checkShown compares the ranks of the village with its open data: all at rank 30 or
// before, in that order, and no others; and its ties.
func checkShown(t *testing.T, w walked, built sitetest.Tree) {
	t.Helper()
	var want []string
	data := sitetest.Columns(t, "2023-02", built["v/data/2023-02.csv"])
	for rank := 1; rank <= 30; rank++ {
		var tied []string
		for id, row := range data {
			if row["名次"] == fmt.Sprint(rank) {
				tied = append(tied, id+" "+row["户主"])
			}
		}
		slices.Sort(tied)
		want = append(want, tied...)
	}
	if got := w.Rows["ranks"]; len(want) < 30 || !slices.Equal(got, want) {
		t.Errorf("ranks: %v, want %v", got, want)
	}
	for _, heading := range []string{"ranks 并列第 1 名", "ranks 并列第 1 名（续）", "honours 金牌户", "honours 金牌户（续）"} {
		if !slices.Contains(w.Kinds, heading) {
			t.Errorf("no slide “%s”: %v", heading, w.Kinds)
		}
	}
}
