package source

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

const benchHouseholds, benchItems = 3000, 12

func benchScheme() string {
	var b strings.Builder
	b.WriteString("effective = 2023-01-01\n[[category]]\nid = \"c\"\nname = \"分类\"\n")
	for i := range benchItems {
		fmt.Fprintf(&b, "[[category.item]]\nid = \"i%d\"\nname = \"项目%d\"\npoints = 10\n", i, i)
	}
	return b.String()
}

func benchSheet() string {
	var b strings.Builder
	b.WriteString("户号")
	for i := range benchItems {
		fmt.Fprintf(&b, ",项目%d", i)
	}
	b.WriteString(",评分日期,评分人,备注\n")
	for h := range benchHouseholds {
		fmt.Fprintf(&b, "%04d", h)
		for i := range benchItems {
			fmt.Fprintf(&b, ",%d.5", (h+i)%10)
		}
		b.WriteString(",2023-01-28,张三,\"上门看过，很好\"\n")
	}
	return b.String()
}

func benchSite() map[string]string {
	var households strings.Builder
	households.WriteString("户号,户主,组,类别,参与,同意,加入,参与人数,股份\n")
	for h := range benchHouseholds {
		fmt.Fprintf(&households, "%04d,户主%d,%d,农户,是,2023-01-01,2023-01-01,4,1.5\n", h, h, h%30)
	}
	site := map[string]string{"data/v/scheme/2023.toml": benchScheme(), "data/v/households.csv": households.String()}
	for m := range 12 {
		site[fmt.Sprintf("data/v/scores/2023-%02d.csv", m+1)] = benchSheet()
	}
	return site
}

func BenchmarkSheet(b *testing.B) {
	book, list, err := Read(testSite(map[string]string{"data/v/scheme/2023.toml": benchScheme()}), "")
	if err != nil || list.HasErrors() {
		b.Fatal(err, briefs(list))
	}
	data := []byte(benchSheet())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var diags diag.List
		text, bad := scan.Decode(data, ".csv")
		if bad != nil {
			b.Fatal(bad)
		}
		readSheet(&file{path: "x", text: text, diags: &diags}, book.Place("v"), "2023-01")
		if len(diags) > 0 {
			b.Fatal(briefs(diags))
		}
	}
}

// BenchmarkPlace reads 3,000 households and twelve sheets.
func BenchmarkPlace(b *testing.B) {
	site := testSite(benchSite())
	size := 0
	for _, f := range site {
		size += len(f.Data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		if _, diags, err := Read(site, ""); err != nil || len(diags) > 0 {
			b.Fatal(err, briefs(diags))
		}
	}
}

// TestNoQuadraticSteps: stray quotation marks and long lines cost what their length costs.
func TestNoQuadraticSteps(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	for _, text := range []string{
		strings.Repeat("\"a,b\n", 200_000),
		"户号,户主\n" + strings.Repeat("\"\"\"\"x,", 200_000),
		strings.Repeat(",", 1_000_000),
		strings.Repeat("户", 500_000),
	} {
		readOne(t, "data/v/members.csv", text)
	}
}
