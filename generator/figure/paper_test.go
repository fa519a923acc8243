package figure

import (
	"fmt"
	"testing"
)

// The widths are worked out by hand: seven eighths of the sum of the columns, each of
// its widest text (a digit 6, a character 10; a heading 20) and 5 between columns.
func TestBlockWidth(t *testing.T) {
	tests := []struct {
		name       string
		rows       int
		household  string
		categories int
		text       string
		columns    Columns
		want       int
	}{
		{"40 rows stand in one block", 40, "张*明", 0, "96", Columns{}, 0},
		// 0001 张*明: 6 × 6 + 20 = 56, and 5; 合计, 名次: 25 each; 111 × 7/8 = 97
		{"three columns", 41, "张*明", 0, "96", Columns{}, 13},
		// 61 + 4 × 25 = 161, × 7/8 = 140
		{"five columns", 41, "张*明", 0, "96", Columns{Events: true}, 19},
		// 61 + 6 × 25 = 211, × 7/8 = 184
		{"seven columns", 3000, "张*明", 2, "96", Columns{Events: true}, 19},
		// 61 + 7 × 25 = 236, × 7/8 = 206
		{"eight columns", 300, "张*明", 3, "96", Columns{Events: true}, 29},
		// 61 + 11 × 25 = 336, × 7/8 = 294
		{"twelve columns", 300, "张*明", 7, "96", Columns{Events: true}, 0},
		// 加分 扣分 合计 人数 平均 名次: 61 + 6 × 25 = 211, × 7/8 = 184
		{"ranked by average", 41, "张*明", 0, "96", Columns{Events: true, Average: true}, 19},
		// 1152.50: 7 × 6 + 5 = 47; 61 + 2 × 47 = 155, × 7/8 = 135
		{"long figures", 41, "张*明", 0, "1152.50", Columns{}, 19},
		// 0001 and twelve characters: 30 + 120 + 5 + 50 = 205, × 7/8 = 179
		{"long names", 41, "某某村便民服务超市有限公", 0, "96", Columns{}, 19},
	}
	for _, test := range tests {
		var rows []Ranked
		for i := range test.rows {
			f := Figure{Text: test.text}
			r := Ranked{ID: fmt.Sprintf("%04d", i), Name: test.household}
			r.Figures = Figures{Additions: f, Deductions: f, Total: f, Average: f, Members: f, Rank: f}
			for range test.categories {
				r.Figures.Categories = append(r.Figures.Categories, f)
			}
			rows = append(rows, r)
		}
		if got := BlockWidth(len(rows), func(i int) []string { return rows[i].OnNotice(test.columns) }); got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
}

// A ranking has more columns than a notice, counted likewise.
func TestRankingBlockWidth(t *testing.T) {
	for _, test := range []struct {
		columns  Columns
		compared bool
		want     int
	}{
		// 名次 25, 0001 张*明 61, 合计 累计 累计名次 25 each: 161, × 7/8 = 140
		{Columns{}, false, 19},
		// 升降, 加分, 扣分: 236, × 7/8 = 206
		{Columns{Events: true}, true, 29},
		// 平均 and 人数 too: 286, × 7/8 = 250
		{Columns{Events: true, Average: true}, true, 29},
		// and two categories: 336, × 7/8 = 294
		{Columns{Events: true, Average: true, Categories: []string{"人居环境", "乡风文明"}}, true, 0},
	} {
		f := Figure{Text: "96"}
		r := Ranked{ID: "0001", Name: "张*明", Standing: Standing{Figures: Figures{
			Additions: f, Deductions: f, Total: f, Members: f, Rank: f, Carried: f, CarryRank: f,
		}}}
		if test.columns.Average {
			r.Figures.Average = f
		}
		for range test.columns.Categories {
			r.Figures.Categories = append(r.Figures.Categories, f)
		}
		if got := BlockWidth(41, func(int) []string { return r.OnRanking(test.columns, test.compared) }); got != test.want {
			t.Errorf("%+v, compared: %v: %d, want %d", test.columns, test.compared, got, test.want)
		}
	}
}
