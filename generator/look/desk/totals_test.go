package desk

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/look"
)

// Sums by hand: what binary fractions would get wrong, and each reading of 不适用. The points are 15, 10 and 10.
func TestTotals(t *testing.T) {
	d, tab := serve(t, sheet(1, 3))
	for _, c := range []struct {
		rule, cells, before string
		decimals            int
		want                string
	}{
		{"full", "0.1,0.2,0", "0.3", 1, "0.3|0.0"},
		{"full", "1.1,2.2,3.3", "6.5", 1, "6.6|+0.1"},
		{"full", "14.35,0.05,0.1", "15", 2, "14.50|-0.50"},
		{"full", "0.29,4.35,0.57", "5", 2, "5.21|+0.21"},
		{"full", "14.35,0.05,0.1", "15", 0, "14.5|-0.5"}, // no digit is dropped
		{"full", "15,10,10", "35", 0, "35|0"},
		{"full", "15,10,", "35", 1, "25.0|"},      // something is missing
		{"full", "15,x,10", "35", 1, "25.0|"},     // something is wrong
		{"full", ",,", "35", 1, "|"},              // nothing is there
		{"full", "15,10,10", "", 1, "35.0|"},      // nothing was before
		{"full", "不适用,9,8", "35", 1, "32.0|-3.0"}, // 15 + 17
		{"zero", "不适用,9,8", "35", 1, "17.0|-18.0"},
		{"scale", "不适用,9,8", "35", 1, "29.8|-5.2"}, // 17 × 35 ÷ 20 = 29.75
		{"scale", "不适用,9,8", "35", 2, "29.75|-5.25"},
		{"scale", "不适用,9,8", "35", 0, "30|-5"},
		{"scale", "14,不适用,8", "", 2, "30.80|"},        // 22 × 35 ÷ 25
		{"scale", "14,1,不适用", "", 2, "21.00|"},        // 15 × 35 ÷ 25
		{"scale", "0.1,不适用,不适用", "", 2, "0.23|"},      // 0.1 × 35 ÷ 15 = 0.2333…
		{"scale", "0.15,不适用,不适用", "", 1, "0.4|"},      // 0.35
		{"scale", "不适用,不适用,不适用", "35", 1, "35.0|0.0"}, // nothing applies: in full
	} {
		s := sheet(1, 3)
		s.NotApplicable, s.Rows[0].Before, s.Rows[0].Cells = c.rule, c.before, strings.Split(c.cells, ",")
		for i := range s.Items {
			s.Items[i].Decimals = c.decimals
		}
		d.set(func() { d.sheet = s })
		leave(t, tab, d)
		got := strings.Join(strings.Split(row(t, tab, "001"), "|")[3:], "|")
		wants(t, fmt.Sprintf("%s, %s, %d decimals", c.rule, c.cells, c.decimals), got, c.want)
	}
}

// The check's totals take the place of the page's own, until the row is changed.
func TestTotalsOfTheCheck(t *testing.T) {
	d, tab := serve(t, sheet(3, 3))
	d.set(func() { d.totals = map[string]string{"001": "77.5"} })
	enter(t, tab, "Tab", "15", "10", "10")
	look.Await(t, tab, "the check's total", `rows.querySelector(".total").textContent === "77.5"`)
	wants(t, "and the change", row(t, tab, "001"), "15|10|10|77.5|-11.0")
	d.set(func() { d.totals = nil })
	press(t, tab, "Ctrl+Home", "1", "4", "Enter")
	wants(t, "changed anew", row(t, tab, "001"), "14|10|10|34.0|-54.5")
}
