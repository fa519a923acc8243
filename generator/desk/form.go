package desk

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongshi/generator/convert"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
	"gongshi/generator/site"
	"gongshi/generator/source"
)

// form is a page with fields, and what they would change.
type form struct {
	name, title string
	does, did   string          // what its button does, and what is said then
	show        func(*view) any // what its template shows beside the village; nil: nothing
	plan        func(*view, filled) (*plan, error)
}

// forms are all that the desk has.
var forms = []form{
	{"event", "登记加分、扣分", "登记加减分", "写好了。", showEvent, planEvent},
	{"review", "审核加分、扣分", "记下审核结果", "写好了。", showReview, planReview},
	{"notice", "写公示", "保存公示", "写好了。", showNotice, planNotice},
	{"objection", "登记异议", "登记异议", "写好了。", nil, planObjection},
	{"answer", "答复异议", "保存答复", "写好了。", showAnswer, planAnswer},
	{"correction", "更正分数", "保存更正", "写好了。", nil, planCorrection},
	{"redemption", "登记兑换", "登记兑换", "写好了。", showRedemption, planRedemption},
	{"reward", "写商品", "保存商品", "写好了。", showReward, planReward},
	{"register", "改名册", "写进名册", "写好了。", showRegister, planRegister},
	{"seal", "封存", "封存", "封存好了。", nil, planSeal},
	{"commit", "留下改动记录", "记下这些改动", "记好了。", nil, planCommit},
}

// filled is what a form's page sends: while it is filled in, to see what would change, and to write it.
type filled struct {
	Place  string              `json:"place"`
	Period string              `json:"period"`
	Fields map[string][]string `json:"fields"`
	Write  bool                `json:"write"`
	Seen   map[string]string   `json:"seen"` // the digests of the files that the change was shown for
}

// one is a field of one line.
func (f filled) one(name string) string {
	if values := f.Fields[name]; len(values) > 0 {
		return strings.TrimSpace(values[0])
	}
	return ""
}

// The most characters of a field, and of one with sentences.
const longest, longestText = 200, 2000

// typedInto are the fields for free text, as their pages call them.
var typedInto = map[string]string{
	"about": "说的是哪一项", "answer": "答复", "by": "记录人、经办", "count": "数量", "grounds": "事由", "head": "户主", "household": "户号", "into": "并入哪一户",
	"name": "名称", "no": "编号", "note": "说明", "objection": "异议几号", "points": "分值", "present": "到会几人", "reason": "为什么", "stock": "一共有几件",
	"supervised": "谁监督", "target": "改哪一项", "times": "次数", "to": "改成", "unit": "单位", "words": "写一句话",
}

// most is how many characters a field takes.
func most(name string) int {
	switch name {
	case "answer", "grounds", "note", "reason", "words":
		return longestText
	}
	return longest
}

// check refuses what is no line of a field, before anything of it is left out.
func (f filled) check() error {
	for _, name := range slices.Sorted(maps.Keys(f.Fields)) {
		field := "“" + cmp.Or(typedInto[name], name) + "”"
		for _, value := range f.Fields[name] {
			value = strings.TrimSpace(value)
			if n := utf8.RuneCountInString(value); n > most(name) {
				return wrong(fmt.Sprintf("%s写了 %d 个字，最多写 %d 个：写短一些。", field, n, most(name)))
			}
			if !oneLine(value) {
				return wrong(field + "里有换行，或者看不见的字符：删掉，写成一行。")
			}
		}
	}
	return nil
}

// day is a field with a date; false where it is empty.
func (f filled) day(name, words string) (ledger.Date, error) {
	text := f.one(name)
	if text == "" {
		return 0, nil
	}
	d, err := source.Date(text)
	if err != nil {
		return 0, wrong(words + "“" + text + "”" + err.Error())
	}
	return d, nil
}

// past is a day on which something was done: none that is still to come.
func (v *view) past(f filled, name, words string) (ledger.Date, error) {
	d, err := f.day(name, words)
	if d > v.work.Day {
		fixed := ""
		if v.work.Book.Config.Date == v.work.Day {
			fixed = "（网站的设置里 date 那一行定的，去掉就是真的今天）"
		}
		return 0, wrong(words + "写的是 " + dayWords(d) + "，还没有到：今天是 " + dayWords(v.work.Day) + fixed + "，到了那天再登记。")
	}
	return d, err
}

// view is a village as its files are now, for one form.
type view struct {
	d      *Desk
	work   site.Work
	had    diag.List // what is wrong with it
	place  *ledger.Place
	period ledger.Period // zero: the form has none
	read   []string      // what was read otherwise than it was typed, to be told
}

// view reads a village for a form.
func (d *Desk) view(place, period string) (*view, error) {
	if place == "" {
		return nil, wrong("没有写是哪个村。")
	}
	work, list, err := d.look(place)
	if err != nil {
		return nil, err
	}
	v := &view{d: d, work: work, had: list, place: work.Book.Place(place)}
	v.period, _ = ledger.ParsePeriod(period)
	if v.place == nil || period != "" && v.period == (ledger.Period{}) {
		return nil, wrong("没有这个村，或者没有这一期。")
	}
	return v, nil
}

