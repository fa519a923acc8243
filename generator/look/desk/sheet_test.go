package desk

import (
	"context"
	"fmt"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"gongshi/generator/desk/grid"
	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// names are made up.
var names = strings.Fields("张三 李四 王五 赵六 钱七 孙八 周九 吴十 郑家院 冯水生 陈桂兰 褚月 卫东 蒋小满 沈谷雨")

var items = strings.Fields("庭院/15 客厅/10 厨房/10 卧室/10 厕所/5 带头与参与/10 传播正能量/5 遵纪守法/5 父母督促/5 学生读书/5 务工态度/5 就业创业/5 孝老爱亲/5 邻里和睦/5 垃圾分类/5 庭前屋后绿化/5 红白喜事从简/5 义务劳动/5")

// sheet is a sheet of so many households and items, without a figure.
func sheet(households, columns int) grid.Sheet {
	s := grid.Sheet{
		Place: "zhongping", PlaceName: "中坪村", Period: "2023-12", PeriodName: "2023年12月",
		File: "data/zhongping/scores/2023-12.csv", Token: "letmein", Rows: []grid.Row{},
	}
	for i, item := range items[:columns] {
		name, most, _ := strings.Cut(item, "/")
		category := []string{"人居环境", "先锋模范", "家风家教", "新增"}[min(3, max(0, (i-2)/4))]
		s.Items = append(s.Items, grid.Item{Code: fmt.Sprintf("i%02d", i), Name: name, Category: category, Min: "0", Max: most, Decimals: 1})
	}
	for i := range households {
		s.Rows = append(s.Rows, grid.Row{
			Household: fmt.Sprintf("%03d", i+1), Head: names[i%len(names)], Group: fmt.Sprintf("%d组", 1+i%4),
			Line: i + 2, Cells: make([]string, columns), Before: "88.5",
		})
	}
	return s
}

// serve serves a sheet, and opens its page.
func serve(t *testing.T, s grid.Sheet) (*desk, context.Context) {
	t.Helper()
	d := &desk{sheet: s, known: make(map[string][]grid.Row), laid: map[string]any{}}
	server := httptest.NewServer(d)
	t.Cleanup(server.Close)
	d.address = server.URL + "/desk/"
	tab := look.Browser(t)
	listen(t, tab)
	look.Window(t, tab, 1280, 720, "light")
	d.open(t, tab)
	return d, tab
}

// listen wants no exception in the page until the test ends, and nothing against its policy.
func listen(t *testing.T, tab context.Context) {
	t.Helper()
	var lock sync.Mutex
	var complaints []string
	sitetest.Must(t, chromedp.Do(tab, look.Call(log.Enable, cdp.Empty{})))
	sitetest.Must(t, chromedp.Listen(tab, func(event any) {
		lock.Lock()
		defer lock.Unlock()
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			complaints = append(complaints, fmt.Sprintf("%s %+v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception))
		case *log.EventEntryAdded:
			if e.Entry.Source != log.EntrySourceNetwork { // an answer of 409 is logged too
				complaints = append(complaints, e.Entry.Text)
			}
		}
	}))
	t.Cleanup(func() {
		lock.Lock()
		defer lock.Unlock()
		look.Report(t, "the page complains", complaints)
	})
}

func (d *desk) open(t *testing.T, tab context.Context) {
	t.Helper()
	sitetest.Must(t, chromedp.Do(tab, chromedp.Navigate(d.address)))
}
