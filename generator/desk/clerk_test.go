package desk

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

// Whatever a clerk does in the grid, the file is as a careful hand would have written it: random sequences
// of saves, some of them undone; a thousand of them before a change is taken in.
func TestCarefulClerk(t *testing.T) {
	sequences := 150
	if os.Getenv("GONGSHI_SITES") != "" {
		sequences = 1000
	}
	d, dir := open(t, nil)
	for seed := range sequences {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		rows := [][]string{{"户号", "庭院", "客厅", "备注"}}
		for h := 1; h <= 4; h++ {
			if r.IntN(3) > 0 {
				rows = append(rows, []string{fmt.Sprintf("%03d", h), fmt.Sprint(r.IntN(16)), "", "记"}[:2+r.IntN(3)])
			}
		}
		end := []string{"\n", "\r\n"}[r.IntN(2)]
		file := func() string {
			var b strings.Builder
			for _, row := range rows {
				b.WriteString(strings.Join(row, ",") + end)
			}
			return b.String()
		}
		sitetest.WriteFile(t, dir, sheet, file())
		for range 1 + r.IntN(3) {
			before := slices.Clone(rows)
			var cells []cell
			for h := 1; h <= 4; h++ {
				for _, item := range []string{"庭院", "客厅"} {
					if r.IntN(3) == 0 {
						c := cell{fmt.Sprintf("%03d", h), item, []string{"", "7", "不适用", "2.5"}[r.IntN(4)]}
						cells = append(cells, c)
					}
				}
			}
			rows = byHand(rows, cells)
			var got told
			code := post(t, d, "/desk/api/save", saving(text(t, dir, sheet), cells...), &got)
			if code != 200 || text(t, dir, sheet) != file() {
				t.Fatalf("seed %d: %d %+v\n%q\n%q", seed, code, got, text(t, dir, sheet), file())
			}
			if r.IntN(4) == 0 && len(got.Changes) > 0 {
				post(t, d, "/desk/api/undo", taking{got.Digest}, &got)
				if rows = before; text(t, dir, sheet) != file() {
					t.Fatalf("seed %d: undone\n%q\n%q", seed, text(t, dir, sheet), file())
				}
			}
		}
	}
}

// byHand puts cells into rows; the row of a household that has none goes below the last of those before it, and
// on top if there is none.
func byHand(rows [][]string, cells []cell) [][]string {
	out := slices.Clone(rows)
	fresh := map[int][][]string{} // by the row above
	for _, c := range cells {
		column := map[string]int{"庭院": 1, "客厅": 2}[c.Item]
		is := func(row []string) bool { return row[0] == c.Household }
		if at := slices.IndexFunc(out, is); at >= 0 {
			row := slices.Clone(out[at])
			for len(row) <= column && c.Value != "" {
				row = append(row, "")
			}
			if column < len(row) {
				row[column] = c.Value
			}
			out[at] = row
			continue
		}
		above := 0
		for i := len(rows) - 1; i > 0; i-- {
			if rows[i][0] < c.Household {
				above = i
				break
			}
		}
		n := slices.IndexFunc(fresh[above], is)
		if n < 0 {
			if c.Value == "" {
				continue
			}
			n = len(fresh[above])
			fresh[above] = append(fresh[above], []string{c.Household, "", "", ""})
		}
		fresh[above][n][column] = c.Value
	}
	for above := len(rows) - 1; above >= 0; above-- {
		out = slices.Insert(out, above+1, fresh[above]...)
	}
	return out
}