// onForm is what a form's page shows.
type onForm struct {
	Title, Name, Does, Did                           string
	Village, Place, Period, PeriodName, Today, Token string

	Within bool // today is a day of the period, or there is none

	Boxes  map[string]string // what is filled in at once
	Groups []groupOf
	With   any
	Checks []checked
	Seen   *seen
}

// Before reports whether the form is that of a notice that is to be posted.
func (o onForm) Before() bool { return len(o.Checks) > 1 }

// groupOf are the households of a group, to be ticked.
type groupOf struct {
	Name       string
	Households []*ledger.Span
	IDs        []string
	Later      []string // what the register already has for days to come; "" for nothing
}

// formPage answers with the page of a form.
func (d *Desk) formPage(f form) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		d.lock.Lock()
		defer d.lock.Unlock()
		v, err := d.view(q.Get("place"), q.Get("period"))
		if err != nil {
			d.excuse(w, err)
			return
		}
		page := onForm{Title: f.title, Name: f.name, Does: f.does, Did: f.did, Village: v.place.Name, Place: v.place.Path, Period: q.Get("period"), Today: v.work.Day.String(), Token: d.opt.Token}
		if v.period != (ledger.Period{}) && f.name != "seal" { // which seals all that is due
			page.PeriodName = convert.PeriodWords(v.period)
		}
		page.Within = v.period == (ledger.Period{}) || v.period.First() <= v.work.Day && v.work.Day <= v.period.Last()
		if f.name == "correction" {
			page.Boxes = v.objected(q.Get("objection"))
		}
		page.Groups, page.Checks, page.Seen = v.groups(), v.checks(f.name), v.beside(f.name)
		if f.show != nil {
			page.With = f.show(v)
		}
		var out bytes.Buffer
		if err := pages().ExecuteTemplate(&out, f.name+".html", page); err != nil {
			panic(err) // the templates and what they show are the program's own
		}
		show(w, http.StatusOK, out.Bytes())
	}
}

// groups are the households that belong to the village on the day, by group.
func (v *view) groups() []groupOf {
	at := map[string]int{}
	var list []groupOf
	for _, g := range v.place.Groups {
		name := g.Name
		if name == "" {
			name = g.ID
		}
		at[g.ID] = len(list)
		list = append(list, groupOf{Name: name})
	}
	for _, h := range v.place.Households {
		span := h.SpanOn(v.work.Day)
		if span.Left != 0 && span.Left < v.work.Day {
			continue
		}
		i, known := at[span.Group]
		if !known {
			i, at[span.Group] = len(list), len(list)
			list = append(list, groupOf{Name: span.Group})
		}
		list[i].Households, list[i].IDs = append(list[i].Households, span), append(list[i].IDs, h.ID)
		list[i].Later = append(list[i].Later, v.later(h, span))
	}
	return list
}

// household is the one that a field names.
func (v *view) household(f filled) (*ledger.Household, error) {
	id := f.one("household")
	if h := v.named(id); h != nil {
		return h, nil
	}
	if id == "" {
		return nil, lacks("写上户号。")
	}
	return nil, wrong("没有户号“" + id + "”：填名册里的户号。")
}

// named is the household of an id; nil: there is none. One that lost the zeros in front is read by the register, where
// one household alone can be meant, and that is told.
func (v *view) named(id string) *ledger.Household {
	if h := v.place.Household(source.Key(id)); h != nil {
		return h
	}
	meant := convert.LostZeros(v.place)[strings.TrimLeft(scan.Narrow(id), "0")]
	if meant == "" {
		return nil
	}
	v.read = append(v.read, "户号“"+id+"”按名册读作“"+meant+"”。")
	return v.place.Household(source.Key(meant))
}

// dayAndHousehold are the day and the household of a form that has both.
func (v *view) dayAndHousehold(f filled) (ledger.Date, *ledger.Household, error) {
	day, err := v.past(f, "date", "日期")
	if err != nil {
		return 0, nil, err
	}
	h, err := v.household(f)
	return day, h, err
}

// formAddress leads to a form of a village.
func formAddress(name string, p *ledger.Place, period ledger.Period) string {
	q := url.Values{"place": {p.Path}}
	if period != (ledger.Period{}) {
		q.Set("period", period.String())
	}
	return name + "?" + q.Encode()
}

// whole is a field with a whole number from 1; one beyond what is counted in a village is a slip of the finger.
func (f filled) whole(name, words string) (int, error) {
	const most = 9999
	n, err := strconv.Atoi(scan.Narrow(f.one(name)))
	if err != nil || n < 1 || n > most {
		return 0, wrong(fmt.Sprintf("%s“%s”要写从 1 到 %d 的整数。", words, f.one(name), most))
	}
	return n, nil
}
