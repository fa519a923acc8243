package diag

import "testing"

func TestLetter(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := Letter(n); got != want {
			t.Errorf("column %d is %s, want %s", n, got, want)
		}
	}
}

func TestText(t *testing.T) {
	at := At("a.csv", 4, 8)
	for want, d := range map[string]Diagnostic{
		"第4行 C列“客厅”：“9。5”不是数字": {Position: at, Cell: Cell{Row: 4, Letter: "C", Heading: "客厅"}, Message: "客厅“9。5”不是数字"},
		"第4行 C列：多了一格":          {Position: at, Cell: Cell{Row: 4, Letter: "C"}, Message: "多了一格"},
		"评分!C4“客厅”：“9。5”不是数字":  {Position: at, Cell: Cell{4, "C", "客厅", "评分"}, Message: "客厅“9。5”不是数字"},
		"评分!第4行：缺一格":           {Position: at, Cell: Cell{Row: 4, Sheet: "评分"}, Message: "缺一格"},
		"第3行：缺一格":              {Position: at, Cell: Cell{Row: 3}, Message: "缺一格"},
		"第4行：缺一格":              {Position: at, Message: "缺一格"},
		"没有这个文件":               {Position: At("a.csv", 0, 0), Message: "没有这个文件"},
	} {
		if got := d.Text(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
