package render

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"gongshi/generator/account"
	"gongshi/generator/chart"
	"gongshi/generator/figure"
	"gongshi/generator/ledger"
	"gongshi/generator/page"
	"gongshi/generator/publicity"
	"gongshi/generator/score"
	"gongshi/themes"
)

var benchCategories = []string{"人居环境", "先锋模范", "学生就学", "创业就业", "团结友爱"}

func benchHead(path, kind string) page.Head {
	return page.Head{Path: path, Kind: kind, Lang: "zh-CN", Site: "积分公示", Root: "../", Place: "中坪村"}
}

func benchFigures(id string) figure.Figures {
	cell := func(column, text string) figure.Figure {
		return figure.Figure{Key: "2023-11/" + id + "/" + column, Text: text}
	}
	f := figure.Figures{
		Additions: cell("加分", "3"), Deductions: cell("扣分", "-2"), Total: cell("合计", "92"),
		Rank: cell("名次", "17"), Carried: cell("累计", "940"), CarryRank: cell("累计名次", "21"),
	}
	for _, c := range benchCategories {
		f.Categories = append(f.Categories, cell(c, "18"))
	}
	return f
}

// benchPeriod is a period of a village with n households.
func benchPeriod(n int) *page.Period {
	b := page.Board{Columns: figure.Columns{Categories: benchCategories, Events: true}}
	for i := range n {
		id := fmt.Sprintf("%04d", i+1)
		b.Rows = append(b.Rows, figure.Ranked{ID: id, Name: "张*明", Href: "h/" + id + ".html", Standing: figure.Standing{Figures: benchFigures(id)}, Up: i % 3})
	}
	return &page.Period{
		PeriodHead: page.PeriodHead{
			Head:   benchHead("v/2023-11.html", "period"),
			Period: ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 11}, State: publicity.State{Word: "final"},
		},
		Boards: []page.Board{b},
	}
}

// benchHousehold is a household with a year of months behind it.
func benchHousehold() *page.Household {
	m := &page.Household{
		Head: benchHead("v/h/0012.html", "household"), ID: "0012", Name: "张*明",
		Chart: benchChart(12),
	}
	lead := page.HouseholdPeriod{Columns: figure.Columns{Categories: benchCategories, Events: true}, Standing: page.Standing{
		PeriodState: page.PeriodState{
			Period: ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 12}, State: publicity.State{Word: "final"},
		},
		Standing: figure.Standing{Figures: benchFigures("0012")}, Of: 300,
	}}
	sheet := account.Sheet{Period: lead.Period}
	for i, c := range benchCategories {
		cat := account.CategorySheet{Name: c, Full: "20", Sum: lead.Figures.Categories[i]}
		step := account.Step{Key: "2023-12/0012/" + c, Name: score.Phrase{Text: c}, Formula: "5 + 5 + 4", Exact: "14", Shown: "14", Rules: []account.Line{{Text: "data/v/scheme/a.toml:12"}}}
		for k := range 3 {
			cat.Items = append(cat.Items, account.Item{Name: score.Phrase{Text: "庭院" + strconv.Itoa(k)}, Full: "6", Given: "5", Short: "1", Standard: "院内无堆放"})
			step.Terms = append(step.Terms, account.Term{Label: score.Phrase{Text: "庭院"}, Value: "5"})
		}
		sheet.Categories, lead.Derivation = append(sheet.Categories, cat), append(lead.Derivation, step)
	}
	lead.Sheet = &sheet
	m.Leads = []page.HouseholdPeriod{lead}
	return m
}

func benchChart(n int) *chart.Chart {
	c := &chart.Chart{ID: "path", Kind: chart.Lines, Word: "chart.path", Of: "0012", Ranked: "合计"}
	mean, own := chart.Series{Word: "chart.village", Decimals: 1, Quiet: true}, chart.Series{Word: "chart.own"}
	for i := range n {
		c.Labels = append(c.Labels, chart.Label{Period: ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 1 + i%12}})
		mean.Values = append(mean.Values, chart.Value{Points: 9250, OK: true})
		own.Values = append(own.Values, chart.Value{Points: ledger.Points(8800 + 100*(i%7)), OK: true})
	}
	c.Series = []chart.Series{mean, own}
	return c
}

// bench prints a page as it is printed, and as html/template would print it.
func bench(b *testing.B, m page.HTML) {
	p, err := newPrinter(themes.Default(), "zh-CN")
	if err != nil {
		b.Fatal(err)
	}
	l, err := p.layouts[reflect.TypeOf(m)]()
	if err != nil {
		b.Fatal(err)
	}
	ways := map[string]func(*bytes.Buffer) error{
		"press":    func(out *bytes.Buffer) error { return p.layouts.execute(out, m) },
		"template": func(out *bytes.Buffer) error { return l.template.Execute(out, m) },
	}
	for _, way := range slices.Sorted(maps.Keys(ways)) {
		b.Run(way, func(b *testing.B) {
			var buffer bytes.Buffer
			b.ReportAllocs()
			for b.Loop() {
				buffer.Reset()
				if err := ways[way](&buffer); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(buffer.Len()))
		})
	}
}

func BenchmarkHouseholdPage(b *testing.B) { bench(b, benchHousehold()) }

func BenchmarkPeriodPage(b *testing.B) { bench(b, benchPeriod(3000)) }

// To sum a model takes a small part of what it takes to print the page.
func BenchmarkSum(b *testing.B) {
	m, buffer := benchHousehold(), []byte(nil)
	b.ReportAllocs()
	for b.Loop() {
		_, buffer = sumOf(m, buffer)
	}
}

func BenchmarkSVG(b *testing.B) {
	w, err := readWords(themes.Default(), "zh-CN")
	if err != nil {
		b.Fatal(err)
	}
	c := benchChart(12)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := w.svg(c); err != nil {
			b.Fatal(err)
		}
	}
}
