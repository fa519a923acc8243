package desk

import (
	"fmt"
	"net/http"
	"net/url"

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
	Button   *door  // where it is done, or where it is told how
	Problems []trouble
	More     int // problems beyond these
	Months   []monthRow
	Finished int // periods with which nothing is left to do
	Others   []door
}

// trouble is a problem of the files that must be mended first.
type trouble struct{ Where, Text, Hint, File string }

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

// dayWords is a day in words: 2023年1月5日.
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
		v.Next, v.Button = next(p, work.Day)
		if p.Next.Do == status.Mend {
			v.Button = mending(p.Place, list.Errors())
		}
		v.problems(list.Errors())
		for _, period := range p.Periods {
			if period.Finished() {
				v.Finished++
				continue
			}
			v.Months = append(v.Months, rowOf(p, period, work.Day))
		}
		v.Months = latest(v.Months)
		v.Others = others(p.Place)
		if d.opt.Commit != nil {
			v.Others = append(v.Others, door{"留下改动记录", formAddress("commit", p.Place, ledger.Period{})})
		}
		return v, nil
	}
	return nil, wrong("没有这个村。")
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
		v.Problems = append(v.Problems, trouble{fileWords(d.File) + " " + d.Where(), spoken(d.Message), spoken(d.Hint), d.File})
	}
}

// sheetDoor leads to the sheet of a period.
func sheetDoor(text string, p *ledger.Place, period ledger.Period) door {
	return door{text, "scores?" + url.Values{"place": {p.Path}, "period": {period.String()}}.Encode()}
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
