package desk

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/source"
	"gongshi/generator/status"
)

// atHome is what the home of the desk shows: one village, or the villages to choose from.
type atHome struct {
	Title, Day string
	Villages   []door
	Village    *village
}

// door leads to a page of the desk.
type door struct{ Text, To string }

// village is how far a place is.
type village struct {
	Name     string
	Next     string // the next thing to do, in a sentence
	Button   *door  // where it is done; nil where no page of the desk does it
	Problems []trouble
	More     int // problems beyond these
	Months   []monthRow
	Finished int // periods with which nothing is left to do
	Others   []door
}

// trouble is a problem of the files that must be mended first.
type trouble struct{ Where, Text, Hint string }

// home answers with the steps of each place's month.
func (d *Desk) home(w http.ResponseWriter, r *http.Request) {
	page, err := d.atHome(r.URL.Query().Get("place"))
	if err != nil {
		d.excuse(w, err)
		return
	}
	d.print(w, http.StatusOK, "home.html", page)
}

func (d *Desk) atHome(place string) (*atHome, error) {
	folder := source.Dir(d.opt.Site.Source)
	defer folder.Close()
	tree, _, err := source.Open(folder)
	if err != nil {
		return nil, err
	}
	book := tree.Book()
	day, err := d.opt.Site.Day(book.Config)
	if err != nil {
		return nil, err
	}
	page := &atHome{Title: book.Config.Title, Day: dayWords(day)}
	var only string
	for _, p := range book.Places {
		if p.Kind == "village" || len(p.Children) == 0 {
			page.Villages = append(page.Villages, door{p.Name, "./?place=" + url.QueryEscape(p.Path)})
			only = p.Path
		}
	}
	if place == "" && len(page.Villages) == 1 {
		place = only
	}
	if place != "" {
		page.Village, err = d.village(place)
	}
	return page, err
}

// dayWords is a day as people say it.
func dayWords(d ledger.Date) string {
	year, month, day := d.Civil()
	return fmt.Sprintf("%d年%d月%d日", year, int(month), day)
}

// village is how far a place is, as its files are now.
func (d *Desk) village(place string) (*village, error) {
	work, list, err := d.look(place)
	if err != nil {
		return nil, err
	}
	book := work.Book
	if book.Place(place) == nil {
		return nil, wrong("没有这个村。")
	}
	states := notice.AsOf(book, work.Day, true)
	now := status.Of(book, states, work.Proofs, list)
	for _, p := range now.Places {
		if p.Path != place {
			continue
		}
		v := &village{Name: p.Name}
		v.Next, v.Button = next(p)
		v.problems(list.Errors())
		if v.Button == nil {
			v.Button = mending(p.Place, list.Errors())
		}
		for _, period := range p.Periods {
			if period.Finished() {
				v.Finished++
				continue
			}
			v.Months = append(v.Months, rowOf(p, period))
		}
		v.Months = latest(v.Months)
		v.Others = others(p.Place)
		if d.opt.Commit != nil {
			v.Others = append(v.Others, door{"提交到 git", formAddress("commit", p.Place, ledger.Period{})})
		}
		return v, nil
	}
	return nil, wrong("没有这个村。")
}

// mending leads to the sheet that has the first errors in a sheet; nil: none has.
func mending(p *ledger.Place, errors diag.List) *door {
	for _, d := range errors {
		name, ok := strings.CutPrefix(d.File, "data/"+p.Path+"/scores/")
		if period, valid := ledger.ParsePeriod(strings.TrimSuffix(name, ".csv")); ok && valid {
			to := sheetDoor("改"+convert.PeriodWords(period)+"的评分", p, period)
			return &to
		}
	}
	return nil
}

// latest are the last of many.
func latest(rows []monthRow) []monthRow {
	const most = 6
	return rows[max(0, len(rows)-most):]
}

// problems are the first errors, as a clerk finds them.
func (v *village) problems(list diag.List) {
	const most = 10
	list.Group()
	for i, d := range list {
		if i == most {
			v.More = len(list) - most
			return
		}
		v.Problems = append(v.Problems, trouble{d.File + " " + d.Where(), d.Message, d.Hint})
	}
}

// sheetDoor leads to the sheet of a period.
func sheetDoor(text string, p *ledger.Place, period ledger.Period) door {
	return door{text, "scores?" + url.Values{"place": {p.Path}, "period": {period.String()}}.Encode()}
}

// next is the next thing to do in a sentence, and where it is done.
func next(p *status.Place) (string, *door) {
	n, name := p.Next, ""
	to := func(text, form string) *door {
		var period ledger.Period
		if n.Period != nil {
			period = n.Period.Period
		}
		return &door{text, formAddress(form, p.Place, period)}
	}
	if n.Period != nil {
		name = convert.PeriodWords(n.Period.Period)
	}
	sheet := func(text string) *door {
		d := sheetDoor(text+name+"的评分", p.Place, n.Period.Period)
		return &d
	}
	switch n.Do {
	case status.Mend:
		return fmt.Sprintf("资料里有 %d 处错误，先改好，再做别的。", n.Count), nil
	case status.Register:
		return "名册里还没有一户：先把各户写进名册。户多的，用 Excel 填好名册再用 gongshi import 收进来。", to("写进名册", "register")
	case status.Answer:
		return fmt.Sprintf("%s有 %d 件异议没有答复，最迟 %s 答复。", name, n.Count, dayWords(n.Day)), to("答复异议", "answer")
	case status.SealIt:
		return fmt.Sprintf("有 %d 期张榜或者更正以后没有封存：封存了，谁改过一个数都看得出来。", n.Count), to("封存", "seal")
	case status.Begin:
		return name + "还没有评分：填评分表" + by(n.Day) + "。", sheet("填")
	case status.Fill:
		s := n.Period.Sheet
		return fmt.Sprintf("%s的评分填了 %d 户，共 %d 户：接着填%s。", name, s.Filled, s.Households, by(n.Day)), sheet("接着填")
	case status.Announce:
		return name + "的评分填好了，没有错误：写公示" + by(n.Day) + "。", to("写公示", "notice")
	case status.Post:
		return name + "可以张榜了" + by(n.Day) + "。", to("张榜", "notice")
	case status.Finish:
		return fmt.Sprintf("有 %d 项任务过了截止日，改好现值和状态。", n.Count), nil
	case status.Wait:
		return waiting(n, name), nil
	}
	return "现在没有要办的事。", nil
}

// by says by which day something must be posted.
func by(day ledger.Date) string {
	if day == 0 {
		return ""
	}
	return "，最迟 " + dayWords(day) + " 张榜"
}

func waiting(n status.Next, name string) string {
	day := dayWords(n.Day)
	if n.Period == nil {
		return "从 " + day + " 起积分，到时候填第一期的评分。"
	}
	switch n.Period.State {
	case status.Open:
		return name + "公示到 " + day + "；有人提异议，就登记下来。"
	case status.Scheduled:
		return name + "定在 " + day + " 张榜。"
	case status.Final:
		return name + "的榜要挂到 " + day + "。"
	case status.None:
		return name + "还没有过完：加分、扣分照常登记，" + day + " 起可以张榜。"
	}
	return name + "填好了，没有错误：过完这一期张榜。"
}

// others are what is done at any time.
func others(p *ledger.Place) (list []door) {
	for _, f := range [][2]string{{"登记兑换", "redemption"}, {"写商品", "reward"}, {"改名册", "register"}} {
		if f[1] == "redemption" && len(p.Rewards) == 0 {
			continue
		}
		list = append(list, door{f[0], formAddress(f[1], p, ledger.Period{})})
	}
	return list
}
