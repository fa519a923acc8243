package score_test

import (
	"bytes"
	"fmt"
	"testing"
	"testing/fstest"

	"gongshi/generator/notice"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

// BenchmarkOf scores 3,000 households × 12 months with five cells and one capped event
// each.
func BenchmarkOf(b *testing.B) {
	book, list, err := source.Read(large(3000), "")
	if err != nil || list.HasErrors() {
		b.Fatal(err, list)
	}
	states := notice.AsOf(book, book.Config.Date, false)
	b.ReportAllocs()
	for b.Loop() {
		if s, _ := score.Of(book, states); len(s.Of(book.Places[0]).Tables) != 12 {
			b.Fatal("tables are missing")
		}
	}
}

func large(households int) fstest.MapFS {
	site := fstest.MapFS{}
	add := func(name string, content []byte) { site[name] = &fstest.MapFile{Data: content} }
	add("config.toml", []byte("date = 2024-03-01\n"))
	add("data/v/place.toml", []byte("name = \"大村\"\nkind = \"village\"\n"))
	scheme := "effective = 2023-01-01\n[[event]]\nid = \"deed\"\nname = \"好事\"\npoints = 1\nmax_per_year = 10\n[[category]]\nid = \"c\"\nname = \"卫生\"\n"
	for i := range 5 {
		scheme += fmt.Sprintf("[[category.item]]\nid = \"i%d\"\nname = \"项目%d\"\npoints = 20\n", i, i)
	}
	add("data/v/scheme/a.toml", []byte(scheme))
	var list bytes.Buffer
	list.WriteString("户号,户主\n")
	for h := range households {
		fmt.Fprintf(&list, "%04d,示例\n", h)
	}
	add("data/v/households.csv", list.Bytes())
	for m := 1; m <= 12; m++ {
		var sheet, events bytes.Buffer
		sheet.WriteString("户号,项目0,项目1,项目2,项目3,项目4\n")
		events.WriteString("编号,日期,户号,项目\n")
		for h := range households {
			fmt.Fprintf(&sheet, "%04d,%d,%d,18,19,20\n", h, 20-h*m%7, 20-h%5)
			fmt.Fprintf(&events, "%d-%d,2023-%02d-%02d,%04d,好事\n", m, h, m, h%28+1, h)
		}
		add(fmt.Sprintf("data/v/scores/2023-%02d.csv", m), sheet.Bytes())
		add(fmt.Sprintf("data/v/events/%02d.csv", m), events.Bytes())
		add(fmt.Sprintf("data/v/notices/2023-%02d.toml", m), fmt.Appendf(nil, "posted = %d-%02d-03\n", 2023+m/12, m%12+1))
	}
	return site
}
